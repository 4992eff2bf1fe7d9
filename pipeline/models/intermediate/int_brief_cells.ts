// grain: one row per handoff and field of the brief
// key: handoff_id, field
// why: one verdict on each cell, before copies are looked for
// reads: intermediate.int_brief_then, intermediate.int_brief_day_before, intermediate.int_brief_now, config.brief_fields, config.not_disclosed_words, config.placeholders
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
  const fields =
    "fields.field, fields.position, fields.entity, fields.required, fields.narrative, fields.min_words, fields.allows_none";
  const other = (moment: string) =>
    `case when value_${moment} is distinct from value then ${writeClean(`value_${moment}`)} else text end as text_${moment}`;
  // Texts and verdicts are named many times after; made once, they are not worked out again at each mention.
  return `with single_texts as materialized (
  select handoff_id, position, ${writeClean("value")} as text from (${writeSingleCells(template)})
),
singles as (
  select cells.handoff_id, ${fields}, cells.text, ${state("cells.text")} as state
  from single_texts as cells
  inner join config.brief_fields as fields on fields.position = cells.position
),
compared_texts as materialized (
  select handoff_id, position, text, ${other("day_before")}, ${other("now")}
  from (select *, ${writeClean("value")} as text from (${writeComparedCells(template)}))
),
compared as materialized (
  select cells.handoff_id, ${fields}, cells.text, cells.text_day_before, cells.text_now, ${state("cells.text")} as state
  from compared_texts as cells
  inner join config.brief_fields as fields on fields.position = cells.position
)
select handoff_id, field, position, entity, required, narrative, text, state, state as state_day_before, false as is_filled_later
from singles
union all
select handoff_id, field, position, entity, required, narrative, text, state,
  case when text_day_before is distinct from text then ${state("text_day_before")} else state end,
  case when state = 'missing' and text_now is distinct from text then ${state("text_now")} <> 'missing' else false end
from compared`;
}

/** Cells of briefs with one version, field after field, so that each reads its own column only. */
function writeSingleCells(template: readonly TemplateField[]): string {
  if (template.length === 0) return "select null::text as handoff_id, 0 as position, null::text as value where false";
  return template
    .map(
      (field) =>
        `select handoff_id, ${field.position}::integer as position, ${valueOf(field)} as value from intermediate.int_brief_then where not is_told_twice`,
    )
    .join("\n  union all ");
}

/** Cells of briefs with several versions, at the three moments. */
function writeComparedCells(template: readonly TemplateField[]): string {
  const select = (position: number, value: string, before: string, now: string) =>
    `select handoff_id, ${position}::integer as position, ${value} as value, ${before} as value_day_before, ${now} as value_now from temp.brief_states`;
  if (template.length === 0) return `${select(0, "null::text", "null::text", "null::text")} where false`;
  return template
    .map((field) =>
      select(
        field.position,
        valueOf(field),
        field.required ? `day_before_${field.position}` : valueOf(field),
        `now_${field.position}`,
      ),
    )
    .join("\n  union all ");
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
