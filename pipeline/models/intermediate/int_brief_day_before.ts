// grain: one row per handoff whose brief has more than one version
// key: handoff_id
// why: whether the brief was there in time is told by what it said a day before the meeting
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_accounts, staging.stg_accounts_versions, staging.stg_contacts, staging.stg_contacts_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, intermediate.int_brief_told_twice, config.brief_fields, config.brief_requirements
import type {Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {readTemplate} from "./brief-template.js";

/** Values `value_<position>` of the template's fields that may be required, `is_late_<position>`, `known_at`. */
export async function write(db: Database): Promise<string> {
  const asked = (await readTemplate(db)).filter(({is_asked}) => is_asked);
  return writeBriefAsOf(db, "day_before", asked, "told_twice");
}
