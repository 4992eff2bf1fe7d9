// grain: one row per handoff that was held, missed or is to come, and field of the brief
// key: handoff_id, field
// why: documentation completeness, field by field, as it stood when the meeting began
// reads: intermediate.int_brief_then, intermediate.int_brief_now, intermediate.int_copied_texts, intermediate.int_outcomes, intermediate.int_handoff_scopes
import {quoteText, type Database} from "../../db.js";
import {readTemplate, valueOf, type TemplateField} from "../intermediate/brief-template.js";
import {readWords, writeClean, writeState, type JudgingWords} from "../intermediate/judge-field.js";

/** Field after field, so that each reads only its own column of the wide tables. */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const words = await readWords(db);
  await db.run(`create or replace temporary table brief_scopes as
    select outcomes.handoff_id, scopes.sdr_id, scopes.team, outcomes.meeting_at, outcomes.outcome, at_meeting.* exclude (handoff_id)
    from intermediate.int_outcomes as outcomes
    inner join intermediate.int_handoff_scopes as scopes on scopes.handoff_id = outcomes.handoff_id
    inner join intermediate.int_brief_then as at_meeting on at_meeting.handoff_id = outcomes.handoff_id
    where outcomes.outcome in ('held', 'no_show', 'pending')`);
  const [now] = await db.rows<{is_there: boolean}>("select exists (select 1 from intermediate.int_brief_now) as is_there");
  if (template.length === 0) return writeNothing();
  return template.map((field) => writeFieldRows(field, words, now!.is_there)).join("\nunion all\n");
}

function writeFieldRows(field: TemplateField, words: JudgingWords, hasNow: boolean): string {
  const name = quoteText(field.field);
  const value = valueOf(field);
  const state = writeState("texts.text", field, words);
  const isCopied = field.narrative ? "copied.handoff_id is not null" : "false";
  const later = hasNow ? `and ${writeState("texts.text_now", field, words)} <> 'missing' and texts.text_now is distinct from texts.text` : "and false";
  return `select handoff_id, ${name} as field, sdr_id, team, meeting_at, outcome,
  ${quoteText(field.section)} as section, ${field.required} as required, ${field.weight}::double as weight,
  state, text as value, state = 'missing' ${later.replaceAll("texts.", "")} as is_added_later
from (
  select texts.*, case when ${isCopied} then 'missing' else ${state} end as state
  from (
    select scopes.handoff_id, scopes.sdr_id, scopes.team, scopes.meeting_at, scopes.outcome,
      ${writeClean(`scopes.${value}`)} as text${hasNow ? `, ${writeClean(`now.${value}`)} as text_now` : ""}
    from temp.brief_scopes as scopes
    ${hasNow ? "left join intermediate.int_brief_now as now on now.handoff_id = scopes.handoff_id" : ""}
  ) as texts
  ${field.narrative ? `left join intermediate.int_copied_texts as copied on copied.handoff_id = texts.handoff_id and copied.field = ${name}` : ""}
)`;
}

function writeNothing(): string {
  return `select null::text as handoff_id, null::text as field, null::text as sdr_id, null::text as team, null::timestamp as meeting_at, null::text as outcome,
  null::text as section, null::boolean as required, null::double as weight, null::text as state, null::text as value, null::boolean as is_added_later where false`;
}
