// grain: one row per handoff that was held, missed or is to come
// key: handoff_id
// why: one wide row of everything that the rules of the checklists judge by, as it stood when the meeting began
// reads: staging.stg_supplies, staging.stg_opportunities, staging.stg_stakeholders, intermediate.int_field_history, intermediate.int_criteria_records, intermediate.int_criteria_accounts, intermediate.int_criteria_contacts, intermediate.int_criteria_brief, intermediate.int_handoff_facts, intermediate.int_handoff_scopes, intermediate.int_routing, intermediate.int_brief_states, config.criteria, config.brief_fields, config.criteria_words, config.settings, config.exchange_rates
// made: as a view, since it is judged once, and what was seen is read for few handoffs at a time
import type {Database} from "../../db.js";
import {writeFacts} from "./criteria-facts.js";
import {readRules} from "./criteria-rules.js";

export async function write(db: Database): Promise<string> {
  return writeFacts(db, await readRules(db), "intermediate.int_criteria_brief");
}
