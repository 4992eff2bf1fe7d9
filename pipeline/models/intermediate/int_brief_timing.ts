// grain: one row per handoff
// key: handoff_id
// why: whether the brief was complete a day before the meeting, since when, and how late the evidence for it is
// reads: intermediate.int_brief_then, intermediate.int_brief_day_before, intermediate.int_copied_texts, intermediate.int_brief_completions, intermediate.int_outcomes, intermediate.int_handoff_facts
import {quoteText, type Database} from "../../db.js";
import {isDated, lateOf, readTemplate, valueOf, type TemplateField} from "./brief-template.js";
import {readWords, writeClean, writeState} from "./judge-field.js";

/** `is_judged_late`, `is_brief_on_time`, `brief_completed_at` (null unless the brief is known to be complete before the meeting). */
export async function write(db: Database): Promise<string> {
  const words = await readWords(db);
  const required = (await readTemplate(db)).filter((field) => field.required);
  const dated = required.filter(isDated);
  const filled = (table: string) => (field: TemplateField) => {
    const isOriginal = field.narrative ? ` and not coalesce(list_contains(copied.fields, ${quoteText(field.field)}), false)` : "";
    return `(${writeState(writeClean(`${table}.${valueOf(field)}`), field, words)} <> 'missing'${isOriginal})`;
  };
  const all = (conditions: string[]) => (conditions.length > 0 ? conditions.join("\n    and ") : "true");
  const late = (table: string) => (dated.length > 0 ? `(${dated.map((field) => `${table}.${lateOf(field)}`).join(" or ")})` : "false");
  return `with copied as (select handoff_id, list(field) as fields from intermediate.int_copied_texts group by handoff_id),
histories as (
  select handoff_id, max(completed_at) as completed_at, count(*) filter (where entity = 'handoffs') as dated_fields
  from intermediate.int_brief_completions group by handoff_id
),
judged as (
  select
    outcomes.handoff_id,
    outcomes.meeting_at,
    facts.booked_at,
    coalesce(${late("at_meeting")}, false) as is_judged_late,
    coalesce(${late("day_before")}, false) as is_late_day_before,
    ${all(required.map(filled("at_meeting")))} as is_complete,
    ${all(required.map(filled("day_before")))} as is_complete_day_before,
    at_meeting.known_at,
    day_before.known_at as known_day_before_at,
    histories.completed_at as history_at,
    coalesce(histories.dated_fields, 0) >= ${dated.length} as has_whole_history
  from intermediate.int_outcomes as outcomes
  inner join intermediate.int_handoff_facts as facts on facts.handoff_id = outcomes.handoff_id
  inner join intermediate.int_brief_then as at_meeting on at_meeting.handoff_id = outcomes.handoff_id
  inner join intermediate.int_brief_day_before as day_before on day_before.handoff_id = outcomes.handoff_id
  left join copied on copied.handoff_id = outcomes.handoff_id
  left join histories on histories.handoff_id = outcomes.handoff_id
),
final as (
  select
    handoff_id,
    is_judged_late,
    is_complete_day_before and not is_late_day_before as is_brief_on_time,
    case
      when not is_complete or is_judged_late then null
      -- Filled since ever as far as the history tells: since the booking, if nothing better is known.
      when has_whole_history then coalesce(history_at, known_at, booked_at)
      when is_complete_day_before and not is_late_day_before then greatest(history_at, least(known_at, known_day_before_at))
      else greatest(history_at, known_at)
    end as brief_completed_at
  from judged
)
select * from final`;
}
