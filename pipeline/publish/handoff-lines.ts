/** Handoffs as lines of lists: each SDR's last ones. */
import type {HandoffLine} from "../contract/datasets.js";
import type {Ground} from "./ground.js";
import {groupBy} from "./ground.js";
import {IS_CLOSED, writeSqlOver} from "./result-sql.js";
import {iso, JUDGED} from "./sql.js";

/** The last handoffs on an SDR's page. */
const RECENT = 12;

interface OwnedLine extends HandoffLine {
  sdr_id: string;
}

export interface Lines {
  /** The last meetings of the past, newest first. */
  recentOf(sdr: string): HandoffLine[];
}

/** Reads all lines in one query. Contacts come by name and title, never with an address or a number. */
export async function readLines({db, config}: Pick<Ground, "db" | "config">): Promise<Lines> {
  const rows = await db.rows<OwnedLine>(`
    with ranked as (
      select handoffs.*, ${IS_CLOSED} as is_closed, ${writeSqlOver(config)} as is_sql_over,
        row_number() over (partition by sdr_id order by meeting_at desc, handoff_id) as place
      from marts.handoffs as handoffs cross join config.settings as settings where outcome <> 'pending' and sdr_id is not null
    ),
    shown as (select * from ranked where place <= ${RECENT}),
    -- As in brief_fields, which has none of what no number judges.
    fields as (
      select letters.handoff_id, translate(letters.letters, 'FVvNM', 'fffnm') as fields
      from marts.brief_letters as letters inner join shown on shown.handoff_id = letters.handoff_id and shown.${JUDGED}
    )
    select shown.handoff_id, shown.account_id, shown.contact_id, shown.opportunity_id, slots.meeting_id, account_name as account, contact_name as contact, contacts.title as contact_title,
      shown.sdr_name as sdr, people.slug as sdr_slug, ae_name as ae, source, ${iso("shown.meeting_at")} as meeting_at,
      outcome, outcome_reason, sql_at is not null as is_sql, opportunity_at is not null as is_opportunity, won_at is not null as is_won,
      rejection_reason, disqualification_reason, feedback_id is not null as is_answered, is_closed, is_sql_over, quality_score, qualification_accuracy, missing, helpful,
      coalesce(fields.fields, '') as fields, coalesce(is_judged_late, false) as is_judged_late,
      coalesce(disputed, false) as is_disputed, shown.sdr_id
    from shown
    left join fields on fields.handoff_id = shown.handoff_id
    left join staging.stg_contacts as contacts on contacts.contact_id = shown.contact_id
    left join marts.people on people.person_id = shown.sdr_id
    left join marts.slots on slots.handoff_id = shown.handoff_id and slots.is_decisive
    order by shown.meeting_at, shown.handoff_id`);
  const bySdr = groupBy(rows.reverse(), (row) => row.sdr_id);
  return {recentOf: (sdr) => (bySdr.get(sdr) ?? []).map(strip)};
}

function strip({sdr_id: _sdr, ...line}: OwnedLine): HandoffLine {
  return line;
}
