/** The members behind the numbers: the metrics room says who they are, this gathers them once for cube and facts. */
import {DIMENSIONS} from "../../contract/funnel.js";
import {METRICS, type Metric, type MetricKind} from "../../contract/metrics.js";
import {quoteText} from "../../db.js";
import {listMembers, readRules} from "../../metrics/index.js";
import type {Ground} from "../ground.js";

/** Place of the metrics of these kinds in the registry, as SQL. */
export function placesOf(kinds: readonly MetricKind[]): string {
  return METRICS.flatMap((metric, place) => (kinds.includes(metric.kind) ? [place] : [])).join(", ");
}

const MARTS = ["marts.handoffs", "marts.leads", "marts.opportunities"] as const;

/**
 * Writes three temporary tables of members, who have what they are told apart by from their record alone.
 * `site_records`: every record that may be a member, numbered, with what a page calls it, its dimensions (`kind` numbers those that have the same), and whose it is by their places in `sdrs`, `aes` and `teams`; `met` is its AE where that is the AE of its
 * handoff, and not just the owner of an opportunity. `site_instants`: when members are dated, each instant once, in order.
 * `site_members`: a row per metric (by its place in the registry) and member, an SDR's one after the other, by metric, instant and record, so that one owner's are read without looking at all. Metrics that the
 * company lacks have none.
 * @returns the currencies that members' `currency` counts
 */
export async function gatherMembers(ground: Pick<Ground, "db" | "config" | "metrics" | "sdrs" | "aes" | "teams">): Promise<string[]> {
  const {db, config, metrics} = ground;
  await numberRecords(ground);
  const currencies = await readCurrencies(ground);
  const rules = await readRules(db, config);
  const select = (metric: Metric, place: number) => `
    select ${place}::integer as metric, ${MARTS.indexOf(metric.from)}::utinyint as mart, record_id, dated_at, is_mature,
      coalesce(numerator, 0) as numerator, coalesce(denominator, 0) as denominator, ${isMoney(metric) ? placeIn(currencies, "currency") : "0"}::utinyint as currency
    from (${listMembers(metric, rules)})`;
  const selects = METRICS.flatMap((metric, place) => (metrics.has(metric.name) ? [select(metric, place)] : []));
  // A table without rows keeps its columns this way.
  await db.run(`create or replace temp table site_gathered as
    select members.* exclude (mart, record_id), records.number as record, records.sdr_place
    from (${selects.length > 0 ? selects.join("\nunion all\n") : `${select(METRICS[0]!, 0)} where false`}) as members
    inner join temp.site_records as records on records.mart = members.mart and records.record_id = members.record_id;
    create or replace temp table site_instants as
    select dated_at, (row_number() over (order by dated_at) - 1)::integer as place, date_trunc('month', dated_at) as month from (select distinct dated_at from temp.site_gathered);
    create or replace temp table site_disputes as
    select distinct records.number as record, metric from intermediate.int_disputes as disputes
    inner join temp.site_records as records on records.mart = ${placeIn(MARTS, "'marts.' || disputes.mart")} and records.record_id = disputes.record_id`);
  await db.run(`create or replace temp table site_members as
    select members.sdr_place, members.metric, instants.place as dated, members.record, members.is_mature, members.numerator, members.denominator, members.currency,
      members.record in (select record from temp.site_disputes where metric = '')
        or (members.record, members.metric) in (select (record, ${placeIn(METRICS.map(({name}) => name), "metric")}) from temp.site_disputes where metric <> '') as is_disputed
    from temp.site_gathered as members inner join temp.site_instants as instants on instants.dated_at = members.dated_at
    order by members.sdr_place, members.metric, dated, members.record;
    drop table temp.site_gathered`);
  return currencies;
} // prettier-ignore

/** SQL of the place of a text in a list, from 0; -1 where it is not in it. */
const placeIn = (list: readonly string[], text: string): string =>
  `(coalesce(list_position([${list.map(quoteText).join(", ")}]::text[], ${text}), 0)::integer - 1)`;

const isMoney = ({unit}: Metric): boolean => unit === "money" || unit === "money_per_day";

/** None, that of the company, and whichever else stands beside an amount. */
async function readCurrencies({db, config}: Pick<Ground, "db" | "config">): Promise<string[]> {
  const marts = [...new Set(METRICS.filter(isMoney).map(({from}) => from))];
  const found = await db.rows<{currency: string}>(
    `select distinct currency from (${marts.map((mart) => `select currency from ${mart}`).join(" union all ")}) where currency is not null order by currency`,
  );
  return [...new Set(["", config.currency, ...found.map(({currency}) => currency)])];
}

async function numberRecords({db, sdrs, aes, teams}: Pick<Ground, "db" | "sdrs" | "aes" | "teams">): Promise<void> {
  const own = (mart: string) => ["sdr_id", "ae_id", ...DIMENSIONS].map((name) => `${mart}.${name}`).join(", ");
  const from = (mart: (typeof MARTS)[number]) => `${MARTS.indexOf(mart)}::utinyint as mart`;
  const owners = (ids: readonly string[]) =>
    `(select unnest([${ids.map(quoteText).join(", ")}]::text[]) as id, unnest(range(${ids.length}))::integer as place)`;
  await db.run(`create or replace temp table site_records as
    with records as (
      select ${from("marts.handoffs")}, handoff_id as record_id, coalesce(account_name, '') as account, coalesce(ae_name, '') as ae,
        coalesce(ae_name, '') as met, coalesce(sdr_name, '') as sdr, ${own("handoffs")}
      from marts.handoffs
      union all
      select ${from("marts.opportunities")}, opportunities.opportunity_id, coalesce(opportunities.account_name, ''), coalesce(opportunities.ae_name, ''),
        case when handoffs.ae_id = opportunities.ae_id then coalesce(opportunities.ae_name, '') else '' end, coalesce(opportunities.sdr_name, ''), ${own("opportunities")}
      from marts.opportunities left join marts.handoffs on handoffs.handoff_id = opportunities.handoff_id
      union all
      select ${from("marts.leads")}, lead_id, coalesce(accounts.name, ''), '', '', coalesce(leads.sdr_name, ''), ${own("leads")}
      from marts.leads left join staging.stg_accounts as accounts on accounts.account_id = leads.account_id
    )
    select records.* replace (${DIMENSIONS.map((name) => `coalesce(records.${name}, '') as ${name}`).join(", ")}),
      (row_number() over (order by mart, record_id) - 1)::integer as number,
      (dense_rank() over (order by ${DIMENSIONS.map((name) => `coalesce(records.${name}, '')`).join(", ")}) - 1)::integer as kind, sdrs.place as sdr_place, aes.place as ae_place, teams.place as team_place
    from records
    left join ${owners(sdrs.map(({person_id}) => person_id))} as sdrs on sdrs.id = records.sdr_id
    left join ${owners(aes.map(({person_id}) => person_id))} as aes on aes.id = records.ae_id
    left join ${owners(teams.map(({team}) => team))} as teams on teams.id = records.team`);
} // prettier-ignore
