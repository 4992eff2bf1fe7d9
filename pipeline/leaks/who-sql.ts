/**
 * Who has to do with whom, from the exports alone: temporary tables that the rest of the room reads. Nothing of the models beyond
 * staging is asked, so that a mistake there does not excuse itself.
 */
import type {Database} from "../db.js";

/** Columns that name people of ours, by table. */
const NAMED_IN: Record<string, readonly string[]> = {
  people: ["person_id", "manager_id"],
  accounts: ["owner_id"],
  leads: ["sdr_id"],
  handoffs: ["sdr_id", "ae_id"],
  opportunities: ["owner_id", "sdr_id"],
  stage_changes: ["changed_by"],
  activities: ["actor_id"],
  feedback: ["ae_id"],
  calls: ["person_id"],
  territories: ["ae_id"],
  field_changes: ["changed_by"],
  commitments: ["sdr_id"],
  disputes: ["raised_by"],
};
const PROSPECTS_IN = ["contacts", "leads", "handoffs", "activities", "stakeholders", "calls"];

const anyOf = (name: string, columns: [string, string][]) =>
  columns.map(([table, column]) => `select ${column} as ${name} from raw.${table} where ${column} is not null`).join(" union ");

/** Team, manager and role of each person over time. The earliest row holds before, too. */
const PERIODS = `create or replace temp table leak_periods as
with members as (select person_id, min(team) as team from config.team_members group by person_id),
rows as (
    select person_id, team, manager_id, role, coalesce(valid_from, date '0001-01-01') as since from staging.stg_people
    union all
    select person_id, null, null, null, date '0001-01-01' from members where person_id not in (select person_id from staging.stg_people)
)
select
    rows.person_id,
    coalesce(rows.team, members.team) as team,
    coalesce(rows.manager_id, teams.manager_id) as manager_id,
    rows.role,
    case when since = min(since) over (partition by rows.person_id) then date '0001-01-01' else since end as since
from rows
left join members on members.person_id = rows.person_id
left join config.teams as teams on teams.team = coalesce(rows.team, members.team)
order by rows.person_id, since`;

/**
 * Meetings, and what puts them together: the handoff's id, or else SDR and deal, or SDR and prospect. That is coarser than chains are
 * (it asks for no days), so that it never takes apart what a page shows as one.
 */
const MEETINGS = `create or replace temp table leak_meetings as
select
    meetings.row_key,
    meetings.handoff_id,
    meetings.meeting_id,
    meetings.sdr_id,
    meetings.ae_id,
    meetings.contact_id,
    meetings.opportunity_id,
    coalesce(meetings.account_id, contacts.account_id) as account_id,
    timezone(settings.timezone, timezone('UTC', coalesce(meetings.booked_at, meetings.meeting_at)))::date as booked_on,
    timezone(settings.timezone, timezone('UTC', meetings.meeting_at))::date as meeting_on,
    case
        when meetings.handoff_id is not null then 'h' || meetings.handoff_id
        when meetings.opportunity_id is not null then 'o' || meetings.sdr_id || '|' || meetings.opportunity_id
        when coalesce(meetings.account_id, contacts.account_id, meetings.contact_id) is not null
            then 'p' || meetings.sdr_id || '|' || coalesce(meetings.account_id, contacts.account_id, '') || '|' || coalesce(meetings.contact_id, '')
        else 'r' || meetings.row_key
    end as chain
from staging.stg_handoffs as meetings
cross join (select timezone from config.settings) as settings
left join staging.stg_contacts as contacts on contacts.contact_id = meetings.contact_id`;

/**
 * The parties of each handoff: its SDRs and AEs, and the teams they were in when it was booked. Handoffs of the same are one number. Nearly
 * all have one SDR and one AE at most; only the others have to be put together from lists.
 */
