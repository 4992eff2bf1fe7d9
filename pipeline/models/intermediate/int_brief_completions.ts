// grain: one row per handoff and required field with a history
// key: handoff_id, field
// why: since when, up to the meeting, a field had been filled without a break
// reads: intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, intermediate.int_brief_variants, config.brief_fields, config.brief_requirements, config.not_disclosed_words, config.placeholders
import type {Database} from "../../db.js";
import {readWords, writeClean, writeState} from "./judge-field.js";

/** `completed_at`: the last change by the meeting that filled an empty field; null when it had been filled since ever. */
export async function write(db: Database): Promise<string> {
  // Making the patterns takes longer than all else where nothing has a history.
  const [found] = await db.rows("select 1 from intermediate.int_field_history limit 1");
  if (!found)
    return "select null::text as handoff_id, null::text as field, null::text as entity, null::timestamp as completed_at where false";
  const words = await readWords(db);
  const state = (text: string) => writeState({text, min_words: "min_words", allows_none: "allows_none"}, words);
  return `with changes as (
  select history.entity, history.row_key, history.changed_at, fields.field, fields.position, fields.required, fields.min_words, fields.allows_none,
    ${writeClean("history.old_value")} as old_text,
    ${writeClean("history.new_value")} as new_text
  from intermediate.int_field_history as history
  inner join config.brief_fields as fields
    on fields.entity = history.entity and fields.column_name = history.column_name
),
judged as (
  select entity, row_key, field, position, required, changed_at, ${state("old_text")} = 'missing' and ${state("new_text")} <> 'missing' as is_filling
  from changes
),
rows as (
  select 'handoffs' as entity, meetings.row_key, meetings.handoff_id
  from intermediate.int_meetings as meetings
  inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = meetings.handoff_id
  where meetings.slot_number <= outcomes.decisive_slot_number
  union all
  select 'accounts', account_id, handoff_id from intermediate.int_handoff_facts where account_id is not null
  union all
  select 'contacts', contact_id, handoff_id from intermediate.int_handoff_facts where contact_id is not null
)
select rows.handoff_id, judged.field, any_value(judged.entity) as entity,
  max(case when judged.is_filling and judged.changed_at <= outcomes.meeting_at then judged.changed_at end) as completed_at
from judged
inner join rows on rows.entity = judged.entity and rows.row_key = judged.row_key
inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = rows.handoff_id
left join intermediate.int_brief_variants as variants on variants.handoff_id = rows.handoff_id
left join config.brief_requirements as rules on rules.variant = variants.variant and rules.position = judged.position
where coalesce(rules.required, judged.required)
group by rows.handoff_id, judged.field`;
}
