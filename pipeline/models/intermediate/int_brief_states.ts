// grain: one row per handoff
// key: handoff_id
// why: what each brief said when the meeting of the decisive slot began, and a verdict on each cell, before copies are looked for
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_accounts, staging.stg_accounts_versions, staging.stg_contacts, staging.stg_contacts_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, intermediate.int_handoff_scopes, intermediate.int_brief_told_twice, intermediate.int_brief_day_before, intermediate.int_brief_variants, intermediate.int_brief_evidence, config.brief_fields, config.brief_requirements, config.not_disclosed_words, config.placeholders
import {quoteText, type Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {NOTE_BESIDE, noteFlagOf, readNoteColumns} from "./brief-note.js";
import {readRequirements, writeLate} from "./brief-requirements.js";
import {beforeOf, isDated, lateOf, readTemplate, stateOf, textOf, valueOf, type TemplateField} from "./brief-template.js";
import {writeJudged} from "./judge-brief.js";
import {MISSING, readWords, STATE} from "./judge-field.js";

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
  // What a brief with several versions said a day before is judged with it.
  const [isAnyTwice] = await db.rows("select 1 from intermediate.int_brief_day_before limit 1");
  const earlier = isAnyTwice ? asked : [];
  const then_ = template.map((field) => ({column: valueOf(field), field}));
  const source = `select ${["then_.*", "told.handoff_id is not null as is_told_twice", ...earlier.map((field) => `day_before.${valueOf(field)} as ${beforeValueOf(field)}`)].join(", ")}
  from (${await writeBriefAsOf(db, "then", template)}) as then_
  left join intermediate.int_brief_told_twice as told on told.handoff_id = then_.handoff_id
  ${isAnyTwice ? "left join intermediate.int_brief_day_before as day_before on day_before.handoff_id = then_.handoff_id" : ""}`;
  const {ctes, verdicts} = writeJudged(
    source,
    [...then_, ...earlier.map((field) => ({column: beforeValueOf(field), field}))],
    words,
  );
  const cells = template.map((field, index) => `${verdicts[index]!.text} as ${textOf(field)}, ${verdicts[index]!.state} as ${stateOf(field)}`); // prettier-ignore
  const befores = earlier.map((field, index) => `case when is_told_twice then ${verdicts[template.length + index]!.state} end as ${beforeOf(field)}`); // prettier-ignore
  return `with ${ctes},
states as (
  select ${["briefs.handoff_id", ...cells, ...befores, ...kept, ...dated.map(lateOf)].join(", ")}
  from briefs
  left join verdicts on verdicts.handoff_id = briefs.handoff_id
)${evidence.map((field, index) => `,\nevidence_${index} as (select handoff_id, text, since from intermediate.int_brief_evidence where field = ${quoteText(field)})`).join("")}
select states.handoff_id, scopes.sdr_id, scopes.team, scopes.account_id, outcomes.meeting_at, outcomes.outcome, variants.variant,
  ${[...template.map((field) => writeCell(field, evidence)), ...asked.map((field) => writeBefore(field, evidence, earlier.length > 0)), ...kept.map((name) => `states.${name}`)].join(", ")}, ${late} as is_late
from states
inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = states.handoff_id
inner join intermediate.int_handoff_scopes as scopes on scopes.handoff_id = states.handoff_id
left join intermediate.int_brief_variants as variants on variants.handoff_id = states.handoff_id
${evidence.map((_, index) => `left join evidence_${index} on evidence_${index}.handoff_id = states.handoff_id`).join("\n")}`;
}

const beforeValueOf = ({position}: TemplateField): string => `before_${position}`;

/** Text and state; where the brief leaves a field out and another export tells it, what that says. */
function writeCell(field: TemplateField, evidence: readonly string[]): string {
  const place = evidence.indexOf(field.field);
  if (place < 0) return `states.${textOf(field)}, states.${stateOf(field)}`;
  const isShown = `states.${stateOf(field)} = ${MISSING} and evidence_${place}.text is not null`;
  return `case when ${isShown} then evidence_${place}.text else states.${textOf(field)} end as ${textOf(field)},
    case when ${isShown} then 'filled'::${STATE} else states.${stateOf(field)} end as ${stateOf(field)}, ${isShown} as is_evidence_${field.position}`;
}

function writeBefore(field: TemplateField, evidence: readonly string[], isAnyTwice: boolean): string {
  const place = evidence.indexOf(field.field);
  const told = [
    ...(place < 0
      ? []
      : [`case when evidence_${place}.since <= outcomes.meeting_at - interval 24 hour then 'filled'::${STATE} end`]),
    ...(isAnyTwice ? [`states.${beforeOf(field)}`] : []),
    `states.${stateOf(field)}`,
  ];
  return `coalesce(${told.join(", ")}) as ${beforeOf(field)}`;
}

/** Fields for which another export may stand in. */
export async function readEvidence(db: Database): Promise<string[]> {
  const rows = await db.rows<{field: string}>(`select distinct fields.field from config.brief_requirements as rules
    inner join config.brief_fields as fields on fields.position = rules.position where rules.evidence is not null order by 1`);
  return rows.map(({field}) => field);
}
