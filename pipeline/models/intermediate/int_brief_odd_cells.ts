// grain: one row per handoff and cell of its brief that is not filled just as it stands
// key: handoff_id, place
// why: placeholders, markup, "asked, not told" and the like are few, and judged one by one
// reads: intermediate.int_brief_looks, intermediate.int_brief_day_before, config.brief_fields, config.brief_requirements, config.not_disclosed_words, config.placeholders
import type {Database} from "../../db.js";
import {writeOddCells} from "./judge-brief.js";
import {readWords} from "./judge-field.js";
import {readCells} from "./int_brief_looks.js";

export async function write(db: Database): Promise<string> {
  return writeOddCells("intermediate.int_brief_looks", await readCells(db), await readWords(db));
}
