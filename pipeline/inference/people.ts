/** What is concluded of people, written: `marts.person_rates`, and adjusted scores among the metric rows. */
import type {Config} from "../config.js";
import {findMetric} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {PERIOD_START} from "../metrics/periods.js";
import type {MemberTable} from "./members.js";
import {readPersonCells} from "./person-cells.js";
import {shrinkPersonRates, type PersonRate} from "./person-rates.js";
import type {PeriodFit} from "./rating-fits.js";
import {writeTable} from "./write.js";

const PERSON_RATE = {
  metric: "text", scope: "text", scope_id: "text", period: "text", step: "integer", shrunk_value: "double", shrunk_lower: "double",
  shrunk_upper: "double", prob_below_target: "double",
} as const; // prettier-ignore

/**
 * Shrinks and writes people's rates over all time and the last 90 days, which are what pages show; returns how many there are. Those of a
 * month or a quarter are worked out when someone asks for them: `shrinkShortPeriods`.
 */
export async function writePersonRates(db: Database, tables: readonly MemberTable[], config: Config): Promise<number> {
  const rates: PersonRate[] = [];
  for (const table of tables) {
    for await (const cells of readPersonCells(db, table, false)) rates.push(...shrinkPersonRates(cells, targetsOf(config)));
  }
  await writeTable<PersonRate>(db, "temp.person_rates", PERSON_RATE, rates);
  await db.run(`create or replace table marts.person_rates as
    select metric, scope, scope_id, period, ${PERIOD_START} as period_start, shrunk_value, shrunk_lower, shrunk_upper, prob_below_target
    from temp.person_rates; drop table temp.person_rates`);
  return rates.length;
}

/** The target of a metric that someone has confirmed. */
export function targetsOf({targets, targets_confirmed}: Config): (metric: string) => number | null {
  return (name) => (targets_confirmed ? (targets[name as keyof typeof targets] ?? findMetric(name)?.target ?? null) : null);
}

/** Adds the rows of `adjusted_quality_score` to the metric rows; the raw score's target is theirs too. */
export async function writeScores(db: Database, config: Config, fits: readonly PeriodFit[]): Promise<void> {
  const rows = fits.flatMap(
    ({period, step, fit, ratings}) =>
    [...fit.scores].map(([sdr_id, {value, lower, upper}]) => ({period, step, sdr_id, value, lower, upper, n: ratings.get(sdr_id)!})), // prettier-ignore
  );
  await writeTable<(typeof rows)[number]>(
    db,
    "temp.adjusted_scores",
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
}
