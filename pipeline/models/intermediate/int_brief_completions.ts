// grain: one row per handoff and required field with a history
// key: handoff_id, field
// why: since when, up to the meeting, a field had been filled without a break
// reads: intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts
import {quoteText, type Database} from "../../db.js";
import {readTemplate, type TemplateField} from "./brief-template.js";
import {readWords, writeClean, writeState} from "./judge-field.js";

/** `completed_at`: the last change by the meeting that filled an empty field; null when it had been filled since ever. */
export async function write(db: Database): Promise<string> {
  const words = await readWords(db);
  const fields = (await readTemplate(db)).filter((field) => field.required);
  const state = (column: string, field: TemplateField) => writeState(column, field, words);
  const judged = fields.map(
    (field) => `select entity, row_key, ${quoteText(field.field)} as field, changed_at,
    ${state("old_text", field)} as old_state, ${state("new_text", field)} as new_state
  from changes where entity = ${quoteText(field.entity)} and column_name = ${quoteText(field.column_name)}`,
  );
  const nothing = "select null::text as entity, null::text as row_key, null::text as field, null::timestamp as changed_at, null::text as old_state, null::text as new_state where false";
  return `with changes as (
  select *, ${writeClean("old_value")} as old_text, ${writeClean("new_value")} as new_text from intermediate.int_field_history
),
judged as (${judged.length > 0 ? judged.join("\n  union all ") : nothing}),
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
  max(case when judged.old_state = 'missing' and judged.new_state <> 'missing' and judged.changed_at <= outcomes.meeting_at then judged.changed_at end) as completed_at
from judged
inner join rows on rows.entity = judged.entity and rows.row_key = judged.row_key
inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = rows.handoff_id
group by rows.handoff_id, judged.field`;
}
