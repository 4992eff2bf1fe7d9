import type {Metric, MetricName} from "../contract/metrics.js";
import {PERIODS, type Period} from "../contract/vocabulary.js";
import type {Database} from "../db.js";
import {enumOf, RECENT_STEP, spreadOverPeriods} from "../metrics/periods.js";
import {inBatches, membersOf} from "./members.js";

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
  /** Of a clustered rate: sums over its handoffs of successes², successes × trials and trials². */
  yy?: number;
  xy?: number;
  xx?: number;
}

/** Rates of people to be read together: plain ones need fewer sums than clustered ones. */
export async function listBatches(db: Database, metrics: readonly Metric[]): Promise<(readonly Metric[])[]> {
  const kinds = (["rate", "clustered_rate"] as const).map((kind) => metrics.filter((metric) => metric.kind === kind));
  return (await Promise.all(kinds.map((own) => inBatches(db, own)))).flat();
}

/** Adds the members of rates of one kind up by person and source, in months first; the longer periods add months. Needs temp.mature_members. */
export async function readPersonCells(db: Database, metrics: readonly Metric[]): Promise<PersonCell[]> {
  const isClustered = metrics.some(({kind}) => kind === "clustered_rate");
  const sums = ["y", ...(isClustered ? ["x", "yy", "xy", "xx"] : [])];
  const cells: PersonCell[] = [];
  for (const scope of PERSON_SCOPES) {
    // An AE's rates are not told apart by where the lead came from.
    const source = scope === "sdr" ? "coalesce(source, ''::source_code)" : "''::source_code";
    const rows = await db.rows<PersonCell>(`with months as (
        select metric, ${scope}_id as person_id, ${source} as source, month, is_recent, count(*) as n,
          ${sums.map((sum) => `sum(${SUMS[sum]![0]}) as ${sum}`).join(", ")}
        from ${membersOf(...metrics.map(({name}) => name))} and ${scope}_id is not null group by all
      ),
      spread as (select *, ${spreadOverPeriods("month", `case when is_recent then ${RECENT_STEP} end`)} from months)
      select metric, person_id, source, period::${enumOf(PERIODS)} as period, step, sum(n)::integer as n,
        ${sums.map((sum) => `round(sum(${sum}), 6) as ${SUMS[sum]![1]}`).join(", ")}
      from spread where period is not null group by all order by metric, person_id, source, period, step`);
    for (const row of rows) {
      row.scope = scope;
      if (!isClustered) row.trials = row.n;
      cells.push(row);
    }
  }
  return cells;
}

/** What is summed over members, and what the sum is called. */
const SUMS: Record<string, [string, string]> = {
  y: ["y", "successes"], x: ["x", "trials"], yy: ["y * y", "yy"], xy: ["x * y", "xy"], xx: ["x * x", "xx"],
}; // prettier-ignore
