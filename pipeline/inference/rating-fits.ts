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
    const cells = listCells(columns, start, end);
    const fit = fitRatings(cells);
    if (!fit) continue;
    const own = PERIODS[period[start]!]!;
    const report = own === "all" ? describeRaters(cells, fit) : null;
    fits.push({period: own, step: step[start]!, fit, ratings: countRatings(cells), report});
  }
  return fits;
}

function listCells({sdr, ae, n, sum, sum_of_squares, sdrs, aes}: RatingColumns, start: number, end: number): RatingCell[] {
  return Array.from({length: end - start}, (_, index) => {
    const k = start + index;
    return {sdr_id: sdrs[sdr[k]!]!, ae_id: aes[ae[k]!]!, n: n[k]!, sum: sum[k]!, sum_of_squares: sum_of_squares[k]!};
  });
}

function countRatings(cells: readonly RatingCell[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {sdr_id, n} of cells) counts.set(sdr_id, (counts.get(sdr_id) ?? 0) + n);
  return counts;
}
