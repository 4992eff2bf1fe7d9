// grain: one row per handoff that was held, missed or is to come
// key: handoff_id
// why: what the rules of the checklists found, without the texts that they found it in
// reads: intermediate.int_criteria_facts, config.criteria, config.brief_fields
import type {Database} from "../../db.js";
import {readRules} from "./criteria-rules.js";
import {writeVerdicts} from "./criteria-verdicts.js";

export async function write(db: Database): Promise<string> {
  return writeVerdicts("intermediate.int_criteria_facts", await readRules(db));
}
