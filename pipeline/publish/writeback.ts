/** What goes back to the CRM: how complete and how ready each coming or recent handoff is, by the CRM's own ids. */
import type {Config} from "../config.js";
import {quoteText, type Database} from "../db.js";
import {UserError} from "../errors.js";
import {readInstant} from "../instant.js";
import {iso} from "./sql.js";

/** One handoff; lists are joined by "; ". Blank where it cannot be told. */
export interface WritebackRow {
  /** The CRM's ids; blank where the export has none. */
  handoff_id: string;
  meeting_id: string;
  opportunity_id: string;
  meeting_at: string;
  /** Required fields of the brief that were filled by the meeting, or are by now, in percent. */
  completeness_percent: number | null;
  missing_fields: string;
  msq_compliant: boolean | null;
  msq_not_met: string;
  msq_unknown: string;
  ready: boolean | null;
  ready_not_met: string;
  ready_unknown: string;
}
export const WRITEBACK_COLUMNS = [
  "handoff_id", "meeting_id", "opportunity_id", "meeting_at", "completeness_percent", "missing_fields",
  "msq_compliant", "msq_not_met", "msq_unknown", "ready", "ready_not_met", "ready_unknown",
] as const satisfies readonly (keyof WritebackRow)[]; // prettier-ignore

/** Meetings of so many days before the data's own time are recent. */
const RECENT_DAYS = 30;

/**
 * Handoffs that were held, missed or are to come, with a meeting from `since` on (a day or time in the configured zone; 30 days
 * before the data's own time if left out), in order of meeting.
 * @throws UserError (exit code 2) when `since` is no day or time.
 */
export async function readWriteback(db: Database, config: Config, since?: string): Promise<WritebackRow[]> {
  const from = since === undefined ? undefined : readInstant(since, config.timezone);
  if (since !== undefined && from === undefined)
    throw new UserError(`--since: "${since}" is no day or time\n  → use YYYY-MM-DD`, 2);
  const start = from ? `timestamp ${quoteText(from)}` : `(select as_of - interval ${RECENT_DAYS} day from config.settings)`;
  const listed = (checklist: string, state: string) =>
    `string_agg(label, '; ' order by position) filter (where checklist = '${checklist}' and state = '${state}')`;
  return db.rows<WritebackRow>(`
    with handoffs as (
      select * from marts.handoffs where outcome in ('held', 'no_show', 'pending') and meeting_at >= ${start}
    ),
    missing as (
      select cells.handoff_id, string_agg(fields.label, '; ' order by fields.position) as fields
      from marts.brief_fields as cells
      inner join config.brief_fields as fields on fields.field = cells.field
      where cells.required and cells.state = 'missing' and cells.handoff_id in (select handoff_id from handoffs)
      group by cells.handoff_id
    ),
    criteria as (
      select handoff_id, ${listed("qualification", "not_met")} as msq_not_met, ${listed("qualification", "unknown")} as msq_unknown,
        ${listed("readiness", "not_met")} as ready_not_met, ${listed("readiness", "unknown")} as ready_unknown
      from marts.criteria where handoff_id in (select handoff_id from handoffs) group by handoff_id
    )
    select
      -- A chain that Baton put together has a name of Baton's own, which no CRM knows.
      case when handoffs.handoff_id in (select handoff_id from staging.stg_handoffs) then handoffs.handoff_id else '' end as handoff_id,
      coalesce(slots.meeting_id, '') as meeting_id, coalesce(handoffs.opportunity_id, '') as opportunity_id,
      ${iso("handoffs.meeting_at")} as meeting_at,
      round(100.0 * handoffs.required_filled / nullif(handoffs.required_fields, 0), 1)::double as completeness_percent,
      coalesce(missing.fields, '') as missing_fields,
      handoffs.is_msq_compliant as msq_compliant, coalesce(criteria.msq_not_met, '') as msq_not_met, coalesce(criteria.msq_unknown, '') as msq_unknown,
      handoffs.is_ready as ready, coalesce(criteria.ready_not_met, '') as ready_not_met, coalesce(criteria.ready_unknown, '') as ready_unknown
    from handoffs
    left join marts.slots as slots on slots.handoff_id = handoffs.handoff_id and slots.is_decisive
    left join missing on missing.handoff_id = handoffs.handoff_id
    left join criteria on criteria.handoff_id = handoffs.handoff_id
    order by handoffs.meeting_at, handoffs.handoff_id`);
}
