/**
 * `npm run bench:stats`: how long all statistics take for 500 SDRs, 250 AEs and 400,000 handoffs, from the counts and sums that SQL
 * hands over (made here, untimed), and the memory they need at most. CPU seconds are of all threads, for machines with other work.
 */
import {associate, comparePractice} from "../../pipeline/stats/associations.js";
import type {Pattern} from "../../pipeline/stats/patterns.js";
import {adjustForMany} from "../../pipeline/stats/discoveries.js";
import {fitFunnel, funnelLimits} from "../../pipeline/stats/funnel.js";
import {incidence} from "../../pipeline/stats/incidence.js";
import type {ExitCount} from "../../pipeline/stats/incidence.js";
import {expectFromMixOfOthers} from "../../pipeline/stats/mix.js";
import type {MixCount} from "../../pipeline/stats/mix.js";
import {wilson} from "../../pipeline/stats/proportion.js";
import {describeRaters} from "../../pipeline/stats/raters.js";
import {fitRatings} from "../../pipeline/stats/ratings.js";
import type {RatingCell} from "../../pipeline/stats/ratings.js";
import {expectFromMix} from "../../pipeline/stats/recombine.js";
import {judgeRun} from "../../pipeline/stats/run-chart.js";
import {shrinkRates} from "../../pipeline/stats/shrinkage.js";
import {poolWeeks} from "../../pipeline/stats/weeks.js";
import {formatTable} from "../../pipeline/report.js";

const SIZE = {sdrs: 500, aes: 250, handoffs: 400_000, rates: 12, charts: 6, fields: 16, practices: 5, curves: 40, days: 180, weeks: 104}; // prettier-ignore
const SOURCES = ["inbound", "outbound", "event", "referral", "partner", "list"];
const SEGMENTS = ["smb", "mid", "enterprise", "strategic", "public"];
const STRATA = ["source", "segment"];
const FIELDS = Array.from({length: SIZE.fields}, (_, k) => `field${k}`);

/**
 * lme4 1.1-31 under R 4.2.2, `lmer(y ~ 1 + (1 | sdr) + (1 | ae))` with default settings on 400,000 such ratings: CPU seconds (user and
 * system) of one run on 2 cores with other work beside it, taken once by `test/stats/r/time-lme4.R`. Estimates alone: lme4 gives no limits
 * of μ + SDR.
 */
const LME4_CPU_SECONDS = 15.5;

const random = mulberry32(1);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const below = (n: number) => Math.floor(random() * n);
const rows: {statistic: string; s: number | null; "CPU s": number}[] = [];

const handoffs = makeHandoffs();
time(
  `${SIZE.rates} rates of people, shrunk over their sources; funnels`,
  () => Array.from({length: SIZE.rates}, () => countBySdr()),
  (rates) => {
    for (const people of rates) {
      const expected = expectFromMix(people);
      const members = people.map((counts, i) => {
        const [n, successes] = [sum(counts.map((count) => count.n)), sum(counts.map((count) => count.successes))];
        return {n, successes, expected: expected[i]!};
      });
      shrinkRates(members, 0.75);
      const funnel = fitFunnel(members.map(({n, successes}) => ({n, value: successes / n})), 0.6, "rate")!; // prettier-ignore
      for (const {n, successes} of members) {
        wilson(successes, n);
        funnelLimits(funnel, n);
      }
    }
  },
);
time("ratings split into SDR, AE and error, with limits", countRatings, (cells) => describeRaters(cells, fitRatings(cells)!));
time(`${SIZE.curves} incidence curves`, countExits, (all) => all.forEach((exits) => incidence(exits)));
time(`which of ${SIZE.fields} fields go with success`, () => countPatterns(FIELDS.map((_, k) => k)), (patterns) => associate(patterns, FIELDS, STRATA)); // prettier-ignore
time(
  `${SIZE.practices} practices compared`,
  () => Array.from({length: SIZE.practices}, (_, k) => countPatterns([k])),
  (practices) => practices.forEach((patterns) => comparePractice(patterns, STRATA)),
);
time("what the mix alone would have given", countMix, expectFromMixOfOthers);
time(`${SIZE.sdrs * SIZE.charts} run charts of ${SIZE.weeks} weeks`, countWeeks, (charts) => {
  for (const weeks of charts) judgeRun(poolWeeks(weeks).points, "rate");
});
time("false discoveries", () => Array.from({length: SIZE.sdrs * SIZE.rates}, random), adjustForMany);

rows.push({statistic: "all", s: sum(rows.map(({s}) => s ?? 0)), "CPU s": sum(rows.map((row) => row["CPU s"]))});
rows.push({statistic: "lme4, estimates of the ratings alone (taken once)", s: null, "CPU s": LME4_CPU_SECONDS});
const digits = (value: number | null) => value?.toFixed(2) ?? "";
console.log(formatTable(rows.map((row) => ({statistic: row.statistic, s: digits(row.s), "CPU s": digits(row["CPU s"])}))));
console.log(`at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, the counts among them`);

