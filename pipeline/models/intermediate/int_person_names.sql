-- grain: one row per person who is named anywhere
-- key: person_id
-- why: people without a people export still have a name, a role and a page
with people as (select * from staging.stg_people),
appearances as (
    select sdr_id as person_id, 'sdr' as role from staging.stg_handoffs
    union all
    select ae_id, 'ae' from staging.stg_handoffs
    union all
    select sdr_id, 'sdr' from staging.stg_leads
    union all
    select sdr_id, 'sdr' from staging.stg_opportunities
    union all
    select owner_id, 'ae' from staging.stg_opportunities
    union all
    select person_id, null from config.team_members
    union all
    select manager_id, 'manager' from intermediate.int_person_periods
    union all
    select manager_id, 'manager' from config.teams
),
-- What the people export says comes first; elsewhere a person is what most of the records take them for.
counted as (
    select person_id, role, 1 as is_guess, count(*) as records, null as newest from appearances where person_id is not null group by person_id, role
    union all
    select person_id, role, 0, count(*), max(coalesce(valid_from, date '0001-01-01')) from people group by person_id, role
),
roles as (
    select
        person_id,
        first(role order by is_guess, newest desc nulls last, records desc, role) filter (where role is not null) as role,
        list(distinct role order by role) filter (where role is not null) as roles
    from counted
    group by person_id
),
named as (
    select
        person_id,
        first(name order by valid_from desc nulls last, _exported_at desc, _line desc) filter (where name is not null) as name,
        first(email order by valid_from desc nulls last, _exported_at desc, _line desc) filter (where email is not null) as email,
        max(started_on) as started_on,
        first(ended_on order by valid_from desc nulls last, _exported_at desc, _line desc) as ended_on
    from people
    group by person_id
),
final as (
    select
        roles.person_id,
        coalesce(named.name, roles.person_id) as name,
        named.email,
        roles.role,
        coalesce(roles.roles, []) as roles,
        named.started_on,
        named.ended_on
    from roles
    left join named using (person_id)
)
select * from final
