import {METRIC_KINDS, METRIC_NAMES, type Metric} from "../contract/metrics.js";
import {PERIODS, SCOPES, type Scope} from "../contract/vocabulary.js";
import {quoteText, type Database} from "../db.js";
import {listMembers, type SCOPE_COLUMNS} from "./members.js";
import {enumOf, monthNumber, RECENT_STEP, spreadOverPeriods} from "./periods.js";
import type {MemberRules} from "./rules.js";

/** The column that holds a scope's id; the company has none. */
export const COLUMN_OF: Record<Scope, (typeof SCOPE_COLUMNS)[number] | null> = {
  company: null, team: "team", manager: "manager_id", sdr: "sdr_id", ae: "ae_id", pair: "pair_id",
  source: "source", motion: "motion", segment: "segment", region: "region",
}; // prettier-ignore

/**
 * Adds the members up into temp.metric_sums: a row per metric, scope, scope_id, currency (empty without), period and step
 * (periods of a kind are numbered: the adjacent one before has one less), with sufficient statistics. Members are read once
 * per scope, into months; the longer periods add months, never members.
 */
export async function addUpMembers(db: Database, metrics: readonly Metric[], rules: MemberRules, zone: string): Promise<void> {
  const columns = SCOPES.flatMap((scope) => COLUMN_OF[scope] ?? []);
  const set = (scope: Scope) =>
    ["metric", "kind", "currency", "month_number", "days_90", COLUMN_OF[scope]].filter(Boolean).join(", ");
  await db.run(`create or replace temp table metric_cells as
    with settings as (select as_of from config.settings),
    members as (${metrics.map((metric) => `select ${quoteText(metric.name)} as metric, ${quoteText(metric.kind)} as kind, * exclude (record_id) from (${listMembers(metric, rules)})`).join("\nunion all\n")}),
    dated as (
      select
        members.* exclude (metric, kind),
        metric::${enumOf(METRIC_NAMES)} as metric,
        kind::${enumOf(METRIC_KINDS)} as kind,
        ${monthNumber("members.dated_at", zone)} as month_number,
        case
          when dated_at > as_of or dated_at < as_of - interval 180 day then 0
          when dated_at >= as_of - interval 90 day then ${RECENT_STEP}
          else ${RECENT_STEP - 1}
        end as days_90
      from members cross join settings
    )
    select
      metric, kind, currency, month_number, days_90,
      (case ${columns.map((column) => `when grouping(${column}) = 0 then ${quoteText(scopeOf(column))}`).join(" ")} else 'company' end)
        ::${enumOf(SCOPES)} as scope,
      coalesce(${columns.join(", ")}) as scope_id,
      count(*) filter (is_mature) as n,
      count(*) filter (not is_mature) as in_flight,
      ${exactSum("numerator")} as y,
      ${exactSum("denominator")} as x,
      ${exactSum("amount")} as amount,
      count(amount) as amounts,
      sum(numerator * numerator) as yy,
      sum(numerator * denominator) as xy,
      sum(denominator * denominator) as xx,
      min(numerator / denominator) as lowest,
      max(numerator / denominator) as highest,
      list(value) filter (value is not null) as values_
    from dated
    group by grouping sets (${SCOPES.map((scope) => `(${set(scope)})`).join(", ")})`);
  await db.run(`create or replace temp table metric_sums as
    with spread as (
      select
        *,
        ${spreadOverPeriods("month_number", "nullif(days_90, 0)")}
      from metric_cells
      where scope = 'company' or scope_id is not null
    )
    select
      metric, kind, scope, coalesce(scope_id, '') as scope_id, currency, period::${enumOf(PERIODS)} as period, step,
      sum(n)::integer as n,
      sum(in_flight)::integer as in_flight,
      sum(y)::double as y,
      sum(x)::double as x,
      sum(amount)::double as amount,
      sum(amounts)::integer as amounts,
      -- Threads add in any order: rounding makes the last digit the same each time.
      round(sum(yy), 6) as yy,
      round(sum(xy), 6) as xy,
      round(sum(xx), 6) as xx,
      min(lowest) = max(highest) as is_uniform,
      case when count(values_) > 0 then list_sort(flatten(list(values_) filter (values_ is not null))) end as sorted
    from spread
    where period is not null
    group by all`);
}

/** Decimal sums are the same in whatever order threads add; sums of doubles are not. */
const exactSum = (column: string): string => `sum(${column}::decimal(28, 6))`;

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
