import type {Config} from "../config.js";
import type {Beside, MetricRow} from "../contract/datasets.js";
import {quoteText, type Database} from "../db.js";
import {readQuarterScores} from "./scores.js";
import {readShrunk} from "./shrunk-rows.js";

/** Shrunk rate, adjusted score, what the mix alone would have given and the difference from it, as far as there are any for the row. */
export async function readBeside(
  db: Database,
  config: Config,
  {metric, scope, scope_id, period, period_start}: Pick<MetricRow, "metric" | "scope" | "scope_id" | "period" | "period_start">,
): Promise<Beside[]> {
  const own = `scope = ${quoteText(scope)} and scope_id = ${quoteText(scope_id)} and period = ${quoteText(period)} and period_start = ${quoteText(period_start)}`;
  const shrunk = (await readShrunk(db, config, {metric, scope, period}))
    .filter((rate) => rate.scope_id === scope_id && rate.period_start === period_start)
    .map((rate): Beside => ({what: "shrunk", value: rate.shrunk_value!, lower: rate.shrunk_lower, upper: rate.shrunk_upper, prob_below_target: rate.prob_below_target})); // prettier-ignore
  if (scope !== "sdr") return shrunk;
  const adjusted =
    metric === "handoff_quality_score"
      ? (period === "quarter"
          ? await readQuarterScores(db, config)
          : await db.rows<MetricRow>(`select * from marts.metrics where metric = 'adjusted_quality_score' and ${own}`)
        )
          .filter((row) => row.scope_id === scope_id && row.period_start === period_start)
          .map(({value, lower, upper}): Beside => ({what: "adjusted", value: value!, lower, upper}))
      : [];
  const mix = await db.rows<Record<"expected" | "difference" | "lower" | "upper", number>>(
    `select expected, difference, lower, upper from marts.mix_expected
    where metric = ${quoteText(metric)} and sdr_id = ${quoteText(scope_id)} and period = ${quoteText(period)}`,
  );
  return [
    ...shrunk,
    ...adjusted,
    ...mix.flatMap(({expected, difference, lower, upper}): Beside[] => [
      {what: "mix_expected", value: expected, lower: null, upper: null},
      {what: "against_mix", value: difference, lower, upper},
    ]),
  ];
}
