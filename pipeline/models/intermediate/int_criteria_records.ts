// grain: one row per handoff
// key: handoff_id
// why: what the meeting's own records said when it began, for the rules of the checklists
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_accounts, staging.stg_accounts_versions, staging.stg_contacts, staging.stg_contacts_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, config.criteria, config.brief_fields, config.placeholders
import type {Database} from "../../db.js";
import {listAsked, writeRecords, type Asked} from "./criteria-records.js";
import {readRules} from "./criteria-rules.js";

/** A column for each fact in use that is the handoff's; fields of the brief outside the template in use are among them. */
export async function write(db: Database): Promise<string> {
  const rules = await readRules(db);
  const {fields, used} = rules;
  const outside = fields.filter(({field, isInTemplate}) => !isInTemplate && (used.has(field) || used.has(`has_${field}`)));
  const asked = [
    ...listAsked("handoffs", rules),
    ...outside.map(({field, column_name}): Asked => ({name: field, type: "text", column_name})),
  ];
  if (asked.length === 0) return "select handoff_id from intermediate.int_outcomes";
  return `select * exclude (record_id), record_id as handoff_id from (${await writeRecords(db, "handoffs", asked)})`;
}
