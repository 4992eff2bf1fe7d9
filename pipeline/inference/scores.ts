/** `adjusted_quality_score`: AEs' ratings with what each AE tends to give taken out. */
import type {Config} from "../config.js";
import type {MetricRow} from "../contract/datasets.js";
import {findMetric, type MetricName} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {findAbsentMetrics, readRules, type MemberRules} from "../metrics/index.js";
import {PERIOD_START} from "../metrics/periods.js";
import {describeMembers, nameCodes, numberOf, readNames} from "./members.js";
import {fitPeriods, type PeriodFit, type RatingColumns} from "./rating-fits.js";
import {writeTable} from "./write.js";

export const RATING: MetricName = "handoff_quality_score";

/**
 * Ratings of the held meetings, one by one: SDR and AE leave next to nothing to be added up. Needs the codes of names, and no members:
 * the mathematics of ratings is the dearest, and begins before these are gathered.
 */
export async function readRatings(db: Database, rules: MemberRules, zone: string): Promise<RatingColumns> {
  const [table] = describeMembers([findMetric(RATING)!], rules, zone);
  const columns = await db.columns<Exclude<keyof RatingColumns, "sdrs" | "aes">>(`
    select ${numberOf("sdr_id", "sdr_id", "sdr")}, ${numberOf("ae_id", "ae_id", "ae")}, month // 3 as quarter, is_recent::utinyint as is_recent, ${RATING} as rating
    from ${table!.name} where ${RATING} is not null and sdr_id is not null and ae_id is not null order by all`);
  return {...columns, sdrs: await readNames(db, "sdr_id"), aes: await readNames(db, "ae_id")};
}

/** Adds the rows of all time and of the last 90 days, which are what pages show, to the metric rows. */
export async function writeScores(db: Database, config: Config, fits: readonly PeriodFit[]): Promise<void> {
  await writeFits(db, fits);
  await db.run(`insert into marts.metrics by name ${selectRows(config)}`);
}

/**
 * The rows of quarters, of which no page shows any: they are nine models of eleven, so that a build does without, and whoever asks waits
 * for them.
 */
export async function readQuarterScores(db: Database, config: Config): Promise<MetricRow[]> {
  const absent = await findAbsentMetrics(db);
  if (absent.some(({metric}) => metric === "adjusted_quality_score" || metric === RATING)) return [];
  await nameCodes(db, [findMetric(RATING)!]);
  await writeFits(db, fitPeriods(await readRatings(db, await readRules(db, config), config.timezone), true));
  return db.rows<MetricRow>(
    `select * exclude (mature, previous_numerator, previous_denominator, previous_mature, is_change_signal) from (${selectRows(config)})`,
  );
}

async function writeFits(db: Database, fits: readonly PeriodFit[]): Promise<void> {
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
}

/** Query of metric rows from what `writeFits` left; the raw score's target is theirs too. */
function selectRows(config: Config): string {
  const target = config.targets.handoff_quality_score ?? findMetric(RATING)!.target;
  const judged = config.targets_confirmed && target !== null;
  return `select 'adjusted_quality_score' as metric, 'sdr' as scope, sdr_id as scope_id, coalesce(names.sdr_name, sdr_id) as scope_name, period,
      ${PERIOD_START} as period_start, null::double as numerator, n::double as denominator, value, lower, upper, 0 as in_flight,
      case when n < ${config.min_n} then 'too_few' else 'final' end as maturity, ${target}::double as target, null::double as previous_value,
      case when n < ${config.min_n} then 'too_few' when not ${judged} then 'no_target' when lower > ${target} then 'above_target'
        when upper < ${target} then 'below_target' else 'not_separable' end as status,
      '' as currency, n as mature, null::double as previous_numerator, null::double as previous_denominator, 0 as previous_mature,
      null::boolean as is_change_signal
    from temp.adjusted_scores
    left join (select sdr_id, any_value(sdr_name) as sdr_name from marts.handoffs group by sdr_id) as names using (sdr_id)
    order by scope_id, list_position(['quarter', 'trailing_90d', 'all'], period), step`;
}
