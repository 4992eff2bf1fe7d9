// grain: one row per handoff that was held, missed or is to come
// key: handoff_id
// why: both checklists of a handoff in one row, for who shows whole briefs
// reads: intermediate.int_criteria_facts, intermediate.int_criteria_verdicts, config.criteria, config.brief_fields
// made: as a view, since the wide rows beneath hold it all
import type {Database} from "../../db.js";
import {readRules, verdictOf, writeSaw} from "../intermediate/criteria-rules.js";

/**
 * `letters`: one per criterion, in the order of config.criteria by checklist and position: m met, n not met, u unknown; `saw`: what each
 * saw, in the same order, null where nothing. The same as `criteria` and `criteria_seen` say.
 */
export async function write(db: Database): Promise<string> {
  const rules = await readRules(db);
  if (rules.criteria.length === 0)
    return "select null::text as handoff_id, null::text as letters, null::text[] as saw where false";
  const letters = rules.criteria
    .map(verdictOf)
    .map((verdict) => `case when ${verdict} then 'm' when not ${verdict} then 'n' else 'u' end`);
  return `with judged as (
  select verdicts.*, facts.* exclude (handoff_id)
  from intermediate.int_criteria_verdicts as verdicts
  left join intermediate.int_criteria_facts as facts on facts.handoff_id = verdicts.handoff_id
)
select handoff_id, concat(${letters.join(", ")}) as letters,
  [${rules.criteria.map((each) => writeSaw(each, rules)).join(",\n    ")}] as saw
from judged`;
}
