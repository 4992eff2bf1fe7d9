// grain: one row per handoff that was held, missed or is to come
// key: handoff_id
// why: what the rules of the checklists found, without the texts that they found it in
// reads: intermediate.int_criteria_facts, intermediate.int_brief_states, intermediate.int_brief_completeness, intermediate.int_copied_texts, staging.stg_supplies, staging.stg_opportunities, staging.stg_stakeholders, intermediate.int_field_history, intermediate.int_criteria_records, intermediate.int_criteria_accounts, intermediate.int_criteria_contacts, intermediate.int_handoff_facts, intermediate.int_handoff_scopes, intermediate.int_outcomes, intermediate.int_routing, config.criteria, config.brief_fields, config.criteria_words, config.settings, config.exchange_rates, config.brief_requirements
import type {Database} from "../../db.js";
import {writeCriteriaBrief} from "./criteria-brief.js";
import {writeFacts} from "./criteria-facts.js";
import {findNames} from "../../contract/criteria-facts.js";
import {readRules, type Rules} from "./criteria-rules.js";
import {writeVerdicts} from "./criteria-verdicts.js";

export async function write(db: Database): Promise<string> {
  const rules = await readRules(db);
  if (namesTexts(rules)) return writeVerdicts("intermediate.int_criteria_facts", rules);
  return writeVerdicts(`(${await writeFacts(db, rules, `(${await writeCriteriaBrief(db, rules, "told")})`)})`, rules);
}

/** Whether a rule, or what it shows, looks into the text of a field. The facts' own ways to show one ask only whether there is any. */
function namesTexts({criteria, fields}: Rules): boolean {
  const names = new Set(fields.filter(({isInTemplate}) => isInTemplate).map(({field}) => field));
  return criteria.some(({rule, shows}) => findNames(`${rule}\n${shows ?? ""}`, names).length > 0);
}
