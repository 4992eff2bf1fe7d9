// grain: one row per handoff that no number judges (cancelled, our own side's, of unknown outcome), and field of the brief
// key: handoff_id, field
// why: their briefs are shown as they came, and stay out of every rate
// reads: intermediate.int_brief_states, intermediate.int_brief_texts, config.brief_fields, config.brief_requirements
import {quoteText, type Database} from "../../db.js";
import {readRequirements, writeRequired} from "../intermediate/brief-requirements.js";
import {readTemplate, stateOf, textOf} from "../intermediate/brief-template.js";

export async function write(db: Database): Promise<string> {
  const requirements = await readRequirements(db);
  const cells = (await readTemplate(db)).map(
    (field) =>
      `{'field': ${quoteText(field.field)}, 'required': ${writeRequired(field, requirements)}, 'state': ${stateOf(field)}::text, 'value': texts.${textOf(field)}}`,
  );
  return `with unjudged as (
  select cells.handoff_id, unnest([${cells.join(",\n    ")}], recursive := true)
  from intermediate.int_brief_states as cells
  inner join intermediate.int_brief_texts as texts on texts.handoff_id = cells.handoff_id
  where cells.outcome not in ('held', 'no_show', 'pending')
)
select handoff_id, field, required, state, value from unjudged`;
}