const PARTIES = `create or replace temp table leak_booked as
select chain, min(booked_on) as booked_on, min(sdr_id) as sdr, min(ae_id) as ae,
    coalesce(min(sdr_id) <> max(sdr_id), false) or coalesce(min(ae_id) <> max(ae_id), false) as has_several
from leak_meetings
group by chain;
create or replace temp table leak_named_chains as
with plain as (
    select booked.chain, coalesce(booked.sdr, '') as sdrs, coalesce(booked.ae, '') as aes, coalesce(sdrs.team, '') as sdr_teams, coalesce(aes.team, '') as ae_teams
    from leak_booked as booked
    asof left join leak_periods as sdrs on sdrs.person_id = booked.sdr and booked.booked_on >= sdrs.since
    asof left join leak_periods as aes on aes.person_id = booked.ae and booked.booked_on >= aes.since
    where not booked.has_several
),
sides as (
    select distinct chain, booked.booked_on, 'sdr' as side, sdr_id as person_id
    from leak_meetings inner join leak_booked as booked using (chain) where booked.has_several and sdr_id is not null
    union all
    select distinct chain, booked.booked_on, 'ae', ae_id
    from leak_meetings inner join leak_booked as booked using (chain) where booked.has_several and ae_id is not null
),
teamed as (
    select sides.chain, sides.side, sides.person_id, periods.team
    from sides
    asof left join leak_periods as periods on periods.person_id = sides.person_id and sides.booked_on >= periods.since
)
select * from plain
union all
select
    chain,
    coalesce(string_agg(person_id, chr(31) order by person_id) filter (where side = 'sdr'), ''),
    coalesce(string_agg(person_id, chr(31) order by person_id) filter (where side = 'ae'), ''),
    coalesce(string_agg(distinct team, chr(31) order by team) filter (where side = 'sdr'), ''),
    coalesce(string_agg(distinct team, chr(31) order by team) filter (where side = 'ae'), '')
from teamed
group by chain;
create or replace temp table leak_chains as
with numbered as (
    select *, row_number() over (order by sdrs, aes, sdr_teams, ae_teams)::integer as parties
    from (select distinct sdrs, aes, sdr_teams, ae_teams from leak_named_chains)
)
select chains.chain, numbered.* from leak_named_chains as chains inner join numbered using (sdrs, aes, sdr_teams, ae_teams)`;

/** Every id and row that leads to a handoff, with its parties. */
const KEYS = `create or replace temp table leak_keys as
select distinct id, parties from (
    select handoff_id as id, chain from leak_meetings
    union select meeting_id, chain from leak_meetings
    union select row_key, chain from leak_meetings
) as ids inner join leak_chains on leak_chains.chain = ids.chain where id is not null;
create or replace temp table leak_deals as
select distinct opportunity_id, parties from leak_meetings inner join leak_chains on leak_chains.chain = leak_meetings.chain where opportunity_id is not null`;

const CONTACTS = `create or replace temp table leak_contacts as
select contact_id, row_number() over (order by contact_id)::integer - 1 as contact from (${anyOf(
  "contact_id",
  PROSPECTS_IN.map((table) => [table, "contact_id"]),
)});
create or replace temp table leak_prospects as
with met as (select meetings.*, parties from leak_meetings as meetings inner join leak_chains on leak_chains.chain = meetings.chain),
stakeholders as (
    select contact_id, name, parties from raw.stakeholders inner join leak_keys on leak_keys.id = handoff_id
    union
    select contact_id, name, parties from raw.stakeholders inner join leak_deals using (opportunity_id)
),
pairs as (
    select contact_id, parties from met where contact_id is not null
    union
    select contacts.contact_id, parties from raw.contacts as contacts inner join met on met.account_id = contacts.account_id
    union
    select contact_id, parties from stakeholders where contact_id is not null
)
select distinct contact, parties from pairs inner join leak_contacts using (contact_id);
create or replace temp table leak_named as
select distinct name, parties from (
    select name, parties from raw.stakeholders inner join leak_keys on leak_keys.id = handoff_id
    union
    select name, parties from raw.stakeholders inner join leak_deals using (opportunity_id)
) where name is not null`;

/** Makes the temporary tables; they go with the connection. */
export async function prepare(db: Database): Promise<void> {
  for (const sql of [PERIODS, MEETINGS, PARTIES, KEYS, CONTACTS]) await db.run(sql);
}

/** Everybody of ours that anything names. */
export const PEOPLE = `select person_id from (${anyOf(
  "person_id",
  Object.entries(NAMED_IN).flatMap(([table, columns]) => columns.map((column): [string, string] => [table, column])),
)} union select person_id from config.team_members union select manager_id from config.teams where manager_id is not null) order by person_id`;
