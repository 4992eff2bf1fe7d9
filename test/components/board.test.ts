// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {AeData, ComingData, ComingTask} from "../../pipeline/contract/datasets.js";
import {AePage} from "../../src/components/people/ae-page.js";
import {describeBoard, describePressing} from "../../src/components/board/board-lead.js";
import {BoardPage} from "../../src/components/board/board-page.js";
import {urgencyOf} from "../../src/components/board/due.js";
import {chooseClock, describeClock, describeLeft} from "../../src/components/board/hours-left.js";
import {makeMeeting} from "./brief.js";
import {makeManifest, makeRow} from "./fixtures.js";

const MANIFEST = makeManifest();
const texts = (node: Element, selector: string) =>
  [...node.querySelectorAll(selector)].map((found) => found.textContent!.replace(/\s+/g, " ").trim());
const board = (values: Partial<ComingData> = {}): ComingData => ({
  slug: "ada-berg", name: "Ada Berg", team_slug: "emea", team_name: "EMEA", meetings: [makeMeeting()], put_off: [], has_calendar: false, ...values,
}); // prettier-ignore

describe("hours left", () => {
  const now = Date.parse("2025-10-01T04:00:00Z");
  it("are told by the reader's clock while the data are fresh, else by the time of the data", () => {
    const hour = 3_600_000;
    expect(chooseClock(MANIFEST.as_of, now + 36 * hour)).toEqual({now: now + 36 * hour, isOwn: true});
    expect(chooseClock(MANIFEST.as_of, now + 37 * hour)).toEqual({now, isOwn: false});
    expect(chooseClock(MANIFEST.as_of, now - hour)).toEqual({now, isOwn: false});
  });
  it("are not told of old data: dates alone are, and one line says of when", () => {
    const old = {now, isOwn: false};
    expect(describeLeft("2025-10-01T05:30:00Z", old)).toBe("");
    expect(describeClock({now, isOwn: true}, MANIFEST)).toBe("Hours left are told by your clock; times are in Europe/Berlin.");
    expect(describeClock(old, MANIFEST)).toBe("Data of 1 Oct 2025, 06:00; times are as of then, in Europe/Berlin.");
  });
  it("turn to days after two of them", () => {
    const left = (instant: string) => describeLeft(instant, {now, isOwn: true});
    expect([left("2025-10-01T05:30:00Z"), left("2025-10-02T20:00:00Z"), left("2025-10-04T07:00:00Z"), left("2025-10-01T03:00:00Z")]).toEqual([
      "in 1 h", "in 40 h", "in 3 d 3 h", "begun",
    ]); // prettier-ignore
  });
});

