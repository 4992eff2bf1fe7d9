// grain: one row per handoff that was held, missed or is to come
// key: handoff_id
// why: what the rules of the checklists found, without the texts that they found it in
// reads: staging.stg_opportunities, staging.stg_stakeholders, staging.stg_supplies, intermediate.int_brief_states, intermediate.int_brief_completeness, intermediate.int_copied_texts, intermediate.int_field_history, intermediate.int_criteria_records, intermediate.int_criteria_accounts, intermediate.int_criteria_contacts, intermediate.int_handoff_facts, intermediate.int_handoff_scopes, intermediate.int_routing, intermediate.int_brief_odd_cells, intermediate.int_brief_evidence, config.criteria, config.brief_fields, config.criteria_words, config.settings, config.exchange_rates, config.brief_requirements
import type {Database} from "../../db.js";
import {writeCriteriaBrief} from "./criteria-brief.js";
import {writeFacts} from "./criteria-facts.js";
import {readRules} from "./criteria-rules.js";
import {writeVerdicts} from "./criteria-verdicts.js";

export async function write(db: Database): Promise<string> {
  const rules = await readRules(db);
  return writeVerdicts(`(${await writeFacts(db, rules, `(${await writeCriteriaBrief(db, rules, "rule")})`)})`, rules);
}
