/** The mature members of every metric, gathered once: rates of people, run charts and mixes are added up from these. */
import type {Metric, MetricName} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {termsOf, type MemberRules} from "../metrics/index.js";
import {localOf, monthOf} from "../metrics/periods.js";

/** Monday from which weeks are counted. */
export const FIRST_MONDAY = "1970-01-05";
/** Names are kept as codes: sums by code take a fraction of the time and the memory of sums by text. */
const CODED = ["team", "sdr_id", "ae_id", "source", "segment"] as const;
export type Coded = (typeof CODED)[number] | "motion";

/**
 * Members of metrics that are rows of one mart, dated alike, a row each: `sdr_id`, `ae_id`, `source`, `month` (a number, in the zone),
 * `is_recent` (within the last 90 days), and what the row adds to each metric, `valueOf(metric)` (its numerator; of a rate 0 or 1) and,
 * of a clustered rate, `trialsOf(metric)` (its denominator). Null where the row is no mature member.
 */
export interface MemberTable {
  /** What stands after `from`: a temporary table, or a query where it is read but once. */
  name: string;
  metrics: readonly Metric[];
  /** A table has the other columns of `CODED` too, all as codes, `week` (a number), and its marks. */
  isKept: boolean;
}

/** What else of a row is worth reading: SQL of a small whole number, never null, for the table of the metric `beside`. */
export interface Mark {
  column: string;
  sql: string;
  beside: MetricName;
}

export const valueOf = ({name}: Metric): string => name;
export const trialsOf = ({name}: Metric): string => `${name}_trials`;

/** The members of metrics, of which none is written anywhere. */
export function describeMembers(metrics: readonly Metric[], rules: MemberRules, zone: string): MemberTable[] {
  return groupAlike(metrics, rules).map((own) => ({name: `(${writeMembers(own, rules, zone)})`, metrics: own, isKept: false}));
}

/**
 * Writes the tables, each in one go over its mart; needs `nameCodes`. Small numbers are kept small: sums are taken of them many times. Members of metrics
 * that no page heads are added up by person alone, once, and stay a query.
 */
export async function gatherMembers(
  db: Database,
  metrics: readonly Metric[],
  rules: MemberRules,
  zone: string,
  marks: readonly Mark[] = [],
): Promise<MemberTable[]> {
  const groups = groupAlike(metrics, rules);
  const isHeaded = (own: readonly Metric[]) => own.some(({headline}) => headline);
  const tables: MemberTable[] = [];
  for (const [index, own] of groups.entries()) {
    if (isHeaded(own)) {
      await db.run(`create or replace temp table members_${index} as ${writeCoded(own, rules, zone, marks)}`);
      tables.push({name: `temp.members_${index}`, metrics: own, isKept: true});
    } else tables.push(...describeMembers(own, rules, zone));
  }
  return tables;
}

const groupAlike = (metrics: readonly Metric[], rules: MemberRules): Metric[][] => [
  ...groupBy(metrics, (metric) => `${metric.from}\t${termsOf(metric, rules).dated_by}`).values(),
];

/** The rows of a mart with their date, in the zone too, and the time of the data. */
const writeRows = ([metric]: readonly Metric[], rules: MemberRules, zone: string): string => `with rows as (
        select *, ${termsOf(metric!, rules).dated_by} as dated_by_, ${localOf("dated_by_", zone)} as local_at,
          (select as_of from config.settings) as as_of_
        from ${metric!.from}
      )`;
const IS_RECENT = "dated_by_ between as_of_ - interval 90 day and as_of_ as is_recent";

function writeMembers(metrics: readonly Metric[], rules: MemberRules, zone: string): string {
  const columns = metrics.flatMap((metric) => contributionsOf(metric, rules));
  return `${writeRows(metrics, rules, zone)}
      select sdr_id, ae_id, source, ${monthOf("local_at")} as month, ${IS_RECENT}, ${columns.join(", ")}
      from rows where dated_by_ is not null`;
}

function writeCoded(metrics: readonly Metric[], rules: MemberRules, zone: string, marks: readonly Mark[]): string {
  const own = marks.filter(({beside}) => metrics.some(({name}) => name === beside));
  const columns = [
    ...metrics.flatMap((metric) => contributionsOf(metric, rules)),
    ...own.map(({column, sql}) => `(${sql})::tinyint as ${column}`),
  ];
  return `${writeRows(metrics, rules, zone)}
      select ${CODED.map((column) => codeOf(column, "rows")).join(", ")}, ${monthOf("local_at")} as month, ${countWeeks("local_at")} as week,
        ${IS_RECENT}, ${columns.join(", ")}
      from rows where dated_by_ is not null`;
}

function contributionsOf(metric: Metric, rules: MemberRules): string[] {
  const {members, mature, numerator, denominator} = termsOf(metric, rules);
  const of = (what: string, type: string) => `case when (${members}) and ${mature} then (${what})::${type} end`;
  const value = `${of(numerator, metric.kind === "rate" ? "utinyint" : "double")} as ${valueOf(metric)}`;
  return metric.kind === "clustered_rate" ? [value, `${of(denominator, "double")} as ${trialsOf(metric)}`] : [value];
}

/** Makes the types of the codes, which are in order of name, of the marts that tables are written from. */
export async function nameCodes(db: Database, metrics: readonly Metric[]): Promise<void> {
  const marts = new Set<string>(["marts.handoffs", ...metrics.filter(({headline}) => headline).map(({from}) => from)]);
  for (const column of [...CODED, "motion"]) {
    const names = [...marts].map((mart) => `select distinct ${column} as name from ${mart}`);
    // An enumeration of nothing would be none.
    await db.run(`drop type if exists ${column}_code; create temp type ${column}_code as enum (
      select distinct name from (${names.join(" union all ")} union all select '') where name is not null order by name)`);
  }
}

/** SQL of a name as its code; null stays null. */
const codeOf = (column: Coded, table: string): string => `${table}.${column}::${column}_code as ${column}`;

/** SQL of a name's or a code's place among the names, the same for nobody and for an empty name. */
export const placeOf = (column: Coded, of = column as string): string =>
  `enum_code(coalesce(${of}::${column}_code, ''::${column}_code))::integer`;

/** The same as a column. */
export const numberOf = (column: Coded, of = column as string, as = column as string): string =>
  `${placeOf(column, of)} as ${as}`;

/** The names that the numbers of codes stand for. */
export async function readNames(db: Database, column: Coded): Promise<string[]> {
  const rows = await db.rows<{name: string}>(`select unnest(enum_range(null::${column}_code))::text as name`);
  return rows.map(({name}) => name);
}

/** Lets the rows go; the types of the codes stay. */
export async function dropMembers(db: Database, tables: readonly MemberTable[]): Promise<void> {
  for (const {name, isKept} of tables) if (isKept) await db.run(`drop table if exists ${name}`);
}

const countWeeks = (local: string): string => `floor((${local}::date - date ${quoteText(FIRST_MONDAY)}) / 7)::integer`;

/** Number of the week of an instant, in the zone. */
export const weekOf = (column: string, zone: string): string => countWeeks(localOf(column, zone));
