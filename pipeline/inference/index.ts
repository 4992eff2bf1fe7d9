/** The inference room: marts and metric rows in, what a fair person may conclude out. The mathematics is that of `stats`. */
import type {Config} from "../config.js";
import {findMetric, METRICS} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {findAbsentMetrics, readRules} from "../metrics/index.js";
import {PERIOD_START} from "../metrics/periods.js";
import {associateFields} from "./associations.js";
import {calibrateScore} from "./calibration.js";
import {expectMixes} from "./expected.js";
import {plotFunnels} from "./funnel-plots.js";
import {estimateIncidence} from "./incidence.js";
import {gatherMembers} from "./members.js";
import {listRates, readPersonCells} from "./person-cells.js";
import {shrinkPersonRates, type PersonRate} from "./person-rates.js";
import {comparePractices} from "./practices.js";
import {judgeRaters} from "./raters.js";
import {judgeRuns} from "./run-charts.js";
import {countRatings, fitScores, type PeriodFit} from "./scores.js";
import {TABLES, type TableName} from "./tables.js";
import {valueBriefs} from "./worth.js";
import {writeTable, type ColumnKind} from "./write.js";

/** Kinds of metrics that are added up by person or week. */
const GATHERED: readonly string[] = ["rate", "clustered_rate", "mean"];

/**
 * Writes what `TABLES` lists and `person_rates` into `marts`, and the adjusted quality scores into `marts.metrics`, which must be there.
 * Rows are few: what grows with handoffs is added up in SQL.
 */
export async function infer(db: Database, config: Config): Promise<string> {
  const absent = new Set<string>((await findAbsentMetrics(db)).map(({metric}) => metric));
  const metrics = METRICS.filter(({name}) => !absent.has(name));
  const names = new Set<string>(metrics.map(({name}) => name));
  const rules = await readRules(db, config);
  await gatherMembers(db, metrics.filter(({kind}) => GATHERED.includes(kind)), rules, config.timezone); // prettier-ignore
  const rates: PersonRate[] = [];
  for (const {name} of listRates(metrics)) {
    for (const rate of shrinkPersonRates(await readPersonCells(db, name), targetsOf(config))) rates.push(rate);
  }
  await writePersonRates(db, rates);
  const fits = names.has("adjusted_quality_score") ? await fitScores(db, config) : [];
  await writeScores(db, config, fits);
  const {raters, fit} = judgeRaters(fits);
  const {points, signals} = await judgeRuns(db, metrics, config.timezone);
  const practices = await comparePractices(db, rules, names);
  await put(db, "raters", raters);
  await put(db, "rating_fit", fit);
  await put(db, "run_points", points);
  await put(db, "run_signals", signals);
  await put(db, "practices", practices);
  await put(db, "associations", await associateFields(db, rules, names));
  await put(db, "brief_worth", await valueBriefs(db, practices));
  await put(db, "incidence", await estimateIncidence(db));
  await put(db, "mix_expected", await expectMixes(db, metrics));
  await put(db, "funnel_plots", await plotFunnels(db, metrics));
  await put(db, "score_calibration", names.has("lead_qualification_rate") ? await calibrateScore(db, rules) : []);
  return `${rates.length.toLocaleString("en")} shrunk rates, ${signals.length.toLocaleString("en")} signals`;
}

async function put<T extends object>(db: Database, name: TableName, rows: readonly T[]): Promise<void> {
  await writeTable(db, name, TABLES[name] as Partial<Record<keyof T & string, ColumnKind>>, rows);
  await db.run(`create or replace table marts.${name} as select * from temp.${name}; drop table temp.${name}`);
}

/** The target of a metric that someone has confirmed. */
function targetsOf({targets, targets_confirmed}: Config): (metric: string) => number | null {
  return (name) => (targets_confirmed ? (targets[name as keyof typeof targets] ?? findMetric(name)?.target ?? null) : null);
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
async function writeScores(db: Database, config: Config, fits: readonly PeriodFit[]): Promise<void> {
  const rows = fits.flatMap(({period, step, fit, cells}) => {
    const ratings = countRatings(cells);
    return [...fit.scores].map(([sdr_id, {value, lower, upper}]) => ({period, step, sdr_id, value, lower, upper, n: ratings.get(sdr_id)!})); // prettier-ignore
  });
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
}
