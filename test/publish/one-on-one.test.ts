import {beforeAll, describe, expect, it} from "vitest";
import type {
  FocusCases,
  FocusesData,
  Manifest,
  OneOnOneData,
  SdrData,
  TeamData,
  VerdictData,
} from "../../pipeline/contract/datasets.js";
import {parseConfig} from "../../pipeline/config.js";
import {readCasesInPoint} from "../../pipeline/publish/cases-in-point.js";
import type {Person} from "../../pipeline/publish/ground.js";
import type {Cells} from "../models/given.js";
import {COACHED, COACHED_CONFIG} from "./coached-company.js";
import {published, type Published} from "./published.js";

let site: Published;
beforeAll(async () => {
  site = await published(COACHED, COACHED_CONFIG);
});
const sheetOf = (slug: string) => site.json<OneOnOneData>(`one-on-one/${slug}.json`);

describe("a 1:1 sheet", () => {
  it("has the focus with what it was held against, and what the SDR's own page must not say", () => {
    const {coaching, against} = sheetOf("ada-osei");
    expect(coaching.focus).toMatchObject({behaviour: "budget", eligible: 24, done: 6, comments: 4, commented: 9});
    expect(against).toMatchObject({quartile_of: "team", occurrence: 1});
    expect(against!.gap).toBeGreaterThan(0.4);
    expect(site.text("sdr/ada-osei.json")).not.toMatch(/quartile|"against"/);
  });

  it("has in the team's queue the same gap, and what became of what was agreed last without the note of it", () => {
    const {queue} = site.json<TeamData>("team/north.json");
    const [ada, cy] = ["ada-osei", "cy-park"].map((slug) => queue.find((line) => line.slug === slug)!);
    const {against} = sheetOf("ada-osei");
    expect(ada).toMatchObject({gap: against!.gap, last: null});
    const [{note: _, why: _why, status: _status, review_on: _review, ...numbers}] = sheetOf("cy-park").coaching.verdicts as [
      VerdictData,
    ];
    expect(cy!.last).toEqual(numbers);
  });

  it("shows where it was done and where it was missed, with the brief's field, the AE's words and the recording", () => {
    const cases = sheetOf("ada-osei").cases;
    expect(cases.map(({kind, handoff_id}) => [kind, handoff_id])).toEqual([
      ["good", "p-ada-8"],
      ["missed", "p-ada-9"],
      ["missed", "p-ada-7"],
    ]);
    expect(cases[0]).toMatchObject({brief: {label: "Budget", text: "set aside for this year, the CFO has signed it off"}, quality_score: 5}); // prettier-ignore
    expect(cases[1]).toMatchObject({brief: {label: "Budget", text: null}, call_url: "https://calls.example.com/k1"});
  });

  it("without a focus shows the handoffs rated highest and lowest", () => {
    const {coaching, cases} = sheetOf("bo-lind");
    expect(coaching.no_focus).toBe("nothing_stands_out");
    expect(cases.map(({kind, quality_score, brief}) => [kind, quality_score, brief])).toEqual([
      ["best", 8, null],
      ["worst", 5, null],
    ]);
  });

  it("without a focus shows no-shows of whom few meetings are held, and takes out how each AE rates before it says what was rated best", async () => {
    const {db} = await published(COACHED, COACHED_CONFIG);
    const config = parseConfig(JSON.stringify({company: "Test", ...COACHED_CONFIG}), "/test/baton.config.yaml");
    const read = async () => (await readCasesInPoint({db, config}))({person_id: "p-bo"} as Person).map(({kind, ae, outcome}) => [kind, kind === "no_show" ? outcome : ae]); // prettier-ignore
    const [, [, lowest]] = (await read()) as [string[], string[]];
    await db.run(`update marts.metrics set status = 'below_target' where metric = 'show_rate' and scope = 'sdr' and scope_id = 'p-bo' and period = 'trailing_90d';
      update marts.raters set severity = case when ae_id = (select ae_id from marts.handoffs where ae_name = '${lowest}' limit 1) then -9 else 0 end`);
    const cases = await read();
    expect(cases.slice(0, 3)).toEqual([["no_show", "no_show"], ["no_show", "no_show"], ["best", lowest]]); // prettier-ignore
  });

  it("counts the focus once, up to the last look and since, and beside it what else can be done before the meeting", () => {
    const {coaching, look, leading} = sheetOf("ada-osei");
    expect(coaching.focus).toMatchObject({behaviour: "budget"});
    // The day of the data is one of a look.
    expect(look).toEqual({on: "2026-10-05", eligible: 0, done: 0});
    const all = site.json<OneOnOneData>("one-on-one/bo-lind.json").leading.find(({behaviour}) => behaviour === "budget");
    expect(all).toBeDefined();
    expect(leading.map(({behaviour}) => behaviour)).not.toContain("budget");
    expect(leading[0]!.others!.people).toBeGreaterThanOrEqual(5);
    expect(sheetOf("bo-lind").look).toBeNull();
  });

  it("puts what AEs said of the focus before what they said more often", () => {
    const [first, second] = sheetOf("ada-osei").themes.themes;
    expect([first!.theme, second!.theme]).toEqual(["budget", "timeline"]);
    expect(first!.count).toBeLessThan(second!.count);
  });

  it("says which way allowing for the AEs moves the rating with three of them, and nothing of it with two", () => {
    const [ada, cy] = [sheetOf("ada-osei"), sheetOf("cy-park")];
    expect([ada.fairness.rated_by, cy.fairness.rated_by, cy.fairness.adjusted]).toEqual([3, 2, null]);
    expect(["up", "down", "same"]).toContain(ada.fairness.adjusted);
    expect(JSON.stringify(cy)).not.toContain('"adjusted":"');
    expect(cy.cells.flatMap(({beside = []}) => beside).map(({what}) => what)).not.toContain("adjusted");
    // Of 20 held meetings nine were answered.
    expect(ada.fairness).toMatchObject({held: 20, answered: 9, rated: 9, is_answer_known: true});
    expect(ada.fairness.aes.map(({name, handoffs}) => [name, handoffs])).toEqual([["Eve Tran", 8], ["Ida Noor", 8], ["Joe Katz", 4]]); // prettier-ignore
  });

  it("has what was agreed before with its verdict, the next look, and links that record what is agreed now", () => {
    const [ada, bo] = [sheetOf("ada-osei"), sheetOf("bo-lind")];
    expect(bo.coaching.verdicts).toMatchObject([{behaviour: "budget", status: "done", note: "Ask it first"}]);
    expect([ada.next_check_on, bo.next_check_on]).toEqual(["2026-11-16", "2026-11-16"]);
    // Agreed on 21 September without a day: six weeks after that, not after the day of the data.
    expect(sheetOf("cy-park").next_check_on).toBe("2026-11-02");
    expect(ada.forms[0]).toEqual({
      behaviour: "budget",
      label: "Budget in the brief",
      commit_url: "https://forms.example.com/c?s=p-ada&b=budget&on=2026-10-05&review=2026-11-16&status=open",
      dismiss_url: "https://forms.example.com/c?s=p-ada&b=budget&on=2026-10-05&review=2026-11-16&status=dismissed",
    });
    expect(bo.forms).toEqual([]);
    expect(bo.other_form_url).toBe("https://forms.example.com/c?s=p-bo&b=&on=2026-10-05&review=2026-11-16&status=open");
  });
});