describe("the readiness board", () => {
  const clock = {now: Date.parse("2025-10-01T04:00:00Z"), isOwn: true};
  const OVERDUE = "2025-09-30T15:00:00Z";
  const SOON = "2025-10-02T04:00:00Z";
  const LATER = "2025-10-02T04:00:01Z";

  it("tells what is overdue, due within a day, and not due yet; what has no time can wait", () => {
    expect([OVERDUE, "2025-10-01T04:00:00Z", SOON, LATER, null].map((due) => urgencyOf(due, clock))).toEqual([
      "overdue", "overdue", "soon", "later", "later",
    ]); // prettier-ignore
  });

  it("opens with how many press, how many can wait, and how many are ready", () => {
    const due = (due_at: string) => makeMeeting({tasks: [{who: "sdr", what: "brief", due_at}]});
    expect(describeBoard([due(OVERDUE), due(SOON), due(LATER), due(LATER), makeMeeting({tasks: []})], clock)).toBe(
      "2 of 5 coming meetings need something now: for 1 it is overdue, for 1 it is due within 24 hours. 2 more have something open that is not due yet; 1 is ready.",
    );
    expect(describeBoard([makeMeeting({tasks: []})], clock)).toBe("The one coming meeting is ready.");
    expect(describeBoard([], clock)).toBe("No meeting is coming in the data.");
  });

  it("says for whom those wait that press, that some wait for two, and what went past the routing rule though an AE is named", () => {
    const both = makeMeeting({tasks: [{who: "sdr", what: "brief", due_at: OVERDUE}, {who: "prospect", what: "invitation", due_at: SOON}]});
    const past = makeMeeting({tasks: [{who: "manager", what: "reroute", ae: "Remy", expected_ae: "Cedric", due_at: OVERDUE}]});
    const calm = makeMeeting({tasks: [{who: "prospect", what: "invitation", due_at: LATER}]});
    expect(describePressing([both, past, calm], clock)).toBe(
      "Of the 2 that press, 1 waits for the SDR, 1 waits for the prospect, 1 went past the routing rule; 1 is counted more than once, waiting for two or more.",
    );
    expect(describePressing([calm], clock)).toBe("");
  }); // prettier-ignore

  it("says for each meeting what is to do, by whom and by when, hour by hour, and lists the ready ones in a line", () => {
    const late = makeMeeting({
      tasks: [{who: "ae", what: "acceptance", due_at: OVERDUE}],
      meeting_at: "2025-10-06T09:00:00Z",
    });
    const past = makeMeeting({
      tasks: [{who: "manager", what: "reroute", ae: "Remy", expected_ae: "Cedric", due_at: OVERDUE}],
      meeting_at: "2025-10-06T10:00:00Z",
    });
    const ready = makeMeeting({handoff_id: "h2", account: "Zenith", tasks: [], meeting_at: "2025-10-06T12:00:00Z"});
    const page = BoardPage({kind: "sdr", data: board({meetings: [makeMeeting(), late, past, ready]})}, MANIFEST);
    expect(texts(page, ".day h2")).toEqual(["Mon 6 Oct 2 overdue, 1 not due yet, 1 ready"]);
    expect([...page.querySelectorAll("tbody tr")].map((row) => row.className)).toEqual(["is-later", "is-overdue", "is-overdue"]);
    expect(texts(page, ".tasks > li")).toEqual([
      "SDR add Budget Budget Ask: Is money set aside, and if not, how is it found? by Fri 3 Oct, 17:00 (15:00 your time)",
      "AE accept or reject the handoff was due Tue 30 Sept, 17:00",
      "Manager confirm Remy, or reassign to Cedric, whose turn it was at once",
    ]);
    expect(texts(page, ".ready")).toEqual(["Ready: 14:00 (12:00 your time) Zenith"]);
  });

  it("names apart what is worth doing for a meeting that is ready", () => {
    const also = [{who: "sdr", what: "confirmation", due_at: LATER}] as const;
    const page = BoardPage({kind: "sdr", data: board({meetings: [makeMeeting({tasks: [], also: [...also]})]})}, MANIFEST);
    expect(texts(page, ".finding p")[0]).toBe("The one coming meeting is ready.");
    expect(texts(page, ".ready-also")[0]).toContain(
      "Ready; worth doing: 10:00 (08:00 your time) Acme SDR send the confirmation by",
    );
  });

  it("says what was before at the account, on the board and on the AE's page, as far as its brief tells it", () => {
    const meeting = makeMeeting({before: {at: "2024-05-12T08:00:00Z", outcome: "no_show", is_same_ae: false}});
    const page = BoardPage({kind: "sdr", data: board({meetings: [meeting]})}, MANIFEST);
    expect(texts(page, "tbody th .sub")[1]).toBe("earlier here: 12 May 2024, no-show, with another AE");
    expect(texts(BoardPage({kind: "sdr", data: board()}, MANIFEST), "tbody th").join()).not.toContain("earlier here");
  });

  it("draws a confirmation that is due as what is to do, though it is no item of the checklist", () => {
    const also = (due_at: string): ComingTask[] => [{who: "sdr", what: "confirmation", due_at}, {who: "sdr", what: "vague", of: ["budget"], due_at}]; // prettier-ignore
    const dueOf = (due_at: string) => texts(BoardPage({kind: "sdr", data: board({meetings: [makeMeeting({also: also(due_at)})]})}, MANIFEST), ".beyond .is-due"); // prettier-ignore
    expect(dueOf(SOON)).toEqual([expect.stringContaining("send the confirmation")]);
    expect(dueOf(OVERDUE)).toHaveLength(1);
    expect(dueOf(LATER)).toEqual([]);
  });

  it("leaves what is more than a week off closed, and counts it", () => {
    const far = makeMeeting({meeting_at: "2025-10-20T08:00:00Z"});
    const page = BoardPage({kind: "team", data: board({meetings: [makeMeeting(), far]})}, MANIFEST);
    expect(texts(page, ".later > summary")).toEqual(["More than 7 days off: 1 of 1 with something open"]);
  });

  it("keeps in the address that the far ones were opened", async () => {
    const far = makeMeeting({meeting_at: "2025-10-20T08:00:00Z"});
    const later = () =>
      BoardPage({kind: "team", data: board({meetings: [far]})}, MANIFEST).querySelector<HTMLDetailsElement>(".later")!;
    const details = later();
    expect(details.open).toBe(false);
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    expect([location.search, later().open]).toEqual(["?later=open", true]);
    details.open = false;
    details.dispatchEvent(new Event("toggle"));
    expect([location.search, later().open]).toEqual(["", false]);
  });

  it("offers the calendar file where there is one, and those who wait for a date apart", () => {
    const put_off = [{handoff_id: "h9", account: "Old", sdr: "Ada Berg", meeting_at: "2025-09-20T08:00:00Z"}];
    const page = BoardPage({kind: "sdr", data: board({has_calendar: true, put_off})}, MANIFEST);
    expect(new URL(page.querySelector<HTMLAnchorElement>("a[download]")!.href).pathname).toMatch(
      /_file\/data\/coming\/sdr\/ada-berg\.ics$/,
    );
    expect(page.textContent).toContain("was to be 20 Sept, 10:00");
    expect(BoardPage({kind: "sdr", data: board()}, MANIFEST).querySelector("a[download]")).toBeNull();
  });

  it("of the company counts team by team and names nobody's meetings", () => {
    const teams = [
      {
        slug: "emea",
        name: "EMEA",
        coming: 5,
        not_ready: 2,
        dues: ["2025-09-30T08:00:00Z", null],
        next_at: "2025-10-02T08:00:00Z",
      },
    ];
    const page = BoardPage({kind: "company", data: {teams}}, MANIFEST);
    expect(texts(page, "tbody th, tbody td")).toEqual(["EMEA", "1", "0", "2", "5", "2 Oct, 10:00 (08:00 your time)"]);
    expect(texts(page, ".finding p")).toEqual([
      "1 of 5 coming meetings needs something now: for 1 it is overdue. 1 more has something open that is not due yet; 3 are ready.",
      "Data of 1 Oct 2025, 06:00; times are as of then, in Europe/Berlin.",
    ]);
  });
});

