/** Marts of a made-up large company, written by SQL alone, every metric alive: what inference is timed on. */
import {BRIEF_FIELDS} from "../../pipeline/contract/brief.js";
import {METRICS} from "../../pipeline/contract/metrics.js";
import {quoteText, type Database} from "../../pipeline/db.js";
import {listMembers, readRules, type MemberRules} from "../../pipeline/metrics/index.js";
import {AS_OF, configure, createMarts} from "../metrics/given.js";

export const SIZE = {sdrs: 500, aes: 250, handoffs: 400_000, leads: 700_000, months: 24, teams: 50} as const;
const SOURCES = ["inbound", "outbound", "event", "referral", "partner", "list"];
const SEGMENTS = ["smb", "mid", "enterprise", "strategic", "public"];
const MOTIONS = ["sales_led", "product_led", "partner_led"];
const REQUIRED = BRIEF_FIELDS.filter(({required}) => required).map(({field}) => field);

export const CONFIG = configure("targets_confirmed: true\n");

/** A number in [0, 1) that depends on the row and on what it is for; the same each time. */
const chance = (what: string, id = "n") => `(hash(${id}, ${quoteText(what)}) % 1000003 / 1000003.0)`;
/** About normal, SD 1: three chances added up. */
const normal = (what: string, id: string) => `(2 * (${[1, 2, 3].map((k) => chance(`${what}${k}`, id)).join(" + ")} - 1.5))`;
const pick = (list: readonly string[], what: string) =>
  `list_extract([${list.map(quoteText).join(", ")}], 1 + floor(${chance(what)} * ${list.length})::integer)`;
const days = (from: string, what: string, most: number) =>
  `${from} + to_seconds(floor(${chance(what)} * ${most} * 86400)::bigint)`;

/** SDRs, AEs, sources and segments are drawn apart from each other: nearly every SDR has worked with every AE, the dearest case. */
const PEOPLE = `'s' || sdr as sdr_id, 'SDR ' || sdr as sdr_name, 'a' || ae as ae_id, 'AE ' || ae as ae_name, 's' || sdr || ':a' || ae as pair_id,
    't' || sdr % ${SIZE.teams} as team, 'Team ' || sdr % ${SIZE.teams} as team_name, 'm' || sdr % ${SIZE.teams} as manager_id,
    'Manager ' || sdr % ${SIZE.teams} as manager_name`;
const drawn = (
  rows: number,
) => `select n, floor(${chance("sdr")} * ${SIZE.sdrs})::integer as sdr, floor(${chance("ae")} * ${SIZE.aes})::integer as ae,
    ${pick(SOURCES, "source")} as source, ${pick(MOTIONS, "motion")} as motion, ${pick(SEGMENTS, "segment")} as segment, 'EMEA' as region,
    timestamp ${quoteText(AS_OF)} - to_seconds(floor(${chance("when")} * ${SIZE.months} * 30.4 * 86400)::bigint) as met_at
  from range(${rows}) as rows(n)`;

/** Writes the marts into an open database that has none. */
export async function makeLargeCompany(db: Database): Promise<void> {
  await createMarts(db, CONFIG);
  await db.run(
    `insert into config.brief_fields (field, entity) select unnest([${REQUIRED.map(quoteText).join(", ")}]), 'handoffs'`,
  );
  await db.run(`insert into marts.brief_fields by name select 'h' || n as handoff_id, field, true as required,
      case when hash(n, field) % 100 < 25 then 'missing' else 'filled' end as state
    from range(${SIZE.handoffs}) as rows(n) cross join (select unnest([${REQUIRED.map(quoteText).join(", ")}]) as field)`);
  await db.run(
    `insert into marts.criteria select 'h0', unnest(['qualification', 'readiness']), unnest(['pain', 'meeting']), 'met'`,
  );
  await db.run(handoffs());
  await db.run(opportunities());
  await db.run(leads());
  await db.run(metricRows(await readRules(db, CONFIG)));
}

/** Of `marts.metrics`, what inference reads: rates of SDRs and of the company over all time and the last 90 days. */
const metricRows = (rules: MemberRules): string => {
  const rates = METRICS.filter(({kind}) => kind === "rate").map(
    (metric) =>
      `select ${quoteText(metric.name)} as metric, sdr_id, dated_at, numerator from (${listMembers(metric, rules)}) where is_mature`,
  );
  return `create table marts.metrics as
    select metric, case when sdr_id is null then 'company' else 'sdr' end as scope, coalesce(sdr_id, '') as scope_id, coalesce(sdr_id, '') as scope_name,
      period, '' as period_start, sum(numerator)::double as numerator, count(*)::double as denominator, sum(numerator) / count(*) as value,
      null::double as lower, null::double as upper, 0 as in_flight, 'final' as maturity, null::double as target, null::double as previous_value,
      'no_target' as status, '' as currency, count(*)::integer as mature, null::double as previous_numerator,
      null::double as previous_denominator, 0 as previous_mature, null::boolean as is_change_signal
    from (
      select *, unnest(case when dated_at >= ${quoteText(AS_OF)}::timestamp - interval 90 day then ['all', 'trailing_90d'] else ['all'] end) as period
      from (${rates.join(" union all ")})
    ) group by grouping sets ((metric, period), (metric, period, sdr_id))`;
};

