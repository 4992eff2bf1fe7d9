/** `marts.run_points` and `marts.run_signals`: weekly run charts of the company, each team and each SDR. */
import type {Metric} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {judgeRun, type JudgedPoint, type Signal} from "../stats/run-chart.js";
import {FIRST_MONDAY, valueOf, weekOf, type MemberTable} from "./members.js";
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

/** Sums of a week: of an SDR, a team, or (both null) the company; `<metric>_n` and `<metric>_sum` of each metric. */
interface Sums extends Record<string, number | string | null> {
  team: string | null;
  sdr_id: string | null;
  /** Counted from `FIRST_MONDAY`. */
  week: number;
}

/**
 * Headline rates and means, which are those that pages draw, of the mature members; weeks are whole, from Monday, in the configured
 * zone; the one that the data end in is left out.
 */
export async function judgeRuns(
  db: Database,
  tables: readonly MemberTable[],
  zone: string,
): Promise<{points: RunPointRow[]; signals: RunSignalRow[]}> {
  const points: RunPointRow[] = [];
  const signals: RunSignalRow[] = [];
  for (const {name, metrics} of tables) {
    const drawn = metrics.filter(({kind, headline}) => headline && (kind === "rate" || kind === "mean"));
    if (drawn.length === 0) continue;
    const sums = await db.rows<Sums>(`
      select team, sdr_id, week, ${drawn
        .map(valueOf)
        .map((y) => `count(${y})::integer as ${y}_n, sum(${y})::double as ${y}_sum`)
        .join(", ")}
      from ${name} where week < (select ${weekOf("as_of", zone)} from config.settings)
      group by grouping sets ((week), (week, team), (week, sdr_id))
      having (grouping(sdr_id) = 1 or sdr_id is not null) and (grouping(team) = 1 or team is not null)
      order by sdr_id, team, week`);
    const subjects = [...groupBy(sums, ({team, sdr_id}) => `${team ?? ""}\t${sdr_id ?? ""}`).values()];
    for (const metric of drawn) {
      for (const own of subjects) {
        const {team, sdr_id} = own[0]!;
        const scope = sdr_id !== null ? "sdr" : team !== null ? "team" : "company";
        const scope_id = sdr_id ?? team ?? "";
        const {points: pooled} = poolWeeks(fillWeeks(own, metric));
        const chart = judgeRun(pooled, metric.kind as "rate" | "mean");
        if (!chart) continue;
        chart.points.forEach(({centre, lower, upper, phase}, point) => {
          const {from_on, to_on, n, sum, value} = pooled[point]!;
          points.push({metric: metric.name, scope, scope_id, point, from_on, to_on, n, sum, value, centre, lower, upper, phase});
        });
        for (const signal of chart.signals) signals.push({metric: metric.name, scope, scope_id, ...signal});
      }
    }
  }
  return {points, signals};
}

/** Every week from the first to the last with members, those without too. */
function fillWeeks(sums: readonly Sums[], metric: Metric): WeekCount[] {
  const weeks: WeekCount[] = [];
  const [ofN, ofSum] = [`${valueOf(metric)}_n`, `${valueOf(metric)}_sum`];
  let next: number | null = null;
  for (const row of sums) {
    const n = row[ofN] as number;
    if (n === 0) continue;
    for (let missed = next ?? row.week; missed < row.week; missed++) weeks.push({week_on: mondayOf(missed), n: 0, sum: 0});
    weeks.push({week_on: mondayOf(row.week), n, sum: Math.round((row[ofSum] as number) * 1e6) / 1e6});
    next = row.week + 1;
  }
  return weeks;
}

const mondays = new Map<number, string>();
function mondayOf(week: number): string {
  const known = mondays.get(week) ?? new Date(Date.parse(FIRST_MONDAY) + week * 7 * 86_400_000).toISOString().slice(0, 10);
  mondays.set(week, known);
  return known;
}
