// grain: one row per handoff and field of the brief
// key: handoff_id, field
// why: one verdict on each cell, before copies are looked for
// reads: intermediate.int_brief_then, intermediate.int_brief_day_before, intermediate.int_brief_now
import type {Database} from "../../db.js";
import {readTemplate, valueOf, type TemplateField} from "./brief-template.js";
import {readWords, writeClean, writeState} from "./judge-field.js";

/**
 * `text` as of the meeting's start and its `state`; `state_day_before` of required fields; `is_filled_later`, when a field
 * missing then is filled now. One verdict for all fields, their traits joined to it, keeps the plan small; what has one
 * version only is judged once.
 */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const words = await readWords(db);
  await db.run(writeComparison(template));
  const state = (text: string) => writeState({text, min_words: "min_words", allows_none: "allows_none"}, words);
  const other = (moment: string) =>
    `case when is_compared and value_${moment} is distinct from value then ${writeClean(`value_${moment}`)} else text end as text_${moment}`;
  return `with cells (handoff_id, position, value, value_day_before, value_now, is_compared) as (
  ${writeCells(template)}
),
cleaned as (select *, ${writeClean("value")} as text from cells),
texts as materialized (select handoff_id, position, is_compared, text, ${other("day_before")}, ${other("now")} from cleaned),
judged as materialized (
  select texts.*, fields.field, fields.required, fields.narrative, fields.entity, fields.min_words, fields.allows_none,
    ${state("text")} as state
  from texts
  inner join config.brief_fields as fields on fields.position = texts.position
)
select handoff_id, field, position, entity, required, narrative, text, state,
  case when is_compared and text_day_before is distinct from text then ${state("text_day_before")} else state end as state_day_before,
  case when is_compared and state = 'missing' and text_now is distinct from text then ${state("text_now")} <> 'missing' else false end as is_filled_later
from judged`;
}

/** Field after field, so that each reads its own columns only. */
function writeCells(template: readonly TemplateField[]): string {
  if (template.length === 0) return "select null::text, 0, null::text, null::text, null::text, false where false";
  const cells = template.flatMap((field) => {
    const {position, required} = field;
    const value = valueOf(field);
    return [
      `select handoff_id, ${position}::integer, ${value}, null::text, null::text, false from intermediate.int_brief_then where not is_told_twice`,
      `select handoff_id, ${position}::integer, ${value}, ${required ? `day_before_${position}` : value}, now_${position}, true from temp.brief_states`,
    ];
  });
  return cells.join("\n  union all ");
}

/** The three states side by side, joined once for all fields. */
function writeComparison(template: readonly TemplateField[]): string {
  const columns = template.flatMap((field) => [
    `at_meeting.${valueOf(field)}`,
    `present.${valueOf(field)} as now_${field.position}`,
    ...(field.required ? [`day_before.${valueOf(field)} as day_before_${field.position}`] : []),
  ]);
  return `create or replace temporary table brief_states as
    select ${["at_meeting.handoff_id", ...columns].join(", ")}
    from intermediate.int_brief_now as present
    inner join intermediate.int_brief_then as at_meeting on at_meeting.handoff_id = present.handoff_id
    inner join intermediate.int_brief_day_before as day_before on day_before.handoff_id = present.handoff_id`;
}
