/** The inference room: marts and metric rows in, what a fair person may conclude out. The mathematics is that of `stats`. */
import type {Config} from "../config.js";
import {findMetric, METRICS} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {PERIOD_START} from "../metrics/cells.js";
import {findAbsentMetrics, readRules} from "../metrics/index.js";
import {listRates, readPersonCells} from "./person-cells.js";
import {shrinkPersonRates, type PersonRate} from "./person-rates.js";
import {fitScores} from "./scores.js";
import {writeTable} from "./write.js";

/** Writes `marts.person_rates`, and the adjusted quality scores into `marts.metrics`, which must be there. */
export async function infer(db: Database, config: Config): Promise<string> {
  const absent = new Set<string>((await findAbsentMetrics(db)).map(({metric}) => metric));
  const metrics = METRICS.filter(({name}) => !absent.has(name));
  const rules = await readRules(db, config);
  const target = (name: string) =>
    config.targets_confirmed ? (config.targets[name as keyof typeof config.targets] ?? findMetric(name)?.target ?? null) : null;
  const rates = shrinkPersonRates(await readPersonCells(db, listRates(metrics), rules, config.timezone), target);
  await writePersonRates(db, rates);
  const scores = absent.has("adjusted_quality_score") ? 0 : await writeScores(db, config);
  return `${rates.length.toLocaleString("en")} shrunk rates, ${scores.toLocaleString("en")} adjusted scores`;
}

async function writePersonRates(db: Database, rates: readonly PersonRate[]): Promise<void> {
  await writeTable<PersonRate>(
    db,
    "person_rates",
    {
      metric: "text",
      scope: "text",
      scope_id: "text",
      period: "text",
      step: "integer",
      shrunk_value: "double",
      shrunk_lower: "double",
      shrunk_upper: "double",
      prob_below_target: "double",
    },
    rates,
  );
  await db.run(`create or replace table marts.person_rates as
    select metric, scope, scope_id, period, ${PERIOD_START} as period_start, shrunk_value, shrunk_lower, shrunk_upper, prob_below_target
    from temp.person_rates`);
}

/** Adds the rows of `adjusted_quality_score` to the metric rows; the raw score's target is theirs too. */
async function writeScores(db: Database, config: Config): Promise<number> {
  const fits = await fitScores(db, config);
  const rows = fits.flatMap(({period, step, fit, ratings}) =>
    [...fit.scores].map(([sdr_id, {value, lower, upper}]) => ({
      period,
      step,
      sdr_id,
      value,
      lower,
      upper,
      n: ratings.get(sdr_id)!,
    })),
  );
  await writeTable<(typeof rows)[number]>(
    db,
    "adjusted_scores",
    {period: "text", step: "integer", sdr_id: "text", value: "double", lower: "double", upper: "double", n: "integer"},
    rows,
  );
  const target = config.targets.handoff_quality_score ?? findMetric("handoff_quality_score")!.target;
  const judged = config.targets_confirmed && target !== null;
  await db.run(`insert into marts.metrics by name
    select 'adjusted_quality_score' as metric, 'sdr' as scope, sdr_id as scope_id, coalesce(names.sdr_name, sdr_id) as scope_name, period,
      ${PERIOD_START} as period_start, null::double as numerator, n::double as denominator, value, lower, upper, 0 as in_flight,
      case when n < ${config.min_n} then 'too_few' else 'final' end as maturity, ${target}::double as target, null::double as previous_value,
      case when n < ${config.min_n} then 'too_few' when not ${judged} then 'no_target' when lower > ${target} then 'above_target'
        when upper < ${target} then 'below_target' else 'not_separable' end as status,
      '' as currency, n as mature, null::double as previous_numerator, null::double as previous_denominator, 0 as previous_mature,
      null::boolean as is_change_signal
    from temp.adjusted_scores
    left join (select sdr_id, any_value(sdr_name) as sdr_name from marts.handoffs group by sdr_id) as names using (sdr_id)
    order by scope_id, list_position([${["month", "quarter", "trailing_90d", "all"].map(quoteText).join(", ")}], period), step`);
  return rows.length;
}
