/** `cube/`: counts of the funnel by month and dimensions, which filters add up and never average; a file for each value that can be chosen. */
import type {FunnelData} from "../../contract/datasets.js";
import {COHORT_METRICS, DIMENSIONS, FUNNEL_STAGES, STAGE_METRICS} from "../../contract/funnel.js";
import {METRICS} from "../../contract/metrics.js";
import {quoteText} from "../../db.js";
import {groupBy} from "../../group-by.js";
import {encodeArrow, type ColumnData} from "../arrow.js";
import type {Ground} from "../ground.js";
import {monthOf} from "../sql.js";
import {isAcceptedFirst, reachedSql} from "./stage-counts.js";

const NUMBERS = ["numerator", "denominator", "in_flight"] as const;
/** The rates that a funnel's steps tell. */
const STEPS = new Set<string>([...Object.values(STAGE_METRICS).flat(), ...Object.values(COHORT_METRICS)]);
/** What is counted, by its number: the metrics, then the stages. */
const NAMES = [...METRICS.map(({name}) => name), ...FUNNEL_STAGES.map((stage) => `stage:${stage}`)];
const texts = (list: readonly string[]) => `[${list.map(quoteText).join(", ")}]`;

/** Columns of all counts: numbers of months since 1970, of kinds (what the dimensions say) and of `NAMES`. */
type Counts = Record<"month" | "kind" | "metric" | (typeof NUMBERS)[number], ArrayLike<number>>;

/**
 * Counts of the stages, and numerators and denominators of the rates between them: of each value of a dimension that the funnel names, and of each month. Whoever chooses
 * fetches one file, that of one choice, and narrows it by the others. Needs `gatherMembers`.
 */
export async function* encodeCube(
  {db, config}: Pick<Ground, "db" | "config">,
  {by, cohorts}: FunnelData,
): AsyncGenerator<[path: string, bytes: Uint8Array]> {
  const kinds = await db.rows<Record<(typeof DIMENSIONS)[number], string>>(
    `select ${DIMENSIONS.join(", ")} from (select distinct kind, ${DIMENSIONS.join(", ")} from temp.site_records) order by kind`,
  );
  const counts = await db.columns<keyof Counts>(`
    with reached as materialized (${reachedSql(config.timezone, isAcceptedFirst(config.stage_order))}),
    -- Zones are slow: each instant is converted once. Dimensions are grouped by as one number.
    reached_months as (
      select dated_at, ${monthOf("dated_at", config.timezone)} as month from (select distinct reached_at as dated_at from reached)
    ),
    member_months as (select place, ${monthOf("dated_at", config.timezone)} as month from temp.site_instants),
    stages as (
      -- A month's funnel follows its meetings: handoffs stand in the month of theirs, whenever they came further.
      select coalesce(reached.cohort, reached_months.month) as month,
        ${DIMENSIONS.map((name) => `coalesce(${name}, '') as ${name}`).join(", ")}, stage, count(*) as reached
      from reached inner join reached_months on reached_months.dated_at = reached.reached_at group by all
    ),
    kinds as (select distinct kind, ${DIMENSIONS.join(", ")} from temp.site_records),
    cells as (
      select month, kind, metric, sum(numerator) as numerator, sum(denominator) as denominator, (count(*) filter (where not is_mature))::double as in_flight
      from temp.site_members as members
      inner join member_months on member_months.place = members.dated
      inner join temp.site_records as records on records.number = members.record
      where metric in (${METRICS.flatMap(({name}, place) => (STEPS.has(name) ? [place] : [])).join(", ")})
      group by month, kind, metric
      union all
      select month, kind, ${METRICS.length - 1} + list_position(${texts(FUNNEL_STAGES)}, stage), sum(reached)::double, 0, 0
      from stages inner join kinds on ${DIMENSIONS.map((name) => `kinds.${name} = stages.${name}`).join(" and ")}
      group by month, kind, stage
    )
    select date_diff('month', date '1970-01-01', month)::integer as month, kind, metric::integer as metric, ${NUMBERS.map((name) => `${name}::double as ${name}`).join(", ")}
    from cells order by ${texts(NAMES)}[cells.metric + 1], cells.month, kind`);
  const rows = Array.from({length: counts.length}, (_, row) => row);
  for (const {dimension, groups} of by) {
    const rowsOf = groupBy(rows, (row) => kinds[counts.kind[row]!]![dimension]);
    for (const {id, number} of groups) yield [`${dimension}-${number}`, encodeRows(counts, rowsOf.get(id) ?? [], kinds)];
  }
  const rowsOf = groupBy(rows, (row) => counts.month[row]!);
  for (const {month} of cohorts) yield [month.slice(0, 7), encodeRows(counts, rowsOf.get(numberMonth(month)) ?? [], kinds)];
}

function encodeRows(
  counts: Counts,
  rows: readonly number[],
  kinds: readonly Record<(typeof DIMENSIONS)[number], string>[],
): Uint8Array {
  const pick = (column: ArrayLike<number>) => rows.map((row) => column[row]!);
  const kind = pick(counts.kind);
  const facts: Record<string, ColumnData> = {
    month: {text: pick(counts.month).map(nameMonth)},
    ...Object.fromEntries(DIMENSIONS.map((name) => [name, {text: kind.map((each) => kinds[each]![name])}])),
    metric: {places: pick(counts.metric), of: NAMES},
    ...Object.fromEntries(NUMBERS.map((name) => [name, {number: pick(counts[name])}])),
  };
  return encodeArrow(facts, rows.length);
}

/** The month of a day (YYYY-MM-DD), counted from January 1970; back is its first day. */
const numberMonth = (day: string): number => 12 * (Number(day.slice(0, 4)) - 1970) + Number(day.slice(5, 7)) - 1;
function nameMonth(month: number): string {
  return `${1970 + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, "0")}-01`;
}
