// grain: one row per handoff of a known outcome
// key: handoff_id
// why: how each field of a brief stands, in one text, for who shows whole briefs
// reads: intermediate.int_brief_states, intermediate.int_copied_texts, intermediate.int_brief_vague, config.brief_fields, config.brief_requirements
// made: as a view, since the wide row beneath holds it all
import {quoteText, type Database} from "../../db.js";
import {readRequirements, writeRequired} from "../intermediate/brief-requirements.js";
import {readTemplate, stateOf, type TemplateField} from "../intermediate/brief-template.js";

/**
 * `letters`: one per field of the template, in its order: f filled, v filled and vague, n asked and not told, m missing; in capitals where
 * the handoff's variant requires it. The same as `brief_fields` says and, of handoffs that no number judges, `brief_fields_unjudged`.
 */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const requirements = await readRequirements(db);
  const listed = {copies: await readFields(db, "int_copied_texts"), vague: await readFields(db, "int_brief_vague")};
  const has = (table: keyof typeof listed, {field}: TemplateField) =>
    listed[table].has(field) ? `(coalesce(list_contains(${table}.fields, ${quoteText(field)}), false) and ${JUDGED})` : "false";
  const letters = template.map((field) => {
    const write = (isRequired: boolean) => {
      const [missing, told, vague, filled] = isRequired ? ["M", "N", "V", "F"] : ["m", "n", "v", "f"];
      return `case when cells.${stateOf(field)} = 'missing' or ${has("copies", field)} then '${missing}' when cells.${stateOf(field)} = 'not_disclosed' then '${told}'
      when ${has("vague", field)} then '${vague}' else '${filled}' end`;
    };
    const required = writeRequired(field, requirements);
    if (required === "true" || required === "false") return write(required === "true");
    return `case when ${required} then ${write(true)} else ${write(false)} end`;
  });
  const join = (table: string, name: string) => `left join (
  select handoff_id, list(field) as fields from intermediate.${table} group by handoff_id
) as ${name} on ${name}.handoff_id = cells.handoff_id`;
  return `select cells.handoff_id, concat(${letters.join(",\n    ")}) as letters
from intermediate.int_brief_states as cells
${[...(listed.copies.size > 0 ? [join("int_copied_texts", "copies")] : []), ...(listed.vague.size > 0 ? [join("int_brief_vague", "vague")] : [])].join("\n")}
where cells.outcome is not null`;
}

/** Of others none is a copy or vague. No condition of the join: one of its left side alone would make it compare every row with every other. */
const JUDGED = "cells.outcome in ('held', 'no_show', 'pending')";

/** Fields of which a table has any row. */
async function readFields(db: Database, table: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{field: string}>(`select distinct field from intermediate.${table}`);
  return new Set(rows.map(({field}) => field));
}
