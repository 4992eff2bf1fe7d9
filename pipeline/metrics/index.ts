/** The metrics room: marts in, `marts.metrics` out. */
import type {Config} from "../config.js";
import type {MetricRow} from "../contract/datasets.js";
import {METRICS, type Metric} from "../contract/metrics.js";
import {PERIODS, SCOPES} from "../contract/vocabulary.js";
import {quoteText, type Database} from "../db.js";
import {awaitAll} from "../lanes.js";
import {addUpMembers, nameScopes} from "./cells.js";
import {compare} from "./changes.js";
import {estimate} from "./estimates.js";
import {defineMacros} from "./macros.js";
import {PERIOD_START} from "./periods.js";
import {findAbsentMetrics, readRules, type MemberRules} from "./rules.js";
import {statusOf, targetRows} from "./status.js";

export {listMembers, SCOPE_COLUMNS, termsOf, type MemberTerms} from "./members.js";
export {findAbsentMetrics, findPresent, readRules, windowDays, type AbsentMetric, type MemberRules} from "./rules.js";

/**
 * Writes `marts.metrics`: a row for every metric, scope and period (and currency) with at least one member. Beside the
 * columns of `MetricRow` it has `mature` (members, or handoffs of a clustered rate), `previous_numerator`,
 * `previous_denominator`, `previous_mature` and `is_change_signal`. Metrics whose needs are not met have no rows.
 */
export async function computeMetrics(db: Database, config: Config): Promise<string> {
  // Whatever was asked before, the marts may be others now.
  db.asked.clear();
  const absent = new Set<string>((await findAbsentMetrics(db)).map(({metric}) => metric));
  const metrics = METRICS.filter(({name, kind}) => kind !== "adjusted_mean" && !absent.has(name));
  await db.run("create schema if not exists marts");
  await db.run(`create or replace table marts.metrics (${COLUMNS})`);
  const rules = await readRules(db, config);
  // Metrics know nothing of each other: one half is computed beside the other, and set down after it.
  const middle = Math.ceil(metrics.length / 2);
  const first = computePart(db, metrics.slice(0, middle), rules, config, Promise.resolve());
  const second = computePart(db, metrics.slice(middle), rules, config, first);
  await awaitAll([first, second]);
  const [{rows}] = (await db.rows<{rows: number}>("select count(*) as rows from marts.metrics")) as [{rows: number}];
  return `${rows.toLocaleString("en")} numbers of ${metrics.length} metrics`;
}

/** Computes some metrics in a connection of their own and appends them once what goes before is there. */
async function computePart(
  db: Database,
  metrics: readonly Metric[],
  rules: MemberRules,
  config: Config,
  before: Promise<void>,
): Promise<void> {
  if (metrics.length === 0) return;
  const lane = await db.fork();
  try {
    await estimateMetrics(lane, metrics, rules, config);
    await before;
    await lane.run(writeRows(config));
  } finally {
    lane.close();
  }
}

/** Leaves each number of some metrics, with what it is compared with, in temporary tables of this connection. */
async function estimateMetrics(lane: Database, metrics: readonly Metric[], rules: MemberRules, config: Config): Promise<void> {
  await defineMacros(lane);
  await addUpMembers(lane, metrics, rules, config.timezone);
  await nameScopes(lane);
  await estimate(lane);
  await compare(lane, config.min_n);
}

/** Runs every statement that any metric may need, whatever the data allow; for who asks whether they can be run at all. */
export async function tryMetrics(db: Database, config: Config): Promise<void> {
  await db.run(`create or replace table marts.metrics (${COLUMNS})`);
  const rules: MemberRules = {windows: config.windows, is_accepted_first: false, currency: config.currency, rates: null};
  await estimateMetrics(db, METRICS.filter(({kind}) => kind !== "adjusted_mean"), rules, config); // prettier-ignore
  await db.run(writeRows(config));
}

/** Appends what `compare` left, in the order of the registry: its codes are numbered by it. */
const writeRows = (config: Config): string => `insert into marts.metrics
    select
      changes.metric, scope, scope_id, scope_name, period,
      ${PERIOD_START} as period_start,
      numerator::double as numerator, denominator::double as denominator, value::double as value, lower::double as lower, upper::double as upper,
      in_flight,
      case when n < ${config.min_n} then 'too_few' when in_flight = 0 then 'final' else 'provisional' end as maturity,
      target, previous_value::double as previous_value,
      ${statusOf(config)} as status,
      currency,
      n as mature, previous_numerator::double as previous_numerator, previous_denominator::double as previous_denominator,
      coalesce(previous_n, 0)::integer as previous_mature, is_change_signal
    from (select metric_changes.*, scope_name from metric_changes inner join metric_scopes using (scope, scope_id)) as changes
    inner join ${targetRows(config)} on targets.metric = changes.metric
    order by changes.metric, scope, scope_id, currency, period, step`;

const COLUMNS = `metric text, scope text, scope_id text, scope_name text, period text, period_start text, numerator double,
  denominator double, value double, lower double, upper double, in_flight integer, maturity text, target double,
  previous_value double, status text, currency text, mature integer, previous_numerator double, previous_denominator double,
  previous_mature integer, is_change_signal boolean`;

export interface Narrowing {
  metric?: string;
  scope?: string;
  period?: string;
}

/** SQL condition on the columns of metric rows. */
export function narrow(only: Narrowing): string {
  const wanted = (["metric", "scope", "period"] as const).filter((column) => only[column] !== undefined);
  return wanted.map((column) => `${column} = ${quoteText(only[column]!)}`).join(" and ") || "true";
}

// What is judged by the others comes after them.
const IN_ORDER = [false, true].flatMap((isLast) => METRICS.filter(({kind}) => (kind === "adjusted_mean") === isLast).map(({name}) => name)); // prettier-ignore
const placeIn = (words: readonly string[], column: string) => `list_position([${words.map(quoteText).join(", ")}], ${column})`;

/** Reads `marts.metrics` in the order of the registry, narrowed to a metric, a scope or a period. */
export async function readMetricRows(db: Database, only: Narrowing = {}): Promise<MetricRow[]> {
  return db.rows<MetricRow>(`select metric, scope, scope_id, scope_name, period, period_start, numerator, denominator, value, lower, upper,
      in_flight, maturity, target, previous_value, status, currency
    from marts.metrics where ${narrow(only)}
    order by ${placeIn(IN_ORDER, "metric")}, ${placeIn(SCOPES, "scope")}, scope_id, currency, ${placeIn(PERIODS, "period")}, period_start`);
}
