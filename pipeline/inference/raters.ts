/** `marts.raters` and `marts.rating_fit`: how AEs rate, for RevOps alone. */
import type {Database} from "../db.js";
import type {PeriodFit} from "./scores.js";

export interface RaterRow {
  ae_id: string;
  n: number;
  sdrs: number;
  /** Mean and SD of the ratings given; the SD is null for one rating. */
  mean: number;
  sd: number | null;
  /** By how much the AE rates above (lenient) or below (severe) the average AE, the SDRs rated being as they are; in rating points. */
  severity: number;
  lower: number | null;
  upper: number | null;
  /** Piece of the graph of SDRs and AEs: raters of two pieces cannot be compared. */
  piece: number;
}

export interface RatingFitRow {
  n: number;
  mean: number;
  sdr_sd: number;
  ae_sd: number;
  error_sd: number;
  /** Share of the ratings' variance that two AEs who rate the same SDR have in common (intraclass correlation); null where ratings never vary. */
  agreement: number | null;
  pieces: number;
  /** Why there are no intervals; empty where there are. */
  reason: string;
}

export async function judgeRaters(db: Database, fits: readonly PeriodFit[]): Promise<{raters: RaterRow[]; fit: RatingFitRow[]}> {
  const all = fits.find(({period}) => period === "all");
  if (!all) return {raters: [], fit: []};
  const {fit, ratings} = all;
  const given = await db.rows<Pick<RaterRow, "ae_id" | "n" | "sdrs" | "mean" | "sd">>(`
    select ae_id, count(*)::integer as n, count(distinct sdr_id)::integer as sdrs, avg(quality_score) as mean, stddev_samp(quality_score) as sd
    from marts.handoffs where is_held and quality_score is not null and sdr_id is not null and ae_id is not null and meeting_at is not null
    group by ae_id order by ae_id`);
  const raters = given.flatMap((row): RaterRow[] => {
    const severity = fit.severities.get(row.ae_id);
    if (!severity) return [];
    return [{...row, severity: severity.value, lower: severity.lower, upper: severity.upper, piece: fit.pieces.ofAe.get(row.ae_id)!}];
  });
  const variance = fit.sdr_sd ** 2 + fit.ae_sd ** 2 + fit.error_sd ** 2;
  return {
    raters,
    fit: [
      {
        n: [...ratings.values()].reduce((sum, n) => sum + n, 0),
        mean: fit.mean,
        sdr_sd: fit.sdr_sd,
        ae_sd: fit.ae_sd,
        error_sd: fit.error_sd,
        agreement: variance > 0 ? fit.sdr_sd ** 2 / variance : null,
        pieces: fit.pieces.count,
        reason: fit.reason ?? "",
      },
    ],
  };
}
