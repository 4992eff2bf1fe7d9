/** `marts.run_points` and `marts.run_signals`: weekly run charts of the company, each team and each SDR. */
import type {Metric} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {listMembers, type MemberRules} from "../metrics/index.js";
import {judgeRun, type JudgedPoint, type Signal} from "../stats/run-chart.js";
import {poolWeeks, type ChartPoint, type WeekCount} from "../stats/weeks.js";

export interface RunPointRow extends Omit<ChartPoint, "weeks">, Pick<JudgedPoint, "centre" | "lower" | "upper" | "phase"> {
  metric: string;
  scope: string;
  scope_id: string;
  /** Counted from 0. */
  point: number;
}

export interface RunSignalRow extends Signal {
  metric: string;
  scope: string;
  scope_id: string;
}

type Week = WeekCount & {metric: string; scope: string; scope_id: string};

/** Rates and means whose members are mature; weeks are whole, from Monday, in the configured zone; the one that the data end in is left out. */
export async function judgeRuns(
  db: Database,
  metrics: readonly Metric[],
  rules: MemberRules,
  zone: string,
): Promise<{points: RunPointRow[]; signals: RunSignalRow[]}> {
  const charted = metrics.filter(({kind}) => kind === "rate" || kind === "mean");
  if (charted.length === 0) return {points: [], signals: []};
  const kinds = new Map<string, "rate" | "mean">(charted.map(({name, kind}) => [name, kind as "rate" | "mean"]));
  const local = (column: string) => `date_trunc('week', timezone(${quoteText(zone)}, timezone('UTC', ${column})))::date`;
  const weeks = await db.rows<Week>(`with members as (
      ${charted.map((metric) => `select ${quoteText(metric.name)} as metric, team, sdr_id, dated_at, numerator from (${listMembers(metric, rules)}) where is_mature`).join("\n      union all ")}
    ),
    scoped as (
      select metric, dated_at, numerator, unnest([{scope: 'company', scope_id: ''}, {scope: 'team', scope_id: team}, {scope: 'sdr', scope_id: sdr_id}], recursive := true)
      from members
    ),
    counts as (
      select metric, scope, scope_id, ${local("dated_at")} as week_on, count(*)::integer as n, round(sum(numerator), 6) as sum
      from scoped cross join config.settings as settings
      where scope_id is not null and ${local("dated_at")} < ${local("settings.as_of")} group by all
    ),
    spans as (select metric, scope, scope_id, unnest(generate_series(min(week_on), max(week_on), interval 7 day))::date as week_on from counts group by all)
    select metric, scope, scope_id, strftime(week_on, '%Y-%m-%d') as week_on, coalesce(n, 0) as n, coalesce(sum, 0) as sum
    from spans left join counts using (metric, scope, scope_id, week_on) order by metric, scope, scope_id, week_on`);
  const charts = groupBy(weeks, ({metric, scope, scope_id}) => [metric, scope, scope_id].join("\t"));
  const points: RunPointRow[] = [];
  const signals: RunSignalRow[] = [];
  for (const own of charts.values()) {
    const {metric, scope, scope_id} = own[0]!;
    const {points: pooled} = poolWeeks(own);
    const chart = judgeRun(pooled, kinds.get(metric)!);
    if (!chart) continue;
    chart.points.forEach(({centre, lower, upper, phase}, point) => {
      const {from_on, to_on, n, sum, value} = pooled[point]!;
      points.push({metric, scope, scope_id, point, from_on, to_on, n, sum, value, centre, lower, upper, phase});
    });
    for (const signal of chart.signals) signals.push({metric, scope, scope_id, ...signal});
  }
  return {points, signals};
}
