// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {CoachingData, ComingTask, FactRow, QueueLine} from "../../pipeline/contract/datasets.js";
import {Coming} from "../../src/components/board/coming.js";
import {selectFacts} from "../../src/components/explain/facts.js";
import {nameResult} from "../../src/components/people/handoff-result.js";
import {HandoffRows, nameAnswer} from "../../src/components/people/handoff-rows.js";
import {describeQueueLine, nameLevel} from "../../src/components/people/coaching-queue.js";
import {OneThing} from "../../src/components/people/one-thing.js";
import {PersonPicker} from "../../src/components/frame/picker.js";
import {RecordLink} from "../../src/components/frame/record-link.js";
import {SdrPage} from "../../src/components/people/sdr-page.js";
import {listStrengths as listPraise} from "../../src/components/people/strengths.js";
import {TeamPage} from "../../src/components/people/team-page.js";
import {makeHeadline, makeManifest, makeRow, SDR, TEAM} from "./fixtures.js";
import {PLOTS} from "./conclusions.js";
import {COACHING, COMING, FOCUS, makeLine, RECENT} from "./lines.js";

const NONE = {...COACHING, focus: null, next: [], no_focus: "too_few"} as const;

const MANIFEST = makeManifest({
  links: {
    account: "https://crm.example.com/a/{id}",
    handoff: "https://crm.example.com/h/{id}",
    contact: "javascript:alert({id})",
  },
});
const texts = (node: Element, selector: string) =>
  [...node.querySelectorAll(selector)].map((found) => found.textContent!.replace(/\s+/g, " ").trim());

const listStrengths = (...asked: Parameters<typeof listPraise>) => listPraise(...asked).map(({text: praise}) => praise);

describe("a record named on a page", () => {
  it("leads to the system it came from, its id made safe for an address", () => {
    const link = RecordLink("account", "a/1?x", "Acme", MANIFEST) as HTMLAnchorElement;
    expect([link.textContent, link.href]).toEqual(["Acme", "https://crm.example.com/a/a%2F1%3Fx"]);
  });
  it("is plain text without an address, with one that would run, and where only we know its id", () => {
    expect(RecordLink("lead", "l1", "Lead", MANIFEST)).toBe("Lead");
    expect(RecordLink("contact", "c1", "Pat", MANIFEST)).toBe("Pat");
    expect(RecordLink("handoff", "chain:m1", null, MANIFEST)).toBe("chain:m1");
  });
});

describe("a team's page", () => {
  it("opens with how many coming meetings press, and the first of it in the company's own time", () => {
    expect(texts(TeamPage(TEAM, MANIFEST), ".finding p").join(" ")).toContain(
      "1 of 3 coming meetings needs something now: for 1 it is overdue. 1 more has something open that is not due yet; 1 is ready. The first of them: Acme, 1 Oct, 14:30 (12:30 your time).",
    );
    expect(texts(TeamPage({...TEAM, coming: []}, MANIFEST), ".finding p")[0]).toBe("No meeting is coming in the data.");
  });
  it("lists them by day with the board's own tasks, and says of which time they are", () => {
    const list = Coming(COMING, MANIFEST);
    expect(texts(list, "h3")).toEqual(["Wed 1 Oct 1 overdue, 1 ready", "Mon 6 Oct 1 not due yet"]);
    expect(texts(list, ".asks summary")).toEqual(["add Budget", "add Budget"]);
    expect(list.querySelector("p")!.textContent).toBe("Data of 1 Oct 2025, 06:00; times are as of then, in Europe/Berlin.");
  });
  it("names who is still ramping, and no rank", () => {
    const page = TeamPage(TEAM, MANIFEST);
    expect(page.textContent).toContain("1 of 2 SDRs is still ramping: Bo Chen.");
    expect(texts(page, ".data-table tbody th")).toEqual(["Ada Berg", "Bo Chen ramping"]);
  });
  it("marks what stands over all time, and says what the trend is of", () => {
    const [bo, ada] = TEAM.scorecard;
    const cells = [makeRow({scope: "sdr", period: "all", period_start: "", value: 0.65})];
    const page = TeamPage({...TEAM, scorecard: [{...bo!, cells}, ada!]}, MANIFEST);
    expect(texts(page, ".mark-cell .sub").filter((line) => line.includes("all time"))).toHaveLength(1);
    expect(texts(page, ".data-table thead th").at(-1)).toContain("Show by month");
  });
  it("of AEs alone says why it has no numbers", () => {
    const page = TeamPage({...TEAM, scorecard: [], headlines: [makeHeadline({latest: null})], coming: []}, MANIFEST);
    expect(page.textContent).toContain("No SDR is in this team now.");
    expect(page.querySelector("a[href*=ae-team]")).toBeNull();
    const teams = MANIFEST.teams.map((team) => (team.slug === TEAM.slug ? {...team, kind: "ae" as const} : team));
    const linked = TeamPage({...TEAM, scorecard: [], headlines: [], coming: []}, {...MANIFEST, teams});
    expect(linked.querySelector("a[href*=ae-team]")?.getAttribute("href")).toContain(TEAM.slug);
  });
});

