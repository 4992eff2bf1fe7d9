/** How many AEs stand behind an SDR's ratings: with few of them, plain and adjusted score together tell how one of them rates. */
import type {Ground} from "./ground.js";

/** With fewer AEs neither the adjusted score nor its direction is shown to anybody but RevOps. */
export const FEWEST_RATERS = 3;

/** Returns the number of AEs who rated an SDR over all time or the last 90 days. */
export async function readRaters({db}: Pick<Ground, "db">): Promise<(sdr: string, period: string | undefined) => number> {
  const rows = await db.rows<{sdr_id: string; period: string; raters: number}>(`
    select sdr_id, period, count(distinct ae_id)::integer as raters
    from (
      select sdr_id, ae_id, unnest(case when meeting_at > settings.as_of - interval 90 day then ['all', 'trailing_90d'] else ['all'] end) as period
      from marts.handoffs cross join config.settings as settings
      where quality_score is not null and sdr_id is not null and ae_id is not null
    ) group by sdr_id, period`);
  const counts = new Map(rows.map(({sdr_id, period, raters}) => [`${sdr_id}\t${period}`, raters]));
  return (sdr, period) => counts.get(`${sdr}\t${period}`) ?? 0;
}
