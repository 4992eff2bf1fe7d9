/** The mature members of every metric, gathered once: rates of people, run charts and mixes are added up from these. */
import type {Metric} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {listMembers, type MemberRules} from "../metrics/index.js";
import {localOf, monthOf} from "../metrics/periods.js";

/** Monday from which weeks are counted. */
export const FIRST_MONDAY = "1970-01-05";
/** Names are kept as codes: sums by code take a fraction of the time and the memory of sums by text. */
const CODED = ["metric", "team", "sdr_id", "ae_id", "source", "segment"] as const;

/**
 * Writes temp.mature_members, a row per metric and mature member: the columns of `CODED`, `month` and `week` (numbers, in the zone),
 * `is_recent` (within the last 90 days), `y` and `x` (numerator and denominator).
 */
export async function gatherMembers(db: Database, metrics: readonly Metric[], rules: MemberRules, zone: string): Promise<void> {
  await db.run(
    `drop table if exists temp.mature_members; ${CODED.map((column) => `drop type if exists ${column}_code`).join("; ")}`,
  );
  await db.run(`create temp type metric_code as enum (${[...metrics.map(({name}) => name), ""].map(quoteText).join(", ")})`);
  for (const column of CODED.slice(1)) {
    const names = ["handoffs", "opportunities", "leads"].map((mart) => `select ${column} as name from marts.${mart}`);
    // An enumeration of nothing would be none.
    await db.run(`create temp type ${column}_code as enum (select distinct name from (${names.join(" union all ")} union all select '') where name is not null order by name)`); // prettier-ignore
  }
  const select = (metric: Metric) =>
    `select ${quoteText(metric.name)} as metric, team, sdr_id, ae_id, source, segment, dated_at, numerator, denominator
      from (${listMembers(metric, rules)}) where is_mature`;
  const nobody =
    "select '' as metric, '' as team, '' as sdr_id, '' as ae_id, '' as source, '' as segment, null::timestamp as dated_at, 0.0 as numerator, 0.0 as denominator where false";
  await db.run(`create temp table mature_members as
    with members as (${[...metrics.map(select), nobody].join("\n      union all ")}),
    dated as (
      select ${CODED.map((column) => `${column}::${column}_code as ${column}`).join(", ")}, numerator::double as y, denominator::double as x,
        dated_at between as_of - interval 90 day and as_of as is_recent, ${localOf("dated_at", zone)} as local_at
      from members cross join config.settings
    )
    select * exclude (local_at), ${monthOf("local_at")} as month,
      ${countWeeks("local_at")} as week
    from dated`);
}

/** Lets the rows go; the types of the codes stay. */
export async function dropMembers(db: Database): Promise<void> {
  await db.run("drop table if exists temp.mature_members");
}

const countWeeks = (local: string): string => `floor((${local}::date - date ${quoteText(FIRST_MONDAY)}) / 7)::integer`;

/** Number of the week of an instant, in the zone. */
export const weekOf = (column: string, zone: string): string => countWeeks(localOf(column, zone));

/** Members of these metrics. */
export const membersOf = (...metrics: string[]): string =>
  `temp.mature_members where metric in (${metrics.map(quoteText).join(", ")})`;

/** Members that may be added up at once without a thought for memory. */
const FEW = 300_000;

/** Metrics to be read together: a small company's all at once, since every query costs; a large one's one after the other. */
export async function inBatches(db: Database, metrics: readonly Metric[]): Promise<(readonly Metric[])[]> {
  const [{rows}] = (await db.rows<{rows: number}>("select count(*) as rows from temp.mature_members")) as [{rows: number}];
  return rows > FEW ? metrics.map((metric) => [metric]) : metrics.length > 0 ? [metrics] : [];
}
