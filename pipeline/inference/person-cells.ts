import type {Metric, MetricName} from "../contract/metrics.js";
import {PERIODS} from "../contract/vocabulary.js";
import type {Database} from "../db.js";
import {placeAmong, RECENT_STEP, spreadOverPeriods} from "../metrics/periods.js";
import {trialsOf, valueOf, type MemberTable} from "./members.js";

/** The roles that rates are compared within: what someone did as an SDR is set beside what SDRs do, whatever the present role. */
export const PERSON_SCOPES = ["sdr", "ae"] as const;
export type PersonScope = (typeof PERSON_SCOPES)[number];

/**
 * Mature members of one rate in one role, by person, source and period: sufficient statistics, a column each. Cells of one person and
 * period lie together; one without members says nothing.
 */
export interface PersonCells {
  metric: MetricName;
  scope: PersonScope;
  /** Places among the people, the sources and `PERIODS`. */
  people: readonly string[];
  person: Int32Array;
  sources: number;
  source: Int32Array;
  period: Int32Array;
  /** Number of the period of its kind, as in the metric rows. */
  step: Int32Array;
  /** Members; of a clustered rate the handoffs. */
  n: Float64Array;
  successes: Float64Array;
  /** What the successes are of: n, or the fields of a clustered rate. */
  trials: Float64Array;
  /** Of a clustered rate: sums over its handoffs of successes², successes × trials and trials². */
  squares: {yy: Float64Array; xy: Float64Array; xx: Float64Array} | null;
}

/**
 * Adds the members of a table's rates up by person and source, over all time and the last 90 days, and in months and quarters where they
 * are asked for; a list for each rate and role, one after the other. An AE's rates are not told apart by where the lead came from.
 */
export async function* readPersonCells(
  db: Database,
  {name, metrics}: MemberTable,
  withShort: boolean,
  scopes: readonly PersonScope[] = PERSON_SCOPES,
): AsyncGenerator<PersonCells> {
  const rates = metrics.filter(({kind}) => kind === "rate" || kind === "clustered_rate");
  if (rates.length === 0) return;
  const sums = rates.flatMap(sumsOf);
  const month = withShort ? "month, " : "";
  // Both roles in one pass over the members. Sums as doubles: wider whole numbers are dear to hand over.
  const read = await db.columns<string>(`with months as (
      select case grouping(sdr_id) when 0 then 'sdr' else 'ae' end as scope,
        case grouping(sdr_id) when 0 then sdr_id::text else ae_id::text end as person_id, coalesce(source::text, '') as source, ${month}is_recent,
        ${sums.map(({sql, column}) => `${sql}::double as ${column}`).join(", ")}
      from ${name} group by grouping sets ((sdr_id, source, ${month}is_recent), (ae_id, ${month}is_recent))
    ),
    spread as (
      select *, ${spreadOverPeriods("month", `case when is_recent then ${RECENT_STEP} end`, {months: withShort, quarters: withShort})} from months
      where person_id is not null
    )
    select scope, person_id, source, ${placeAmong(PERIODS, "period")} as period, step::integer as step, ${sums.map(({column}) => `coalesce(sum(${column}), 0) as ${column}`).join(", ")}
    from spread where period is not null group by all order by scope, person_id, source, period, step`);
  const {names} = read;
  const column = (name: string) => (read as Record<string, Float64Array>)[name]!;
  for (const scope of scopes) {
    const place = names["scope"]?.indexOf(scope) ?? -1;
    const [start, end] = [column("scope").indexOf(place), column("scope").lastIndexOf(place) + 1];
    if (start === -1) continue;
    // Each with arrays of its own: another core takes over those that it is given.
    const whole = (name: string) => Int32Array.from(column(name).subarray(start, end));
    const sum = (name: string) => column(name).slice(start, end).map(exact);
    for (const metric of rates)
      yield {
        metric: metric.name, scope, people: names["person_id"]!, person: whole("person_id"), sources: names["source"]!.length,
        source: whole("source"), period: whole("period"), step: whole("step"), ...pickSums(metric, sum),
      }; // prettier-ignore
  }
}

function sumsOf(metric: Metric): {sql: string; column: string}[] {
  const [y, x] = [valueOf(metric), trialsOf(metric)];
  const plain = [{sql: `count(${y})`, column: `${y}_n`}, {sql: `sum(${y})`, column: `${y}_y`}]; // prettier-ignore
  if (metric.kind === "rate") return plain;
  const products = {x, yy: `${y} * ${y}`, xy: `${x} * ${y}`, xx: `${x} * ${x}`};
  return [...plain, ...Object.entries(products).map(([what, of]) => ({sql: `sum(${of})`, column: `${y}_${what}`}))];
}

function pickSums(
  {name, kind}: Metric,
  sum: (column: string) => Float64Array,
): Pick<PersonCells, "n" | "successes" | "trials" | "squares"> {
  const [n, successes] = [sum(`${name}_n`), sum(`${name}_y`)];
  if (kind === "rate") return {n, successes, trials: n, squares: null};
  const [trials, yy, xy, xx] = ["x", "yy", "xy", "xx"].map((what) => sum(`${name}_${what}`)) as [Float64Array, Float64Array, Float64Array, Float64Array]; // prettier-ignore
  return {n, successes, trials, squares: {yy, xy, xx}};
}

/** Threads add weights in any order: rounding makes the last digit the same each time. */
const exact = (sum: number): number => Math.round(sum * 1e6) / 1e6;