/** Makes what SQL would hand over, untimed, and times what is made of it. */
function time<T>(statistic: string, make: () => T, run: (given: T) => unknown): void {
  const given = make();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  run(given);
  const used = process.cpuUsage(cpu);
  rows.push({statistic, s: (performance.now() - start) / 1000, "CPU s": (used.user + used.system) / 1e6});
}

function makeHandoffs() {
  const [skill, severity] = [Array.from({length: SIZE.sdrs}, normal), Array.from({length: SIZE.aes}, normal)];
  const column = (value: (h: number) => number) => Int32Array.from({length: SIZE.handoffs}, (_, h) => value(h));
  const [sdr, ae] = [column(() => below(SIZE.sdrs)), column(() => below(SIZE.aes))];
  const source = column(() => below(SOURCES.length));
  const fields = column(() => sum(FIELDS.map((_, k) => (random() < 0.75 ? 1 << k : 0))));
  const chance = (h: number) => 1 / (1 + Math.exp(1 - 0.3 * source[h]! - 0.2 * skill[sdr[h]!]! - (fields[h]! & 1 ? 0.5 : 0)));
  const rate = (h: number) =>
    Math.min(10, Math.max(1, Math.round(7 + 0.6 * skill[sdr[h]!]! + 0.7 * severity[ae[h]!]! + 1.2 * normal())));
  return {
    sdr,
    ae,
    source,
    segment: column(() => below(SEGMENTS.length)),
    week: column(() => below(SIZE.weeks)),
    fields,
    success: column((h) => (random() < chance(h) ? 1 : 0)),
    rating: column(rate),
  };
}

function countBySdr() {
  const people = Array.from({length: SIZE.sdrs}, () => SOURCES.map((source) => ({source, n: 0, successes: 0})));
  handoffs.sdr.forEach((sdr, h) => add(people[sdr]![handoffs.source[h]!]!, h));
  return people;
}

function countRatings(): RatingCell[] {
  const cells = new Map<number, RatingCell>();
  handoffs.rating.forEach((y, h) => {
    const [sdr, ae] = [handoffs.sdr[h]!, handoffs.ae[h]!];
    const cell = put(cells, sdr * SIZE.aes + ae, () => ({sdr_id: `s${sdr}`, ae_id: `a${ae}`, n: 0, sum: 0, sum_of_squares: 0}));
    cell.n++;
    cell.sum += y;
    cell.sum_of_squares += y * y;
  });
  return [...cells.values()];
}

function countExits(): ExitCount[][] {
  const events = ["sql", "rejected", "disqualified", null];
  return Array.from({length: SIZE.curves}, () =>
    Array.from({length: SIZE.days * 4}, (_, k) => ({time: k >> 2, event: events[k & 3]!, n: below(30)})),
  );
}

function countPatterns(fields: number[]): Pattern[] {
  const patterns = new Map<number, Pattern>();
  handoffs.fields.forEach((mask, h) => {
    const [source, segment, ae] = [handoffs.source[h]!, handoffs.segment[h]!, handoffs.ae[h]!];
    const own = fields.reduce((bits, k) => bits | (mask & (1 << k)), 0);
    const key = ((own * SOURCES.length + source) * SEGMENTS.length + segment) * SIZE.aes + ae;
    const make = () => ({present: fields.map((k) => (mask & (1 << k)) > 0), strata: [SOURCES[source]!, SEGMENTS[segment]!], ae_id: `a${ae}`, n: 0, successes: 0}); // prettier-ignore
    add(put(patterns, key, make), h);
  });
  return [...patterns.values()];
}

function countMix(): MixCount[] {
  const mix = new Map<number, MixCount>();
  handoffs.sdr.forEach((sdr, h) => {
    const [source, segment, ae] = [handoffs.source[h]!, handoffs.segment[h]!, handoffs.ae[h]!];
    const key = ((sdr * SOURCES.length + source) * SEGMENTS.length + segment) * SIZE.aes + ae;
    const make = () => ({sdr_id: `s${sdr}`, source: SOURCES[source]!, segment: SEGMENTS[segment]!, ae_id: `a${ae}`, n: 0, successes: 0}); // prettier-ignore
    add(put(mix, key, make), h);
  });
  return [...mix.values()];
}

function countWeeks() {
  const charts = Array.from({length: SIZE.sdrs * SIZE.charts}, () =>
    Array.from({length: SIZE.weeks}, (_, k) => ({week_on: String(k), n: 0, sum: 0})),
  );
  handoffs.week.forEach((week, h) => {
    for (let k = 0; k < SIZE.charts; k++) {
      const of = charts[handoffs.sdr[h]! * SIZE.charts + k]![week]!;
      of.n++;
      of.sum += handoffs.success[h]!;
    }
  });
  return charts;
}

function add(into: {n: number; successes: number}, h: number): void {
  into.n++;
  into.successes += handoffs.success[h]!;
}
function put<T>(map: Map<number, T>, key: number, make: () => T): T {
  if (!map.has(key)) map.set(key, make());
  return map.get(key)!;
}
function sum(values: number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
/** A small seeded generator, so that every run measures the same (T. Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
