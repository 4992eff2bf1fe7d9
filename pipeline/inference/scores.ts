/** `adjusted_quality_score`: AEs' ratings with what each AE tends to give taken out. */
import {PERIODS, type Period} from "../contract/vocabulary.js";
import type {Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {enumOf, RECENT_STEP, spreadOverPeriods} from "../metrics/periods.js";
import {membersOf} from "./members.js";
import {fitRatings, type RatingCell, type RatingFit} from "../stats/ratings.js";

/** The fit of one period; `step` numbers it among those of its kind. */
export interface PeriodFit {
  period: Period;
  step: number;
  fit: RatingFit;
  /** Ratings of each SDR by each AE. */
  cells: RatingCell[];
}

/**
 * Crossed effects of SDRs and AEs on the ratings of held meetings, for all time, the last 90 days and each quarter: a month holds too
 * few. Needs temp.mature_members.
 */
export async function fitScores(db: Database): Promise<PeriodFit[]> {
  const cells = await db.rows<RatingCell & {period: Period; step: number}>(`with months as (
      select sdr_id, ae_id, month, is_recent, count(*) as n, sum(y) as y, sum(y * y) as yy
      from ${membersOf("handoff_quality_score")} and sdr_id is not null and ae_id is not null group by all
    ),
    spread as (select *, ${spreadOverPeriods("month", `case when is_recent then ${RECENT_STEP} end`, {months: false})} from months)
    select period::${enumOf(PERIODS)} as period, step, sdr_id, ae_id, sum(n)::integer as n, round(sum(y), 6) as sum,
      round(sum(yy), 6) as sum_of_squares
    from spread where period is not null group by all order by period, step, sdr_id, ae_id`);
  // Quarters differ little from all time in how much people differ, so that is where their variances are looked for first.
  const periods = [...groupBy(cells, ({period, step}) => `${period}\t${step}`).values()];
  const ever = periods.find(([first]) => first!.period === "all");
  const fitted = ever && fitRatings(ever);
  if (!fitted) return [];
  const near = fitted.error_sd > 0 ? {sdr: fitted.sdr_sd / fitted.error_sd, ae: fitted.ae_sd / fitted.error_sd} : undefined;
  return periods.flatMap((own): PeriodFit[] => {
    const fit = own === ever ? fitted : fitRatings(own, near);
    return fit ? [{period: own[0]!.period, step: own[0]!.step, fit, cells: own}] : [];
  });
}

/** How many ratings each SDR has. */
export function countRatings(cells: readonly RatingCell[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {sdr_id, n} of cells) counts.set(sdr_id, (counts.get(sdr_id) ?? 0) + n);
  return counts;
}
