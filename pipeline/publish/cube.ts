/** `cube.arrow`: counts by month and dimensions, which filters add up and never average. */
import {DIMENSIONS} from "../contract/funnel.js";
import {METRICS} from "../contract/metrics.js";
import {quoteText} from "../db.js";
import {encodeArrow} from "./arrow.js";
import type {Ground} from "./ground.js";
import {placesOf, readColumns} from "./members.js";
import {monthOf} from "./sql.js";
import {isAcceptedFirst, reachedSql} from "./stage-counts.js";

const TEXTS = ["month", ...DIMENSIONS, "metric"] as const;
const NUMBERS = ["numerator", "denominator", "in_flight"] as const;

/**
 * Rates, ratios and means with their numerators and denominators, and the counts of the funnel's stages. Medians do not add
 * up. Needs `gatherMembers`.
 */
export async function encodeCube({db, config}: Pick<Ground, "db" | "config">): Promise<Uint8Array> {
  const columns = await readColumns(
    db,
    `with reached as (${reachedSql(config.timezone, isAcceptedFirst(config.stage_order))}),
    -- Zones are slow: each instant is converted once.
    instants as (select dated_at from temp.site_members union select reached_at from reached),
    months as (select dated_at, ${monthOf("dated_at", config.timezone)} as month from instants),
    cells as (
      select month, ${DIMENSIONS.join(", ")},
        ([${METRICS.map(({name}) => quoteText(name)).join(", ")}])[metric + 1] as metric,
        sum(numerator) as numerator, sum(denominator) as denominator, (count(*) filter (where not is_mature))::double as in_flight
      from temp.site_members as members inner join months on months.dated_at = members.dated_at
      where metric in (${placesOf(["rate", "clustered_rate", "ratio", "mean"])})
      group by all
      union all
      select month, ${DIMENSIONS.join(", ")}, 'stage:' || stage, count(*)::double, 0, 0
      from reached inner join months on months.dated_at = reached.reached_at group by all
    )
    select month::text as month, ${DIMENSIONS.map((dimension) => `coalesce(${dimension}, '') as ${dimension}`).join(", ")}, metric, ${NUMBERS.join(", ")}
    from cells order by metric, month, ${DIMENSIONS.join(", ")}`,
  );
  const pick = <T>(name: string) => (columns[name] ?? []) as T[];
  const texts = TEXTS.map((name) => [name, {text: pick<string>(name)}] as const);
  const numbers = NUMBERS.map((name) => [name, {number: pick<number>(name)}] as const);
  return encodeArrow(Object.fromEntries([...texts, ...numbers]), pick("month").length);
}
