// grain: one row per handoff
// key: handoff_id
// why: what each brief said when the meeting began, without markup and outer space, told by other exports where the brief leaves it out
// reads: intermediate.int_brief_values, intermediate.int_brief_odd_cells, intermediate.int_brief_states, intermediate.int_brief_evidence, config.brief_fields, config.brief_requirements
// made: as a view, since nearly all texts stand elsewhere just as they are
import {quoteText, type Database} from "../../db.js";
import {readTemplate, textOf, valueOf, type TemplateField} from "./brief-template.js";
import {readEvidence} from "./int_brief_states.js";
import {writePlain} from "./odd-signs.js";

/** `text_<position>` of each field; null where nothing was said. */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const {texts, joins} = await writeTexts(db, template, "briefs");
  const states = joins.some((join) => join.includes("evidence"))
    ? ["inner join intermediate.int_brief_states as states on states.handoff_id = briefs.handoff_id"]
    : [];
  return `select ${["briefs.handoff_id", ...template.map((field, index) => `${texts[index]} as ${textOf(field)}`)].join(", ")}
from intermediate.int_brief_values as briefs
${[...states, ...joins].join("\n")}`;
}

/**
 * SQL of the texts of some fields, and the joins that it needs.
 * @param briefs table with `handoff_id` and `value_<position>` of each of the fields, joined as `states` with whether it was evidence
 */
export async function writeTexts(
  db: Database,
  fields: readonly TemplateField[],
  briefs: string,
): Promise<{texts: string[]; joins: string[]}> {
  const template = await readTemplate(db);
  const evidence = (await readEvidence(db)).filter((name) => fields.some(({field}) => field === name));
  const places = await db.rows<{place: number}>(
    `select distinct place from intermediate.int_brief_odd_cells where is_cleaned and place <= ${template.length}`,
  );
  const placeOf = (field: TemplateField) => 1 + template.findIndex(({position}) => position === field.position);
  const cleaned = fields.map(placeOf).filter((own) => places.some(({place}) => place === own));
  const texts = fields.map((field) => {
    const plain = writePlain(`${briefs}.${valueOf(field)}`);
    const place = placeOf(field);
    const own = cleaned.includes(place)
      ? `case when cleaned.is_cleaned_${place} then cleaned.text_${place} else ${plain} end`
      : plain;
    const told = evidence.indexOf(field.field);
    return told < 0 ? own : `case when states.is_evidence_${field.position} then evidence_${told}.text else ${own} end`;
  });
  const columns = cleaned.map(
    (place) => `bool_or(place = ${place}) as is_cleaned_${place}, max(text) filter (place = ${place}) as text_${place}`,
  );
  const clean = `left join (
  select handoff_id, ${columns.join(", ")} from intermediate.int_brief_odd_cells
  where is_cleaned and place in (${cleaned.join(", ")}) group by handoff_id
) as cleaned on cleaned.handoff_id = ${briefs}.handoff_id`;
  const told = evidence.map(
    (field, index) =>
      `left join (select handoff_id, text from intermediate.int_brief_evidence where field = ${quoteText(field)}) as evidence_${index} on evidence_${index}.handoff_id = ${briefs}.handoff_id`,
  );
  return {texts, joins: [...(cleaned.length > 0 ? [clean] : []), ...told]};
}
