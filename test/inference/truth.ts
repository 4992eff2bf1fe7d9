/**
 * Recovers what made-up companies were made from: `npm run truth [-- COMPANIES]` (200 if left out) writes the table of docs/truth.md.
 * The companies are those of the generator: who works which sources, which AEs, how often; skills, severities and odds are known.
 */
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {listRates, shrinkPersonRates} from "../../pipeline/inference/person-rates.js";
import {fitRatings, type RatingCell} from "../../pipeline/stats/ratings.js";
import {makeCompany} from "../../sample-data/company.js";
import {QUALITY_EFFECTS} from "../../sample-data/make/feedback.js";
import {createRandom} from "../../sample-data/random.js";
import type {Chain} from "../../sample-data/types.js";
import {cellsOf, type GivenCell} from "./person-cells.js";

/** One person's truth beside what is estimated and what the plain number says. */
interface Recovered {
  truth: number;
  raw: number;
  value: number;
  lower: number;
  upper: number;
}

export interface TruthRow {
  what: string;
  people: number;
  /** Share of people whose truth lies within the 90 % interval. */
  covered: number;
  /** Root mean squared error of the estimate, and of the plain number. */
  error: number;
  raw_error: number;
}

/** Of the ratings that are drawn anew: their mean, and the SD of AEs' severities, in rating points. */
const [MEAN, SEVERITY] = [7, 0.6];

/** Small companies of 4 to 14 SDRs over 3 to 9 months; the same seed gives the same one. */
export function recoverCompanies(count: number): TruthRow[] {
  const [rates, scores, scoresAtZero]: Recovered[][] = [[], [], []];
  for (let index = 0; index < count; index++) {
    const seed = 1000 + index;
    const {chains} = makeCompany({seed, sdrs: 4 + (index % 11), months: 3 + (index % 7)});
    rates!.push(...recoverRates(chains));
    const {isAtZero, found} = recoverScores(chains, seed);
    (isAtZero ? scoresAtZero! : scores!).push(...found);
  }
  return [
    sum("shrunk show rate", rates!),
    sum("adjusted quality score", scores!),
    ...(scoresAtZero!.length ? [sum("the same, SDRs' variance estimated at zero", scoresAtZero!)] : []),
  ];
}

/** The truth of an SDR's show rate is the mean of the odds that the meetings were made with. */
function recoverRates(chains: readonly Chain[]): Recovered[] {
  const decided = chains.filter(({ending}) => ending === "held" || ending === "no_show");
  const cells = new Map<string, GivenCell>();
  const odds = new Map<string, number[]>();
  for (const {sdr, source, ending, showOdds} of decided) {
    const key = `${sdr.id}\t${source}`;
    const cell = cells.get(key) ?? {person_id: sdr.id, source, period: "all", step: 0, n: 0, successes: 0, trials: 0, yy: 0, xy: 0, xx: 0}; // prettier-ignore
    const hit = ending === "held" ? 1 : 0;
    cells.set(key, {...cell, n: cell.n + 1, trials: cell.trials + 1, successes: cell.successes + hit});
    odds.set(sdr.id, [...(odds.get(sdr.id) ?? []), showOdds]);
  }
  const list = [...cells.values()];
  return listRates(shrinkPersonRates({cells: cellsOf(list), target: null})).map(
    ({scope_id, shrunk_value, shrunk_lower, shrunk_upper}) => {
      const own = list.filter(({person_id}) => person_id === scope_id);
      const raw = total(own.map(({successes}) => successes)) / total(own.map(({n}) => n));
      return {truth: mean(odds.get(scope_id)!), raw, value: shrunk_value, lower: shrunk_lower, upper: shrunk_upper};
    },
  );
}

/**
 * Ratings are drawn anew from the SDRs' skills, since those of the exports are rounded and end at 10, and from severities that are a
 * plain random draw, since the generator plants one very harsh and one very kind AE in each company. Who rates whom is the company's.
 * The truth of an SDR is what AEs at large would give on average.
 */
function recoverScores(chains: readonly Chain[], seed: number): {isAtZero: boolean; found: Recovered[]} {
  const random = createRandom(seed, "truth");
  const rated = chains.filter(({ending}) => ending === "held" && random.chance(0.6));
  const cells = new Map<string, RatingCell>();
  const severities = new Map(rated.map(({ae}) => [ae.id, 0]));
  for (const id of [...severities.keys()].sort()) severities.set(id, random.normal(0, SEVERITY));
  const skills = new Map(rated.map(({sdr}) => [sdr.id, sdr.qualitySkill]));
  for (const {sdr, ae} of rated) {
    const rating = MEAN + sdr.qualitySkill + severities.get(ae.id)! + random.normal(0, QUALITY_EFFECTS.noise);
    const key = `${sdr.id}\t${ae.id}`;
    const cell = cells.get(key) ?? {sdr_id: sdr.id, ae_id: ae.id, n: 0, sum: 0, sum_of_squares: 0};
    cells.set(key, {...cell, n: cell.n + 1, sum: cell.sum + rating, sum_of_squares: cell.sum_of_squares + rating * rating});
  }
  const list = [...cells.values()];
  const fit = fitRatings(list);
  if (!fit || fit.reason) return {isAtZero: true, found: []};
  const found = [...fit.scores].map(([sdr_id, {value, lower, upper}]) => {
    const own = list.filter((cell) => cell.sdr_id === sdr_id);
    const raw = total(own.map(({sum}) => sum)) / total(own.map(({n}) => n));
    return {truth: MEAN + skills.get(sdr_id)!, raw, value, lower: lower!, upper: upper!};
  });
  return {isAtZero: fit.sdr_sd < 1e-6, found};
}

function sum(what: string, found: readonly Recovered[]): TruthRow {
  const error = (key: "value" | "raw") => Math.sqrt(mean(found.map((row) => (row[key] - row.truth) ** 2)));
  const covered = mean(found.map(({truth, lower, upper}) => (lower <= truth && truth <= upper ? 1 : 0)));
  return {what, people: found.length, covered, error: error("value"), raw_error: error("raw")};
}

const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => total(values) / values.length;

function writeTruth(companies: number): string {
  const rows = recoverCompanies(companies).map(
    ({what, people, covered, error, raw_error}) =>
      `| ${what} | ${people} | ${(covered * 100).toFixed(1)} % | ${error.toFixed(4)} | ${raw_error.toFixed(4)} |`,
  );
  return `# Are the intervals right?

Of ${companies} made-up companies (4 to 14 SDRs, 3 to 9 months each) it is known what they were made from. How often did the 90 % interval hold
the truth, and how far was the estimate from it, beside the plain number? Written by \`npm run truth\`; \`test/inference/truth.test.ts\` reads
this table and recovers a few companies anew.

| | people | truth within the 90 % interval | error of the estimate | error of the plain number |
|---|---|---|---|---|
${rows.join("\n")}

Errors are root mean squares, in shares for rates and in rating points for scores. The truth of a show rate is the mean of the odds that the
SDR's own meetings were made with; that of a score is what AEs at large would give that SDR on average.
Where a variance is estimated at zero, intervals are rather too wide than too narrow.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const companies = Number(process.argv[2] ?? 200);
  const path = join(import.meta.dirname, "../../docs/truth.md");
  writeFileSync(path, writeTruth(companies));
  process.stdout.write(`${companies} companies → docs/truth.md\n`);
}
