/** `marts.run_points` and `marts.run_signals`: weekly run charts of the company, each team and each SDR. */
import type {Metric} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {judgeRun, type JudgedPoint, type Signal} from "../stats/run-chart.js";
import {FIRST_MONDAY, inBatches, membersOf, weekOf} from "./members.js";
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

/** Of an SDR, a team, or (both null) the company. */
interface Sum {
  metric: string;
  team: string | null;
  sdr_id: string | null;
  /** Counted from `FIRST_MONDAY`. */
  week: number;
  n: number;
  sum: number;
}

/**
 * Rates and means whose members are mature; weeks are whole, from Monday, in the configured zone; the one that the data end in is left
 * out. In batches of metrics. Needs temp.mature_members.
 */
export async function* judgeRuns(
  db: Database,
  metrics: readonly Metric[],
  zone: string,
): AsyncGenerator<{points: RunPointRow[]; signals: RunSignalRow[]}> {
  const kinds = new Map<string, "rate" | "mean">(
    metrics.flatMap(({name, kind}) => (kind === "rate" || kind === "mean" ? [[name, kind]] : [])),
  );
  for (const batch of await inBatches(
    db,
    metrics.filter(({name}) => kinds.has(name)),
  )) {
    // prettier-ignore
    const points: RunPointRow[] = [];
    const signals: RunSignalRow[] = [];
    const sums = await db.rows<Sum>(`
      select metric, team, sdr_id, week, count(*)::integer as n, round(sum(y), 6) as sum
      from ${membersOf(...batch.map(({name}) => name))} and week < (select ${weekOf("as_of", zone)} from config.settings)
      group by grouping sets ((metric, week), (metric, week, team), (metric, week, sdr_id))
      having (grouping(sdr_id) = 1 or sdr_id is not null) and (grouping(team) = 1 or team is not null)
      order by metric, sdr_id, team, week`);
    for (const own of groupBy(sums, ({metric, team, sdr_id}) => `${metric}\t${team ?? ""}\t${sdr_id ?? ""}`).values()) {
      const {metric, team, sdr_id} = own[0]!;
      const scope = sdr_id !== null ? "sdr" : team !== null ? "team" : "company";
      const scope_id = sdr_id ?? team ?? "";
      const {points: pooled} = poolWeeks(fillWeeks(own));
      const chart = judgeRun(pooled, kinds.get(metric)!);
      if (!chart) continue;
      chart.points.forEach(({centre, lower, upper, phase}, point) => {
        const {from_on, to_on, n, sum, value} = pooled[point]!;
        points.push({metric, scope, scope_id, point, from_on, to_on, n, sum, value, centre, lower, upper, phase});
      });
      for (const signal of chart.signals) signals.push({metric, scope, scope_id, ...signal});
    }
    yield {points, signals};
  }
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
