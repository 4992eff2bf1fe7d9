import type {MetricKind} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {medianRank} from "../stats/median.js";
import {t90} from "../stats/student.js";

/**
 * Turns temp.metric_sums into temp.metric_estimates: numerator, denominator, value and limits of each row (without mature
 * members 0 ÷ 0, and no value), `raw_lower` and `raw_upper` for differences, and `squared_error` of means. The macros must be defined.
 */
export async function estimate(db: Database): Promise<void> {
  await lookUp(
    db,
    "median_ranks",
    "select distinct len(sorted)::integer as key from metric_sums where len(sorted) > 0",
    medianRank,
  );
  await lookUp(db, "t_quantiles", "select distinct n - 1 as key from metric_sums where kind = 'mean' and n > 1", t90);
  await db.run(`create or replace temp table metric_estimates as
    with sums as (
      select
        metric_sums.* exclude (sorted),
        (sorted[(len(sorted) + 1) // 2] + sorted[len(sorted) // 2 + 1]) / 2 as median,
        sorted[nullif(ranks.result, 0)::integer] as median_lower,
        sorted[len(sorted) + 1 - nullif(ranks.result, 0)::integer] as median_upper,
        quantiles.result as t
      from metric_sums
      left join median_ranks as ranks on ranks.key = len(sorted)
      left join t_quantiles as quantiles on quantiles.key = case when kind = 'mean' then n - 1 end
    ),
    parts as (
      select
        * exclude (x, n), n, nullif(n, 0) as m, nullif(x, 0) as x,
        ${byKind({median: "null", velocity: "(n + in_flight) * (y / nullif(n, 0)) * (amount / nullif(amounts, 0))"}, "coalesce(y, 0)")} as numerator,
        ${byKind({median: "n", velocity: "median", mean: "n", sum: "n"}, "coalesce(x, 0)")} as denominator,
        case when kind = 'mean' and n > 1 then sample_variance(n, y, yy) / n end as squared_error
      from sums
    ),
    valued as (
      select
        *,
        ${byKind({median: "median", sum: "y"}, "numerator / nullif(denominator, 0)")} as value,
        case when kind = 'clustered_rate' and not (n = 1 or is_uniform) then clustered_half(m, x, y, xx, xy, yy) end as half
      from parts
    ),
    limited as (
      select
        *,
        ${byKind({
          rate: "wilson_lower(y, m)",
          clustered_rate: "coalesce(value - half, wilson_lower(value * m, m))",
          mean: "value - t * sqrt(squared_error)",
          median: "median_lower",
        })} as raw_lower,
        ${byKind({
          rate: "wilson_upper(y, m)",
          clustered_rate: "coalesce(value + half, wilson_upper(value * m, m))",
          mean: "value + t * sqrt(squared_error)",
          median: "median_upper",
        })} as raw_upper
      from valued
    )
    select
      metric, kind, scope, scope_id, currency, period, step, n, in_flight, numerator, denominator, value, squared_error,
      raw_lower, raw_upper,
      case when kind = 'clustered_rate' and raw_lower < 0 then 0 else raw_lower end as lower,
      case when kind = 'clustered_rate' and raw_upper > 1 then 1 else raw_upper end as upper
    from limited`);
}

/** Writes temp table `name` (key, result) with `compute` of each key that `query` yields. */
export async function lookUp(db: Database, name: string, query: string, compute: (key: number) => number): Promise<void> {
  const keys = (await db.rows<{key: number}>(query)).map(({key}) => key);
  await db.run(`create or replace temp table ${name} as
    select unnest([${keys.join(", ")}]::double[]) as key, unnest([${keys.map(compute).join(", ")}]::double[]) as result`);
}

function byKind(expressions: Partial<Record<MetricKind, string>>, otherwise = "null"): string {
  const cases = Object.entries(expressions).map(([kind, sql]) => `when ${quoteText(kind)} then ${sql}`);
  return `case kind ${cases.join("\n          ")} else ${otherwise} end`;
}
