// grain: one row per handoff
// key: handoff_id
// why: what each brief said when the meeting of the decisive slot began, and a verdict on each cell, before copies are looked for
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_accounts, staging.stg_accounts_versions, staging.stg_contacts, staging.stg_contacts_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, intermediate.int_handoff_scopes, intermediate.int_brief_told_twice, intermediate.int_brief_day_before, intermediate.int_brief_variants, intermediate.int_brief_evidence, config.brief_fields, config.brief_requirements, config.not_disclosed_words, config.placeholders
import {quoteText, type Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {NOTE_BESIDE, noteFlagOf, readNoteColumns} from "./brief-note.js";
import {readRequirements, writeLate} from "./brief-requirements.js";
import {beforeOf, isDated, lateOf, readTemplate, stateOf, textOf, valueOf, type TemplateField} from "./brief-template.js";
import {MISSING, readWords, STATE, writeClean, writeQuickState, writeState, writeTrimmed} from "./judge-field.js";

/**
 * One row wide: `text_<position>` and `state_<position>` of each field as of the meeting's start, `state_day_before_<position>` of
 * those that may be required; `is_late`, when only a later export tells of one of these; `known_at`; who and when. Texts are
 * unfolded into rows only where a row each is wanted.
 */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const words = await readWords(db);
  const notes = await readNoteColumns(db);
  const evidence = await readEvidence(db);
  const dated = template.filter(isDated);
  const asked = template.filter(({is_asked}) => is_asked);
  const hasNotes = notes.has("brief_from_note");
  const kept = [
    ...(hasNotes ? [...template.map(noteFlagOf), ...NOTE_BESIDE.filter((column) => notes.has(column))] : []),
    "known_at",
    "is_told_twice",
  ];
  const late = writeLate(dated, await readRequirements(db), "states");
  const before = asked.map((field) => writeBefore(field, evidence));
  const rows = (source: string, table: string, where: (field: TemplateField) => string, fields: readonly TemplateField[]) =>
    fields
      .map(
        (field) =>
          `select handoff_id, ${field.position}::integer as position, ${source}_${field.position} as text from ${table} where ${where(field)}`,
      )
      .join("\n  union all ") || NO_ROWS;
  // Tables of their own: each field then reads its own columns only, which a common table expression would not let it.
  // In two steps: the planner would put the trimming into each of the many places that name a text.
  await db.run(`create or replace temporary table brief_texts as
    select handoff_id, ${[...template.map((field) => `${writeTrimmed(valueOf(field))} as ${textOf(field)}`), ...kept, ...dated.map(lateOf)].join(", ")}
    from (${await writeBriefAsOf(db, "then", template)})`);
  await db.run(`create or replace temporary table brief_quick as
    select *, ${["true as is_row", ...template.map((field) => `${writeQuickState({text: textOf(field), min_words: String(field.min_words)}, words)} as ${stateOf(field)}`)].join(",\n  ")}
    from temp.brief_texts`);
  await db.run("drop table temp.brief_texts");
  // What a brief with several versions said otherwise a day before.
  await db.run(`create or replace temporary table brief_befores as
    select quick.handoff_id, ${["true as is_told", ...asked.map((field) => `${writeTrimmed(`day_before.${valueOf(field)}`)} as before_${field.position}, ${textOf(field)}`)].join(", ")}
    from temp.brief_quick as quick
    inner join intermediate.int_brief_day_before as day_before on day_before.handoff_id = quick.handoff_id
    where quick.is_told_twice`);
  return `with unsure as (
  select true as is_then, * from (${rows("text", "temp.brief_quick", (field) => `${stateOf(field)} is null`, template)})
  union all
  select false, * from (${rows("before", "temp.brief_befores", (field) => `before_${field.position} is distinct from ${textOf(field)}`, asked)})
),
cleaned as materialized (select handoff_id, is_then, position, ${writeClean("text")} as text from unsure),
judged as (
  select cleaned.handoff_id, cleaned.is_then, cleaned.position, cleaned.text,
    ${writeState({text: "cleaned.text", min_words: "fields.min_words", allows_none: "fields.allows_none"}, words)} as state
  from cleaned
  inner join config.brief_fields as fields on fields.position = cleaned.position
),
verdicts as (
  select handoff_id,
    map_from_entries(list((position, state)) filter (where is_then)) as then_states,
    map_from_entries(list((position, text)) filter (where is_then)) as then_texts,
    map_from_entries(list((position, state)) filter (where not is_then)) as before_states
  from judged
  group by handoff_id
),
states as (
  select quick.handoff_id, ${["verdicts.before_states", ...template.map(writeVerdict), ...[...kept, ...dated.map(lateOf)].map((name) => `quick.${name}`)].join(", ")}
  from temp.brief_quick as quick
  left join verdicts on verdicts.handoff_id = quick.handoff_id
)${evidence.map((field, index) => `,\nevidence_${index} as (select handoff_id, text, since from intermediate.int_brief_evidence where field = ${quoteText(field)})`).join("")}
select states.handoff_id, scopes.sdr_id, scopes.team, scopes.account_id, outcomes.meeting_at, outcomes.outcome, variants.variant,
  ${[...template.map((field) => writeCell(field, evidence)), ...before, ...kept.map((name) => `states.${name}`)].join(", ")}, ${late} as is_late
from states
inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = states.handoff_id
inner join intermediate.int_handoff_scopes as scopes on scopes.handoff_id = states.handoff_id
left join intermediate.int_brief_variants as variants on variants.handoff_id = states.handoff_id
${evidence.map((_, index) => `left join evidence_${index} on evidence_${index}.handoff_id = states.handoff_id`).join("\n")}`;
}

/** For a template of no field. */
const NO_ROWS = "select null::text as handoff_id, 0 as position, null::text as text where false";

/** What the quick verdict told, else the thorough one with its cleaned text. */
function writeVerdict(field: TemplateField): string {
  const [text, state] = [textOf(field), stateOf(field)];
  return `case when quick.${state} is null then map_extract_value(verdicts.then_states, ${field.position}) else quick.${state} end as ${state},
    case when quick.${state} is null then map_extract_value(verdicts.then_texts, ${field.position}) else quick.${text} end as ${text}`;
}

/** Text and state; where the brief leaves a field out and another export tells it, what that says. */
function writeCell(field: TemplateField, evidence: readonly string[]): string {
  const place = evidence.indexOf(field.field);
  if (place < 0) return `states.${textOf(field)}, states.${stateOf(field)}`;
  const isShown = `states.${stateOf(field)} = ${MISSING} and evidence_${place}.text is not null`;
  return `case when ${isShown} then evidence_${place}.text else states.${textOf(field)} end as ${textOf(field)},
    case when ${isShown} then 'filled'::${STATE} else states.${stateOf(field)} end as ${stateOf(field)}, ${isShown} as is_evidence_${field.position}`;
}

function writeBefore(field: TemplateField, evidence: readonly string[]): string {
  const place = evidence.indexOf(field.field);
  const since =
    place < 0 ? "" : `case when evidence_${place}.since <= outcomes.meeting_at - interval 24 hour then 'filled'::${STATE} end, `;
  return `coalesce(${since}map_extract_value(states.before_states, ${field.position}), states.${stateOf(field)}) as ${beforeOf(field)}`;
}

/** Fields for which another export may stand in. */
export async function readEvidence(db: Database): Promise<string[]> {
  const rows = await db.rows<{field: string}>(`select distinct fields.field from config.brief_requirements as rules
    inner join config.brief_fields as fields on fields.position = rules.position where rules.evidence is not null order by 1`);
  return rows.map(({field}) => field);
}
