/** `routing.json`: whether handoffs went where the rules say, how evenly and how fast, and what AEs decided. */
import type {RoutingData} from "../contract/datasets.js";
import {DECISION} from "./asked.js";
import {readDecisions} from "./decisions.js";
import type {Ground} from "./ground.js";
import {makeHeadlines} from "./headline.js";
import {iso} from "./sql.js";

/** Metrics that the page shows of the company. */
export const ROUTING_SHOWN = ["routing_kept_rate", "time_to_assign_hours", "acceptance_rate", "time_to_accept_hours"];
/** The newest broken ones; the metric's records hold all of them. */
const BROKEN = 200;
const CHAINS = 100;

export async function makeRouting(ground: Ground): Promise<RoutingData> {
  const {db, metrics} = ground;
  const [rules] = await db.rows<{has: boolean}>("select bool_or(reason is distinct from 'no_rules') as has from marts.routing");
  const [verdicts] = await db.rows<RoutingData["verdicts"]>(`
    select (count(*) filter (where verdict = 'kept'))::integer as kept, (count(*) filter (where verdict = 'broken'))::integer as broken,
      (count(*) filter (where verdict = 'no_rule'))::integer as no_rule from marts.routing`);
  const no_rule = await db.rows<RoutingData["no_rule"][number]>(`
    select reason, count(*)::integer as count from marts.routing where verdict = 'no_rule' group by reason order by count desc, reason`);
  const balance = await db.rows<RoutingData["balance"][number]>(`
    select territory, ae_name as ae, handoffs, chances, share_got, share_due, lower, upper, reading
    from marts.round_robin order by territory, ae_name, ae_id`);
  const count = (decision: string) => `(count(*) filter (where decision = '${decision}'))::integer`;
  const load = await db.rows<RoutingData["load"][number]>(`
    with decisions as (
      select ae_id, ${count("open")} as open_decisions, ${count("overdue")} as overdue_decisions, ${count("lapsed")} as lapsed_decisions
      from (select ae_id, ${DECISION} as decision from marts.handoffs as handoffs cross join config.settings as settings) group by ae_id
    )
    select load.ae_name as ae, load.coming, load.coming_7_days, decisions.open_decisions, decisions.overdue_decisions, decisions.lapsed_decisions, load.per_week
    from marts.ae_load as load inner join decisions on decisions.ae_id = load.ae_id
    where load.coming > 0 or load.open_decisions > 0 or load.overdue_decisions > 0 or load.per_week > 0 order by load.ae_name, load.ae_id`);
  const broken = await readBroken(ground);
  return {
    headlines: makeHeadlines(metrics, "company", "", ROUTING_SHOWN.filter((metric) => metrics.has(metric))), // prettier-ignore
    has_rules: rules?.has ?? false,
    verdicts: verdicts!,
    no_rule,
    balance,
    broken: broken.list,
    broken_by_sdr: broken.bySdr,
    reassignments: await readReassignments(ground),
    load,
    decisions: await readDecisions(ground),
  };
}

async function readBroken({db, people}: Ground) {
  const names = new Map(people.map(({person_id, name}) => [person_id, name]));
  const nameOf = (id: string | null) => (id === null ? "" : (names.get(id) ?? id));
  type Line = Omit<RoutingData["broken"][number], "expected" | "rotation">;
  const rows = await db.rows<Line & {expected_ae_id: string | null; expected_ae_ids: string[]}>(`
    select routing.handoff_id, handoffs.account_id, handoffs.account_name as account, handoffs.sdr_name as sdr, people.slug as sdr_slug,
      handoffs.ae_name as ae, routing.territory, routing.rule, routing.expected_ae_id, routing.expected_ae_ids,
      ${iso("routing.routed_at")} as routed_at
    from marts.routing
    inner join marts.handoffs on handoffs.handoff_id = routing.handoff_id
    left join marts.people on people.person_id = handoffs.sdr_id
    where routing.verdict = 'broken'
    order by routing.routed_at desc, routing.handoff_id limit ${BROKEN}`);
  const bySdr = await db.rows<RoutingData["broken_by_sdr"][number]>(`
    select min(handoffs.sdr_name) as sdr, min(people.slug) as sdr_slug,
      (count(*) filter (where routing_verdict = 'kept'))::integer as kept, count(*)::integer as with_rule
    from marts.handoffs left join marts.people on people.person_id = handoffs.sdr_id
    where routing_verdict in ('kept', 'broken')
    group by handoffs.sdr_id having count(*) filter (where routing_verdict = 'broken') > 0
    order by sdr, handoffs.sdr_id`);
  const list = rows.map(({expected_ae_id, expected_ae_ids, ...line}) => ({
    ...line,
    expected: nameOf(expected_ae_id),
    rotation: expected_ae_ids.map(nameOf).sort(),
  }));
  return {list, bySdr};
}

async function readReassignments({db}: Ground): Promise<RoutingData["reassignments"]> {
  const [counts] = await db.rows<{handoffs: number; of: number}>(`
    select (select count(distinct handoff_id) from marts.reassignments)::integer as handoffs,
      (select count(*) from marts.handoffs where ae_id is not null)::integer as of`);
  const chains = await db.rows<RoutingData["reassignments"]["chains"][number]>(`
    with chains as (
      select handoff_id, list_prepend(arg_min(from_name, step), list(to_name order by step)) as aes
      from marts.reassignments group by handoff_id
    )
    select chains.handoff_id, handoffs.account_id, handoffs.account_name as account, chains.aes, ${iso("handoffs.meeting_at")} as meeting_at
    from chains inner join marts.handoffs on handoffs.handoff_id = chains.handoff_id
    order by len(chains.aes) desc, handoffs.meeting_at desc, chains.handoff_id limit ${CHAINS}`);
  return {...counts!, chains};
}
