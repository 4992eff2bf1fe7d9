// grain: one row per handoff that was held, missed or is to come, and field of the brief
// key: handoff_id, field
// why: documentation completeness, field by field, as it stood when the meeting began
// reads: intermediate.int_brief_states, intermediate.int_copied_texts, intermediate.int_brief_vague, intermediate.int_brief_later, config.brief_fields, config.brief_requirements, staging.stg_supplies
// made: as a view, since the wide row beneath holds it all and millions of rows would say it again
import {quoteText, type Database} from "../../db.js";
import {readNoteColumns, noteFlagOf} from "../intermediate/brief-note.js";
import {readRequirements, writeRequired, writeWeight} from "../intermediate/brief-requirements.js";
import {readTemplate, stateOf, type TemplateField} from "../intermediate/brief-template.js";
import {readEvidence} from "../intermediate/int_brief_states.js";
import {MISSING} from "../intermediate/judge-field.js";

/**
 * `state` as of the meeting's start (what the field said stands in `brief_values`); `required` and `weight` as the handoff's variant asks; `is_vague`: filled, and not
 * specific enough to act on; `came_from`: column, note, or evidence of another export, null when missing; `after_value`: the text now where it differs.
 * Field after field, so that each reads its own columns only; words that repeat are one byte each.
 */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const requirements = await readRequirements(db);
  const hasNotes = (await readNoteColumns(db)).has("brief_from_note");
  const evidence = await readEvidence(db);
  const words = (values: readonly string[]) => `enum(${[...new Set(values)].sort().map(quoteText).join(", ")})`;
  const [fields, sections, labels] = (["field", "section", "label"] as const).map((name) =>
    words(template.map((field) => field[name])),
  );
  const [copied, vague, changed] = [
    await readFields(db, "int_copied_texts"),
    await readFields(db, "int_brief_vague"),
    await readFields(db, "int_brief_later"),
  ];
  const row = (field: TemplateField): string => {
    const state = `cells.${stateOf(field)}`;
    // Fields of which none is a copy, or vague, or has changed, need no join.
    const join = (fields: ReadonlySet<string>, table: string, name: string) =>
      fields.has(field.field)
        ? `left join intermediate.${table} as ${name} on ${name}.handoff_id = cells.handoff_id and ${name}.field = ${quoteText(field.field)}`
        : "";
    const isCopy = copied.has(field.field) ? "copies.handoff_id is not null" : "false";
    const from = [
      ...(evidence.includes(field.field) ? [`when cells.is_evidence_${field.position} then 'evidence'::${FROM}`] : []),
      ...(hasNotes ? [`when cells.${noteFlagOf(field)} then 'note'::${FROM}`] : []),
    ];
    return `select cells.handoff_id, ${quoteText(field.field)}::${fields} as field, cells.sdr_id, cells.team, cells.meeting_at, cells.outcome,
    ${quoteText(field.section)}::${sections} as section, ${quoteText(field.label)}::${labels} as label,
    ${writeRequired(field, requirements)} as required, ${writeWeight(field, requirements)} as weight,
    ${isCopy === "false" ? state : `case when ${isCopy} then ${MISSING} else ${state} end`} as state,
    ${vague.has(field.field) ? `vague.handoff_id is not null and not ${isCopy}` : "false"} as is_vague,
    case when ${state} = ${MISSING} then null ${from.join(" ")} else 'column'::${FROM} end as came_from,
    ${changed.has(field.field) ? "later.after_value" : "null::text"} as after_value,
    ${changed.has(field.field) ? "coalesce(later.is_added_later, false)" : "false"} as is_added_later
  from intermediate.int_brief_states as cells
  ${[join(copied, "int_copied_texts", "copies"), join(vague, "int_brief_vague", "vague"), join(changed, "int_brief_later", "later")].join(" ")}
  where cells.outcome in ('held', 'no_show', 'pending')`;
  };
  if (template.length === 0) throw new Error("the brief has no field");
  return template.map(row).join("\nunion all\n");
}

/** Fields of which a table has any row. */
async function readFields(db: Database, table: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{field: string}>(`select distinct field from intermediate.${table}`);
  return new Set(rows.map(({field}) => field));
}

const FROM = "enum('column', 'evidence', 'note')";
