// @vitest-environment jsdom
import {afterEach, describe, expect, it, test} from "vitest";
import type {BriefFieldInfo, CriterionInfo} from "../../pipeline/contract/datasets.js";
import {ASKS} from "../../pipeline/contract/brief-specific.js";
import {AddedAfter, After} from "../../src/components/brief/brief-after.js";
import {describeBant} from "../../src/components/brief/brief-checks.js";
import {describeMetHere} from "../../src/components/brief/brief-earlier.js";
import {describeEngagement, listMoments} from "../../src/components/brief/brief-engagement.js";
import {OutLink, sayFormDay} from "../../src/components/brief/brief-fields.js";
import {shorten, writeLines} from "../../src/components/brief/brief-lines.js";
import {BriefLink, readPlace} from "../../src/components/frame/brief-link.js";
import type {BriefCriterion} from "../../src/components/brief/brief-criteria.js";
import {BriefPage} from "../../src/components/brief/brief-page.js";
import {mapPeople} from "../../src/components/brief/brief-people.js";
import {rankMissing, readBriefFields} from "../../src/components/brief/brief-state.js";
import {describeUsage} from "../../src/components/brief/brief-usage.js";
import {LongText} from "../../src/components/base/long-text.js";
import {showControls} from "../../src/components/base/show-controls.js";
import {findUnread} from "../end-to-end/figures.js";
import {makeBrief} from "./brief.js";
import {makeManifest} from "./fixtures.js";

/** The fixture's fields stand in a section of their own; here they are qualification. */
const MANIFEST = makeManifest({brief_fields: makeManifest().brief_fields.map((info) => ({...info, section: "qualification"}))});
const texts = (node: Element, selector: string) =>
  [...node.querySelectorAll(selector)].map((found) => found.textContent!.replace(/\s+/g, " ").trim());
const field = (name: string, section = "qualification", required = true): BriefFieldInfo => ({
  field: name, label: name, section, section_label: section, required, kind: "text", ask: ASKS[name] ?? "",
}); // prettier-ignore
/** A manifest whose template is just these fields. */
const withFields = (...names: string[]) => makeManifest({brief_fields: names.map((name) => field(name))});

describe("the three lines that matter", () => {
  const names = ["pain_primary", "business_impact", "timeline", "budget", "economic_buyer", "champion", "focus_area"];
  const manifest = withFields(...names);
  const lines = (letters: string, values: Record<string, string>, more: object = {}) =>
    writeLines(makeBrief({fields: letters, values, ...more}), manifest).map(({head, text}) => `${head}: ${text}`);

  it("say why, how it is decided, and before the meeting what to focus on and what to ask first", () => {
    const values = {pain_primary: "Renewals slip", business_impact: "19% late", timeline: "Q3", economic_buyer: "Odile, CFO", focus_area: "Legal"};
    expect(lines("FFFFNFM", {economic_buyer: "would not say on the phone"})[1]).toContain("Decides: asked, not told: “would not say on the phone”");
    expect(lines("FFFNFMF", values)).toEqual([
      "Why: Renewals slip. Impact: 19% late.",
      "Decision: Timeline: Q3 · Budget: asked, not told · Decides: Odile, CFO · Champion: not known",
      "Do: Focus on: Legal. Ask first: Who will push this inside when we are not there?",
    ]);
  }); // prettier-ignore

  it("ask for the pain before anything else, and for what the brief requires only", () => {
    expect(lines("MmMMMMM", {})[2]).toBe("Do: The brief names no focus. Ask first: What does not work today, and what does that cost you?");
    expect(lines("FfFFFFm", {})[2]).toBe("Do: The brief names no focus. Every required field is there.");
  }); // prettier-ignore

  it("never have the prospect asked for what is the SDR's to say", () => {
    const own = makeManifest({brief_fields: [field("pain_primary"), {...field("focus_area"), is_ours: true}]});
    const last = (letters: string) => writeLines(makeBrief({fields: letters, values: {}}), own)[2]!.text;
    expect(last("MM")).toBe("The brief names no focus. Ask first: What does not work today, and what does that cost you?");
    expect(last("FM")).toBe("The brief names no focus. Ask the SDR: What should the AE find out first?");
    expect(texts(BriefPage(makeBrief({fields: "FM", values: {pain_primary: "Slow"}}), own), ".is-missing dd")).toEqual([
      "Ask the SDR: What should the AE find out first?",
    ]);
  });

  it("tell afterwards what became of it and what the AE missed, instead of asking", () => {
    const after = {accepted_at: "2025-10-07", sql_at: "2025-10-08", missing: "Who signs?"};
    expect(lines("MMMMMMM", {}, {outcome: "held", after})[2]).toBe("After: Held, accepted, SQL. The AE missed: “Who signs?”");
    expect(lines("MMMMMMM", {}, {outcome: "no_show"})[2]).toBe("After: No-show.");
  });

  it("are cut between words, and never within a sign", () => {
    expect(shorten("one two three", 8)).toBe("one two…");
    expect(shorten(`${"a".repeat(9)}😀${"b".repeat(9)}`, 10)).toBe("aaaaaaaaa…");
  });
});

