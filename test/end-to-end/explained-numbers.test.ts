import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import {beforeAll, describe, expect, it} from "vitest";
import type {
  AeData,
  CompanyData,
  DocumentationData,
  FactRow,
  FeedbackData,
  FocusCases,
  FunnelData,
  HandoffFact,
  Manifest,
  MetricRow,
  OneOnOneData,
  PracticesData,
  RatersData,
  RoutingData,
  SdrData,
  TeamData,
} from "../../pipeline/contract/datasets.js";
import type {Database} from "../../pipeline/db.js";
import {groupBy} from "../../pipeline/group-by.js";
import {MOST_OF_MONTH} from "../../pipeline/publish/facts/shards.js";
import {selectCases} from "../../src/components/explain/explain-behaviour.js";
import {APART, isApart} from "../../src/components/explain/explain-outcome.js";
import {sideOfField} from "../../src/components/explain/explain-practices.js";
import {isLoad} from "../../src/components/explain/explain-routing.js";
import {makeIsIn, selectFacts} from "../../src/components/explain/facts.js";
import {listPages} from "../../src/components/frame/audience-pages.js";
import {Freshness} from "../../src/components/frame/freshness.js";
import {PAGES} from "../../src/components/words/words.js";
import {openKinds, pickBriefs} from "./draw-kinds.js";
import {openTrees} from "./draw-trees.js";
import {findUnasked, type Unasked} from "./unasked.js";
import {openSample} from "../sample.js";
import {findNoNumbers} from "./no-number.js";

let out = "";
let db: Database;
const json = <T>(path: string): T => JSON.parse(readFileSync(join(out, path), "utf8")) as T;
const read = <T>(path: string): T[] => tableFromIPC(readFileSync(join(out, "facts", `${path}.arrow`))).toArray() as T[];
let manifest: Manifest;

beforeAll(async () => {
  ({db, data: out} = await openSample());
  manifest = json<Manifest>("manifest.json");
});

/** Holds a number against the records that a page lists behind it. */
function hold(row: MetricRow, facts: readonly FactRow[], whose: string, only = {}): void {
  const kind = manifest.metrics.find(({name}) => name === row.metric)!.kind;
  const behind = selectFacts(facts, row, manifest, only);
  const mature = behind.filter(({is_mature}) => is_mature);
  const name = `${whose} ${row.metric} ${row.period} ${row.period_start}`;
  expect(behind.length - mature.length, name).toBe(row.in_flight);
  // A velocity is made of several numbers, and no count of members.
  if (kind !== "velocity") expect(mature.length, name).toBe(row.n);
  if (["rate", "clustered_rate", "ratio", "mean"].includes(kind)) expectSums(row, mature, name);
}

const known = ({latest, trailing, months}: SdrData["headlines"][number]) =>
  [latest, trailing, ...months].filter((row) => row !== null);

