// grain: one row per handoff
// key: handoff_id
// why: what the brief said when the meeting began, for the rules of the checklists
// reads: intermediate.int_brief_completeness, intermediate.int_copied_texts, intermediate.int_brief_texts, intermediate.int_brief_states, config.criteria, config.brief_fields, config.brief_requirements
// made: as a view, since it is judged once
import type {Database} from "../../db.js";
import {writeCriteriaBrief} from "./criteria-brief.js";
import {readRules} from "./criteria-rules.js";

export async function write(db: Database): Promise<string> {
  return writeCriteriaBrief(db, await readRules(db), "all");
}
