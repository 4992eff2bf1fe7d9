import type {Metric, MetricName} from "../contract/metrics.js";
import {PERIODS, type Period} from "../contract/vocabulary.js";
import type {Database} from "../db.js";
import {enumOf, RECENT_STEP, spreadOverPeriods} from "../metrics/periods.js";
import {trialsOf, valueOf, type MemberTable} from "./members.js";

/** The roles that rates are compared within: what someone did as an SDR is set beside what SDRs do, whatever the present role. */
export const PERSON_SCOPES = ["sdr", "ae"] as const;
export type PersonScope = (typeof PERSON_SCOPES)[number];

/** Mature members of one person in one source and period: sufficient statistics of a rate. */
export interface PersonCell {
  metric: MetricName;
  scope: PersonScope;
  person_id: string;
  source: string;
  period: Period;
  /** Number of the period of its kind, as in the metric rows. */
  step: number;
  /** Members; of a clustered rate the handoffs. */
  n: number;
  successes: number;
  /** What the successes are of: n, or the fields of a clustered rate. */
  trials: number;
  /** Of a clustered rate: sums over its handoffs of successes², successes × trials and trials². */
  yy?: number;
  xy?: number;
  xx?: number;
}

type Cell = Pick<PersonCell, "scope" | "person_id" | "source" | "period" | "step">;

/**
 * Adds the members of a table's rates up by person and source, over all time and the last 90 days, and in months and quarters where they
 * are asked for; a list for each rate and role, one after the other. An AE's rates are not told apart by where the lead came from.
 */
export async function* readPersonCells(
  db: Database,
  {name, metrics}: MemberTable,
  withShort: boolean,
  scopes: readonly PersonScope[] = PERSON_SCOPES,
): AsyncGenerator<PersonCell[]> {
  const rates = metrics.filter(({kind}) => kind === "rate" || kind === "clustered_rate");
  if (rates.length === 0) return;
  const sums = rates.flatMap(sumsOf);
  const month = withShort ? "month, " : "";
  // Both roles in one pass over the members. Sums as doubles: wider whole numbers are dear to hand over.
  const rows = await db.rows<Cell>(`with months as (
      select case grouping(sdr_id) when 0 then 'sdr' else 'ae' end as scope,
        case grouping(sdr_id) when 0 then sdr_id::text else ae_id::text end as person_id, coalesce(source::text, '') as source, ${month}is_recent,
        ${sums.map(({sql, column}) => `${sql}::double as ${column}`).join(", ")}
      from ${name} group by grouping sets ((sdr_id, source, ${month}is_recent), (ae_id, ${month}is_recent))
    ),
    spread as (
      select *, ${spreadOverPeriods("month", `case when is_recent then ${RECENT_STEP} end`, {months: withShort, quarters: withShort})} from months
      where person_id is not null
    )
    select scope, person_id, source, period::${enumOf(PERIODS)} as period, step::integer as step, ${sums.map(({column}) => `sum(${column}) as ${column}`).join(", ")}
    from spread where period is not null group by all order by scope, person_id, source, period, step`);
  for (const scope of scopes) {
    const own = rows.filter((row) => row.scope === scope);
    for (const metric of rates) {
      const read = readerOf(metric);
      yield own.flatMap((row) => read(row as Cell & Record<string, number>));
    }
  }
}

function sumsOf(metric: Metric): {sql: string; column: string}[] {
  const [y, x] = [valueOf(metric), trialsOf(metric)];
  const plain = [{sql: `count(${y})`, column: `${y}_n`}, {sql: `sum(${y})`, column: `${y}_y`}]; // prettier-ignore
  if (metric.kind === "rate") return plain;
  const products = {x, yy: `${y} * ${y}`, xy: `${x} * ${y}`, xx: `${x} * ${x}`};
  return [...plain, ...Object.entries(products).map(([what, of]) => ({sql: `sum(${of})`, column: `${y}_${what}`}))];
}

/** Takes the cell of one rate out of a row; none where nobody counts. */
function readerOf({name, kind}: Metric): (row: Cell & Record<string, number>) => PersonCell[] {
  const [n, y, x, yy, xy, xx] = ["n", "y", "x", "yy", "xy", "xx"].map((what) => `${name}_${what}`) as [string, string, string, string, string, string]; // prettier-ignore
  const isClustered = kind === "clustered_rate";
  return (row) => {
    const count = row[n]!;
    if (count === 0) return [];
    const {scope, person_id, source, period, step} = row;
    const cell: PersonCell = {
      metric: name,
      scope,
      person_id,
      source,
      period,
      step,
      n: count,
      successes: exact(row[y]!),
      trials: count,
    };
    return [
      isClustered ? {...cell, trials: exact(row[x]!), yy: exact(row[yy]!), xy: exact(row[xy]!), xx: exact(row[xx]!)} : cell,
    ];
  };
}

/** Threads add weights in any order: rounding makes the last digit the same each time. */
const exact = (sum: number): number => Math.round(sum * 1e6) / 1e6;
