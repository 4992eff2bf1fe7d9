// grain: one row per handoff that was held, missed or is to come, and criterion that saw something
// key: handoff_id, checklist, criterion
// why: what a verdict rests on, for whoever reads one; apart from the verdicts, which are counted without it
// reads: intermediate.int_criteria_facts, intermediate.int_criteria_verdicts, config.criteria, config.brief_fields
// made: as a view, since the texts stand elsewhere
import {quoteText, type Database} from "../../db.js";
import {readRules, writeSaw} from "../intermediate/criteria-rules.js";

export async function write(db: Database): Promise<string> {
  const rules = await readRules(db);
  const {criteria} = rules;
  if (criteria.length === 0)
    return "select null::text as handoff_id, null::text as checklist, null::text as criterion, null::text as saw where false";
  const texts = (values: readonly string[]) => values.map(quoteText).join(", ");
  return `with judged as (
  select facts.*, verdicts.* exclude (handoff_id)
  from intermediate.int_criteria_facts as facts
  inner join intermediate.int_criteria_verdicts as verdicts on verdicts.handoff_id = facts.handoff_id
),
seen as (
  select handoff_id, unnest([${texts(criteria.map(({checklist}) => checklist))}]) as checklist,
    unnest([${texts(criteria.map(({criterion}) => criterion))}]) as criterion,
    unnest([${criteria.map((each) => writeSaw(each, rules)).join(",\n    ")}]) as saw
  from judged
)
select handoff_id, checklist, criterion, saw from seen where saw is not null`;
}
