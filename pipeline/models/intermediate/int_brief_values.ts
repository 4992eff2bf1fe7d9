// grain: one row per handoff
// key: handoff_id
// why: what each brief said when the meeting of the decisive slot began, cell by cell as it came
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_accounts, staging.stg_accounts_versions, staging.stg_contacts, staging.stg_contacts_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, config.brief_fields, config.brief_requirements
// made: as a view where every record has one version, since the texts stand in staging already
import type {Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {isEachRead} from "./brief-parts.js";
import {readTemplate} from "./brief-template.js";

/** `value_<position>` of each field; what `writeBriefAsOf` tells beside. */
export async function write(db: Database): Promise<string> {
  return writeBriefAsOf(db, "then", await readTemplate(db));
}

/** To choose among versions is dear, and several models read the values. */
export async function isTable(db: Database): Promise<boolean> {
  return !(await isEachRead(db, await readTemplate(db)));
}
