/** `marts.run_points` and `marts.run_signals`: weekly run charts of the company, each team and each SDR. */
import type {Metric} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {judgeRun, type JudgedPoint, type Signal} from "../stats/run-chart.js";
import {FIRST_MONDAY, membersOf, weekOf} from "./members.js";
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

interface Sum {
  scope: "company" | "team" | "sdr";
  scope_id: string;
  /** Counted from `FIRST_MONDAY`. */
  week: number;
  n: number;
  sum: number;
}

/**
 * Rates and means whose members are mature; weeks are whole, from Monday, in the configured zone; the one that the data end in is left
 * out. Needs temp.mature_members.
 */
export async function judgeRuns(
  db: Database,
  metrics: readonly Metric[],
  zone: string,
): Promise<{points: RunPointRow[]; signals: RunSignalRow[]}> {
  const points: RunPointRow[] = [];
  const signals: RunSignalRow[] = [];
  for (const {name: metric, kind} of metrics) {
    if (kind !== "rate" && kind !== "mean") continue;
    const sums = await db.rows<Sum>(`
      select case when grouping(sdr_id) = 0 then 'sdr' when grouping(team) = 0 then 'team' else 'company' end as scope,
        coalesce(sdr_id::text, team::text, '') as scope_id, week, count(*)::integer as n, round(sum(y), 6) as sum
      from ${membersOf(metric)} and week < (select ${weekOf("as_of", zone)} from config.settings)
      group by grouping sets ((week), (week, team), (week, sdr_id))
      having (grouping(sdr_id) = 1 or sdr_id is not null) and (grouping(team) = 1 or team is not null)
      order by scope, scope_id, week`);
    for (const own of groupBy(sums, ({scope, scope_id}) => `${scope}\t${scope_id}`).values()) {
      const {scope, scope_id} = own[0]!;
      const {points: pooled} = poolWeeks(fillWeeks(own));
      const chart = judgeRun(pooled, kind);
      if (!chart) continue;
      chart.points.forEach(({centre, lower, upper, phase}, point) => {
        const {from_on, to_on, n, sum, value} = pooled[point]!;
        points.push({metric, scope, scope_id, point, from_on, to_on, n, sum, value, centre, lower, upper, phase});
      });
      for (const signal of chart.signals) signals.push({metric, scope, scope_id, ...signal});
    }
  }
  return {points, signals};
}

/** Every week from the first to the last, those without members too. */
function fillWeeks(sums: readonly Sum[]): WeekCount[] {
  const weeks: WeekCount[] = [];
  for (const {week, n, sum} of sums) {
    const last = sums[0]!.week + weeks.length;
    for (let missed = last; missed < week; missed++) weeks.push({week_on: mondayOf(missed), n: 0, sum: 0});
    weeks.push({week_on: mondayOf(week), n, sum});
  }
  return weeks;
}

const mondays = new Map<number, string>();
function mondayOf(week: number): string {
  const known = mondays.get(week) ?? new Date(Date.parse(FIRST_MONDAY) + week * 7 * 86_400_000).toISOString().slice(0, 10);
  mondays.set(week, known);
  return known;
}
