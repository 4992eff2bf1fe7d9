// grain: one row per handoff and field of the brief
// key: handoff_id, field
// why: one verdict on each cell, before copies are looked for
// reads: staging.stg_supplies, intermediate.int_field_history, intermediate.int_brief_then, intermediate.int_brief_day_before, intermediate.int_brief_now
import type {Database} from "../../db.js";
import {isToldTwice, readTemplate, valueOf, type TemplateField} from "./brief-template.js";
import {readWords, writeClean, writeState} from "./judge-field.js";

/**
 * `text` as of the meeting's start and its `state`; `state_day_before` of required fields; `is_filled_later`, when a field
 * missing then is filled now. One verdict for all fields, their traits joined to it, keeps the plan small.
 */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const words = await readWords(db);
  const isCompared = await isToldTwice(db);
  if (isCompared) await db.run(writeComparison(template));
  const source = isCompared ? "temp.brief_states" : "intermediate.int_brief_then";
  const cells = template.map((field) => {
    const value = valueOf(field);
    const rest = isCompared
      ? `${field.required ? `day_before_${field.position}` : value}, now_${field.position}`
      : `${value}, ${value}`;
    return `select handoff_id, ${field.position}::integer, ${value}, ${rest} from ${source}`;
  });
  const nothing = "select null::text, 0, null::text, null::text, null::text where false";
  const state = (text: string) => writeState({text, min_words: "min_words", allows_none: "allows_none"}, words);
  // Most cells say the same at all three times, and are cleaned and judged once.
  const other = (moment: string) =>
    `case when value_${moment} is distinct from value then ${writeClean(`value_${moment}`)} else text end as text_${moment}`;
  const others = isCompared ? `, ${other("day_before")}, ${other("now")}` : "";
  const compare = isCompared
    ? `case when text_day_before is not distinct from text then state else ${state("text_day_before")} end as state_day_before,
    case when state = 'missing' and text_now is distinct from text then ${state("text_now")} <> 'missing' else false end as is_filled_later`
    : "state as state_day_before, false as is_filled_later";
  return `with cells (handoff_id, position, value, value_day_before, value_now) as (
  ${cells.length > 0 ? cells.join("\n  union all ") : nothing}
),
cleaned as (select *, ${writeClean("value")} as text from cells),
texts as (select handoff_id, position, text${others} from cleaned),
judged as (
  select texts.*, fields.field, fields.required, fields.narrative, fields.entity, fields.min_words, fields.allows_none,
    ${state("text")} as state
  from texts
  inner join config.brief_fields as fields on fields.position = texts.position
)
select handoff_id, field, position, entity, required, narrative, text, state, ${compare}
from judged`;
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
    from intermediate.int_brief_then as at_meeting
    inner join intermediate.int_brief_day_before as day_before on day_before.handoff_id = at_meeting.handoff_id
    inner join intermediate.int_brief_now as present on present.handoff_id = at_meeting.handoff_id`;
}