describe("what was before at the account", () => {
  const names = ["pain_primary", "timeline", "budget", "economic_buyer", "champion", "focus_area"];
  const manifest = makeManifest({
    brief_fields: names.map((name) => field(name, /buyer|champion/.test(name) ? "stakeholders" : "qualification")),
  });
  const then = {at: "2025-09-17T22:30:00Z", handoff_id: "h0"};
  const said = {budget: {text: "150k set aside", ...then}, economic_buyer: {text: "Bjarne Ndiaye, CRO", ...then}};
  const brief = makeBrief({fields: "FFMFMF", values: {pain_primary: "Slow", timeline: "Q3", economic_buyer: "Odile, CFO", focus_area: "Legal"}, said,
    earlier: [{at: then.at, handoff_id: "h0", outcome: "held", is_same_ae: true, is_same_sdr: true, is_open: true}, {at: "2024-12-02T10:00:00Z", outcome: "no_show", is_same_ae: false}, {at: "2024-12-01T10:00:00Z", outcome: "canceled"}]}); // prettier-ignore

  it("stands under the three lines, by the company's day, with the way to what may be read", () => {
    const page = BriefPage(brief, {...manifest, timezone: "Europe/Berlin"});
    expect(texts(page, ".earlier-here li")).toEqual([
      "18 Sept: held, with the same AE, booked by the same SDR, decision still open",
      "2 Dec 2024: no-show, with another AE",
      "1 Dec 2024: cancelled",
    ]);
    expect([...page.querySelectorAll(".earlier-here a")].map((link) => link.getAttribute("href"))).toEqual([expect.stringContaining("handoff=h0")]); // prettier-ignore
    expect(BriefPage(makeBrief(), MANIFEST).querySelector(".earlier-here")).toBeNull();
  });

  it("answers what this brief leaves open, so that nobody asks again, and stands beside another name", () => {
    expect(
      writeLines(brief, manifest)
        .slice(1)
        .map(({text}) => text),
    ).toEqual([
      "Timeline: Q3 · Budget: 150k set aside (said on 18 Sept) · Decides: Odile, CFO (18 Sept: Bjarne Ndiaye, CRO) · Champion: not known",
      "Focus on: Legal. Ask first: Who will push this inside when we are not there?",
    ]);
    const page = BriefPage(brief, manifest);
    expect(texts(page, ".is-missing dd")).toEqual(["Said on 18 Sept: 150k set aside"]);
    const roles = texts(page, ".people-map li");
    expect(roles.find((role) => role.includes("Odile"))).toContain("18 Sept: Bjarne Ndiaye, CRO");
    expect(roles.find((role) => role.startsWith("Champion"))).toContain("Ask:");
  });

  it("is one clause where the AE's coming meetings are listed", () => {
    expect(describeMetHere(brief, manifest)).toBe("met here on 18 Sept, decision still open");
    expect(describeMetHere({...brief, earlier: brief.earlier!.slice(1)}, manifest)).toBe("");
  });
});

