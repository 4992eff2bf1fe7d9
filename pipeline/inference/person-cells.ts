import {METRICS, type Metric, type MetricName} from "../contract/metrics.js";
import type {Period} from "../contract/vocabulary.js";
import {quoteText, type Database} from "../db.js";
import {listMembers, type MemberRules} from "../metrics/index.js";
import {monthNumber} from "../metrics/cells.js";

/** The roles that rates are compared within: what someone did as an SDR is set beside what SDRs do, whatever the present role. */
export const PERSON_SCOPES = ["sdr", "ae"] as const;
export type PersonScope = (typeof PERSON_SCOPES)[number];

/** Mature members of one person in one source and period: sufficient statistics of a rate. */
export interface PersonCell {
  metric: MetricName;
  scope: PersonScope;
  person_id: string;
  source: string;
  period: Period;
  /** Number of the period of its kind, as in the metric rows. */
  step: number;
  /** Members; of a clustered rate the handoffs. */
  n: number;
  successes: number;
  /** What the successes are of: n, or the fields of a clustered rate. */
  trials: number;
  /** Sums over a clustered rate's handoffs of successes², successes × trials and trials². */
  yy: number;
  xy: number;
  xx: number;
}

/** Rates of people among the metrics that have rows. */
export const listRates = (metrics: readonly Metric[] = METRICS): Metric[] =>
  metrics.filter(({kind}) => kind === "rate" || kind === "clustered_rate");

/** Adds the members of rates up by person and source, in months first; the longer periods add months. */
export async function readPersonCells(
  db: Database,
  metrics: readonly Metric[],
  rules: MemberRules,
  zone: string,
): Promise<PersonCell[]> {
  // Members are listed once for both; an AE's rates are not told apart by where the lead came from.
  const select = (metric: Metric) =>
    `select ${quoteText(metric.name)} as metric, sdr_id, ae_id, source, dated_at, numerator as y, denominator as x
    from (${listMembers(metric, rules)}) where is_mature`;
  if (metrics.length === 0) return [];
  return db.rows<PersonCell>(`with settings as (select as_of from config.settings),
  members as (${metrics.map(select).join("\n  union all ")}),
  people as (
    select metric, dated_at, y, x, unnest([
      {scope: 'sdr', person_id: sdr_id, source: coalesce(source, '')}, {scope: 'ae', person_id: ae_id, source: ''}
    ], recursive := true) from members
  ),
  months as (
    select metric, scope, person_id, source, ${monthNumber("dated_at", zone)} as month,
      dated_at between as_of - interval 90 day and as_of as is_recent,
      count(*) as n, sum(y) as y, sum(x) as x, sum(y * y) as yy, sum(x * y) as xy, sum(x * x) as xx
    from people cross join settings where person_id is not null group by all
  ),
  spread as (
    select *, unnest([
      {period: 'month', step: month}, {period: 'quarter', step: month // 3}, {period: 'all', step: 0},
      {period: case when is_recent then 'trailing_90d' end, step: 2}
    ], recursive := true)
    from months
  )
  select metric, scope, person_id, source, period, step,
    sum(n)::integer as n, round(sum(y), 6) as successes, round(sum(x), 6) as trials,
    round(sum(yy), 6) as yy, round(sum(xy), 6) as xy, round(sum(xx), 6) as xx
  from spread where period is not null group by all
  order by metric, scope, person_id, source, period, step`);
}
