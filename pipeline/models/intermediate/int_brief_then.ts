// grain: one row per handoff
// key: handoff_id
// why: what each brief said when the meeting of the decisive slot began
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_accounts, staging.stg_accounts_versions, staging.stg_contacts, staging.stg_contacts_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, intermediate.int_brief_told_twice, config.brief_fields
import type {Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {readTemplate} from "./brief-template.js";

/** Values `value_<position>` of the template's fields, `is_late_<position>`, `known_at`. */
export async function write(db: Database): Promise<string> {
  return writeBriefAsOf(db, "then", await readTemplate(db));
}