describe("every number has just the records behind it that a page lists, and adds up from them:", () => {
  it("on every SDR's page", () => {
    let explained = 0;
    for (const {slug} of manifest.people.filter(({has_page}) => has_page)) {
      const sdr = json<SdrData>(`sdr/${slug}.json`);
      const facts = read<FactRow>(slug);
      for (const row of [...sdr.headlines.flatMap(known), ...sdr.cells, ...sdr.others]) {
        hold(row, facts, slug);
        explained++;
      }
    }
    expect(explained).toBeGreaterThan(1000);
  });

  it("on every team's page, its scorecard too", () => {
    for (const {slug} of manifest.teams) {
      const team = json<TeamData>(`team/${slug}.json`);
      const facts = read<FactRow>(`team/${slug}`);
      for (const row of team.headlines.flatMap(known)) hold(row, facts, slug);
      for (const line of team.scorecard) for (const cell of line.cells) hold(cell, read<FactRow>(line.slug), line.slug);
    }
  });

  it("on every AE's page and the table of who answers", () => {
    for (const {slug} of manifest.people.filter(({has_ae_page}) => has_ae_page))
      for (const row of json<AeData>(`ae/${slug}.json`).cells) hold(row, read<FactRow>(`ae/${slug}`), slug);
    for (const row of json<FeedbackData>("feedback.json").response) hold(row, read<FactRow>(`ae/${row.slug}`), row.slug);
  });

  it("on the pages of the company, and of what changed in a part of it", () => {
    const {headlines, changes} = json<CompanyData>("company.json");
    const pages = ["documentation.json", "feedback.json", "routing.json"] as const;
    const all = [...headlines, ...pages.flatMap((page) => json<DocumentationData | RoutingData>(page).headlines)];
    for (const row of all.flatMap(known)) hold(row, read<FactRow>(`company/${row.metric}`), "company");
    for (const row of changes.filter(({scope}) => scope !== "company" && scope !== "team"))
      hold(row, read<FactRow>(`company/${row.metric}`), row.scope_id, {[row.scope]: row.scope_id});
  });

  it("along the funnel, of everybody, of each part and of each month, where no month holds more than a page lists", () => {
    const funnel = json<FunnelData>("funnel.json");
    const check = (stages: FunnelData["all"], only: object, month = "") => {
      for (const {conversion} of stages) {
        if (!conversion?.metric) continue;
        const {metric, denominator, in_flight} = conversion;
        const span = month ? {period: "month" as const, period_start: month} : {period: "all" as const, period_start: ""};
        const facts = selectFacts(read<FactRow>(`company/${metric}`), {metric, currency: "", ...span}, manifest, only);
        const months = [...groupBy(facts, ({dated_at}) => dated_at.slice(0, 7)).values()].map((list) => list.length);
        expect(Math.max(0, ...months), metric).toBeLessThanOrEqual(MOST_OF_MONTH);
        // Of leads there are more in a month than a page lists.
        if (!Object.keys(only).length && months.includes(MOST_OF_MONTH))
          expect(facts.length, metric).toBeLessThan(denominator + in_flight);
        else if (metric !== "lead_qualification_rate")
          expect([metric, month, facts.length], JSON.stringify(only)).toEqual([metric, month, denominator + in_flight]);
      }
    };
    check(funnel.all, {});
    for (const {dimension, groups} of funnel.by) for (const {id, stages} of groups) check(stages, {[dimension]: id});
    for (const {month, stages} of funnel.cohorts) check(stages, {}, month);
  });

  it("between the stages of the funnel: the median days of the company, of its parts and of teams", () => {
    let held = 0;
    const check = ({stage, median_days, days}: FunnelData["all"][number], facts: readonly FactRow[], only = {}) => {
      if (!days?.metric) return;
      const behind = selectFacts(facts, {metric: days.metric, currency: "", period: "all", period_start: ""}, manifest, only);
      const mature = behind.filter(({is_mature}) => is_mature);
      expect([stage, mature.length, behind.length - mature.length]).toEqual([stage, days.n, days.in_flight]);
      expect(findMedian(mature.map(({numerator}) => numerator))).toBeCloseTo(median_days!, 3);
      held++;
    };
    const {all, by} = json<FunnelData>("funnel.json");
    const company = (stage: FunnelData["all"][number], only = {}) =>
      stage.days?.metric && check(stage, read<FactRow>(`company/${stage.days.metric}`), only);
    for (const stage of all) company(stage);
    for (const {dimension, groups} of by)
      for (const {id, stages} of groups) for (const stage of stages) company(stage, {[dimension]: id});
    for (const {slug} of manifest.teams)
      for (const stage of json<TeamData>(`team/${slug}.json`).funnel) check(stage, read<FactRow>(`team/${slug}`));
    expect(held).toBeGreaterThan(20);
  });

  it("of raters, in files of their own that no AE's page needs", () => {
    for (const {slug, n, mean} of json<RatersData>("raters.json").raters) {
      const facts = read<FactRow>(`rater/${slug}`);
      expect(facts.length).toBe(n);
      expect(facts.reduce((sum, {numerator}) => sum + numerator, 0) / n).toBeCloseTo(mean, 4);
    }
    expect(existsSync(join(out, "facts", "ae"))).toBe(true);
    for (const {slug} of manifest.people.filter(({has_ae_page}) => has_ae_page))
      expect(read<FactRow>(`ae/${slug}`).filter(({metric}) => metric === "handoff_quality_score")).toEqual([]);
  });
});

