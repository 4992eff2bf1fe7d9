import type {RatingCell, RatingFit} from "./ratings.js";

/** How one AE rates. */
export interface Rater {
  ae_id: string;
  n: number;
  sdrs: number;
  /** Plain mean of the ratings given. */
  mean: number;
  /** By how much the ratings lie above (lenient) or below (severe) those of the average AE, SDRs allowed for; 90 % limits. */
  severity: number;
  lower: number | null;
  upper: number | null;
  /** SD of the ratings about the AE's own level, SDRs allowed for; null for fewer than two. An AE who always says 8 has next to none. */
  spread: number | null;
}

/** How AEs rate, and how far ratings say the same whoever gives them. */
export interface RaterReport {
  raters: Rater[];
  /**
   * Share of the variance of single ratings that is the SDR's: the correlation of two AEs' ratings of one SDR (ICC(2,1), absolute
   * agreement). Null where ratings do not vary.
   */
  agreement: number | null;
  /** The same with differences in severity left out (ICC(3,1), consistency). */
  consistency: number | null;
  /** Share of the variance that is the AE's. */
  ae_share: number | null;
}

/** Severity, spread and agreement, from the mixed model's fit to the same cells. Source: P. Shrout and J. Fleiss (1979), Psych. Bulletin 86. */
export function describeRaters(cells: readonly RatingCell[], fit: RatingFit): RaterReport {
  const byAe = new Map<string, RatingCell[]>();
  for (const cell of cells) {
    if (cell.n === 0) continue;
    if (!byAe.has(cell.ae_id)) byAe.set(cell.ae_id, []);
    byAe.get(cell.ae_id)!.push(cell);
  }
  const raters = [...byAe]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ae_id, own]): Rater => {
      const n = own.reduce((sum, cell) => sum + cell.n, 0);
      const {value, lower, upper} = fit.severities.get(ae_id)!;
      const mean = own.reduce((sum, cell) => sum + cell.sum, 0) / n;
      return {ae_id, n, sdrs: own.length, mean, severity: value, lower, upper, spread: spreadOf(own, fit, n)};
    });
  const [sdr, ae, error] = [fit.sdr_sd ** 2, fit.ae_sd ** 2, fit.error_sd ** 2];
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return {
    raters,
    agreement: share(sdr, sdr + ae + error),
    consistency: share(sdr, sdr + error),
    ae_share: share(ae, sdr + ae + error),
  };
}

/** SD of rating − SDR's score about their mean. */
function spreadOf(cells: readonly RatingCell[], fit: RatingFit, n: number): number | null {
  if (n < 2) return null;
  let [sum, squares] = [0, 0];
  for (const cell of cells) {
    const score = fit.scores.get(cell.sdr_id)!.value;
    sum += cell.sum - cell.n * score;
    squares += cell.sum_of_squares - 2 * score * cell.sum + cell.n * score * score;
  }
  return Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1));
}
