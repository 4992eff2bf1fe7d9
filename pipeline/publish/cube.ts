/** `cube.arrow`: counts by month and dimensions, which filters add up and never average. */
import {DIMENSIONS} from "../contract/funnel.js";
import {readRules} from "../metrics/rules.js";
import {encodeArrow} from "./arrow.js";
import type {Ground} from "./ground.js";
import {joinMembers, listPresent, readColumns} from "./members.js";
import {monthOf} from "./sql.js";
import {isAcceptedFirst, reachedSql} from "./stage-counts.js";

const TEXTS = ["month", ...DIMENSIONS, "metric"] as const;
const NUMBERS = ["numerator", "denominator", "in_flight"] as const;

/** Rates, ratios and means with their numerators and denominators, and the counts of the funnel's stages. Medians do not add up. */
export async function encodeCube({db, config, metrics}: Pick<Ground, "db" | "config" | "metrics">): Promise<Uint8Array> {
  const members = joinMembers(listPresent(metrics, ["rate", "clustered_rate", "ratio", "mean"]), await readRules(db, config));
  const dimensions = DIMENSIONS.map((dimension) => `coalesce(${dimension}, '') as ${dimension}`).join(", ");
  const counted = members
    ? `select ${monthOf("dated_at", config.timezone)} as month, ${dimensions}, metric,
        coalesce(sum(numerator), 0) as numerator, coalesce(sum(denominator), 0) as denominator,
        (count(*) filter (where not is_mature))::double as in_flight
      from (${members}) group by all
      union all by name`
    : "";
  const columns = await readColumns(
    db,
    `${counted}
    select month, ${dimensions}, 'stage:' || stage as metric, count(*)::double as numerator, 0::double as denominator, 0::double as in_flight
    from (${reachedSql(config.timezone, isAcceptedFirst(config.stage_order))}) group by all
    order by metric, month, ${DIMENSIONS.join(", ")}`,
  );
  const text = (name: string) => ({text: (columns[name] ?? []) as string[]});
  const number = (name: string) => ({number: (columns[name] ?? []) as number[]});
  const data = Object.fromEntries([
    ...TEXTS.map((name) => [name, text(name)] as const),
    ...NUMBERS.map((name) => [name, number(name)] as const),
  ]);
  return encodeArrow(data, columns["month"]?.length ?? 0);
}