describe("every count of handoffs has just the handoffs behind it:", () => {
  let handoffs: HandoffFact[];
  beforeAll(() => {
    handoffs = read<HandoffFact>("company/handoffs");
  });
  const count = (isIt: (fact: HandoffFact) => boolean, list = handoffs) => list.filter(isIt).length;

  it("what stopped them, and how far they came", () => {
    const {losses, funnel} = json<CompanyData>("company.json");
    for (const loss of losses)
      expect(
        count(({cause, reason}) => cause === loss.cause && reason === loss.reason),
        loss.label + loss.reason,
      ).toBe(loss.count);
    const letters = {booked: "b", held: "h", accepted: "a", sql: "s", opportunity: "o", won: "w"} as Record<string, string>;
    for (const {stage, count: n} of funnel)
      if (letters[stage])
        expect(
          count(({stages}) => stages.includes(letters[stage]!)),
          stage,
        ).toBe(n);
  });

  it("the fields of their briefs, of the company and of each SDR", () => {
    const {fields, heat, added_later} = json<DocumentationData>("documentation.json");
    const place = (field: string) => manifest.brief_fields.findIndex((known) => known.field === field);
    const letters = (field: string, wanted: string, list?: HandoffFact[]) =>
      count(({fields}) => wanted.includes(fields[place(field)] || "-"), list);
    for (const {field, filled, not_disclosed, missing} of fields)
      expect([field, letters(field, "f"), letters(field, "n"), letters(field, "ml")]).toEqual([
        field,
        filled,
        not_disclosed,
        missing,
      ]);
    for (const {field, count: n} of added_later) expect([field, letters(field, "l")]).toEqual([field, n]);
    for (const {slug, cells} of heat) {
      const own = read<HandoffFact>(`handoffs/${slug}`);
      for (const {field, filled, not_disclosed, missing} of cells)
        expect([slug, letters(field, "fn", own), letters(field, "ml", own)]).toEqual([slug, filled + not_disclosed, missing]);
    }
  });

  it("the items of the checklists, of everybody, of teams and of SDRs", () => {
    for (const {checklist, criteria, handoffs: n, all_met, groups} of json<DocumentationData>("documentation.json").checklists) {
      const isAllMet = (fact: HandoffFact) => /^m+$/.test(fact[checklist]);
      expect(count((fact) => fact[checklist] !== "")).toBe(n);
      expect(count(isAllMet)).toBe(all_met);
      criteria.forEach(({criterion, met, not_met, unknown}, index) => {
        const of = (letter: string) => count((fact) => fact[checklist][index] === letter);
        expect([criterion, of("m"), of("n"), of("u")]).toEqual([criterion, met, not_met, unknown]);
      });
      for (const {scope, slug, team, name, all_met: met} of groups) {
        const own = scope === "sdr" ? read<HandoffFact>(`handoffs/${slug}`) : handoffs.filter((fact) => fact.team === team);
        expect([name, count(isAllMet, own)]).toEqual([name, met]);
      }
    }
  });

  it("what AEs answered, decided and were given in turn", () => {
    const {accuracy_months, valued, ratings, advance} = json<FeedbackData>("feedback.json");
    for (const {month, full, not} of accuracy_months) {
      const isIn = makeIsIn({period: "month", period_start: month}, manifest);
      expect(
        count(({accuracy, dated_at}) => accuracy === "full" && isIn(dated_at)),
        month,
      ).toBe(full);
      expect(
        count(({accuracy, dated_at}) => accuracy === "not" && isIn(dated_at)),
        month,
      ).toBe(not);
    }
    for (const {context, count: n} of valued)
      expect([context, count((fact) => fact.valued.split(";").includes(context))]).toEqual([context, n]);
    for (const {score, count: n} of ratings)
      expect([score, count((fact) => Math.round(fact.score) === score)]).toEqual([score, n]);
    for (const {answer, advanced, decided} of advance) {
      expect([answer, count((fact) => fact.advance === answer && fact.advanced === "came")]).toEqual([answer, advanced]);
      expect([answer, count((fact) => fact.advance === answer && fact.advanced !== "")]).toEqual([answer, decided]);
    }
    const {decisions, balance} = json<RoutingData>("routing.json");
    for (const {reason, count: n} of decisions.reasons)
      expect([reason, count((fact) => fact.decision === "rejected" && fact.rejected_for === reason)]).toEqual([reason, n]);
    for (const {territory, ae, handoffs: n} of balance)
      expect([territory, ae, count((fact) => fact.territory === territory && fact.ae === ae)]).toEqual([territory, ae, n]);
  });

  it("how they were assigned, accepted in bulk, passed on, and judged by a later export", () => {
    const {verdicts, no_rule, decisions, reassignments} = json<RoutingData>("routing.json");
    for (const {reason, count: n} of no_rule) expect([reason, count(({routed}) => routed === reason)]).toEqual([reason, n]);
    expect(count(({routed}) => routed === "broken")).toBe(verdicts.broken);
    const remarked = (letter: string) => count(({remarks = ""}) => remarks.includes(letter));
    expect([remarked("b"), remarked("r")]).toEqual([decisions.auto_accepted, reassignments.handoffs]);
    const {judged_late, handoffs: judged} = json<DocumentationData>("documentation.json");
    const isJudged = ({outcome}: HandoffFact) => outcome === "held" || outcome === "no_show";
    expect([count(isJudged), count((fact) => isJudged(fact) && fact.remarks!.includes("l"))]).toEqual([judged, judged_late]);
  });

  it("what each AE has at hand, and is given a week", () => {
    for (const row of json<RoutingData>("routing.json").load)
      for (const what of [
        "coming",
        "coming_7_days",
        "open_decisions",
        "overdue_decisions",
        "lapsed_decisions",
        "per_week",
      ] as const) {
        const n = count((fact) => fact.ae === row.ae && isLoad(what, fact, manifest.as_of));
        expect([row.ae, what, n]).toEqual([row.ae, what, what === "per_week" ? Math.round(12 * row.per_week) : row[what]]);
      }
  });

  it("what is in no rate and counted apart, what is overdue, and all of them", () => {
    const {counts} = json<CompanyData>("company.json");
    for (const what of APART) expect([what, count((fact) => isApart(what, fact, manifest.as_of))]).toEqual([what, counts[what]]);
    const {overdue, lapsed} = json<RoutingData>("routing.json").decisions;
    expect([count(({decision}) => decision === "overdue"), count(({decision}) => decision === "lapsed")]).toEqual([
      overdue,
      lapsed,
    ]);
    expect(handoffs.length).toBe(counts.handoffs);
  });

  it("the stages of each team, and of the company's leads where no month holds more than a page lists", () => {
    const letters = {booked: "b", held: "h", accepted: "a", sql: "s", opportunity: "o", won: "w"} as Record<string, string>;
    for (const {slug} of manifest.teams) {
      const {team, funnel} = json<TeamData>(`team/${slug}.json`);
      for (const {stage, count: n} of funnel.filter(({stage}) => letters[stage]))
        expect([slug, stage, count((fact) => fact.team === team && fact.stages.includes(letters[stage]!))]).toEqual([
          slug,
          stage,
          n,
        ]);
    }
    const talks = json<FunnelData>("funnel.json").all.find(({stage}) => stage === "conversation")!;
    const listed = read<FactRow>("company/meeting_booking_rate");
    const months = [...groupBy(listed, ({dated_at}) => dated_at.slice(0, 7)).values()].map((list) => list.length);
    if (Math.max(...months) < MOST_OF_MONTH) expect(listed.length).toBe(talks.count);
    else expect(listed.length).toBeLessThanOrEqual(talks.count);
  });

  it("fields of the brief on either side, of everyone and of each motion", () => {
    for (const {motion, lines} of json<PracticesData>("practices.json").fields)
      for (const {field, n_with, n_without} of lines) {
        const sideOf = sideOfField(field, manifest);
        const of = (side: string) => count((fact) => (!motion || fact.motion === motion) && sideOf(fact) === side);
        expect([motion, field, of("with"), of("without")]).toEqual([motion, field, n_with, n_without]);
      }
  });

  it("what can be done before the meeting: of each SDR, of all others together, and before and after it was agreed", () => {
    let held = 0;
    const counts = (list: HandoffFact[], behaviour: string) => {
      const cases = selectCases(list, behaviour, manifest);
      return [cases.length, cases.filter(({isDone}) => isDone).length];
    };
    for (const {slug} of manifest.people.filter(({has_one_on_one}) => has_one_on_one)) {
      const {leading, coaching, look, name} = json<OneOnOneData>(`one-on-one/${slug}.json`);
      const own = read<HandoffFact>(`handoffs/${slug}`);
      // Leads that nothing came of have no handoff, and a comment is none.
      const isOfHandoffs = ({behaviour}: {behaviour: string}) => !["speed_to_lead", "feedback_response"].includes(behaviour);
      for (const {behaviour, eligible, done, others} of leading.filter(isOfHandoffs)) {
        expect([slug, behaviour, ...counts(own, behaviour)]).toEqual([slug, behaviour, eligible, done]);
        if (!others) continue;
        const theirs = handoffs.filter(({sdr}) => sdr !== name);
        expect([slug, behaviour, ...counts(theirs, behaviour)]).toEqual([slug, behaviour, others.eligible, others.done]);
      }
      // Fields are dated by the meeting, as records are; touches and talks by their own days.
      if (look && manifest.brief_fields.some(({field}) => field === coaching.focus!.behaviour)) {
        const dayOf = (at: number | string) => new Date(at).toLocaleDateString("sv-SE", {timeZone: manifest.timezone});
        const since = own.filter(({dated_at}) => dayOf(dated_at) >= look.on);
        expect([slug, "since the look", ...counts(since, coaching.focus!.behaviour)]).toEqual([slug, "since the look", look.eligible, look.done]); // prettier-ignore
      }
      const known = new Set(own.map(({record_id}) => record_id));
      for (const verdict of coaching.verdicts.filter(isOfHandoffs)) {
        const parts = json<FocusCases>(`focus-cases/${slug}.json`).verdicts.filter(
          (part) => part.behaviour === verdict.behaviour && part.agreed_on === verdict.agreed_on,
        );
        const listed = (isAfter: boolean, isDone?: boolean) =>
          parts.flatMap(({is_after, is_done, ids}) => (is_after === isAfter && is_done === (isDone ?? is_done) ? ids : []));
        const {before_n, before_done, after_n, after_done} = verdict;
        const lengths = [listed(false), listed(false, true), listed(true), listed(true, true)].map(({length}) => length);
        expect([slug, verdict.behaviour, ...lengths]).toEqual([
          slug,
          verdict.behaviour,
          before_n,
          before_done,
          after_n,
          after_done,
        ]);
        expect([...listed(false), ...listed(true)].filter((id) => !known.has(id))).toEqual([]);
        held++;
      }
    }
    expect(held).toBeGreaterThan(5);
  });

  it("the ways of handing over that are compared", () => {
    json<PracticesData>("practices.json").practices.forEach(({practice, n_with, n_without}, index) => {
      const of = (letter: string) => count(({practices}) => practices[index] === letter);
      expect([practice, of("y"), of("n")]).toEqual([practice, n_with, n_without]);
    });
  });
});

