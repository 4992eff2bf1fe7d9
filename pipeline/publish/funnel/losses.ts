/** Where handoffs stopped, by the first cause that was recorded. */
import type {Config} from "../../config.js";
import type {Loss} from "../../contract/datasets.js";
import {LOSS_CAUSES, LOSS_LABELS, type LossCause} from "../../contract/funnel.js";
import {inLanguage} from "../../contract/language.js";
import {findOwner} from "../../contract/loss-owners.js";
import {findMetric} from "../../contract/metrics.js";
import {windowDays} from "../../metrics/index.js";
import type {Ground} from "../ground.js";

/**
 * SQL of handoffs that stopped, a row each: `cause` (null where it did not stop) and `reason`, the export's own word for it. What is
 * still open (a meeting ahead, the time for an SQL not over or not known to be) is no loss yet, and an unknown outcome is counted
 * elsewhere. Where the exports have no SQL at all, only what was lost by then is named.
 */
export function causeSql({windows}: Pick<Config, "windows">): string {
  const days = windowDays(findMetric("meeting_to_sql_rate")!, windows) ?? 0;
  return `
    with facts as (
      select *, exists (select 1 from marts.handoffs where sql_at is not null) as has_sql,
        exists (select 1 from marts.handoffs where accepted_at is not null) as has_decisions
      from marts.handoffs
    ),
    stopped as (
      select
        handoff_id,
        case
          when outcome = 'our_side' then 'our_side'
          when outcome = 'canceled' and outcome_reason = 'not_rebooked' then 'not_rebooked'
          when outcome in ('no_show', 'canceled') then outcome
          when sql_at is not null then null
          when rejected_at is not null then 'rejected'
          when disqualified_at is not null then 'disqualified'
          when outcome <> 'held' or not has_sql then null
          when coalesce(meeting_at + ${days} * interval 1 day > sql_known_at, true) then null
          when has_decisions and accepted_at is null then 'no_decision'
          else 'not_explained'
        end as cause,
        rejection_reason, disqualification_reason
      from facts
    )
    select handoff_id, cause,
      coalesce(case cause when 'rejected' then rejection_reason when 'disqualified' then disqualification_reason end, '') as reason
    from stopped`;
}

/** Handoffs that did not become an SQL, by cause in the order of `LOSS_CAUSES`, and within one by the export's own reason. */
export async function readLosses({db, config}: Pick<Ground, "db" | "config">): Promise<Loss[]> {
  const rows = await db.rows<{cause: LossCause; reason: string; count: number}>(
    `select cause, reason, count(*)::integer as count from (${causeSql(config)}) where cause is not null group by all`,
  );
  rows.sort(
    (a, b) => LOSS_CAUSES.indexOf(a.cause) - LOSS_CAUSES.indexOf(b.cause) || b.count - a.count || (a.reason < b.reason ? -1 : 1),
  );
  return rows.map(({cause, reason, count}) => {
    const owner = findOwner(cause, reason, config.loss_owners);
    return {cause, reason, label: inLanguage(LOSS_LABELS[cause]), count, owner};
  });
}
