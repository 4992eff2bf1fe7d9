// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {CoachingData, FocusesData, OneOnOneData} from "../../pipeline/contract/datasets.js";
import {fillForm} from "../../pipeline/contract/form.js";
import {pickExemplars} from "../../src/components/people/exemplars.js";
import {FocusesPage} from "../../src/components/company/focuses-page.js";
import {askLeading} from "../../src/components/explain/explain-sheet.js";
import {OneOnOnePage} from "../../src/components/one-on-one/one-on-one-page.js";
import {SdrPage} from "../../src/components/people/sdr-page.js";
import {RUNS} from "./conclusions.js";
import {makeManifest, makeRow, SDR} from "./fixtures.js";
import {COACHING} from "./lines.js";

const MANIFEST = makeManifest();
const EXEMPLAR = {behaviour: "budget", label: "Budget", text: "80k, signed by the CFO", motion: "outbound", rating: 9, became_sql: true, month: "2025-08"}; // prettier-ignore
const SHEET: OneOnOneData = {
  slug: "ada-berg", name: "Ada Berg", team_name: "EMEA", team_slug: "emea", manager_name: "Mara Lind", is_current: true, coaching: COACHING, dismissals: [],
  against: {quartile: 0.85, quartile_of: "team", people: 6, gap: 0.51, step: 6, occurrence: 0.9}, look: null, cases: [], leading: [],
  cells: [{...makeRow({scope: "sdr", period: "all", period_start: "", n: 20, in_flight: 3}), beside: [{what: "mix_expected", value: 0.7, lower: null, upper: null}, {what: "against_mix", value: 0.07, lower: -0.1, upper: 0.2}]}],
  funnel: [], themes: {comments: 0, themes: []}, valued: [], valued_answers: 0,
  fairness: {aes: [{name: "Cleo Diaz", handoffs: 12}, {name: "Dot Eng", handoffs: 4}, {name: "Finn Gray", handoffs: 4}], held: 20, answered: 15, rated: 12, is_answer_known: true, adjusted: "up", rated_by: 3},
  next_check_on: "2025-10-06", forms: [], other_form_url: null,
}; // prettier-ignore
const draw = (more: Partial<OneOnOneData> = {}, exemplars = [EXEMPLAR]) =>
  OneOnOnePage({sheet: {...SHEET, ...more}, exemplars}, MANIFEST);
const textOf = (node: Element) => node.textContent!.replace(/\s+/g, " ");
const partOf = (page: Element, title: string) =>
  textOf([...page.querySelectorAll("section")].find((part) => part.querySelector("h2")?.textContent === title)!);

