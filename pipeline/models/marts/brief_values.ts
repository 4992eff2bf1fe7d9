// grain: one row per handoff and field of its brief that says something
// key: handoff_id, field
// why: what a brief said when the meeting began; apart from how it is judged, since numbers need no texts
// reads: intermediate.int_brief_texts, config.brief_fields, config.brief_requirements
// made: as a view, since the texts stand elsewhere
import {quoteText, type Database} from "../../db.js";
import {readTemplate, textOf} from "../intermediate/brief-template.js";

export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  return `select handoff_id, field, value
from (
  select handoff_id, unnest([${template.map(({field}) => quoteText(field)).join(", ")}]) as field, unnest([${template.map(textOf).join(", ")}]) as value
  from intermediate.int_brief_texts
)
where value is not null`;
}
