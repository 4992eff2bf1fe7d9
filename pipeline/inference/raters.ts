/** `marts.raters` and `marts.rating_fit`: how AEs rate, for RevOps alone. */
import type {RatersData} from "../contract/datasets.js";
import {describeRaters, type Rater} from "../stats/raters.js";
import type {PeriodFit} from "./scores.js";

export interface RaterRow extends Rater {
  /** Piece of the graph of SDRs and AEs: raters of two pieces cannot be compared. */
  piece: number;
}

type RatingFitRow = NonNullable<RatersData["fit"]>;

/** Over all time. */
export function judgeRaters(fits: readonly PeriodFit[]): {raters: RaterRow[]; fit: RatingFitRow[]} {
  const all = fits.find(({period}) => period === "all");
  if (!all) return {raters: [], fit: []};
  const {fit, cells} = all;
  const {raters, agreement, consistency} = describeRaters(cells, fit);
  const {mean, sdr_sd, ae_sd, error_sd, pieces, reason} = fit;
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
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
