/** `adjusted_quality_score`: AEs' ratings with what each AE tends to give taken out. */
import type {MetricName} from "../contract/metrics.js";
import {PERIODS} from "../contract/vocabulary.js";
import type {Database} from "../db.js";
import {enumOf, RECENT_STEP, spreadOverPeriods} from "../metrics/periods.js";
import {readNames, type MemberTable} from "./members.js";
import type {RatingColumns} from "./rating-fits.js";

const RATING: MetricName = "handoff_quality_score";

/**
 * Ratings of the held meetings of every SDR by every AE, for all time, the last 90 days and each quarter: a month holds too few to tell
 * SDRs from AEs. Null where there is no such metric.
 */
export async function readRatings(db: Database, tables: readonly MemberTable[]): Promise<RatingColumns | null> {
  const table = tables.find(({metrics}) => metrics.some(({name}) => name === RATING));
  if (!table) return null;
  const columns = await db.columns<Exclude<keyof RatingColumns, "length" | "sdrs" | "aes">>(`
    with months as (
      select sdr_id, ae_id, month // 3 * 3 as month, is_recent, count(*) as n, sum(${RATING}) as y, sum(${RATING} * ${RATING}) as yy
      from ${table.name} where ${RATING} is not null and sdr_id is not null and ae_id is not null group by all
    ),
    spread as (select *, ${spreadOverPeriods("month", `case when is_recent then ${RECENT_STEP} end`, {months: false})} from months)
    select enum_code(period::${enumOf(PERIODS)})::integer as period, step::integer as step, enum_code(sdr_id)::integer as sdr, enum_code(ae_id)::integer as ae,
      sum(n)::integer as n, round(sum(y), 6) as sum, round(sum(yy), 6) as sum_of_squares
    from spread where period is not null group by all order by period, step, sdr, ae`);
  return {...columns, sdrs: await readNames(db, "sdr_id"), aes: await readNames(db, "ae_id")};
}
