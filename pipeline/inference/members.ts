/** The mature members of every metric, gathered once: rates of people, run charts and mixes are added up from these. */
import type {Metric} from "../contract/metrics.js";
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
 * A temporary table of members of metrics that are rows of one mart, dated alike, a row each: the columns of `CODED`, `month` and `week`
 * (numbers, in the zone), `is_recent` (within the last 90 days), and what the row adds to each metric, `valueOf(metric)` (its numerator;
 * of a rate 0 or 1) and, of a clustered rate, `trialsOf(metric)` (its denominator). Null where the row is no mature member.
 */
export interface MemberTable {
  name: string;
  metrics: readonly Metric[];
}

export const valueOf = ({name}: Metric): string => name;
export const trialsOf = ({name}: Metric): string => `${name}_trials`;

/** Writes the tables, each in one go over its mart. Small numbers are kept small: sums are taken of them many times. */
export async function gatherMembers(
  db: Database,
  metrics: readonly Metric[],
  rules: MemberRules,
  zone: string,
): Promise<MemberTable[]> {
  await nameCodes(db);
  const alike = groupBy(metrics, (metric) => `${metric.from}\t${termsOf(metric, rules).dated_by}`);
  const tables = [...alike.values()].map((own, index): MemberTable => ({name: `temp.members_${index}`, metrics: own}));
  for (const {name, metrics: own} of tables) {
    const columns = own.flatMap((metric) => contributionsOf(metric, rules));
    await db.run(`create or replace temp table ${name.slice("temp.".length)} as
      with rows as (
        select *, ${termsOf(own[0]!, rules).dated_by} as dated_by_, ${localOf("dated_by_", zone)} as local_at,
          (select as_of from config.settings) as as_of_
        from ${own[0]!.from}
      )
      select ${CODED.map((column) => codeOf(column, "rows")).join(", ")}, ${monthOf("local_at")} as month, ${countWeeks("local_at")} as week,
        dated_by_ between as_of_ - interval 90 day and as_of_ as is_recent, ${columns.map(({sql, column}) => `${sql} as ${column}`).join(", ")}
      from rows where dated_by_ is not null`);
  }
  return tables;
}

function contributionsOf(metric: Metric, rules: MemberRules): {sql: string; column: string}[] {
  const {members, mature, numerator, denominator} = termsOf(metric, rules);
  const of = (what: string, type: string) => `case when (${members}) and ${mature} then (${what})::${type} end`;
  const value = {sql: of(numerator, metric.kind === "rate" ? "utinyint" : "double"), column: valueOf(metric)};
  return metric.kind === "clustered_rate" ? [value, {sql: of(denominator, "double"), column: trialsOf(metric)}] : [value];
}

/** Makes the types of the codes, which are in order of name. */
async function nameCodes(db: Database): Promise<void> {
  for (const column of [...CODED, "motion"]) {
    const names = ["handoffs", "opportunities", "leads"].map((mart) => `select distinct ${column} as name from marts.${mart}`);
    // An enumeration of nothing would be none.
    await db.run(`drop type if exists ${column}_code; create temp type ${column}_code as enum (
      select distinct name from (${names.join(" union all ")} union all select '') where name is not null order by name)`);
  }
}

/** SQL of a name as its code; null stays null. */
export const codeOf = (column: Coded, table: string): string => `${table}.${column}::${column}_code as ${column}`;

/** SQL of a code as a number, the same for nobody and for an empty name. */
export const numberOf = (column: Coded, of = column as string): string =>
  `enum_code(coalesce(${of}::${column}_code, ''::${column}_code))::integer as ${column}`;

/** The names that the numbers of codes stand for. */
export async function readNames(db: Database, column: Coded): Promise<string[]> {
  const rows = await db.rows<{name: string}>(`select unnest(enum_range(null::${column}_code))::text as name`);
  return rows.map(({name}) => name);
}

/** Lets the rows go; the types of the codes stay. */
export async function dropMembers(db: Database, tables: readonly MemberTable[]): Promise<void> {
  for (const {name} of tables) await db.run(`drop table if exists ${name}`);
}

const countWeeks = (local: string): string => `floor((${local}::date - date ${quoteText(FIRST_MONDAY)}) / 7)::integer`;

/** Number of the week of an instant, in the zone. */
export const weekOf = (column: string, zone: string): string => countWeeks(localOf(column, zone));