describe("a focus that was dismissed", () => {
  it("is told with its day and note on the sheet, and once it is back with when it was and until when that held", async () => {
    const commitments = [
      ...(COACHED.commitments as Cells[]),
      {
        sdr_id: "p-ada",
        behaviour: "budget",
        agreed_on: "2026-06-29",
        review_on: "2026-08-24",
        status: "dismissed",
        note: "Later",
      },
    ];
    const other = await published({...COACHED, commitments}, COACHED_CONFIG);
    const {coaching, dismissals} = other.json<OneOnOneData>("one-on-one/ada-osei.json");
    const dismissed = {on: "2026-06-29", until: "2026-08-24"};
    expect(dismissals).toEqual([{label: "Budget in the brief", dismissed_on: "2026-06-29", note: "Later"}]);
    expect(coaching.focus).toMatchObject({behaviour: "budget", agreed: null, dismissed});
    expect(other.json<TeamData>("team/north.json").queue.find(({slug}) => slug === "ada-osei")).toMatchObject({dismissed});
    expect(other.text("sdr/ada-osei.json")).not.toContain("Later");
    expect(sheetOf("dee-roy").dismissals).toMatchObject([{dismissed_on: "2026-08-03", note: null}]);
  });
});

describe("the records behind a focus", () => {
  it("are as many as its numbers say, done and not done", () => {
    const {behaviour, cases} = site.json<FocusCases>("focus-cases/ada-osei.json");
    const {focus} = sheetOf("ada-osei").coaching;
    expect([behaviour, cases.length, cases.filter(({is_done}) => is_done).length]).toEqual([
      focus!.behaviour,
      focus!.eligible,
      focus!.done,
    ]);
    expect(cases[0]).toMatchObject({record_id: "p-ada-23", account: "Account 5", is_done: false});
  });
});

