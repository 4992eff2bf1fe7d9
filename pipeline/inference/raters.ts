/** `marts.raters` and `marts.rating_fit`: how AEs rate, for RevOps alone. */
import type {RatersData} from "../contract/datasets.js";
import type {Rater} from "../stats/raters.js";
import type {PeriodFit} from "./rating-fits.js";

export interface RaterRow extends Rater {
  /** Piece of the graph of SDRs and AEs: raters of two pieces cannot be compared. */
  piece: number;
}

type RatingFitRow = NonNullable<RatersData["fit"]>;

/** Over all time. */
export function judgeRaters(fits: readonly PeriodFit[]): {raters: RaterRow[]; fit: RatingFitRow[]} {
  const all = fits.find(({period}) => period === "all");
  if (!all?.report) return {raters: [], fit: []};
  const {fit, ratings} = all;
  const {raters, agreement, consistency} = all.report;
  const {mean, sdr_sd, ae_sd, error_sd, pieces, reason} = fit;
  const n = [...ratings.values()].reduce((sum, count) => sum + count, 0);
  return {
    raters: raters.map((rater) => ({...rater, piece: pieces.ofAe.get(rater.ae_id)!})),
    fit: [
      {
        n,
        mean,
        sdr_sd,
        ae_sd,
        error_sd,
        agreement,
        agreement_lower: fit.agreement?.lower ?? null,
        agreement_upper: fit.agreement?.upper ?? null,
        consistency,
        pieces: pieces.count,
        reason: reason ?? "",
      },
    ],
  };
}
