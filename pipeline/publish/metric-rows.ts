/** The metric rows that the site shows, read in one go and found by scope. */
import type {Config} from "../config.js";
import type {MetricRow} from "../contract/datasets.js";
import {METRICS} from "../contract/metrics.js";
import type {Period, Scope} from "../contract/vocabulary.js";
import {quoteText, type Database} from "../db.js";
import {local} from "./sql.js";

export interface MetricIndex {
  /** All rows of one scope, in order of the registry, then of period. */
  of(scope: Scope, id: string): readonly MetricRow[];
  /** The row over a period without a start (`all`, `trailing_90d`), or of the period that starts then. */
  find(scope: Scope, id: string, metric: string, period: Period, start?: string): MetricRow | undefined;
  /** Every row read. */
  all: readonly MetricRow[];
  /** Whether the row's change since the period before is more than noise; null when it cannot be said. */
  isSignal(row: MetricRow): boolean | null;
  /** Whether the company has any row of the metric: else it is absent, not zero. */
  has(metric: string): boolean;
  /** The period that pages open with. */
  opening: Period;
  /** The period of sparklines: `opening`, where that is a part of the year. */
  step: "month" | "quarter";
  /** The first of the last twelve of those. */
  since: string;
}

/** What pages show of AEs: whether they answer and decide, never how they rate. */
export const AE_METRICS: readonly string[] = ["feedback_response_rate", "acceptance_rate", "time_to_accept_hours"];
/** Scopes that pages show, besides AEs. */
const SCOPES: readonly Scope[] = ["company", "team", "sdr", "source", "motion", "segment", "region"];
const HEADLINES = METRICS.filter((metric) => metric.headline).map((metric) => metric.name);
/** Sparklines and comparisons reach this far back. */
const STEPS = 12;
/** Cohorts of the company reach further. */
const COHORT_MONTHS = 24;

/** Reads from marts.metrics what the datasets need: everything over all time and 90 days, and a year of the headline metrics. */
export async function indexMetricRows(db: Database, config: Config): Promise<MetricIndex> {
  const step = stepOf(config.period);
  const texts = (list: readonly string[]) => list.map(quoteText).join(", ");
  const before = (unit: string, count: number) =>
    `coalesce(strftime(date_trunc('${unit}', ${local("as_of", config.timezone)}) - ${count} * interval 1 ${unit}, '%Y-%m-%d'), '')`;
  const [since] = await db.rows<{steps: string; months: string; cohorts: string}>(`
    select ${before(step, STEPS - 1)} as steps, ${before("month", STEPS - 1)} as months, ${before("month", COHORT_MONTHS - 1)} as cohorts
    from config.settings`);
  if (!since) throw new Error("config.settings has no row");
  const found = await db.rows<MetricRow & {is_change_signal: boolean | null}>(`
    select metric, scope, scope_id, scope_name, period, coalesce(period_start::text, '') as period_start,
      numerator, denominator, value, lower, upper, in_flight, maturity, target, previous_value, status, coalesce(currency, '') as currency,
      mature::integer as n, is_change_signal
    from marts.metrics
    where (scope in (${texts(SCOPES)}) or (scope = 'ae' and metric in (${texts(AE_METRICS)})))
      and (
        period in ('all', 'trailing_90d')
        or (metric in (${texts(HEADLINES)}) and scope <> 'ae'
            and ((period = '${step}' and period_start::text >= ${quoteText(since.steps)}) or (period = 'month' and period_start::text >= ${quoteText(since.months)})))
        or (scope = 'company' and period = 'month' and period_start::text >= ${quoteText(since.cohorts)})
      )`);
  return indexRows(found, config.period, since.steps);
}

/** Makes rows findable; pages open with the period `opening`, and show no headline of a time before `since`. */
export function indexRows(
  found: readonly (MetricRow & {is_change_signal: boolean | null})[],
  opening: Period,
  since = "",
): MetricIndex {
  const signals = new Map<MetricRow, boolean | null>();
  const rows = found.map(({is_change_signal, ...row}) => {
    signals.set(row, is_change_signal);
    return row;
  });
  const order = new Map<string, number>(METRICS.map((metric, index) => [metric.name, index]));
  const place = (row: MetricRow) => order.get(row.metric) ?? order.size;
  rows.sort(
    (a, b) =>
      place(a) - place(b) ||
      compare(a.period, b.period) ||
      compare(a.period_start, b.period_start) ||
      compare(a.currency, b.currency),
  );
  const byScope = new Map<string, MetricRow[]>();
  const byKey = new Map<string, MetricRow>();
  for (const row of rows) {
    const scope = `${row.scope}\0${row.scope_id}`;
    const list = byScope.get(scope);
    if (list) list.push(row);
    else byScope.set(scope, [row]);
    const key = `${scope}\0${row.metric}\0${row.period}\0${row.period_start}`;
    if (!byKey.has(key)) byKey.set(key, row);
  }
  const known = new Set(rows.map((row) => row.metric));
  return {
    of: (scope, id) => byScope.get(`${scope}\0${id}`) ?? [],
    find: (scope, id, metric, period, start = "") => byKey.get(`${scope}\0${id}\0${metric}\0${period}\0${start}`),
    all: rows,
    isSignal: (row) => signals.get(row) ?? null,
    has: (metric) => known.has(metric),
    opening,
    step: stepOf(opening),
    since,
  };
}

const stepOf = (opening: Period) => (opening === "quarter" ? "quarter" : "month");
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
