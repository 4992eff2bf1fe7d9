import type {Checklist} from "../../contract/criteria.js";
import {READINESS_FACTS} from "../../contract/criteria-facts.js";
import {verdictOf, writeIsDocumented, type CriterionRule, type Rules} from "./criteria-rules.js";

/**
 * Query of the verdicts of both checklists on the rows of table `facts`: a column per criterion, `is_msq_compliant` and `is_ready` (every criterion met; null without criteria), `msq_unknown` and `ready_unknown` (how many
 * are unknown), and the facts that only readiness knows.
 */
export function writeVerdicts(facts: string, rules: Rules): string {
  const of = (checklist: Checklist) => rules.criteria.filter((criterion) => criterion.checklist === checklist);
  const [qualification, readiness] = [of("qualification"), of("readiness")];
  return `with qualified as (
  select ${["*", ...qualification.map(writeVerdict)].join(",\n    ")}
  from ${facts}
),
counted as (
  select *, ${qualification.length}::bigint as criteria, ${count(qualification, "met")} as criteria_met,
    ${count(qualification, "unknown")} as criteria_unknown, ${writeDocumented(qualification, rules)} as are_criteria_documented
  from qualified
),
judged as (
  select ${["*", ...readiness.map(writeVerdict)].join(",\n    ")}
  from counted
)
select ${["handoff_id", ...rules.criteria.map(verdictOf), ...READINESS_FACTS.map(({name}) => name)].join(", ")}, ${writeAll(qualification)} as is_msq_compliant, criteria_unknown::integer as msq_unknown,
  ${writeAll(readiness)} as is_ready, (${count(readiness, "unknown")})::integer as ready_unknown
from judged`;
}

const writeVerdict = (criterion: CriterionRule): string => `(\n${criterion.rule}\n) as ${verdictOf(criterion)}`;

/** Unknown is no success, and no failure that could be told either: it is counted beside. */
const writeAll = (criteria: readonly CriterionRule[]): string =>
  criteria.length === 0 ? "null::boolean" : criteria.map((each) => `coalesce(${verdictOf(each)}, false)`).join(" and ");

function count(criteria: readonly CriterionRule[], what: "met" | "unknown"): string {
  const test = (column: string) => (what === "met" ? `coalesce(${column}, false)` : `(${column} is null)`);
  return criteria.length === 0 ? "0::bigint" : criteria.map((each) => `${test(verdictOf(each))}::bigint`).join(" + ");
}

/** Each criterion saw something or is met; unknown where one saw nothing because there was nothing to see it by. */
const writeDocumented = (criteria: readonly CriterionRule[], rules: Rules): string =>
  criteria.length === 0 ? "null::boolean" : criteria.map((each) => writeIsDocumented(each, rules)).join(" and ");
