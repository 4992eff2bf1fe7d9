/** The crossed model of ratings, period by period: pure, so that it can run on another core. */
import {PERIODS, type Period} from "../contract/vocabulary.js";
import {describeRaters, type RaterReport} from "../stats/raters.js";
import {fitRatings, type RatingCell, type RatingFit} from "../stats/ratings.js";

/** Ratings of every SDR by every AE, a column each, in order of period and of names; SDRs, AEs and periods are places in their lists. */
export interface RatingColumns {
  length: number;
  period: Float64Array;
  step: Float64Array;
  sdr: Float64Array;
  ae: Float64Array;
  n: Float64Array;
  sum: Float64Array;
  sum_of_squares: Float64Array;
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

export function fitPeriods(columns: RatingColumns): PeriodFit[] {
  const {length, period, step} = columns;
  const fits: PeriodFit[] = [];
  for (let start = 0, end = 0; start < length; start = end) {
    while (end < length && period[end] === period[start] && step[end] === step[start]) end++;
    const own = cut(columns, start, end);
    const fit = fitRatings(own);
    if (!fit) continue;
    const kind = PERIODS[period[start]!]!;
    const report = kind === "all" ? describeRaters(listCells(own), fit) : null;
    fits.push({period: kind, step: step[start]!, fit, ratings: countRatings(own), report});
  }
  return fits;
}

type Cut = Omit<RatingColumns, "length" | "period" | "step">;

/** The cells of one period. */
function cut({sdr, ae, n, sum, sum_of_squares, sdrs, aes}: RatingColumns, start: number, end: number): Cut {
  const of = (column: Float64Array) => column.subarray(start, end);
  return {sdr: of(sdr), ae: of(ae), n: of(n), sum: of(sum), sum_of_squares: of(sum_of_squares), sdrs, aes};
}

function listCells({sdr, ae, n, sum, sum_of_squares, sdrs, aes}: Cut): RatingCell[] {
  return Array.from(n, (count, k) => ({sdr_id: sdrs[sdr[k]!]!, ae_id: aes[ae[k]!]!, n: count, sum: sum[k]!, sum_of_squares: sum_of_squares[k]!})); // prettier-ignore
}

function countRatings({sdr, n, sdrs}: Cut): Map<string, number> {
  const counts = new Float64Array(sdrs.length);
  n.forEach((count, k) => (counts[sdr[k]!]! += count));
  return new Map(sdrs.map((name, place) => [name, counts[place]!]));
}
