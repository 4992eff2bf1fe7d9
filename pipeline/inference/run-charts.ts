/** `marts.run_points` and `marts.run_signals`: weekly run charts of the company, each team and each SDR. */
import type {Metric} from "../contract/metrics.js";
import type {Columns, Database} from "../db.js";
import {judgeRun, type JudgedPoint, type Signal} from "../stats/run-chart.js";
import {FIRST_MONDAY, placeOf, readNames, valueOf, weekOf, type MemberTable} from "./members.js";
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
    const sums = await readSums(db, name, drawn, zone);
    const [teams, sdrs] = [await readNames(db, "team"), await readNames(db, "sdr_id")];
    for (const metric of drawn) {
      for (let start = 0, end = 0; start < sums.length; start = end) {
        const [kind, who] = [sums["kind"]![start]!, sums["who"]![start]!];
        while (end < sums.length && sums["kind"]![end] === kind && sums["who"]![end] === who) end++;
        const scope = SUBJECTS[kind]!;
        const scope_id = {company: "", team: teams[who]!, sdr: sdrs[who]!}[scope];
        addChart({metric: metric.name, scope, scope_id}, fillWeeks(sums, start, end, metric), metric.kind, points, signals);
      }
    }
  }
  return {points, signals};
}

/** Adds the points and signals of one chart, if there are enough weeks for one. */
function addChart(
  {metric, scope, scope_id}: Subject,
  weeks: readonly WeekCount[],
  kind: Metric["kind"],
  points: RunPointRow[],
  signals: RunSignalRow[],
): void {
  const {points: pooled} = poolWeeks(weeks);
  const chart = judgeRun(pooled, kind as "rate" | "mean");
  if (!chart) return;
  for (let point = 0; point < pooled.length; point++) {
    const {centre, lower, upper, phase} = chart.points[point]!;
    const {from_on, to_on, n, sum, value} = pooled[point]!;
    points.push({metric, scope, scope_id, point, from_on, to_on, n, sum, value, centre, lower, upper, phase});
  }
  for (const signal of chart.signals) signals.push({metric, scope, scope_id, ...signal});
}

type Subject = Pick<RunPointRow, "metric" | "scope" | "scope_id">;

const SUBJECTS = ["company", "team", "sdr"] as const;

/**
 * Sums of every week (counted from `FIRST_MONDAY`) of each subject: its place among `SUBJECTS`, who among the names, and `<metric>_n` and
 * `<metric>_sum` of each metric. Of SDRs first: the sums of teams and of the company are sums of theirs.
 */
function readSums(db: Database, name: string, metrics: readonly Metric[], zone: string): Promise<Columns<string>> {
  const columns = metrics.map(valueOf).flatMap((y) => [`${y}_n`, `${y}_sum`]);
  const who = `case grouping(sdr_id, team) when 1 then ${placeOf("sdr_id")} when 2 then ${placeOf("team")} else 0 end`;
  return db.columns(`
    with own as (
      select team, sdr_id, week, ${metrics
        .map(valueOf)
        .map((y) => `count(${y})::integer as ${y}_n, sum(${y})::double as ${y}_sum`)
        .join(", ")}
      from ${name} where week < (select ${weekOf("as_of", zone)} from config.settings) group by all
    )
    select case grouping(sdr_id, team) when 1 then 2 when 2 then 1 else 0 end as kind, ${who} as who, week,
      ${columns.map((column) => `coalesce(sum(${column}), 0)::double as ${column}`).join(", ")}
    from own group by grouping sets ((week), (week, team), (week, sdr_id))
    having (grouping(sdr_id) = 1 or sdr_id is not null) and (grouping(team) = 1 or team is not null)
    order by kind desc, who, week`);
}

/** Every week from the first to the last with members, those without too. */
function fillWeeks(sums: Columns<string>, start: number, end: number, metric: Metric): WeekCount[] {
  const weeks: WeekCount[] = [];
  const [ofN, ofSum] = [sums[`${valueOf(metric)}_n`]!, sums[`${valueOf(metric)}_sum`]!];
  let next: number | null = null;
  for (let k = start; k < end; k++) {
    const [n, week] = [ofN[k]!, sums["week"]![k]!];
    if (n === 0) continue;
    for (let missed = next ?? week; missed < week; missed++) weeks.push({week_on: mondayOf(missed), n: 0, sum: 0});
    weeks.push({week_on: mondayOf(week), n, sum: Math.round(ofSum[k]! * 1e6) / 1e6});
    next = week + 1;
  }
  return weeks;
}

const mondays = new Map<number, string>();
function mondayOf(week: number): string {
  const known = mondays.get(week) ?? new Date(Date.parse(FIRST_MONDAY) + week * 7 * 86_400_000).toISOString().slice(0, 10);
  mondays.set(week, known);
  return known;
}