describe("a 1:1 sheet", () => {
  it("opens with why there is no one thing, and says of what was agreed lately not yet that it has not moved", () => {
    const lead = (coaching: Partial<CoachingData>) => textOf(draw({coaching: {...COACHING, ...coaching}}).querySelector(".finding")!); // prettier-ignore
    expect(lead({focus: null, no_focus: "starter"})).toContain("Too new for a focus");
    expect(lead({focus: null, no_focus: "nothing_stands_out"})).toContain("No one thing stands out this time.");
    const focus = {...COACHING.focus!, run: {...COACHING.focus!.run!, signals: []}};
    const {behaviour} = focus;
    const early = {behaviour, label: "Budget", agreed_on: "2025-09-20", review_on: null, status: "open", note: null, verdict: "too_early", why: "few_after", before_n: 20, before_done: 5, after_n: 2, after_done: 1} as const; // prettier-ignore
    expect(lead({focus, moved: null, verdicts: []})).toContain("has not moved by more than chance");
    expect(lead({focus, moved: null, verdicts: [early]})).not.toContain("has not moved");
  });
  it("says its one thing in a sentence of what was counted, one group beside it and what it is worth; what else it was chosen by in a small line", () => {
    const text = partOf(draw(), "One thing");
    expect(text).toContain(
      "“Budget in the brief”: in 6 of 20 cases, as counted; the upper quarter of 6 others does it in 85 % or more, and handoffs with it become SQLs more often (+4.0 points), an association.",
    );
    expect(text).toContain(
      "Why this one: a gap of 51 points with chance taken out; it could have been done in 90 % of the handoffs; AEs named it in 5 of 12 answers; 99 % sure that it is worth a talk.",
    );
    expect(text).not.toContain("colleagues");
    const untold = partOf(draw({coaching: {...COACHING, focus: {...COACHING.focus!, association: null}}}), "One thing");
    expect(untold).toContain("no association with SQL can be told in this company");
    expect(untold).not.toContain("SQLs more often");
  });
  it("says of its one thing what was counted since the last look, and before, in one sentence wherever it says how often", () => {
    const said = "in 5 of 12 cases since the last look on 2 Sept 2025, 6 of 20 in the half-year at work before, as counted";
    const page = draw({look: {on: "2025-09-02", eligible: 12, done: 5}});
    expect(partOf(page, "One thing")).toContain(said);
    expect(partOf(page, "Agenda")).toContain(said);
    const none = partOf(draw({look: {on: "2025-09-02", eligible: 0, done: 0}}), "Agenda");
    expect(none).toContain("in 6 of 20 cases in the half-year at work up to the last look on 2 Sept 2025, in none since");
    // Of what is named by what is not done, how often that was there.
    const lapse = {...COACHING.focus!, lapse: "Placeholders left"};
    const left = draw({look: {on: "2025-09-02", eligible: 12, done: 5}, coaching: {...COACHING, focus: lapse}});
    expect(partOf(left, "Agenda")).toContain("Placeholders left: in 7 of 12 cases since");
  });
  it("sets each rate beside what the mix alone would have given, with n and what is in flight", () => {
    const text = partOf(draw(), "Beside what the mix alone would have given");
    expect(text).toMatch(/Show 77 % 72–81 %, n 20, 3 in flight, over all time 70 % no different from it/);
  });
  it("says beyond chance only where the interval of the difference leaves nothing out", () => {
    const [cell] = SHEET.cells;
    const beside = (lower: number, upper: number) => [{what: "mix_expected", value: 0.7, lower: null, upper: null}, {what: "against_mix", value: 0, lower, upper}] as const; // prettier-ignore
    const read = (lower: number, upper: number) => partOf(draw({cells: [{...cell!, beside: [...beside(lower, upper)]}]}), "Beside what the mix alone would have given"); // prettier-ignore
    expect(read(0.01, 0.2)).toContain("above it, beyond chance");
    expect(read(-0.2, -0.01)).toContain("below it, beyond chance");
  });
  it("is fair: which AEs, which way allowing for them moves the rating, which answers never came", () => {
    expect(partOf(draw(), "To be fair")).toContain(
      "20 held handoffs of the last half-year went to 3 AEs: Cleo Diaz 60 %, Dot Eng 20 %, Finn Gray 20 %. Allowing for which AEs they were moves the mean rating up. 5 of 20 held handoffs have no answer from the AE, 8 no rating.",
    );
    const few = {...SHEET.fairness, adjusted: null, rated_by: 2};
    expect(partOf(draw({fairness: few}), "To be fair")).toContain("Fewer than three AEs gave ratings");
  });
  it("shows an exemplar of the focus only where the playbook has one", () => {
    expect(partOf(draw(), "How a colleague wrote it")).toContain("80k, signed by the CFO");
    expect(textOf(draw({}, []))).not.toContain("How a colleague wrote it");
    expect(pickExemplars([EXEMPLAR], "champion", 1)).toEqual([]);
  });
  it("ends with what its numbers are not for, and where it is told who sees them", () => {
    const last = draw().querySelector(":scope > p:last-child")!;
    expect(textOf(last)).toContain("not for pay or dismissal. What is measured here, and who sees it?");
  });
  it("says of a field how many briefs are not counted, in the line and in its answer", () => {
    const line = {behaviour: "budget", label: "Budget in the brief", eligible: 51, done: 42, value: 0.82, lower: 0.72, upper: 0.89, others: null, left_out: 30}; // prettier-ignore
    expect(partOf(draw({leading: [line]}), "Before the meeting, over the last half-year")).toContain(
      "42 of 51 cases; 30 not counted",
    );
    expect(askLeading(line, {slug: "ada-berg", name: "Ada Berg", manifest: MANIFEST}).entries).toContainEqual([
      "Not counted here",
      expect.stringContaining("30 more briefs: a placeholder or a copied text stands in this field"),
    ]);
  });
  it("fills the agenda in, and links no form where none is configured or the address would run", () => {
    expect(partOf(draw(), "Agenda")).toMatch(/Goal “Budget in the brief” in 6 of the next 10 cases: half of the way to where the upper quarter of 6 others does it in 85 % or more\..*Reality.*in 6 of 20 cases.*Options Ask how the last purchase.*Or another: “Champion in the brief”.*Way forward.*Next look on 6 Oct 2025, when the counts are gone through again\./); // prettier-ignore
    expect(partOf(draw(), "Agenda")).toContain("With coaching.commitment_form_url in the configuration");
    const form = {behaviour: "budget", label: "Budget in the brief", commit_url: "javascript:alert(1)", dismiss_url: "https://forms.example.com/x"}; // prettier-ignore
    const links = [...draw({forms: [form]}).querySelectorAll(".record a")].map((link) => link.textContent);
    expect(links).toEqual(["Not this focus"]);
  });
  it("names one day of the next look: the review that was agreed on, or that on which the counts are gone through again", () => {
    const days = (coaching: CoachingData) =>
      new Set(textOf(draw({coaching})).match(/(looked at|[Nn]ext look|gone through)[^.]*?on \d+ \w+ \d+[^.]*\./g));
    const focus = {...COACHING.focus!, review_on: "2025-10-06", agreed: {note: null}};
    expect([...days(COACHING)]).toEqual(["Next look on 6 Oct 2025, when the counts are gone through again."]);
    expect([...days({...COACHING, focus})]).toEqual(["Next look on 6 Oct 2025."]);
  });
  it("lists what was dismissed with its day and note among what was agreed before, and says that the focus was", () => {
    const dismissals = [
      {label: "Budget in the brief", dismissed_on: "2025-06-02", note: "Asks it by phone"},
      {label: "Champion in the brief", dismissed_on: "2025-04-07", note: null},
    ];
    const before = partOf(draw({dismissals}), "Agreed before");
    expect(before).toContain("“Budget in the brief”: dismissed on 2 Jun 2025: “Asks it by phone”.");
    expect(before).toContain("“Champion in the brief”: dismissed on 7 Apr 2025.");
    expect(before).not.toContain("No agreement");
    const focus = {...COACHING.focus!, dismissed: {on: "2025-06-02", until: "2025-08-11"}};
    expect(partOf(draw({coaching: {...COACHING, focus}}), "One thing")).toContain(
      "Baton chose it from the counts. Dismissed on 2 Jun 2025; that held until 11 Aug 2025.",
    );
  });
  it("of a focus that nobody agreed on and has not moved says once what to do about it; the SDR's own page does not", () => {
    const focus = {...COACHING.focus!, is_since_before: true, is_unmoved: true, run: {...RUNS[0]!, signals: [], after_from: 2}};
    const told = "since at least 25 Aug 2025: Baton chose it from the counts. Up to the last look it had not moved: agree on it, dismiss it, or talk about another."; // prettier-ignore
    const sheet = draw({coaching: {...COACHING, focus}});
    expect(partOf(sheet, "One thing")).toContain(told);
    expect(textOf(sheet.querySelector(".finding")!)).not.toContain("not moved");
    expect(textOf(SdrPage({...SDR, coaching: {...COACHING, focus}}, MANIFEST))).not.toContain("dismiss it");
  });
  it("of somebody with no focus still links the form, for what the two of them choose", () => {
    const links = [...draw({forms: [], other_form_url: "https://forms.example.com/c"}).querySelectorAll(".record a")];
    expect(links.map((link) => link.textContent)).toEqual(["Agree on something else"]);
  });
  it("opens with what became of the focus of last time, and of nothing that had no time to show", () => {
    const last = {
      behaviour: "budget",
      label: "Budget in the brief",
      agreed_on: "2025-06-02",
      review_on: null,
      status: "done",
      note: null,
      why: null,
      verdict: "signal",
      before_n: 20,
      before_done: 4,
      after_n: 30,
      after_done: 26,
    } as const;
    const lead = (verdicts: CoachingData["verdicts"]) =>
      [...draw({coaching: {...COACHING, verdicts}}).querySelectorAll(".finding p")].map(textOf).join(" ");
    expect(lead([last])).toContain("20 % of 20 before, 87 % of 30 since. A signal: more than chance.");
    expect(lead([{...last, verdict: "too_early"}])).not.toContain("agreed on");
  });
  it("draws each number of what came after the meeting as a dot with its interval, ratings too", () => {
    const metric = {...MANIFEST.metrics[0]!, name: "handoff_quality_score", label: "Handoff quality score", unit: "score"} as const; // prettier-ignore
    const manifest = {...MANIFEST, metrics: [...MANIFEST.metrics.filter(({name}) => name !== metric.name), metric]};
    const cells = [...SHEET.cells, makeRow({scope: "sdr", metric: metric.name, value: 7.1, lower: 6.4, upper: 7.8, target: 8})];
    const page = OneOnOnePage({sheet: {...SHEET, cells}, exemplars: []}, manifest);
    const section = [...page.querySelectorAll("section")].find((part) => part.querySelector("h2")?.textContent === "After it")!;
    expect([...section.querySelectorAll(".number")].map((row) => row.querySelectorAll(".dot, .interval, .target").length)).toEqual([3, 3]); // prettier-ignore
  });
  it("of somebody with no focus names the results that are below target beyond chance", () => {
    const none: CoachingData = {...COACHING, focus: null, next: [], no_focus: "nothing_stands_out"};
    const lead = (status: "below_target" | "not_separable") =>
      textOf(draw({coaching: none, against: null, cells: [{...SHEET.cells[0]!, status}]}).querySelector(".finding")!);
    expect(lead("below_target")).toContain("Meeting show rate is below target, more than chance gives");
    expect(lead("not_separable")).not.toContain("below target");
    const below = draw({coaching: none, against: null, cells: [{...SHEET.cells[0]!, status: "below_target"}]});
    expect(partOf(below, "One thing")).toContain(
      "No single behaviour explains what is below target: look for it in the handoffs below.",
    );
  });
  it("does not offer to agree again on what is agreed until its review, and does from then on", () => {
    const form = {behaviour: "budget", label: "Budget in the brief", commit_url: "https://forms.example.com/c", dismiss_url: "https://forms.example.com/d"}; // prettier-ignore
    const offered = (review_on: string) => {
      const focus = {...COACHING.focus!, behaviour: "budget", agreed: {note: null}, review_on};
      return [...draw({coaching: {...COACHING, focus}, forms: [form]}).querySelectorAll(".record a")].map(
        (link) => link.textContent,
      );
    };
    expect(offered("2099-01-01")).toEqual(["Not this focus"]);
    expect(offered("2025-01-01")).toEqual(["Agree on “Budget in the brief”", "Not this focus"]);
  });
  it("of somebody with no focus says so and asks what to get better at; of somebody who left has no agenda", () => {
    const none: CoachingData = {...COACHING, focus: null, next: [], no_focus: "nothing_stands_out"};
    expect(textOf(draw({coaching: none, against: null}))).toContain("No one thing stands out this time.");
    expect(partOf(draw({coaching: none, against: null}), "Agenda")).toContain("What would you like to get better at?");
    const left = textOf(draw({is_current: false, coaching: {...none, no_focus: "left"}}));
    expect(left).toContain("Ada Berg is no longer here; the sheet stays for the record.");
    expect(left).not.toContain("Way forward");
  });
});

