/** `cube.arrow`: counts by month and dimensions, which filters add up and never average. */
import {DIMENSIONS, FUNNEL_STAGES} from "../contract/funnel.js";
import {METRICS} from "../contract/metrics.js";
import {quoteText} from "../db.js";
import {encodeArrow, type ColumnData} from "./arrow.js";
import type {Ground} from "./ground.js";
import {placesOf} from "./members.js";
import {monthOf} from "./sql.js";
import {isAcceptedFirst, reachedSql} from "./stage-counts.js";

const NUMBERS = ["numerator", "denominator", "in_flight"] as const;
/** What is counted, by its number: the metrics, then the stages. */
const NAMES = [...METRICS.map(({name}) => name), ...FUNNEL_STAGES.map((stage) => `stage:${stage}`)];
const texts = (list: readonly string[]) => `[${list.map(quoteText).join(", ")}]`;

/**
 * Rates, ratios and means with their numerators and denominators, and the counts of the funnel's stages. Medians do not add
 * up. Needs `gatherMembers`.
 */
export async function encodeCube({db, config}: Pick<Ground, "db" | "config">): Promise<Uint8Array> {
  const kinds = await db.rows<Record<(typeof DIMENSIONS)[number], string>>(
    `select ${DIMENSIONS.join(", ")} from (select distinct kind, ${DIMENSIONS.join(", ")} from temp.site_records) order by kind`,
  );
  const columns = await db.columns<"month" | "kind" | "metric" | (typeof NUMBERS)[number]>(`
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
      where metric in (${placesOf(["rate", "clustered_rate", "ratio", "mean"])})
      group by month, kind, metric
      union all
      select month, kind, ${METRICS.length - 1} + list_position(${texts(FUNNEL_STAGES)}, stage), sum(reached)::double, 0, 0
      from stages inner join kinds on ${DIMENSIONS.map((name) => `kinds.${name} = stages.${name}`).join(" and ")}
      group by month, kind, stage
    )
    select date_diff('month', date '1970-01-01', month)::integer as month, kind, metric::integer as metric, ${NUMBERS.map((name) => `${name}::double as ${name}`).join(", ")}
    from cells order by ${texts(NAMES)}[cells.metric + 1], cells.month, kind`);
  const first = columns.month.reduce((least, month) => Math.min(least, month), Infinity);
  const months = Array.from({length: Math.max(0, ...columns.month) - first + 1}, (_, place) => nameMonth(first + place));
  const facts: Record<string, ColumnData> = {
    month: {places: columns.month.map((month) => month - first), of: months},
    ...Object.fromEntries(DIMENSIONS.map((name) => [name, {text: Array.from(columns.kind, (kind) => kinds[kind]![name])}])),
    metric: {places: columns.metric, of: NAMES},
    ...Object.fromEntries(NUMBERS.map((name) => [name, {number: columns[name]}])),
  };
  return encodeArrow(facts, columns.length);
}

/** The first day of a month, counted from January 1970. */
function nameMonth(month: number): string {
  return `${1970 + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, "0")}-01`;
}