describe("the fields of a brief", () => {
  it("have a state each, in capitals what is required; a brief of another template has none", () => {
    const states = readBriefFields(makeBrief({fields: "vNm"}), MANIFEST).map(({state, isRequired}) => [state, isRequired]);
    expect(states).toEqual([["vague", false], ["not_disclosed", true], ["missing", false]]); // prettier-ignore
    expect(readBriefFields(makeBrief({fields: "FF"}), MANIFEST)).toEqual([]);
  });

  it("that are missing come with what matters most first", () => {
    const manifest = withFields("next_steps", "champion", "budget", "pain_primary");
    const missing = rankMissing(readBriefFields(makeBrief({fields: "MMMM"}), manifest));
    expect(missing.map(({info}) => info.field)).toEqual(["pain_primary", "budget", "champion", "next_steps"]);
  });

  it("are marked by shape and word, with the question where one is missing or vague", () => {
    const page = BriefPage(makeBrief({fields: "VMf", values: {primary_pain: "Things are slow", competition: "x"}}), MANIFEST);
    expect(texts(page, ".is-missing")).toEqual(["Budget missing Ask: Is money set aside, and if not, how is it found?"]);
    expect(texts(page, ".is-vague dt")).toEqual(["Primary pain vague"]);
    expect(texts(page, ".is-vague .sub")).toEqual(["Too vague to act on. Ask: Could you tell me more about “Primary pain”?"]);
    expect([...page.querySelectorAll(".state svg")].every((mark) => mark.getAttribute("aria-hidden") === "true")).toBe(true);
  });

  it("ask nothing any more once the meeting is past, but say what stayed vague", () => {
    const page = BriefPage(makeBrief({outcome: "held", fields: "VMf", values: {primary_pain: "Things are slow"}}), MANIFEST);
    expect(texts(page, ".is-vague .sub")).toEqual(["Stayed too vague to act on."]);
    expect(page.textContent).not.toContain("Ask");
  });

  it("that nobody requires are said in one line where they are missing", () => {
    expect(texts(BriefPage(makeBrief({fields: "FFm"}), MANIFEST), ".not-filled")).toEqual([
      "Not filled, and not required: Competition.",
    ]);
  });

  it("show numbers as numbers, and lead to addresses that a reader may follow only", () => {
    const info = (name: string, kind: BriefFieldInfo["kind"]) => ({...field(name), kind});
    const manifest = makeManifest({brief_fields: [info("size", "count"), info("revenue", "money"), info("web", "link"), info("bad", "link")]});
    const values = {size: "1250", revenue: "123000000.0", web: "acme.example.com/x", bad: "javascript:alert(1)"};
    const page = BriefPage(makeBrief({fields: "FFFF", values, account: {currency: "EUR"}}), manifest);
    expect(texts(page, ".brief-field dd")).toEqual(["1,250", "123 M €", "acme.example.com/x", "javascript:alert(1)"]);
    expect([...page.querySelectorAll<HTMLAnchorElement>(".brief-field a")].map(({href}) => href)).toEqual(["https://acme.example.com/x"]);
    expect(OutLink("data:text/html,x")).toBe("data:text/html,x");
  }); // prettier-ignore
});

test("a day that a form filled in is written as days are, and what people wrote as they wrote it", () => {
  expect(["2026-09-10, call", "2026-09-10", "2026-09-10, a call that led nowhere", "Call on 2026-09-10", "2026-99-10, call"].map(sayFormDay)).toEqual([
    "10 Sept 2026, call", "10 Sept 2026", "2026-09-10, a call that led nowhere", "Call on 2026-09-10", "2026-99-10, call",
  ]);
}); // prettier-ignore

describe("a brief's head", () => {
  it("says how complete it is, since when, or what is missing", () => {
    const state = (values: object) => texts(BriefPage(makeBrief(values), MANIFEST), ".brief-state")[0];
    expect(state({})).toBe("1 of 2 required fields filled. Missing: Budget.");
    const full = {required: 2, filled: 2, is_judged_late: false, completed_at: "2025-09-30T08:00:00Z"};
    expect(state({fields: "FFm", completeness: full})).toBe("2 of 2 required fields filled, complete since 30 Sept, 10:00.");
    expect(state({outcome: "held", completeness: {required: 2, filled: 1, is_judged_late: true}})).toContain(
      "it is judged as first seen after",
    );
  });

  it("says so where nothing was written, and where no brief was exported at all", () => {
    const blank = makeBrief({fields: "MMm", values: {}});
    expect(texts(BriefPage(blank, MANIFEST), ".brief-unwritten")[0]).toContain("No brief was written yet.");
    const absent_metrics = [{metric: "documentation_completeness", label: "Documentation", why: "no brief"}];
    const page = BriefPage(blank, {...MANIFEST, absent_metrics});
    expect(page.textContent).toContain("No brief was written, or none was exported.");
    expect(page.querySelector(".is-missing")).toBeNull();
  });

  it("of a meeting that was put off says that it waits for a date", () => {
    expect(texts(BriefPage(makeBrief({meeting_at: "2025-09-30T08:00:00Z"}), MANIFEST), ".brief-who")[0]).toContain(
      "put off, waiting for a new date",
    );
    expect(texts(BriefPage(makeBrief(), MANIFEST), ".brief-who")[0]).not.toContain("put off");
  });

  it("without a handoff says where to find one", () => {
    expect(BriefPage(null, MANIFEST).textContent).toContain("A brief opens from wherever a handoff is named");
  });
});