describe("the people to choose from", () => {
  it("are counted as the overview counts them, those of another role, who left and whom no people export knows marked", () => {
    const person = (name: string, values = {}) => ({slug: name, name, role: "ae", team_slug: null, is_current: true, is_known: true, has_page: false, has_ae_page: true, has_one_on_one: false, ...values}); // prettier-ignore
    const people = [
      person("Ada"),
      person("Bo", {is_current: false}),
      person("Cy", {role: "manager"}),
      person("p999", {is_known: false}),
    ];
    const picker = PersonPicker({...MANIFEST, people}, {kind: "ae"});
    expect(texts(picker, "p")).toEqual(["1 at present, 1 in another role now, 1 who left, 1 whom no people export knows."]);
    expect(texts(picker, "li")).toEqual(["Ada", "Bo left", "Cy another role now", "p999 in no people export"]);
    expect(picker.querySelector("li .tag a")!.getAttribute("href")).toContain("data-health");
  });
});

describe("a manager's queue", () => {
  const line = {
    ...FOCUS,
    slug: "ada-berg",
    name: "Ada Berg",
    is_agreed: false,
    quartile: 0.85,
    quartile_of: "team" as const,
    people: 6,
    gap: 0.51,
    last: null,
  };
  it("says how surely of all at once, then with whom, about what, in plain counts, and since when; more than three wait below", () => {
    const page = TeamPage({...TEAM, queue: ["Ada", "Bo", "Cy", "Di", "Ed"].map((name) => ({...line, name}))}, MANIFEST);
    expect(page.textContent!.replace(/\s+/g, " ")).toContain(
      "Ada: “Budget in the brief”: in 6 of 20 cases; the upper quarter of 6 others does it in 85 % or more. In focus since 25 Aug 2025.",
    );
    expect(page.textContent!.split("99\u00a0% or more").length).toBe(2);
    expect(texts(page, "details summary")).toContain("2 more");
  });
  it("names those of whom nothing stands out, so that silence is no praise and no blame", () => {
    const page = TeamPage({...TEAM, queue: [{...line, slug: TEAM.scorecard[0]!.slug}]}, MANIFEST);
    expect(page.textContent).toContain(
      `Nothing stands out for ${TEAM.scorecard[1]!.name}: nothing that their numbers could tell.`,
    );
  });
  it("says of whom no behaviour stands out though results are below target that these are", () => {
    const cells = [makeRow({scope: "sdr", status: "below_target"})];
    const page = TeamPage({...TEAM, queue: [line], scorecard: [{...TEAM.scorecard[0]!, cells}]}, MANIFEST);
    const {name} = TEAM.scorecard[0]!;
    expect(texts(page, "details.on-paper > summary")).toEqual(["No single behaviour, results below target: 1"]);
    expect(texts(page, "details.on-paper li")).toEqual([`${name}: Meeting show rate 77 % of 212 meetings in September 2025.`]);
    expect(page.textContent).not.toContain("Nothing stands out");
    // Of a starter nothing is known yet, which is another thing than nothing that stands out.
    const few = [makeRow({scope: "sdr", status: "too_few", maturity: "too_few"})];
    const early = TeamPage({...TEAM, queue: [line], scorecard: [{...TEAM.scorecard[0]!, cells: few}]}, MANIFEST);
    expect(early.textContent).toContain(`Too few handoffs so far to say anything about ${name}.`);
  });
  it("has three lines at most: those with a behaviour, then whose result is beyond chance; the others wait below, furthest from their target first", () => {
    const cell = (value: number) => makeRow({scope: "sdr", status: "below_target", value, lower: value - 0.05, upper: value + 0.05}); // prettier-ignore
    const [first] = TEAM.scorecard;
    const scorecard = (["Ada", "Bo", "Cy", "Di"] as const).map((name, index) => ({...first!, name, slug: name.toLowerCase(), cells: [cell([0.7, 0.65, 0.6, 0.69][index]!)]})); // prettier-ignore
    const person = (name: string, value: number, place: "inside" | "outside_95") => ({slug: name.toLowerCase(), name, n: 200, value, place}); // prettier-ignore
    const people = [person("Ada", 0.6, "outside_95"), person("Bo", 0.65, "inside"), person("Cy", 0.6, "inside"), person("Di", 0.69, "inside")]; // prettier-ignore
    const plots = [{...PLOTS[0]!, metric: "show_rate", centre: 0.74, people}];
    const namesIn = (queue: QueueLine[], where: string) => {
      const page = TeamPage({...TEAM, queue, scorecard, funnel_plots: plots}, MANIFEST);
      const section = [...page.querySelectorAll("section")].find((each) => each.textContent!.includes("Talk with"))!;
      return texts(section, where).map((text) => text.split(":")[0]);
    };
    expect(namesIn([line], "ul:not(details ul) > li")).toEqual(["Ada Berg", "Ada"]);
    expect(namesIn([line], "details li")).toEqual(["Cy", "Bo", "Di"]);
    const three = ["x", "y", "z"].map((slug) => ({...line, slug, name: slug}));
    expect(namesIn(three, "ul:not(details ul) > li")).toEqual(["x", "y", "z"]);
    expect(namesIn(three, "details li")).toEqual(["Ada", "Cy", "Bo", "Di"]);
  });
  it("cites of a result the number that the scorecard's cell shows, and says what kind it is", () => {
    const beside = [{what: "shrunk", value: 0.66, lower: 0.56, upper: 0.74}] as const;
    const cells = [{...makeRow({scope: "sdr", status: "below_target", value: 0.43}), beside: [...beside]}];
    const page = TeamPage({...TEAM, queue: [line], scorecard: [{...TEAM.scorecard[0]!, cells}]}, MANIFEST);
    expect(texts(page, "details.on-paper li").join()).toContain(
      "Meeting show rate 66 % (chance taken out; 43 % as counted, of 212 meetings in September 2025).",
    );
    expect(texts(page, ".data-table td").join()).toContain("66 %");
  });
  it("counts what was there where a behaviour's name says what is not", () => {
    expect(describeQueueLine({...line, lapse: "Placeholders left in required fields"})).toContain(
      "Placeholders left in required fields: in 14 of 20 cases; with the upper quarter of 6 others it is in 15\u00a0% or less.",
    );
  });
  it("says whether what was agreed last has moved, and when that was where it is not what the line is about", () => {
    const last = {behaviour: FOCUS.behaviour, label: FOCUS.label, agreed_on: FOCUS.since, verdict: "too_early", before_n: 0, before_done: 0, after_n: 0, after_done: 0} as const; // prettier-ignore
    expect(describeQueueLine({...line, is_agreed: true, last})).toContain(
      "Agreed on 25 Aug 2025. Too early to say whether it has moved. Next look",
    );
    expect(describeQueueLine({...line, last: {...last, agreed_on: "2025-03-03", verdict: "no_signal"}})).toContain(
      "In focus since 25 Aug 2025. Agreed on before, on 3 Mar 2025. No signal since that it has moved.",
    );
    const other = {...last, behaviour: "champion", label: "Champion in the brief", verdict: "signal"} as const;
    expect(describeQueueLine({...line, last: other})).toContain(
      "Agreed before, on 25 Aug 2025: “Champion in the brief”. It has moved since, by more than chance.",
    );
  });
  it("says of what nobody agreed on and has not moved what to do about it, and since when at least", () =>
    expect(describeQueueLine({...line, is_since_before: true, is_unmoved: true})).toContain(
      "In focus since at least 25 Aug 2025. Up to the last look it had not moved: agree on it, dismiss it, or talk about another.",
    ));
  it("says of what was dismissed that it was, and until when that held", () =>
    expect(describeQueueLine({...line, dismissed: {on: "2025-03-03", until: "2025-08-18"}})).toContain(
      "In focus since 25 Aug 2025. Dismissed on 3 Mar 2025; that held until 18 Aug 2025.",
    ));
  it("says of an upper quarter that leaves out nothing that it does it nearly always", () => {
    expect(nameLevel(0.999, 20)).toBe("nearly always");
  });
  it("says what was agreed although nothing could be counted yet, and that nothing stands out", () => {
    expect(
      describeQueueLine({...line, eligible: null, done: null, gap: null, comments: 0, is_agreed: true, review_on: null}),
    ).toBe("“Budget in the brief”, as agreed. Agreed on 25 Aug 2025.");
    expect(TeamPage(TEAM, MANIFEST).textContent).toContain("Nothing stands out beyond chance.");
  });
});

