import {METRICS, type Metric, type MetricName} from "../contract/metrics.js";
import type {Period} from "../contract/vocabulary.js";
import {quoteText, type Database} from "../db.js";
import {RECENT_STEP, spreadOverPeriods} from "../metrics/periods.js";
import {membersOf} from "./members.js";

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

/** Adds the members of a rate up by person and source, in months first; the longer periods add months. Needs temp.mature_members. */
export async function readPersonCells(db: Database, metric: MetricName): Promise<PersonCell[]> {
  const sums = "count(*) as n, sum(y) as y, sum(x) as x, sum(y * y) as yy, sum(x * y) as xy, sum(x * x) as xx";
  // An AE's rates are not told apart by where the lead came from.
  return db.rows<PersonCell>(`with months as (
    select 'sdr' as scope, sdr_id::text as person_id, coalesce(source::text, '') as source, month, is_recent, ${sums}
    from ${membersOf(metric)} and sdr_id is not null group by sdr_id, mature_members.source, month, is_recent
    union all
    select 'ae', ae_id::text, '', month, is_recent, ${sums} from ${membersOf(metric)} and ae_id is not null group by ae_id, month, is_recent
  ),
  spread as (select *, ${spreadOverPeriods("month", `case when is_recent then ${RECENT_STEP} end`)} from months)
  select ${quoteText(metric)} as metric, scope, person_id, source, period, step, sum(n)::integer as n,
    ${["y", "x", "yy", "xy", "xx"].map((sum) => `round(sum(${sum}), 6) as ${SUMS[sum]}`).join(", ")}
  from spread where period is not null group by all order by scope, person_id, source, period, step`);
}

const SUMS: Record<string, string> = {y: "successes", x: "trials", yy: "yy", xy: "xy", xx: "xx"};