describe("who decides", () => {
  const manifest = withFields("champion", "economic_buyer", "technical_buyer", "end_users", "prospect_attendees");
  const map = (values: object) => {
    const brief = makeBrief({fields: "FMNFF", ...values});
    return mapPeople(brief, readBriefFields(brief, manifest)).map(({role, people}) => [
      role,
      ...people.map(({name, access}) => `${name}: ${access}`),
    ]);
  };

  it("is who an export names, else whom the brief names; met are those who came to a held meeting", () => {
    const people = [{role: "economic_buyer", name: "Odile Bhatt", agreed_to_meet: false}, {role: "technical_buyer", name: "Tom May", agreed_to_meet: true}];
    const values = {champion: "Pat Buyer, CFO", end_users: "Legal and sales", prospect_attendees: "Pat Buyer, Tom May"};
    expect(map({people, values, outcome: "held"})).toEqual([
      ["champion", "Pat Buyer: met"], ["economic_buyer", "Odile Bhatt: not"], ["technical_buyer", "Tom May: met"], ["end_user"],
    ]);
    expect(map({people, values})[0]).toEqual(["champion", "Pat Buyer: agreed"]);
  }); // prettier-ignore

  it("is nobody where the brief says more than a name", () => {
    expect(map({values: {champion: "Someone in legal who likes us, see notes; ask Pat"}})[0]).toEqual(["champion"]);
  });

  it("names others only where there are any, and asks for roles that are missing", () => {
    const page = BriefPage(makeBrief({fields: "FMNFF", values: {champion: "Pat Buyer, CFO", end_users: "Legal"}}), manifest);
    expect(texts(page, ".people-map h3")).toEqual(["Champion", "Economic buyer", "Technical buyer", "End users"]);
    expect(texts(page, ".people-map .is-empty")[0]).toContain("Ask: Who signs in the end, and when do we meet them?");
    expect(page.textContent).toContain("2 of 4 roles named, 1 agreed to meet or met.");
  });
});

describe("how it came to the meeting", () => {
  it("is told by touches of both sides, and by moments in order, those without a date last", () => {
    const touches = [{channel: "email", ours: 3, theirs: 1, talks: 0, first_at: "2025-09-01T08:00:00Z", last_at: "2025-09-20T08:00:00Z"}];
    expect(describeEngagement(makeBrief({touches}), MANIFEST)).toBe("First touch 1 Sept, last 20 Sept: 3 touches by us, 1 reply by the prospect.");
    const events = [{at: "2025-09-10T08:00:00Z", channel: "email", is_theirs: true, by: "other" as const}];
    const brief = makeBrief({events, event_count: 1, meeting: {booked_at: "2025-09-15T08:00:00Z"}, values: {key_moments: "Liked the demo\n• 2025-09-12: asked for a price"}});
    expect(listMoments(brief).map(({text}) => text)).toEqual(["First reply of the prospect", "asked for a price", "Meeting booked", "Liked the demo"]);
  }); // prettier-ignore

  it("counts calls that connected as conversations, and claims no silence where the two sides spoke", () => {
    const touch = {channel: "call", ours: 2, theirs: 0, first_at: "2025-09-01T08:00:00Z", last_at: "2025-09-20T08:00:00Z"};
    const told = (talks: number, more: object = {}) => describeEngagement(makeBrief({touches: [{...touch, talks}], ...more}), MANIFEST).split(": ")[1];
    expect(told(1)).toBe("2 touches by us, 1 conversation.");
    expect(told(0)).toBe("2 touches by us, no reply recorded.");
    const calls = [{id: "k1", at: "2025-09-03T08:00:00Z"}, {id: "k2", at: "2025-12-03T08:00:00Z"}];
    expect(told(1, {calls})).toBe("2 touches by us, 1 conversation.");
    expect(told(0, {calls})).toBe("2 touches by us, 1 conversation.");
  }); // prettier-ignore

  it("names no first answer where the list of events may have lost it", () => {
    const events = [{at: "2025-09-10T08:00:00Z", channel: "email", is_theirs: true, by: "other" as const}];
    expect(listMoments(makeBrief({events, event_count: 90}))).toEqual([]);
  });

  it("of a product is the change over the weeks shown", () => {
    const usage = [{week: "2025-08-04", active_users: 3, seats: 9}, {week: "2025-08-25", active_users: 8, seats: 9}]; // prettier-ignore
    expect(describeUsage(makeBrief({usage, pql_at: "2025-08-20T10:00:00Z"}), MANIFEST)).toBe(
      "8 active users in the week of 25 Aug, up from 3 within 3 weeks; 9 seats. Product-qualified since 20 Aug.",
    );
  });
});