describe("where no brief was supplied", () => {
  const absent = {metric: "documentation_completeness", label: "Documentation", why: "no brief"};
  const manifest = {...MANIFEST, absent_metrics: [absent]};
  it("a team's page lists the coming meetings and says nothing of fields", () => {
    const coming = COMING.map((line) => ({...line, tasks: []}));
    const page = TeamPage({...TEAM, coming}, manifest);
    expect(texts(page, ".day h3")).toEqual(["Wed 1 Oct 2 ready", "Mon 6 Oct 1 ready"]);
    expect(page.textContent).not.toMatch(/Budget|briefs leave out/);
  });
  it("an SDR's page has no one thing, no squares and nothing to add", () => {
    const page = SdrPage({...SDR, coming: [], coaching: {...NONE, next: []}, themes: {comments: 0, themes: []}}, manifest);
    expect(texts(page, "h2")).not.toContain("One thing");
    expect(page.querySelector(".squares")).toBeNull();
    expect(page.textContent).not.toMatch(/Budget|Primary pain|What to add|square/);
  });
});

describe("an SDR's page", () => {
  it("of few handoffs begins with what is coming, and says of no number what too few members cannot", () => {
    const cells = [{...makeRow({maturity: "too_few", status: "too_few"}), is_change_signal: null}];
    const page = SdrPage({...SDR, cells, coaching: {...NONE, next: []}, valued_answers: 2, fields: []}, MANIFEST);
    expect(texts(page, "h2")[0]).toBe("Coming meetings");
    expect(page.textContent).toContain("Too few handoffs are known yet to say what goes well.");
    expect(page.textContent).toContain("Too few handoffs in the last half-year to name one thing.");
    expect(page.textContent).toContain("2 answers name any so far: too few to say what AEs value most.");
  });
  it("shows what AEs valued as a share of the answers that name any, as the page on feedback does", () => {
    const rows = [...SdrPage(SDR, MANIFEST).querySelectorAll("table.bars tr")].map((row) => texts(row, ".right"));
    expect(rows.slice(0, 2)).toEqual([["7", "88 %"], ["3", "38 %"]]); // prettier-ignore
  });
  it("begins with what goes well: a number surely above target, a change for the better, a field filled more surely than by others", () => {
    const trailing = makeRow({
      period: "trailing_90d",
      status: "above_target",
      value: 0.9,
      lower: 0.82,
      upper: 0.95,
      n: 60,
      denominator: 60,
    });
    const rating = makeRow({metric: "handoff_quality_score", period: "trailing_90d", value: 8.1, previous_value: 7, n: 12});
    const cells = [
      {...trailing, is_change_signal: false},
      {...rating, is_change_signal: true},
    ];
    const fields = [{field: "primary_pain", filled: 50, not_disclosed: 0, missing: 0}];
    const team_fields = [{field: "primary_pain", filled: 70, not_disclosed: 0, missing: 30}];
    expect(listStrengths({...SDR, cells, fields, team_fields}, MANIFEST)).toEqual([
      "Meeting show rate: 90\u00a0% (82–95\u00a0%) of 60 meetings over the last 90 days, above the target of 75\u00a0%.",
      "Handoff quality went from 7.0 in the 90 days before to 8.1 over the last 90 days, more than noise.",
      "“Primary pain” is in 50 of 50 briefs over all time (100\u00a0%, 95–100\u00a0%); in those of the rest of the team together, in 70\u00a0%.",
    ]);
    const [praise] = listStrengths({...SDR, cells: [], fields, team_fields, team_fields_of: "company"}, MANIFEST);
    expect(praise).toContain("in those of the rest of the company together, in 70");
  });
  it("praises nobody for what AEs did", () => {
    const row = makeRow({
      metric: "feedback_response_rate",
      period: "trailing_90d",
      value: 1,
      previous_value: 0.7,
      status: "above_target",
    });
    const praise = listStrengths({...SDR, cells: [{...row, is_change_signal: true}], fields: [], team_fields: []}, MANIFEST);
    expect(praise.join(" ")).not.toMatch(/feedback|response/i);
  });
  it("praises no change for the worse, and no difference that chance may have made", () => {
    const cells = [{...makeRow({period: "trailing_90d", value: 0.5, previous_value: 0.8}), is_change_signal: true}];
    const fields = [{field: "budget", filled: 5, not_disclosed: 0, missing: 1}];
    const team_fields = [{field: "budget", filled: 70, not_disclosed: 0, missing: 30}];
    expect(listStrengths({...SDR, cells, fields, team_fields}, MANIFEST)).toEqual([
      "AEs named timeline most often as the most valuable context: in 7 of 8 answers (88\u00a0%).",
      "“Budget” is in 5 of 6 briefs over all time (83\u00a0%).",
    ]);
  });
  it("praises no field that the CRM fills by itself", () => {
    const [field] = MANIFEST.brief_fields;
    const manifest = {...MANIFEST, brief_fields: [{...field!, section: "account"}]};
    const fields = [{field: field!.field, filled: 9, not_disclosed: 0, missing: 0}];
    expect(listStrengths({...SDR, fields, valued: []}, manifest)).toEqual([]);
  });
  it("says what AEs gave of late, where that is not praise already", () => {
    const rating = {metric: "handoff_quality_score", value: 7.4, lower: 7, upper: 7.8, n: 20, is_change_signal: null};
    const page = (status: "not_separable" | "above_target") =>
      SdrPage({...SDR, cells: [{...makeRow({period: "trailing_90d", status}), ...rating}]}, MANIFEST);
    const sentence = "AEs gave 20 handoffs 7.4 of 10 on average over the last 90 days (7.0–7.8).";
    expect(page("not_separable").textContent).toContain(sentence);
    expect(page("above_target").textContent).not.toContain(sentence);
  });
  it("says beside a verdict what the count alone would say", () => {
    const cell = {...makeRow({period: "trailing_90d", status: "not_separable", value: 0.59, lower: 0.44, upper: 0.73, denominator: 27}), as_counted: "below_target" as const, beside: [{what: "shrunk" as const, value: 0.68, lower: 0.6, upper: 0.76}], is_change_signal: null}; // prettier-ignore
    const page = SdrPage({...SDR, cells: [cell]}, MANIFEST);
    const line = page.querySelector(".number .reading")!.textContent!.replace(/\s+/g, " ");
    expect(line).toContain("no different from target on 27 meetings");
    expect(line).toContain("below it as counted, but not with chance taken out");
    expect(page.textContent).toContain("Below: none");
  });
  it("gives its numbers as the team's scorecard does, and says where they are of all time", () => {
    const ever = makeRow({metric: "handoff_quality_score", period: "all", period_start: "", value: 7.25, n: 9});
    const cells = [makeRow({period: "trailing_90d", period_start: "", value: 0.65, n: 20}), ever];
    const sdr = {...SDR, cells: cells.map((row) => ({...row, is_change_signal: null}))};
    const readings = texts(SdrPage(sdr, MANIFEST), ".number .reading .sub");
    // The headline's month, September with 163 of 212, is not among them.
    expect(readings).toEqual(["20 meetings, over the last 90 days, target 75 %", "9 ratings, over all time, target 0.8"]);
  });
  it("names one thing, what speaks for it, how to do it, and what became of what was agreed", () => {
    const verdict = {behaviour: "champion", label: "Champion in the brief", agreed_on: "2025-03-03", review_on: null, status: "done", note: null, verdict: "signal", why: null, before_n: 60, before_done: 12, after_n: 40, after_done: 32} as const; // prettier-ignore
    const text = (more: object) =>
      OneThing({...SDR.coaching, ...more}, {slug: "ada-berg", name: "Ada Berg", manifest: MANIFEST}).textContent!.replace(
        /\s+/g,
        " ",
      );
    expect(text({})).toContain("“Budget in the brief”: in 6 of 20 cases, over the half-year at work up to the last look. 6 colleagues in the company: in 70 % of 100 cases. AEs who said what was missing named it in 5 of 12 answers. In this company handoffs with it become SQLs more often, other things being alike (+4.0 points): an association, no more."); // prettier-ignore
    expect(text({})).toContain("How: Ask how the last purchase was paid for. In focus since 25 Aug 2025: Baton chose it from the counts. Next look on 6 Oct 2025, when the counts are gone through again. What else stands out: “Champion in the brief”."); // prettier-ignore
    expect(text({verdicts: [verdict]})).toContain("“Champion in the brief”, agreed on 3 Mar 2025: 20 % of 60 before, 80 % of 40 since. A signal: more than chance."); // prettier-ignore
    const agreed = {...FOCUS, eligible: null, done: null, agreed: {note: "Ask it first"}};
    expect(text({focus: agreed})).toContain("“Budget in the brief”, as agreed; nothing could be counted yet.");
    expect(text({focus: agreed})).toContain("Agreed on 25 Aug 2025: “Ask it first”");
    expect(text({focus: null, no_focus: "nothing_stands_out"})).toContain("Nothing stands out: keep going.");
    const lapse = {...FOCUS, lapse: "Placeholders left in required fields"};
    expect(text({focus: lapse})).toContain("Placeholders left in required fields: in 14 of 20 cases, over the half-year at work up to the last look. 6 colleagues in the company: in 30 % of 100 cases."); // prettier-ignore
  });
  it("says of numbers that are all too few that nothing can be told of them", () => {
    const cells = [makeRow({scope: "sdr", status: "too_few", maturity: "too_few", is_change_signal: null} as object)];
    const text = (more: object) => SdrPage({...SDR, ...more}, MANIFEST).textContent!;
    expect(text({cells})).toContain("Too few so far to tell anything against a target.");
    expect(text({cells})).not.toContain("Above target:");
    expect(text({cells: [...cells, ...SDR.cells]})).toContain("no different from target, or too few to tell.");
  });
  it("opens with what a coming meeting still needs, where no behaviour is in focus", () => {
    const none = {...NONE, next: [], no_focus: "nothing_stands_out" as const};
    const head = (more: object) => SdrPage({...SDR, coaching: none, ...more}, MANIFEST).querySelector(".finding")!;
    expect(head({}).textContent).toContain("Next, for Acme on Wed 1 Oct: add Budget.");
    expect(head({}).querySelector("a")!.getAttribute("href")).toContain("handoff=");
    const ready = SDR.coming.map((meeting) => ({...meeting, tasks: []}));
    expect(head({coming: ready}).textContent).toContain("Next: nothing is left to do for the coming meetings.");
    expect(head({coming: []}).textContent).not.toContain("Next");
    expect(SdrPage(SDR, MANIFEST).querySelector(".finding")!.textContent).toContain("Next: “Budget in the brief”.");
  });
  it("puts a confirmation that is due before a text to be made more specific, in the head and before such a focus", () => {
    const vague: ComingTask = {who: "sdr", what: "vague", of: ["budget"], due_at: "2025-09-30T12:30:00Z"};
    const confirmation = (due_at: string) => ({who: "sdr", what: "confirmation", due_at}) as const;
    const [today, later] = SDR.coming;
    const head = (confirm_by: string, coaching: CoachingData = {...NONE, next: []}) => {
      const coming = [
        {...today!, tasks: [], also: [vague]},
        {...later!, tasks: [], also: [confirmation(confirm_by)]},
      ];
      return SdrPage({...SDR, coaching, coming}, MANIFEST).querySelector(".finding")!.textContent;
    };
    // The data are of 1 October, 04:00.
    expect(head("2025-10-01T12:30:00Z")).toContain("send the confirmation.");
    expect(head("2025-10-03T15:00:00Z")).toContain("make Budget more specific.");
    const focus = {...FOCUS, behaviour: "specificity"};
    expect(head("2025-10-01T12:30:00Z", {...SDR.coaching, focus})).toMatch(/send the confirmation\. Then: “Budget in the brief”/);
    expect(head("2025-10-01T12:30:00Z", SDR.coaching)).not.toContain("send the confirmation");
  });
  it("shows the last handoffs: brief by required field, outcome, result, the AE's words in quotation marks", () => {
    const rows = [...HandoffRows(RECENT, MANIFEST)!.querySelectorAll("tbody tr")];
    expect(rows.map((row) => texts(row, ".result"))).toEqual([
      ["held", "SQL"],
      ["held disputed", "rejected: No budget"],
      ["no-show", "–"],
    ]);
    // Where no heads are seen, a result that does not name what it is of is named.
    expect(rows.map((row) => row.querySelectorAll(".result")[1]!.getAttribute("data-head"))).toEqual([null, null, "SQL:"]);
    // Primary pain and budget are required; competition, the third, is not.
    expect(rows.map((row) => row.querySelector("[role=img]")!.getAttribute("aria-label"))).toEqual([
      "Brief: all 2 fields filled.",
      "Brief: all 2 fields filled.",
      "Brief: 1 of 2 fields filled. Missing: Budget.",
    ]);
    expect(texts(rows[1]!, ".words p")).toEqual(["“Who pays?”", "Cleo Diaz, 4 of 10"]);
  });
  it("says “not in time” once the time for an SQL is over, and asks of a meeting without an outcome whether it took place", () => {
    expect([false, true].map((is_sql_over) => nameResult(makeLine({is_sql_over})))).toEqual(["not yet", "not in time"]);
    expect(texts(HandoffRows([makeLine({outcome: "unknown"})], MANIFEST)!, ".result .todo")).toEqual([
      "say whether it took place",
    ]);
  });
  it("tells an answer without a rating from none, and expects none where no meeting was held", () => {
    const answer = (values: Parameters<typeof makeLine>[0]) => nameAnswer(makeLine(values));
    expect(answer({is_answered: true, quality_score: 7.5})).toBe("7.5 of 10");
    expect(answer({is_answered: true})).toBe("answered, no rating");
    expect(answer({})).toBe("no answer yet");
    expect(answer({is_closed: true})).toBe("never answered");
    expect(answer({outcome: "no_show", is_answered: true})).toBe("");
  });
  it("says what to do before each coming meeting, by when, and for each field what to ask", () => {
    const page = SdrPage(SDR, MANIFEST);
    const tasks = texts(page, ".tasks > li").map((text) => text.replace(/\s+/g, " "));
    expect(tasks.map((text) => text.replace(/Ask: .*\? /, ""))).toEqual([
      "SDR add Budget Budget was due Tue 30 Sept, 14:30",
      "SDR add Budget Budget by Fri 3 Oct, 17:00 (15:00 your time)",
    ]);
    expect(texts(page, ".asks li")[0]).toBe("Budget Ask: Is money set aside, and if not, how is it found?");
  });
  it("gives somebody without data a first week instead of empty tables", () => {
    const headlines = [makeHeadline({latest: null, trailing: null})];
    const page = SdrPage({...SDR, headlines, recent: [], coming: []}, MANIFEST);
    expect(texts(page, "h2")).toEqual(["The first week"]);
    expect(texts(page, ".fields dd")).toEqual(["Primary pain, Budget"]);
  });
});

