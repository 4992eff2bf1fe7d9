// grain: one row per handoff
// key: handoff_id
// why: how each cell of a brief stood when the meeting of the decisive slot began, before copies are looked for
// reads: staging.stg_supplies, intermediate.int_outcomes, intermediate.int_handoff_scopes, intermediate.int_brief_looks, intermediate.int_brief_odd_cells, intermediate.int_brief_day_before, intermediate.int_brief_variants, intermediate.int_brief_evidence, config.brief_fields, config.brief_requirements, config.criteria
import {quoteText, type Database} from "../../db.js";
import {readRequirements, writeLate} from "./brief-requirements.js";
import {beforeOf, isDated, readTemplate, stateOf, valueOf, type TemplateField} from "./brief-template.js";
import {readCells, readKept, readNamed} from "./int_brief_looks.js";
import {writeMasks, writeStateAt, writeSums} from "./judge-brief.js";
import {FILLED, MISSING, STATE} from "./judge-field.js";

/**
 * One row wide: `state_<position>` of each field as of the meeting's start, `is_evidence_<position>`, when another export tells what the
 * brief leaves out, `state_day_before_<position>` of those that may be required; `is_late`, when only a later export tells of one of
 * these; `known_at`; who and when. The texts stand in `int_brief_texts`; beside, the values of `readNamed`.
 */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const cells = await readCells(db);
  const evidence = await readEvidence(db);
  const asked = template.filter(({is_asked}) => is_asked);
  const hasEarlier = cells.length > template.length;
  const kept = [...(await readKept(db, template)), "known_at", "is_told_twice", ...(await readNamed(db)).map(valueOf)].map(
    (name) => `looks.${name}`,
  );
  const late = writeLate(template.filter(isDated), await readRequirements(db), "looks");
  const own = template.map((_, index) => writeStateAt(index));
  const then_ = template.map((field, index) => writeCell(field, own[index]!, evidence));
  const before = asked.map((field, index) =>
    writeBefore(
      field,
      own[template.indexOf(field)]!,
      evidence,
      hasEarlier ? `case when looks.is_told_twice then ${writeStateAt(template.length + index)} end` : null,
    ),
  );
  return `with odd as (
  select ${["handoff_id", ...writeMasks(cells)].join(",\n    ")}
  from intermediate.int_brief_odd_cells
  group by handoff_id
)${evidence.map((field, index) => `,\nevidence_${index} as (select handoff_id, since from intermediate.int_brief_evidence where field = ${quoteText(field)} and text is not null)`).join("")}
select looks.handoff_id, scopes.sdr_id, scopes.team, scopes.account_id, outcomes.meeting_at, outcomes.outcome, variants.variant,
  ${[...then_, ...before, ...kept].join(",\n  ")}, ${late} as is_late
from (
  select ${["looks.*", ...writeSums(cells)].join(", ")}
  from intermediate.int_brief_looks as looks
  left join odd on odd.handoff_id = looks.handoff_id
) as looks
inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = looks.handoff_id
inner join intermediate.int_handoff_scopes as scopes on scopes.handoff_id = looks.handoff_id
left join intermediate.int_brief_variants as variants on variants.handoff_id = looks.handoff_id
${evidence.map((_, index) => `left join evidence_${index} on evidence_${index}.handoff_id = looks.handoff_id`).join("\n")}`;
}

/** State; where the brief leaves a field out and another export tells it, filled. */
function writeCell(field: TemplateField, state: string, evidence: readonly string[]): string {
  const place = evidence.indexOf(field.field);
  if (place < 0) return `${state} as ${stateOf(field)}`;
  const isShown = `(${state}) = ${MISSING} and evidence_${place}.handoff_id is not null`;
  return `case when ${isShown} then ${FILLED} else ${state} end as ${stateOf(field)}, ${isShown} as is_evidence_${field.position}`;
}

function writeBefore(field: TemplateField, state: string, evidence: readonly string[], twice: string | null): string {
  const place = evidence.indexOf(field.field);
  const told = [
    ...(place < 0
      ? []
      : [`case when evidence_${place}.since <= outcomes.meeting_at - interval 24 hour then 'filled'::${STATE} end`]),
    ...(twice === null ? [] : [twice]),
    state,
  ];
  return `${told.length === 1 ? state : `coalesce(${told.join(", ")})`} as ${beforeOf(field)}`;
}

/** Fields for which another export may stand in. */
export async function readEvidence(db: Database): Promise<string[]> {
  const rows = await db.rows<{field: string}>(`select distinct fields.field from config.brief_requirements as rules
    inner join config.brief_fields as fields on fields.position = rules.position where rules.evidence is not null order by 1`);
  return rows.map(({field}) => field);
}