it("every figure of a brief says what to conclude and what not", () => {
  const touches = [{channel: "email", ours: 1, theirs: 1, talks: 0, first_at: "2025-09-01T08:00:00Z", last_at: "2025-09-10T08:00:00Z"}]; // prettier-ignore
  const events = [{at: "2025-09-01T08:00:00Z", channel: "email", is_theirs: false, by: "sdr" as const}, {at: "2025-09-10T08:00:00Z", channel: "email", is_theirs: true, by: "other" as const}]; // prettier-ignore
  const usage = [
    {week: "2025-08-04", active_users: 3, seats: 9},
    {week: "2025-08-25", active_users: 8, seats: 9},
  ];
  const page = BriefPage(makeBrief({touches, events, event_count: 2, usage}), MANIFEST);
  expect(page.querySelectorAll("figure").length).toBe(2);
  expect(findUnread(page)).toEqual([]);
});

describe("the checklists", () => {
  it("say what a criterion saw, and of one that saw nothing what was looked for", () => {
    const criterion = (looks_for: string | null): CriterionInfo => ({checklist: "qualification", criterion: "c", label: "Stakeholders", group: "", letter: null, looks_for});
    const manifest = {...MANIFEST, criteria: [criterion("a name"), criterion("a name"), criterion(null)]};
    const page = BriefPage(makeBrief({criteria: "nnn", saw: ["63,400,000 USD, 1,200 people", "", ""]}), manifest);
    expect(texts(page, ".checklist li > span:last-child")).toEqual([
      "Stakeholders saw: 63.4 M $, 1,200 people", "Stakeholders looked for a name, and found none", "Stakeholders",
    ]);
  }); // prettier-ignore
});

