// grain: one row per handoff
// key: handoff_id
// why: how late the evidence for a brief is
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, intermediate.int_brief_states, config.brief_fields, config.brief_requirements
import type {Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {readRequirements, writeLate} from "./brief-requirements.js";
import {isDated, readTemplate} from "./brief-template.js";

/** `is_late` and `is_late_day_before`: only a later export tells of a required field; `known_at`: since when the state is known. */
export async function write(db: Database): Promise<string> {
  const dated = (await readTemplate(db)).filter(isDated);
  return `select
  at_meeting.handoff_id,
  at_meeting.is_late,
  ${writeLate(dated, await readRequirements(db), "day_before")} as is_late_day_before,
  at_meeting.known_at,
  day_before.known_at as known_day_before_at
from intermediate.int_brief_states as at_meeting
inner join (${await writeBriefAsOf(db, "day_before", dated)}) as day_before on day_before.handoff_id = at_meeting.handoff_id`;
}
