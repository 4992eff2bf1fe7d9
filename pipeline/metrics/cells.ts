import {METRIC_KINDS, METRIC_NAMES, type Metric} from "../contract/metrics.js";
import {PERIODS, SCOPES, type Scope} from "../contract/vocabulary.js";
import {quoteText, type Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {currencyOf, isMoney, termsOf, type SCOPE_COLUMNS} from "./members.js";
import {enumOf, monthNumber, RECENT_STEP, spreadOverPeriods} from "./periods.js";
import type {MemberRules} from "./rules.js";
import {hasMembers, writeAdditions, writeColumns, writeMembership, writeSums, writeSumsOfSums} from "./sums.js";

/** The column that holds a scope's id; the company has none. */
export const COLUMN_OF: Record<Scope, (typeof SCOPE_COLUMNS)[number] | null> = {
  company: null, team: "team", manager: "manager_id", sdr: "sdr_id", ae: "ae_id", pair: "pair_id",
  source: "source", motion: "motion", segment: "segment", region: "region",
}; // prettier-ignore

/**
 * Adds the members up into temp.metric_sums: a row per metric, scope, scope_id, currency (empty without), period and step
 * (periods of a kind are numbered: the adjacent one before has one less), with what its kind is worked out from. Metrics that are rows of one
 * mart, dated alike, lie side by side: the mart is read once per scope, into months; the longer periods add months, never members.
 */
export async function addUpMembers(db: Database, metrics: readonly Metric[], rules: MemberRules, zone: string): Promise<void> {
  const alike = (metric: Metric) => `${metric.from}\t${termsOf(metric, rules).dated_by}\t${isMoney(metric)}`;
  const groups = [...groupBy(metrics, alike).values()];
  const selects = groups.flatMap((own, index) =>
    own.map(
      (
        metric,
      ) => `select ${quoteText(metric.name)}::${enumOf(METRIC_NAMES)} as metric, ${quoteText(metric.kind)}::${enumOf(METRIC_KINDS)} as kind,
      scope, scope_id, currency, period, step, ${writeColumns(metric).join(", ")}
    from sums_${index} where ${hasMembers(metric)}`,
    ),
  );
  await db.run(`create or replace temp table metric_sums as
    with ${groups.map((own, index) => writeGroup(own, index, rules, zone)).join(",\n    ")}
    ${selects.join("\n    union all\n    ")}`);
}

/** Common table expressions of metrics of one mart and one date; `sums_<index>` has them side by side. */
function writeGroup(metrics: readonly Metric[], index: number, rules: MemberRules, zone: string): string {
  const [first] = metrics as [Metric];
  const terms = metrics.map((metric) => [metric, termsOf(metric, rules)] as const);
  const {dated_by} = terms[0]![1];
  const columns = SCOPES.flatMap((scope) => COLUMN_OF[scope] ?? []);
  const set = (scope: Scope) => ["currency_", "month_number", "days_90", COLUMN_OF[scope]].filter(Boolean).join(", ");
  return `members_${index} as (
      select *, (select as_of from config.settings) as as_of_,
        ${terms.map(([metric, own]) => writeMembership(metric, own)).join(",\n        ")}
      from ${first.from} where ${dated_by} is not null
    ),
    rows_${index} as (
      select
        ${columns.join(", ")}, ${isMoney(first) ? currencyOf(rules) : "''"} as currency_,
        ${monthNumber(dated_by, zone)} as month_number,
        case
          when ${dated_by} > as_of_ or ${dated_by} < as_of_ - interval 180 day then 0
          when ${dated_by} >= as_of_ - interval 90 day then ${RECENT_STEP}
          else ${RECENT_STEP - 1}
        end as days_90,
        ${terms.flatMap(([metric, own]) => writeAdditions(metric, own)).join(",\n        ")}
      from members_${index}
    ),
    cells_${index} as (
      select
        currency_, month_number, days_90,
        case ${columns.map((column) => `when grouping(${column}) = 0 then ${quoteText(scopeOf(column))}`).join(" ")} else 'company' end as scope,
        coalesce(${columns.join(", ")}) as scope_id,
        ${metrics.flatMap(writeSums).join(",\n        ")}
      from rows_${index}
      group by grouping sets (${SCOPES.map((scope) => `(${set(scope)})`).join(", ")})
    ),
    sums_${index} as materialized (
      select
        scope::${enumOf(SCOPES)} as scope, coalesce(scope_id, '') as scope_id, currency_ as currency, period::${enumOf(PERIODS)} as period, step,
        ${metrics.flatMap(writeSumsOfSums).join(",\n        ")}
      from (select *, ${spreadOverPeriods("month_number", "nullif(days_90, 0)")} from cells_${index} where scope = 'company' or scope_id is not null)
      where period is not null
      group by scope, scope_id, currency_, period, step
    )`;
}

const scopeOf = (column: string): Scope => SCOPES.find((scope) => COLUMN_OF[scope] === column)!;

/** Writes temp.metric_scopes: what each scope is called. */
export async function nameScopes(db: Database): Promise<void> {
  const named = (scope: Scope, id: string, name: string) => (mart: string) =>
    `select ${quoteText(scope)}::${enumOf(SCOPES)} as scope, ${id} as scope_id, ${name} as scope_name from ${mart}`;
  const selects = [
    named("team", "team", "team_name"),
    named("manager", "manager_id", "manager_name"),
    named("sdr", "sdr_id", "sdr_name"),
    named("ae", "ae_id", "ae_name"),
    named("pair", "pair_id", "sdr_name || ' → ' || ae_name"),
    ...(["source", "motion", "segment", "region"] as const).map((scope) => named(scope, scope, scope)),
  ];
  const marts = ["marts.handoffs", "marts.opportunities", "marts.leads"];
  await db.run(`create or replace temp table metric_scopes as
    select scope, scope_id, coalesce(max(scope_name), scope_id) as scope_name
    from (${marts.flatMap((mart) => selects.map((select) => select(mart))).join("\nunion all\n")})
    where scope_id is not null
    group by scope, scope_id
    union all
    select 'company'::${enumOf(SCOPES)}, '', company from config.settings`);
}
