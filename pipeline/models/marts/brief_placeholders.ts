// grain: one row per handoff and field of its brief that holds words and says nothing
// key: handoff_id, field
// why: "tbd" in a field is another habit than a field left out
// reads: intermediate.int_brief_odd_cells, config.brief_fields, config.brief_requirements
import {quoteText, type Database} from "../../db.js";
import {readTemplate} from "../intermediate/brief-template.js";

export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  return `select handoff_id, [${template.map(({field}) => quoteText(field)).join(", ")}][place] as field, text as value
from intermediate.int_brief_odd_cells
where place <= ${template.length} and state = 'missing' and text is not null`;
}
