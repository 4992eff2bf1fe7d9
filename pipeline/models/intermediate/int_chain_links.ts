// grain: one row per meeting that has no handoff_id of its own and follows an earlier meeting
// key: row_key
// why: whether a meeting joins a chain depends on which meetings joined before it, which is told row by row
// reads: staging.stg_handoffs, staging.stg_contacts, config.settings
import type {Database} from "../../db.js";
import {joinChains, type ChainRow} from "./meeting-chains.js";

/**
 * Only people whose meetings could follow one another come to this side: of an SDR with a meeting without handoff_id that
 * was booked within the window after a rescheduled, cancelled or missed one of the same prospect, in order of slot.
 */
const CANDIDATES = `with settings as (select reschedule_window_days from config.settings),
meetings as (
  -- A meeting that names only the contact is with the contact's company.
  select handoffs.* exclude (account_id), coalesce(handoffs.account_id, contacts.account_id) as account_id
  from staging.stg_handoffs as handoffs
  left join staging.stg_contacts as contacts on contacts.contact_id = handoffs.contact_id
),
rows as (
  select row_key, handoff_id, sdr_id, account_id, contact_id, opportunity_id, meeting_status, meeting_id,
    meeting_at, coalesce(booked_at, meeting_at) as booked_at, _file_id, _line,
    case when account_id is not null or contact_id is not null then coalesce(account_id, '') || '|' || coalesce(contact_id, '') end as prospect
  from meetings
),
-- The latest moment up to which an earlier open slot of the same prospect, or opportunity, can be followed.
reaches as (
  select *,
    max(case when meeting_status in ('rescheduled', 'canceled', 'no_show') then meeting_at end) over (
      partition by sdr_id, prospect order by meeting_at, booked_at, row_key rows between unbounded preceding and 1 preceding) as prospect_slot,
    max(case when meeting_status in ('rescheduled', 'canceled', 'no_show') then meeting_at end) over (
      partition by sdr_id, opportunity_id order by meeting_at, booked_at, row_key rows between unbounded preceding and 1 preceding) as opportunity_slot
  from rows
),
followers as (
  select distinct sdr_id
  from reaches, settings
  where handoff_id is null
    and (
      (prospect is not null and booked_at <= prospect_slot + to_seconds(reschedule_window_days * 86400))
      or (opportunity_id is not null and booked_at <= opportunity_slot + to_seconds(reschedule_window_days * 86400))
    )
)
select row_key, handoff_id, sdr_id, account_id, contact_id, opportunity_id, meeting_status,
  epoch(meeting_at)::double as meeting_at, epoch(booked_at)::double as booked_at
from rows
where sdr_id in (select sdr_id from followers)
order by sdr_id, rows.meeting_at, rows.booked_at, meeting_id nulls last, _file_id, _line`;

/** Streams the candidates, joins them to chains, and hands back which row follows which chain. */
export async function write(db: Database): Promise<string> {
  await db.run("create or replace temporary table chain_links (row_key text, first_row_key text)");
  const [settings] = await db.rows<{days: number}>("select reschedule_window_days as days from config.settings");
  const appender = await db.connection.createAppender("chain_links", "main", "temp");
  const join = joinChains(settings!.days * 86_400, (rowKey, firstRowKey) => {
    appender.appendVarchar(rowKey);
    appender.appendVarchar(firstRowKey);
    appender.endRow();
  });
  const result = await db.connection.stream(CANDIDATES);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (const [rowKey, handoffId, sdrId, accountId, contactId, opportunityId, status, meetingAt, bookedAt] of chunk.getRows()) {
      join({rowKey, handoffId, sdrId, accountId, contactId, opportunityId, status, meetingAt, bookedAt} as unknown as ChainRow);
    }
  }
  appender.closeSync();
  return "select row_key, first_row_key from temp.chain_links";
}
