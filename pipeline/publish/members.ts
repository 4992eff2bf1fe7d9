/** The members behind the numbers: the metrics room says who they are, this gathers them once for cube and facts. */
import type {Config} from "../config.js";
import {DIMENSIONS} from "../contract/funnel.js";
import {METRICS, type Metric, type MetricKind} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {listMembers, readRules} from "../metrics/index.js";
import type {MetricIndex} from "./metric-rows.js";

/** Place of the metrics of these kinds in the registry, as SQL. */
export function placesOf(kinds: readonly MetricKind[]): string {
  return METRICS.flatMap((metric, place) => (kinds.includes(metric.kind) ? [place] : [])).join(", ");
}

/**
 * Writes three temporary tables. `site_instants`: when members are dated, each instant once, in order. `site_records`: every record that may be a member, numbered, with what a page calls it; `met` is its AE where
 * that is the AE of its handoff, and not just the owner of an opportunity.
 * `site_members`: a row per metric (by its place in the registry) and member. Metrics that the company lacks have none.
 */
export async function gatherMembers(db: Database, config: Config, metrics: MetricIndex): Promise<void> {
  await db.run(`create or replace temp table site_records as
    select *, (row_number() over (order by mart, record_id) - 1)::integer as number from (
      select 'marts.handoffs' as mart, handoff_id as record_id, coalesce(account_name, '') as account, coalesce(ae_name, '') as ae,
        coalesce(ae_name, '') as met, coalesce(sdr_name, '') as sdr
      from marts.handoffs
      union all
      select 'marts.opportunities', opportunities.opportunity_id, coalesce(opportunities.account_name, ''), coalesce(opportunities.ae_name, ''),
        case when handoffs.ae_id = opportunities.ae_id then coalesce(opportunities.ae_name, '') else '' end, coalesce(opportunities.sdr_name, '')
      from marts.opportunities left join marts.handoffs on handoffs.handoff_id = opportunities.handoff_id
      union all
      select 'marts.leads', lead_id, coalesce(accounts.name, ''), '', '', coalesce(leads.sdr_name, '')
      from marts.leads left join staging.stg_accounts as accounts on accounts.account_id = leads.account_id
    )`);
  const rules = await readRules(db, config);
  const select = (metric: Metric, place: number) => `
    select ${place}::integer as metric, ${quoteText(metric.from)} as mart, record_id, sdr_id, ae_id, ${DIMENSIONS.join(", ")}, dated_at, is_mature,
      coalesce(numerator, 0) as numerator, coalesce(denominator, 0) as denominator, currency
    from (${listMembers(metric, rules)})`;
  const selects = METRICS.flatMap((metric, place) => (metrics.has(metric.name) ? [select(metric, place)] : []));
  // A table without rows keeps its columns this way.
  await db.run(`create or replace temp table site_members as
    select members.* exclude (mart, record_id), records.number as record,
      exists (select 1 from intermediate.int_disputes as disputes where 'marts.' || disputes.mart = members.mart and disputes.record_id = members.record_id
        and disputes.metric in ('', ${metricName("members.metric")})) as is_disputed
    from (${selects.length > 0 ? selects.join("\nunion all\n") : `${select(METRICS[0]!, 0)} where false`}) as members
    inner join temp.site_records as records on records.mart = members.mart and records.record_id = members.record_id`);
  await db.run(`create or replace temp table site_instants as
    select dated_at, (row_number() over (order by dated_at) - 1)::integer as place from (select distinct dated_at from temp.site_members)`);
}

/** SQL of the name of the metric at a place of the registry. */
const metricName = (place: string) => `list_extract([${METRICS.map(({name}) => quoteText(name)).join(", ")}], ${place} + 1)`;

/** A query's columns as arrays, one after the other: for long tables, many times faster than an object per row. */
export async function readColumns(db: Database, sql: string): Promise<Record<string, unknown[]>> {
  const reader = await db.connection.runAndReadAll(sql);
  return reader.getColumnsObjectJS() as Record<string, unknown[]>;
}