describe("what came after", () => {
  it("leads to the AE's form and to the record while answer and decision are owed, at the head and below", () => {
    const after = {feedback_due_at: "2025-10-08T15:00:00Z", acceptance_due_at: "2025-10-08T15:00:00Z", form_url: "https://forms.example.com/?h=h1"};
    const manifest = {...MANIFEST, links: {handoff: "https://crm.example.com/h/{id}"}};
    const page = BriefPage(makeBrief({outcome: "held", after}), manifest);
    const links = (place: string) => [...page.querySelectorAll<HTMLAnchorElement>(`${place} a`)].map(({href, textContent}) => [textContent, href]);
    const both = [["Answer as Cleo Diaz", "https://forms.example.com/?h=h1"], ["Decide in the CRM", "https://crm.example.com/h/h1"]];
    expect(links(".brief-owed")).toEqual(both);
    expect(links(".after").sort()).toEqual(both);
    const own = {...manifest, audience: {...manifest.audience, kind: "sdr" as const}};
    expect(BriefPage(makeBrief({outcome: "held", after}), own).textContent).not.toContain("Decide in the CRM");
    expect(texts(page, ".brief-owed p")[1]).toContain("The AE has until 8 Oct, 17:00 to accept or reject it.");
    const late = {...after, acceptance_due_at: "2025-09-20T15:00:00Z", form_url: "javascript:alert(1)"};
    expect(texts(BriefPage(makeBrief({outcome: "held", after: late}), MANIFEST), ".brief-owed p")).toEqual([
      "No answer yet; due 8 Oct, 17:00.", "The AE was to accept or reject it by 20 Sept, 17:00.",
    ]);
  }); // prettier-ignore

  it("is closed when it is too old to be asked for", () => {
    const after = {feedback_due_at: "2025-06-08T15:00:00Z", is_closed: true as const, accepted_at: "2025-06-07T15:00:00Z"};
    const page = BriefPage(makeBrief({outcome: "held", after}), MANIFEST);
    expect(page.querySelector(".brief-owed")).toBeNull();
    expect(page.querySelector(".after")!.textContent).toContain(
      "No answer came; it was due 8 Jun, 17:00, and is no longer asked for.",
    );
  });

  it("is the AE's decision and answers, and nothing while the meeting lies ahead", () => {
    expect(After(makeBrief(), MANIFEST)).toBeNull();
    const after = {accepted_at: "2025-10-07T08:00:00Z", answered_at: "2025-10-07T09:00:00Z", qualification_accuracy: "partial", missing: "Who signs?", quality_score: 7};
    const node = After(makeBrief({outcome: "held", after}), MANIFEST)!;
    expect(texts(node, "dd")).toEqual(["7 Oct 2025", "Cleo Diaz, 7 Oct 2025", "partly", "“Who signs?”", "7 of 10"]);
  }); // prettier-ignore

  it("shows what was added after the meeting beside what stood there then", () => {
    const node = AddedAfter(makeBrief({outcome: "held", later: {budget: "50k", competition: ""}}), MANIFEST)!;
    expect(texts(node, "div > dt, dd")).toEqual([
      "Budget",
      "Then: missing",
      "Now: 50k",
      "Competition",
      "Then: missing",
      "Now: filled",
    ]);
    expect(AddedAfter(makeBrief(), MANIFEST)).toBeNull();
  });

  it("reads the checklist as BANT by its letters", () => {
    const criterion = (letter: "B" | "N", state: BriefCriterion["state"]): BriefCriterion => ({checklist: "qualification", label: letter, letter, state, saw: "", sought: ""});
    expect(describeBant([criterion("B", "met"), criterion("N", "met"), criterion("N", "unknown")])).toBe("As BANT: Budget 1 of 1, Need 1 of 2.");
    expect(describeBant([])).toBe("");
  }); // prettier-ignore
});

describe("a long text", () => {
  it("opens on demand, and says where the site has only a part of it", () => {
    const node = LongText("word ".repeat(400), 9000);
    expect(node.querySelector(".text")!.textContent!.length).toBeLessThan(500);
    node.querySelector("button")!.click();
    expect(node.querySelector(".text")!.textContent).toBe("word ".repeat(400));
    expect(node.textContent).toContain("The site carries the first 2,000 of 9,000 characters");
    expect(LongText("short").querySelector("button")).toBeNull();
  });

  it("shows markup as text and control characters as pictures", () => {
    const node = LongText("<b>bold</b>\u0007\u202eevil");
    expect(node.querySelector("b")).toBeNull();
    expect(node.querySelector(".text")!.textContent).toBe("<b>bold</b>␇␦evil");
    expect(showControls("a\r\nb\tc\u007f")).toBe("a\nb\tc␡");
  });
});

describe("the way to a brief", () => {
  afterEach(() => globalThis.history.replaceState(null, "", "/"));
  it("remembers the page it stands on, with its subject alone", () => {
    globalThis.history.replaceState(null, "", "/company/pages/board.html?team=emea&x=1");
    const {search} = new URL((BriefLink("h/1", "Acme") as HTMLAnchorElement).href);
    expect(search).toBe("?handoff=h%2F1&from=board&team=emea");
    expect(readPlace(search)).toEqual({kind: "board", query: {team: "emea"}});
  });
  it("remembers nothing elsewhere, and believes no address that names no page", () => {
    expect(new URL((BriefLink("h1", "Acme") as HTMLAnchorElement).href).search).toBe("?handoff=h1");
    expect([readPlace("?from=toString"), readPlace("?from="), readPlace("")]).toEqual([null, null, null]);
  });
});
