// grain: one row per handoff
// key: handoff_id
// why: what account, contact and meeting records said when the meeting began, for the rules of the checklists
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_accounts, staging.stg_accounts_versions, staging.stg_contacts, staging.stg_contacts_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, intermediate.int_brief_told_twice
import {quoteName, type Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {valueOf, type TemplateField} from "./brief-template.js";
import {readRules} from "./criteria-rules.js";

/** A column, as text, for each fact in use that is one of a record's; fields of the brief outside the template in use are among them. */
export async function write(db: Database): Promise<string> {
  const {facts, fields, used} = await readRules(db);
  const columns: {name: string; entity: TemplateField["entity"]; column_name: string}[] = [];
  for (const {name, of} of facts.values()) if (of && used.has(name)) columns.push({name, entity: of[0], column_name: of[1]});
  for (const {field, column_name, isInTemplate} of fields)
    if (!isInTemplate && (used.has(field) || used.has(`has_${field}`)))
      columns.push({name: field, entity: "handoffs", column_name});
  const asked = columns.map(
    ({entity, column_name}, index): TemplateField => ({
      position: index + 1, field: column_name, section: "", entity, column_name,
      required: false, weight: 0, min_words: 1, narrative: false, allows_none: false,
    }),
  ); // prettier-ignore
  if (asked.length === 0) return "select handoff_id from intermediate.int_outcomes";
  const outputs = columns.map(({name}, index) => `${valueOf(asked[index]!)} as ${quoteName(name)}`);
  return `select handoff_id, ${outputs.join(", ")} from (${await writeBriefAsOf(db, "then", asked)})`;
}