describe("a page of somebody whose history is odd", () => {
  const of = (slug: string) => {
    const {coaching, is_current} = site.json<SdrData>(`sdr/${slug}.json`);
    return [coaching.no_focus, coaching.focus?.behaviour ?? null, is_current, sheetOf(slug).coaching.no_focus];
  };
  it("of a new SDR with three handoffs leads to the first week", () => {
    expect(of("nia-blum")).toEqual(["starter", null, true, "starter"]);
    expect(sheetOf("nia-blum").cases).toEqual([]);
  });
  it("of one who is away names no focus until the leave is over", () =>
    expect(of("fay-holt")).toEqual(["away", null, true, "away"]));
  it("of one who changed team holds against the company, in the new team alone", () => {
    expect(of("moe-adler")).toEqual(["nothing_stands_out", null, true, "nothing_stands_out"]);
    const teams = ["north", "south"].filter((slug) => site.files.includes(`team/${slug}.json`));
    const found = teams.filter((slug) => site.json<TeamData>(`team/${slug}.json`).scorecard.some((row) => row.slug === "moe-adler")); // prettier-ignore
    expect(found).toEqual(["north"]);
  });
  it("of one who left stays for the record, and is in no team's queue or scorecard", () => {
    expect(of("ann-vega")).toEqual(["left", null, false, "left"]);
    expect(site.text("team/north.json")).not.toContain("Ann Vega");
  });
  it("of an SDR who takes handoffs too counts none that were passed on to oneself", () => {
    const {leading, fairness} = sheetOf("hal-reed");
    expect(leading.find(({behaviour}) => behaviour === "budget")).toMatchObject({eligible: 20, done: 20});
    expect(fairness.aes.map(({name}) => name)).not.toContain("Hal Reed");
    expect(site.files).toContain("ae/hal-reed.json");
  });
});

describe("what else follows from 1:1s", () => {
  it("the page on focuses counts what was agreed by behaviour, names nobody, and tells which rows cannot be followed", () => {
    const data = site.json<FocusesData>("focuses.json");
    const budget = data.behaviours.find(({behaviour}) => behaviour === "budget")!;
    expect(budget).toMatchObject({label: "Budget in the brief", agreed: 2, people: 2, dismissed: 0, in_focus: 2, too_early: 2});
    expect(data.behaviours.find(({behaviour}) => behaviour === "pain_primary")).toMatchObject({agreed: 0, dismissed: 1});
    expect(data.unfollowed).toEqual([
      {named: "charm", problem: "unknown_behaviour", count: 1},
      {named: "budget", problem: "unknown_sdr", count: 1},
    ]);
    expect(site.text("focuses.json")).not.toMatch(/Bo Lind|Cy Park|Dee Roy/);
  });
  it("an SDR's last handoffs carry the form for disputes, and of colleagues only the band of five or more", () => {
    const {recent, coaching} = site.json<SdrData>("sdr/ada-osei.json");
    expect(recent[0]!.dispute_url).toBe("https://forms.example.com/d?r=p-ada-23&by=p-ada");
    expect(coaching.focus!.colleagues!.band).toMatchObject({lower: 1, upper: 1});
    expect(coaching.focus!.colleagues!.band!.people).toBeGreaterThanOrEqual(5);
  });
  it("the manifest says whose sheet there is", () => {
    const {people} = site.json<Manifest>("manifest.json");
    const has = people.filter(({has_one_on_one}) => has_one_on_one).map(({slug}) => `one-on-one/${slug}.json`);
    expect(has.sort()).toEqual(site.files.filter((path) => path.startsWith("one-on-one/")));
  });
});