const handoffs = (): string => `insert into marts.handoffs by name
  with drawn as (${drawn(SIZE.handoffs)}),
  filled as (
    select handoff_id, count(*) filter (where state <> 'missing')::integer as filled from marts.brief_fields group by handoff_id
  ),
  met as (
    select drawn.*, 'h' || n as handoff_id, filled.filled, met_at as meeting_at, met_at - interval 5 day as booked_at,
      case when ${chance("outcome")} < 0.68 then 'held' when ${chance("outcome")} < 0.92 then 'no_show' else 'canceled' end as outcome,
      1 / (1 + exp(0.6 - 0.25 * ${normal("skill", "sdr")} - 0.1 * (filled - 10) - 0.3 * (hash(source) % 3))) as odds
    from drawn inner join filled on filled.handoff_id = 'h' || n
  ),
  ended as (
    select *, outcome = 'held' as is_held, outcome = 'no_show' as is_no_show,
      case when outcome = 'held' and ${chance("sql")} < odds then ${days("met_at", "sql_at", 14)} end as sql_at
    from met
  )
  select handoff_id, ${PEOPLE}, source, motion, segment, region, meeting_at, booked_at, booked_at as handed_off_at, meeting_at as first_slot_at,
    outcome, is_held, is_no_show, false as is_reopened, true as is_first_slot_counted, is_held and ${chance("slot")} < 0.8 as is_first_slot_held,
    case when is_held and ${chance("accept")} < 0.85 then ${days("met_at", "accepted_at", 3)} end as accepted_at,
    case when is_held and ${chance("accept")} > 0.9 then ${days("met_at", "rejected_at", 5)} end as rejected_at,
    case when is_held and ${chance("disqualify")} < 0.1 then ${days("met_at", "disqualified_at", 90)} end as disqualified_at,
    met_at + interval 2 day as acceptance_due_at, 24 * ${chance("accepted_at")} as time_to_accept_hours, sql_at,
    case when sql_at is not null and ${chance("opportunity")} < 0.6 then ${days("sql_at", "opportunity_at", 40)} end as opportunity_at,
    false as is_opportunity_before_meeting, met_at + interval 2 day as feedback_due_at,
    case when is_held and ${chance("feedback")} < 0.9 then ${days("met_at", "feedback_at", 3)} end as feedback_first_at,
    case when is_held then ${pick(["full", "partial", "not"], "accuracy")} end as qualification_accuracy,
    case when is_held then ${pick(["yes", "no", "unsure"], "advance")} end as will_advance,
    case when is_held then least(10, greatest(1, round(7 + 0.6 * ${normal("skill", "sdr")} + 0.7 * ${normal("severity", "ae")} + 1.2 * ${normal("rating", "n")}))) end as quality_score,
    ${REQUIRED.length} as required_fields, filled as required_filled, ${REQUIRED.length}.0 as total_weight, filled::double as filled_weight,
    filled >= 13 as is_fully_documented, ${chance("on_time")} < 0.7 as is_brief_on_time, false as is_judged_late, booked_at as brief_completed_at,
    120 * ${chance("lead")} as brief_lead_time_hours, booked_at as routed_at,
    case when ${chance("routing")} < 0.9 then 'kept' else 'broken' end as routing_verdict, 10 * ${chance("assign")} as time_to_assign_hours,
    (1 + 9 * ${chance("touches")})::integer as touches_to_meeting, filled > 10 as is_msq_compliant, filled > 9 as is_ready,
    ${["known_at", "sql_known_at", "opportunities_known_at", "feedback_known_at"].map((column) => `timestamp ${quoteText(AS_OF)} as ${column}`).join(", ")},
    ${pick(["yes", "intro", "no"], "joins")} as sdr_attended,
    case when ${chance("sync")} < 0.4 then met_at - interval 1 hour end as sync_call_at,
    case when ${chance("confirm")} < 0.6 then met_at - interval 1 day end as confirmation_sent_at
  from ended`;

const opportunities = (): string => `insert into marts.opportunities by name
  select replace(n, 'h', 'o') as opportunity_id, * exclude (n), case when is_won then closed_at end as won_at
  from (
    select handoff_id as n, sdr_id, sdr_name, ae_id, ae_name, pair_id, team, team_name, manager_id, manager_name, source, motion, segment,
      region, opportunity_at, opportunity_at + to_seconds(floor(${chance("closed", "handoff_id")} * 200 * 86400)::bigint) as closed_at,
      closed_at <= known_at as is_closed, is_closed and ${chance("won", "handoff_id")} < 0.3 as is_won,
      1000 + 90000 * ${chance("amount", "handoff_id")} as amount, 'EUR' as currency, known_at
    from marts.handoffs where opportunity_at is not null
  )`;

const leads = (): string => `insert into marts.leads by name
  with drawn as (${drawn(SIZE.leads)})
  select 'l' || n as lead_id, ${PEOPLE}, source, motion, segment, region, met_at as created_at, met_at as assigned_at,
    ${days("met_at", "touch", 3)} as first_touch_at, ${days("met_at", "talk", 9)} as conversation_at,
    case when ${chance("qualify")} < 0.2 + 0.4 * ${chance("score")} then ${days("met_at", "qualified", 25)} end as qualified_at,
    floor(2 * ${chance("booked")})::integer as meetings_booked, round(100 * ${chance("score")}) as score, timestamp ${quoteText(AS_OF)} as known_at
  from drawn`;
