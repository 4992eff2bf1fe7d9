/** The crossed model of ratings, period by period: pure, so that it can run on another core. */
import type {Period} from "../contract/vocabulary.js";
import {RECENT_STEP} from "../metrics/steps.js";
import {countUp, inOrder} from "../stats/crossed-design.js";
import {describeRaters, type RaterReport} from "../stats/raters.js";
import {fitRatings, type NumberedRatings, type RatingCell, type RatingFit} from "../stats/ratings.js";

/** Ratings one by one, a column each; SDRs and AEs are places in their lists. */
export interface RatingColumns {
  length: number;
  sdr: Float64Array;
  ae: Float64Array;
  /** Number of the quarter, as in the metric rows. */
  quarter: Float64Array;
  /** 1 within the last 90 days. */
  is_recent: Float64Array;
  rating: Float64Array;
  sdrs: readonly string[];
  aes: readonly string[];
}

/** The fit of one period; `step` numbers it among those of its kind. */
export interface PeriodFit {
  period: Period;
  step: number;
  fit: RatingFit;
  /** How many ratings each SDR has. */
  ratings: Map<string, number>;
  /** How AEs rate, over all time; null for other periods. */
  report: RaterReport | null;
}

/** For the last 90 days and all time, as far as there are ratings; or for each quarter. A month holds too few to tell SDRs from AEs. */
export function fitPeriods(ratings: RatingColumns, withQuarters = false): PeriodFit[] {
  const {length, sdr, ae, quarter, is_recent, sdrs, aes} = ratings;
  // By SDR and AE, so that ratings of one pair lie together.
  const all = inOrder(inOrder(countUp(length), ae, aes.length), sdr, sdrs.length); // prettier-ignore
  const inQuarter = (step: number) => ({period: "quarter" as const, step, rows: all.filter((row) => quarter[row] === step)});
  const quarters = [...new Set(quarter)].sort((a, b) => a - b);
  const long = [
    {period: "trailing_90d" as const, step: RECENT_STEP, rows: all.filter((row) => is_recent[row] === 1)},
    {period: "all" as const, step: 0, rows: all},
  ];
  const periods = withQuarters ? quarters.map(inQuarter) : long;
  return periods.flatMap(({period, step, rows}): PeriodFit[] => {
    const cells = addUp(ratings, rows);
    const fit = fitRatings(cells);
    if (!fit) return [];
    return [{period, step, fit, ratings: countRatings(cells), report: period === "all" ? describeRaters(listCells(cells), fit) : null}]; // prettier-ignore
  });
}

/** Ratings of each SDR by each AE, from rows in their order. */
function addUp({sdr, ae, rating, sdrs, aes}: RatingColumns, rows: Int32Array): NumberedRatings {
  const own = {sdr: new Int32Array(rows.length), ae: new Int32Array(rows.length)};
  const [n, sum, squares] = [0, 1, 2].map(() => new Float64Array(rows.length)) as [Float64Array, Float64Array, Float64Array];
  let place = -1;
  let [lastSdr, lastAe] = [-1, -1];
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!;
    if (sdr[row] !== lastSdr || ae[row] !== lastAe) {
      place++;
      own.sdr[place] = lastSdr = sdr[row]!;
      own.ae[place] = lastAe = ae[row]!;
    }
    const value = rating[row]!;
    n[place]!++;
    sum[place]! += value;
    squares[place]! += value * value;
  }
  const length = place + 1;
  const cut = (sums: Float64Array) => sums.subarray(0, length);
  return {
    sdr: own.sdr.subarray(0, length),
    ae: own.ae.subarray(0, length),
    n: cut(n),
    sum: cut(sum).map(exact),
    sum_of_squares: cut(squares).map(exact),
    sdrs,
    aes,
  };
}

/** Rounding takes away what the order of the ratings left in the last digit. */
const exact = (sum: number): number => Math.round(sum * 1e6) / 1e6;

function listCells({sdr, ae, n, sum, sum_of_squares, sdrs, aes}: NumberedRatings): RatingCell[] {
  return Array.from(n, (count, k) => ({sdr_id: sdrs[sdr[k]!]!, ae_id: aes[ae[k]!]!, n: count, sum: sum[k]!, sum_of_squares: sum_of_squares[k]!})); // prettier-ignore
}

function countRatings({sdr, n, sdrs}: NumberedRatings): Map<string, number> {
  const counts = new Float64Array(sdrs.length);
  for (let k = 0; k < n.length; k++) counts[sdr[k]!]! += n[k]!;
  return new Map(sdrs.map((name, place) => [name, counts[place]!]));
}