describe("the records behind a number", () => {
  const fact = (dated_at: string, values: Partial<FactRow> = {}): FactRow => ({
    metric: "show_rate",
    record_id: dated_at,
    account: "Acme",
    ae: "Cleo Diaz",
    dated_at,
    is_mature: true,
    is_disputed: false,
    numerator: 1,
    denominator: 1,
    currency: "",
    ...values,
  });
  const pick = (facts: FactRow[], values: Parameters<typeof makeRow>[0]) =>
    selectFacts(facts, makeRow(values), MANIFEST).map(({record_id}) => record_id);

  it("are those of its month in the company's own zone, newest first", () => {
    // Berlin: the last of August at 22:00 UTC is September there, the last of September at 22:00 UTC October.
    const facts = ["2025-08-31T21:59:59Z", "2025-08-31T22:00:00Z", "2025-09-30T21:59:59Z", "2025-09-30T22:00:00Z"].map((time) =>
      fact(time),
    );
    expect(pick(facts, {period_start: "2025-09-01"})).toEqual(["2025-09-30T21:59:59Z", "2025-08-31T22:00:00Z"]);
    expect(pick(facts, {period: "quarter", period_start: "2025-07-01"})).toHaveLength(3);
    expect(pick(facts, {period: "all", period_start: ""})).toHaveLength(4);
  });
  it("of 90 days hold the instant 90 days before the data's own, as the number does", () => {
    const facts = ["2025-07-03T03:59:59Z", "2025-07-03T04:00:00Z", "2025-10-01T04:00:00Z"].map((time) => fact(time));
    expect(pick(facts, {period: "trailing_90d", period_start: ""})).toEqual(["2025-10-01T04:00:00Z", "2025-07-03T04:00:00Z"]);
  });
  it("are of its own metric and currency", () => {
    const facts = [fact("2025-09-02T00:00:00Z", {currency: "USD"}), fact("2025-09-03T00:00:00Z", {metric: "other"}), fact("2025-09-04T00:00:00Z", {currency: "EUR"})]; // prettier-ignore
    expect(pick(facts, {period: "all", currency: "EUR"})).toEqual(["2025-09-04T00:00:00Z"]);
  });
});
