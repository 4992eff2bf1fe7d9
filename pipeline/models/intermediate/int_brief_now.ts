// grain: one row per handoff whose brief has more than one version
// key: handoff_id
// why: what was added only after the meeting is shown as such
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_accounts, staging.stg_contacts, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, intermediate.int_brief_told_twice, config.brief_fields, config.brief_requirements
import type {Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {readTemplate} from "./brief-template.js";

/** Like `int_brief_then`, as the newest exports have it; only where there is more than one version. */
export async function write(db: Database): Promise<string> {
  return writeBriefAsOf(db, "now", await readTemplate(db), "told_twice");
}