it("no dataset of the sample company holds a number that is none", () => {
  expect(findNoNumbers(out)).toEqual([]);
});

it("every figure in the text of every kind of page, for every audience, can be asked about, and its answer says it, or it is an exception with a reason", async () => {
  const kinds = await openKinds(pickBriefs(out));
  const known = new Set<string>();
  const drawn = new Set<string>();
  const found: Unasked[] = [];
  for (const {kind, read} of await openTrees(db, out)) {
    const own = read<Manifest>("manifest.json");
    for (const page of listPages(kind)) {
      drawn.add(page);
      for (const node of kinds[page](read, own)) if (node instanceof Element) found.push(...findUnasked(node, known, page));
    }
    found.push(...findUnasked(Freshness(own), known, "header"));
  }
  expect(found).toEqual([]);
  expect([...drawn].sort()).toEqual(Object.keys(PAGES).sort());
  expect(known.size).toBeGreaterThan(400);
});

function expectSums(row: MetricRow, facts: readonly FactRow[], name: string): void {
  const sum = (key: "numerator" | "denominator") => facts.reduce((total, fact) => total + fact[key], 0);
  expect(sum("numerator"), name).toBeCloseTo(row.numerator ?? 0, 3);
  expect(sum("denominator"), name).toBe(row.denominator ?? 0);
}

function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle - 0.5)]! + sorted[Math.ceil(middle - 0.5)]!) / 2;
}