describe("a form's address", () => {
  it("holds each value encoded, and nothing where nothing is known", () => {
    expect(fillForm("https://f.example.com/?a={sdr_id}&b={note}#{status}", {sdr_id: "a&b=c#d", status: null})).toBe(
      "https://f.example.com/?a=a%26b%3Dc%23d&b=#",
    );
  });
});

describe("an SDR's own page", () => {
  it("leads to the 1:1 sheet only where the site holds it", () => {
    const sheet = (manifest: typeof MANIFEST) => SdrPage(SDR, manifest).querySelector("a[href*='one-on-one']");
    expect(sheet(MANIFEST)).not.toBeNull();
    expect(sheet({...MANIFEST, people: MANIFEST.people.map((person) => ({...person, has_one_on_one: false}))})).toBeNull();
  });
  it("of a starter shows the first week beside what is known", () => {
    const coaching: CoachingData = {...COACHING, focus: null, next: [], no_focus: "starter"};
    expect(textOf(SdrPage({...SDR, coaching}, MANIFEST))).toContain("3 handoffs have had their meeting of late");
  });
});

describe("the page on which focuses work", () => {
  const line = {behaviour: "budget", label: "Budget in the brief", agreed: 9, people: 7, dismissed: 1, in_focus: 2, signal: 4, no_signal: 3, regressed: 1, too_early: 1}; // prettier-ignore
  const read = (data: Partial<FocusesData>) => textOf(FocusesPage({behaviours: [line], unfollowed: [], ...data}, MANIFEST));
  it("says how many moved of those that had time to, with the interval, and that it proves no cause", () => {
    expect(read({})).toContain("9 focuses were agreed in 1:1s so far; 8 have had time to show, and of these 4 moved.");
    expect(read({})).toContain("That is 50 % (25–75 %).");
    expect(read({})).toContain("It does not say that the talk moved it");
  });
  it("gives no share of few, and none where nothing was agreed", () => {
    const few = {...line, agreed: 3, signal: 1, no_signal: 1, regressed: 0, too_early: 1};
    expect(read({behaviours: [few]})).toContain("Fewer than 5 have had time to show");
    expect(read({behaviours: []})).toContain("No focus has been agreed in a 1:1 yet.");
  });
  it("tells rows that cannot be followed, and why", () => {
    expect(read({unfollowed: [{named: "charm", problem: "unknown_behaviour", count: 2}]})).toContain("“charm”: 2 rows, no behaviour of the catalogue has this name"); // prettier-ignore
  });
});