describe("an AE's page", () => {
  const line = {
    handoff_id: "h5",
    meeting_at: "2025-09-20T08:00:00Z",
    account_id: null,
    account: "Zenith",
    contact: null,
    sdr: "Ada Berg",
  };
  const ae = (values: Partial<AeData> = {}): AeData => ({
    slug: "cleo-diaz", name: "Cleo Diaz", team_name: null, team_slug: null, is_current: true, cells: [], coming: [makeMeeting()], earlier: {},
    owed: [{...line, due_at: "2025-09-22T15:00:00Z", is_overdue: true, form_url: "https://forms.example.com/?h=h5"}], owed_count: 1, closed_unanswered: 0,
    undecided: [], overdue_count: 0, open_count: 0, closed_undecided: 0, has_calendar: true, asked_weeks: 6, unrecorded: [], unrecorded_count: 0, past: [{...line, outcome: "held", is_sql: true, is_sql_over: false, rejection_reason: null, disqualification_reason: null, is_answered: false}], ...values,
  }); // prettier-ignore
  const manifest = makeManifest({missing: []});

  it("opens with what is ahead and what is owed", () => {
    const page = AePage(ae(), manifest);
    expect(texts(page, ".finding p")).toEqual([
      "1 meeting ahead, the first 6 Oct, 10:00 (08:00 your time) with Acme; 1 is not ready.",
      "1 held meeting waits for your answer.",
    ]);
    expect(texts(page, ".walk-in p")).toContain("booked by Ada Berg");
    expect(texts(AePage(ae({owed: [], owed_count: 0, coming: []}), manifest), ".finding p")).toEqual([
      "No meeting is ahead in the data.",
      "Nothing is owed.",
    ]);
  });

  it("shows the meetings of the next day, three at most, and the later ones on demand", () => {
    const at = (handoff_id: string, meeting_at: string) => makeMeeting({handoff_id, account: handoff_id, meeting_at});
    const [a, b, c, d] = ["a", "b", "c", "d"].map((id, place) => at(id, `2025-10-06T0${5 + place}:00:00Z`));
    const next = at("next", "2025-10-07T08:00:00Z");
    const shown = (coming: AeData["coming"]) => {
      const page = AePage(ae({coming}), manifest);
      return [texts(page, "div > .walk-in > li h3 a"), texts(page, "details.later > .walk-in h3 a")].map((all, place) =>
        place ? all : all.filter((name) => !texts(page, "details.later h3 a").includes(name)),
      );
    };
    expect(shown([a!, next])).toEqual([["a"], ["next"]]);
    expect(shown([a!, b!, c!, d!, next])).toEqual([
      ["a", "b", "c"],
      ["d", "next"],
    ]);
    expect(texts(AePage(ae({coming: [a!, next]}), manifest), "details.later summary")).toEqual([
      "Later: 1 of 1 with something open, on 1 day",
    ]);
    expect(AePage(ae({coming: [a!]}), manifest).querySelector("details.later")).toBeNull();
  });

  it("begins with what is owed where no meeting is within a day, else with that meeting", () => {
    const heads = (data: AeData) => texts(AePage(data, manifest), "h2").slice(0, 2);
    // The data are of 1 October, 06:00.
    expect(heads(ae({coming: [makeMeeting({meeting_at: "2025-10-01T09:00:00Z"})]}))[0]).toBe("What you walk into");
    expect(heads(ae({coming: [makeMeeting({meeting_at: "2025-10-06T08:00:00Z"})]}))[0]).toMatch(/^Answers owed/);
    expect(heads(ae({coming: []}))[0]).toMatch(/^Answers owed/);
    expect(heads(ae({owed: [], owed_count: 0}))[0]).toBe("What you walk into");
  });

  it("shows ten of the last handoffs, and the older ones on demand", () => {
    const [one] = ae().past;
    const past = Array.from({length: 14}, (_, place) => ({...one!, handoff_id: `p${place}`}));
    const page = AePage(ae({past}), manifest);
    const rows = () => [...page.querySelectorAll("table")].at(-1)!.querySelectorAll("tbody tr").length;
    const more = [...page.querySelectorAll<HTMLButtonElement>("button.more")].at(-1)!;
    expect([rows(), more.textContent!.trim()]).toEqual([10, "Show 4 more"]);
    more.click();
    expect(rows()).toBe(14);
    expect(page.contains(more)).toBe(false);
  });

  it("owes of a meeting without an outcome whether it took place, however old it is", () => {
    const page = AePage(ae({owed: [], owed_count: 0, unrecorded: [line], unrecorded_count: 1}), manifest);
    expect(texts(page, ".finding p")).toContain("Of 1 meeting nobody has said whether it took place.");
    expect(texts(page, ".owed .todo")).toEqual(["say whether it took place"]);
  });

  it("leads to the filled form of each answer owed, and to no script", () => {
    const form = (page: Element) => page.querySelector<HTMLAnchorElement>(".owed a[rel]")?.href;
    expect(form(AePage(ae(), manifest))).toBe("https://forms.example.com/?h=h5");
    const [owed] = ae().owed;
    const page = AePage(ae({owed: [{...owed!, form_url: "javascript:alert(1)"}]}), manifest);
    expect(form(page)).toBeUndefined();
    expect(AePage(ae({owed: [{...owed!, form_url: null}]}), manifest).textContent).toContain(
      "With feedback.form_url in the configuration",
    );
  });

  it("counts in one line what is too old to be asked for", () => {
    const old = texts(AePage(ae({owed: [], owed_count: 0, closed_unanswered: 11, closed_undecided: 1}), manifest), "p.muted");
    expect(old).toContain("Every meeting held within 6 weeks is answered.");
    expect(old).toContain("11 held more than 6 weeks ago are closed unanswered: no longer asked for, and still counted in your response.");
    expect(old).toContain("1 handoff whose meeting was more than 6 weeks ago was never decided, and is no longer asked for.");
  }); // prettier-ignore

  it("lists decisions to make with those overdue marked, each leading to the CRM's record", () => {
    const undecided = [
      {...line, handoff_id: "h6", due_at: "2025-10-03T15:00:00Z", is_overdue: false},
      {...line, due_at: "2025-09-24T15:00:00Z", is_overdue: true},
    ];
    const data = ae({owed: [], owed_count: 0, undecided, overdue_count: 1, open_count: 1});
    const page = AePage(data, {...manifest, links: {handoff: "https://crm.example.com/h/{id}"}});
    expect(texts(page, ".owed li .sub")).toEqual(["by 3 Oct, 17:00 (15:00 your time)", "was due 24 Sept, 17:00"]);
    expect([...page.querySelectorAll<HTMLAnchorElement>(".owed a[rel]")].map(({href}) => href)).toEqual([
      "https://crm.example.com/h/h6",
      "https://crm.example.com/h/h5",
    ]);
    expect(texts(page, ".finding p")[1]).toBe(
      "1 handoff waits for a decision that is overdue. 1 handoff can still be decided in time.",
    );
    expect(texts(AePage(data, manifest), ".owed a[rel]")).toEqual([]);
  });

  it("hands over a calendar file where a meeting is ahead", () => {
    const href = (page: Element) => page.querySelector<HTMLAnchorElement>("a[download]")?.href;
    expect(href(AePage(ae(), manifest))).toContain("/data/coming/ae/cleo-diaz.ics");
    expect(href(AePage(ae({has_calendar: false}), manifest))).toBeUndefined();
  });

  it("says that nobody can tell what is owed where no answers were exported", () => {
    expect(AePage(ae({owed: [], owed_count: 0}), MANIFEST).textContent).toContain("No export of answers is there");
  });

  it("shows own numbers with interval and n", () => {
    const cells = [makeRow({scope: "ae", period: "trailing_90d", period_start: "", value: 0.8, lower: 0.6, upper: 0.9, denominator: 20, status: "no_target"})];
    const page = AePage(ae({cells}), manifest);
    expect(texts(page, ".number .value")).toEqual(["80 % 60–90 %"]);
    expect(texts(page, ".number .reading")).toEqual(["20 meetings, over the last 90 days, target 75 %"]);
  }); // prettier-ignore

  it("opened for nobody lists the AEs", () => {
    expect(texts(AePage(null, manifest), ".picker a")).toEqual(["Cleo Diaz"]);
  });
});
