import type {Metric, MetricName} from "../contract/metrics.js";
import {PERIODS, type Period} from "../contract/vocabulary.js";
import type {Database} from "../db.js";
import {enumOf, RECENT_STEP, spreadOverPeriods} from "../metrics/periods.js";
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

interface Cell {
  scope: PersonScope;
  person_id: string;
  source: string;
  period: Period;
  step: number;
}
type CellRow = Cell & Record<string, number>;

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
  const rows = await db.rows<CellRow>(`with months as (
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
    const [people, sources] = [numberTexts(own, "person_id"), numberTexts(own, "source")];
    const of = {
      people: people.names, person: people.places, sources: sources.names.length, source: sources.places,
      period: Int32Array.from(own, ({period}) => PERIODS.indexOf(period)), step: Int32Array.from(own, ({step}) => step),
    }; // prettier-ignore
    // Each with arrays of its own: another core takes over those that it is given.
    for (const metric of rates) yield structuredClone({metric: metric.name, scope, ...of, ...readSums(own, metric)});
  }
}

/** The different texts of a column, and each row's place among them. */
function numberTexts(rows: readonly Cell[], column: "person_id" | "source"): {names: string[]; places: Int32Array} {
  const known = new Map<string, number>();
  const places = Int32Array.from(rows, ({[column]: text}) => {
    const place = known.get(text) ?? known.size;
    if (place === known.size) known.set(text, place);
    return place;
  });
  return {names: [...known.keys()], places};
}

function sumsOf(metric: Metric): {sql: string; column: string}[] {
  const [y, x] = [valueOf(metric), trialsOf(metric)];
  const plain = [{sql: `count(${y})`, column: `${y}_n`}, {sql: `sum(${y})`, column: `${y}_y`}]; // prettier-ignore
  if (metric.kind === "rate") return plain;
  const products = {x, yy: `${y} * ${y}`, xy: `${x} * ${y}`, xx: `${x} * ${x}`};
  return [...plain, ...Object.entries(products).map(([what, of]) => ({sql: `sum(${of})`, column: `${y}_${what}`}))];
}

function readSums(rows: readonly CellRow[], {name, kind}: Metric): Pick<PersonCells, "n" | "successes" | "trials" | "squares"> {
  const read = (what: string) => Float64Array.from(rows, (row) => exact(row[`${name}_${what}`] ?? 0));
  const [n, successes] = [read("n"), read("y")];
  if (kind === "rate") return {n, successes, trials: n, squares: null};
  return {n, successes, trials: read("x"), squares: {yy: read("yy"), xy: read("xy"), xx: read("xx")}};
}

/** Threads add weights in any order: rounding makes the last digit the same each time. */
const exact = (sum: number): number => Math.round(sum * 1e6) / 1e6;
