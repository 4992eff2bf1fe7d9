// grain: one row per handoff
// key: handoff_id
// why: how much of what its variant of the brief asks for was there when the meeting began, and a day before
// reads: intermediate.int_brief_states, intermediate.int_copied_texts, config.brief_fields, config.brief_requirements
import type {Database} from "../../db.js";
import {readRequirements, writeRequired, writeWeight} from "./brief-requirements.js";
import {beforeOf, isDated, readTemplate, stateOf} from "./brief-template.js";
import {MISSING} from "./judge-field.js";

export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const requirements = await readRequirements(db);
  const asked = template.filter(({is_asked}) => is_asked);
  const required = (field: (typeof template)[number]) => writeRequired(field, requirements);
  const add = (terms: string[], zero: string) => (terms.length > 0 ? terms.join(" + ") : zero);
  const number = (condition: string) => (condition === "true" ? "1" : condition === "false" ? "0" : `(${condition})::integer`);
  const filled = (state: string, condition: string) =>
    condition === "true" ? `(${state} <> ${MISSING})::integer` : `(${condition} and ${state} <> ${MISSING})::integer`;
  const copied = template
    .filter(({narrative}) => narrative)
    .map(
      (field) =>
        `when '${field.field.replaceAll("'", "''")}' then {'required': ${number(required(field))}, 'weight': ${writeWeight(field, requirements)}}`,
    );
  const copies =
    copied.length === 0
      ? "select null::text as handoff_id, 0 as required, 0.0 as weight where false"
      : `
    select handoff_id, sum(cost.required)::integer as required, sum(cost.weight) as weight
    from (
      select copies.handoff_id, case copies.field ${copied.join(" ")} end as cost
      from intermediate.int_copied_texts as copies
      inner join intermediate.int_brief_states as states on states.handoff_id = copies.handoff_id
    )
    group by handoff_id`;
  return `with copies as (${copies}),
counted as (
  select
    states.handoff_id,
    outcome in ('held', 'no_show', 'pending') as is_judged,
    (${add(
      asked.map((field) => number(required(field))),
      "0",
    )})::integer as required_fields,
    (${add(
      asked.filter(isDated).map((field) => number(required(field))),
      "0",
    )})::integer as dated_fields,
    (${add(
      asked.map((field) => filled(stateOf(field), required(field))),
      "0",
    )} - coalesce(copies.required, 0))::integer as required_filled,
    (${add(
      asked.map((field) => filled(beforeOf(field), required(field))),
      "0",
    )} - coalesce(copies.required, 0))::integer as required_filled_day_before,
    (${add(
      template.map((field) => writeWeight(field, requirements)),
      "0.0",
    )})::double as total_weight,
    (${add(
      template.map((field) => `case when ${stateOf(field)} <> ${MISSING} then ${writeWeight(field, requirements)} else 0.0 end`),
      "0.0",
    )} - coalesce(copies.weight, 0))::double as filled_weight
  from intermediate.int_brief_states as states
  left join copies on copies.handoff_id = states.handoff_id
)
select *, required_filled = required_fields as is_complete, required_filled_day_before = required_fields as is_complete_day_before
from counted`;
}
