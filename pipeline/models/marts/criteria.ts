// grain: one row per handoff that was held, missed or is to come, and criterion of a checklist
// key: handoff_id, checklist, criterion
// why: what a handoff met, criterion by criterion
// reads: intermediate.int_criteria_verdicts, config.criteria, config.brief_fields
// made: as a view, since the wide row beneath holds it all and millions of rows would say it again
import {quoteText, type Database} from "../../db.js";
import {readRules, verdictOf} from "../intermediate/criteria-rules.js";

export async function write(db: Database): Promise<string> {
  const {criteria} = await readRules(db);
  const text = (value: string | null) => (value === null ? "null::text" : quoteText(value));
  const selects = criteria.map((each) => {
    const verdict = verdictOf(each);
    return `select handoff_id, ${text(each.checklist)} as checklist, ${each.position}::integer as position, ${text(each.criterion)} as criterion,
  ${text(each.label)} as label, ${text(each.group_name)} as group_name, ${text(each.letter)} as letter,
  case when ${verdict} then 'met' when not ${verdict} then 'not_met' else 'unknown' end as state,
  ${text(each.looks_for)} as looks_for
from intermediate.int_criteria_verdicts`;
  });
  if (selects.length > 0) return selects.join("\nunion all\n");
  return `select handoff_id, null::text as checklist, 0::integer as position, null::text as criterion, null::text as label,
  null::text as group_name, null::text as letter, null::text as state, null::text as looks_for
from intermediate.int_criteria_verdicts where false`;
}
