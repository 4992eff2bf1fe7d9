-- grain: one row per person and stretch of time with one team, manager and territory
-- key: person_id, valid_from
-- why: a handoff belongs to the team its SDR had when the meeting was booked
with members as (select person_id, min(team) as team from config.team_members group by person_id),
people as (
    select person_id, role, segment, team, manager_id, region, valid_from, _exported_at, _file_id, _line from staging.stg_people
    union all
    select person_id, null, null, null, null, null, null, null, null, null
    from members
    where person_id not in (select person_id from staging.stg_people)
),
-- Rows without a date hold since ever; several such rows of a person are one, the last in the export.
dated as (
    select
        *,
        row_number() over (person order by valid_from nulls first, _exported_at, _file_id, _line) as position,
        coalesce(valid_from, date '0001-01-01') as starts_on
    from people
    window person as (partition by person_id)
),
-- Before the earliest row the earliest holds.
opened as (
    select
        person_id,
        role,
        segment,
        coalesce(dated.team, members.team) as team,
        manager_id,
        region,
        position,
        case when starts_on = min(starts_on) over (partition by person_id) then date '0001-01-01' else starts_on end as valid_from
    from dated
    left join members using (person_id)
),
latest as (
    select * from opened
    qualify row_number() over (partition by person_id, valid_from order by position desc) = 1
),
final as (
    select
        latest.person_id,
        latest.valid_from,
        lead(latest.valid_from, 1, date '9999-12-31') over (partition by latest.person_id order by latest.valid_from) as valid_to,
        latest.role,
        latest.team,
        coalesce(latest.manager_id, teams.manager_id) as manager_id,
        coalesce(latest.region, teams.region) as region,
        latest.segment
    from latest
    left join config.teams as teams on teams.team = latest.team
)
select * from final
