// grain: one row per handoff that was held, missed or is to come
// key: handoff_id
// why: every rule of the checklists judged in one pass
// reads: intermediate.int_criteria_facts
import type {Checklist} from "../../contract/criteria.js";
import type {Database} from "../../db.js";
import {readRules, writeSaw, type CriterionRule, type Rules} from "./criteria-rules.js";

/** Columns of a criterion: whether it is met (null: unknown), and what it saw. */
export const metOf = ({checklist, position}: CriterionRule): string => `${checklist}_${position}`;
export const sawOf = (criterion: CriterionRule): string => `${metOf(criterion)}_saw`;

/**
 * `<checklist>_<position>` and `…_saw` of every criterion; `is_msq_compliant` and `is_ready` (every criterion met; null without
 * criteria), `msq_unknown` and `ready_unknown` (how many are unknown).
 */
export async function write(db: Database): Promise<string> {
  const rules = await readRules(db);
  const of = (checklist: Checklist) => rules.criteria.filter((criterion) => criterion.checklist === checklist);
  const [qualification, readiness] = [of("qualification"), of("readiness")];
  return `with qualified as (
  select ${["*", ...writeVerdicts(qualification, rules)].join(",\n    ")}
  from intermediate.int_criteria_facts
),
counted as (
  select *, ${qualification.length}::bigint as criteria, ${count(qualification, "met")} as criteria_met,
    ${count(qualification, "unknown")} as criteria_unknown, ${writeDocumented(qualification)} as are_criteria_documented
  from qualified
),
judged as (
  select ${["*", ...writeVerdicts(readiness, rules)].join(",\n    ")}
  from counted
)
select ${[
    "handoff_id",
    ...rules.criteria.flatMap((criterion) => [metOf(criterion), sawOf(criterion)]),
    `${writeAll(qualification)} as is_msq_compliant`,
    `criteria_unknown::integer as msq_unknown`,
    `${writeAll(readiness)} as is_ready`,
    `(${count(readiness, "unknown")})::integer as ready_unknown`,
  ].join(",\n  ")}
from judged`;
}

const writeVerdicts = (criteria: readonly CriterionRule[], rules: Rules): string[] =>
  criteria.flatMap((criterion) => [
    `(\n${criterion.rule}\n) as ${metOf(criterion)}`,
    `${writeSaw(criterion, rules)} as ${sawOf(criterion)}`,
  ]);

/** Unknown is no success, and no failure that could be told either: it is counted beside. */
const writeAll = (criteria: readonly CriterionRule[]): string =>
  criteria.length === 0 ? "null::boolean" : criteria.map((criterion) => `coalesce(${metOf(criterion)}, false)`).join(" and ");

function count(criteria: readonly CriterionRule[], what: "met" | "unknown"): string {
  const test = (name: string) => (what === "met" ? `coalesce(${name}, false)` : `(${name} is null)`);
  return criteria.length === 0 ? "0::bigint" : criteria.map((criterion) => `${test(metOf(criterion))}::bigint`).join(" + ");
}

/** Each criterion saw something or is met; unknown where one saw nothing because there was nothing to see it by. */
const writeDocumented = (criteria: readonly CriterionRule[]): string =>
  criteria.length === 0
    ? "null::boolean"
    : criteria.map((each) => `(${sawOf(each)} is not null or ${metOf(each)})`).join(" and ");
