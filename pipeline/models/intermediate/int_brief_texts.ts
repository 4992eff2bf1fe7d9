// grain: one row per handoff
// key: handoff_id
// why: what each brief said when the meeting began, without markup and outer space, told by other exports where the brief leaves it out
// reads: intermediate.int_brief_values, intermediate.int_brief_odd_cells, intermediate.int_brief_states, intermediate.int_brief_evidence, config.brief_fields, config.brief_requirements
// made: as a view, since nearly all texts stand elsewhere just as they are
import {quoteText, type Database} from "../../db.js";
import {readTemplate, textOf, valueOf} from "./brief-template.js";
import {readEvidence} from "./int_brief_states.js";

/** `text_<position>` of each field; null where nothing was said. */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const evidence = await readEvidence(db);
  const places = await db.rows<{place: number}>(
    `select distinct place from intermediate.int_brief_odd_cells where is_cleaned and place <= ${template.length}`,
  );
  const cleaned = new Set(places.map(({place}) => place));
  const texts = template.map((field, index) => {
    const value = `briefs.${valueOf(field)}`;
    const own = cleaned.has(index + 1)
      ? `case when cleaned.texts is not null and map_contains(cleaned.texts, ${index + 1}) then map_extract_value(cleaned.texts, ${index + 1}) else ${value} end`
      : value;
    const place = evidence.indexOf(field.field);
    return `${place < 0 ? own : `case when states.is_evidence_${field.position} then evidence_${place}.text else ${own} end`} as ${textOf(field)}`;
  });
  return `select ${["briefs.handoff_id", ...texts].join(", ")}
from intermediate.int_brief_values as briefs
${
  cleaned.size === 0
    ? ""
    : `left join (
  select handoff_id, map_from_entries(list((place, text))) as texts from intermediate.int_brief_odd_cells where is_cleaned group by handoff_id
) as cleaned on cleaned.handoff_id = briefs.handoff_id`
}
${evidence.length === 0 ? "" : "inner join intermediate.int_brief_states as states on states.handoff_id = briefs.handoff_id"}
${evidence.map((field, index) => `left join (select handoff_id, text from intermediate.int_brief_evidence where field = ${quoteText(field)}) as evidence_${index} on evidence_${index}.handoff_id = briefs.handoff_id`).join("\n")}`;
}
