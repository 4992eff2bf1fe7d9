import type {Database} from "../db.js";
import {t90} from "../stats/student.js";
import {lookUp} from "./estimates.js";

/**
 * Sets every estimate beside the one of the adjacent period before (temp.metric_changes): previous value and sizes, whether
 * it holds enough to compare with, and whether the change is more than noise (null where that cannot be said).
 */
export async function compare(db: Database, minN: number): Promise<void> {
  await db.run(`create or replace temp table metric_pairs as
    select
      now.*,
      before.n as previous_n,
      before.numerator as previous_numerator,
      before.denominator as previous_denominator,
      before.value as previous_value,
      before.raw_lower as previous_lower,
      before.raw_upper as previous_upper,
      coalesce(before.n >= ${minN} and before.value is not null, false) as is_previous_usable,
      before.squared_error as previous_error,
      -- Satterthwaite's degrees of freedom, rounded so that the look-up finds them.
      round(case when now.kind = 'mean' and now.scope <> 'pair' and now.n >= ${minN} and before.n >= ${minN} then
        (now.squared_error + before.squared_error) ** 2
        / nullif(now.squared_error ** 2 / (now.n - 1) + before.squared_error ** 2 / (before.n - 1), 0)
      end, 9) as freedom
    from metric_estimates as now
    left join metric_estimates as before
      on before.metric = now.metric and before.scope = now.scope and before.scope_id = now.scope_id
      and before.currency = now.currency and before.period = now.period and before.step = now.step - 1
    -- Of the trailing 90 days the first step is there to be compared with.
    where now.period <> 'trailing_90d' or now.step = 2`);
  await lookUp(db, "welch_quantiles", "select distinct freedom as key from metric_pairs where freedom is not null", t90);
  await db.run(`create or replace temp table metric_changes as
    select
      metric_pairs.*,
      case
        when not is_previous_usable or n < ${minN} then null
        when kind in ('rate', 'clustered_rate') then
          difference_lower(value, raw_lower, previous_value, previous_upper) > 0
          or difference_upper(value, raw_upper, previous_value, previous_lower) < 0
        when kind = 'mean' and squared_error + previous_error = 0 then value <> previous_value
        when kind = 'mean' then abs(value - previous_value) > quantiles.result * sqrt(squared_error + previous_error)
        when kind = 'median' then coalesce(lower > previous_upper or upper < previous_lower, false)
      end as is_change_signal
    from metric_pairs
    left join welch_quantiles as quantiles on quantiles.key = freedom`);
}
