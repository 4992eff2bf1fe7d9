-- grain: one row per team, past ones included
-- key: team
-- why: names, managers and page addresses of teams
with everyone as (
    select team from marts.people where team is not null
    union
    select team from intermediate.int_person_periods where team is not null
),
members as (
    select
        team,
        (count(*) filter (where role = 'sdr' and is_current))::integer as sdr_count,
        count(*) filter (where role = 'sdr') as sdrs,
        count(*) filter (where role = 'ae') as aes
    from marts.people
    where team is not null
    group by team
),
-- The manager of most of the team's present members, SDRs first.
managers as (
    select team, manager_id
    from marts.people
    where team is not null and manager_id is not null
    group by team, manager_id
    qualify row_number() over (
        partition by team
        order by count(*) filter (where role = 'sdr' and is_current) desc, count(*) filter (where is_current) desc, manager_id
    ) = 1
),
named as (
    select
        everyone.team,
        coalesce(teams.name, everyone.team) as team_name,
        coalesce(teams.manager_id, managers.manager_id) as manager_id,
        coalesce(members.sdr_count, 0) as sdr_count,
        case
            when coalesce(members.sdrs, 0) > 0 and coalesce(members.aes, 0) = 0 then 'sdr'
            when coalesce(members.aes, 0) > 0 and coalesce(members.sdrs, 0) = 0 then 'ae'
            else 'mixed'
        end as kind
    from everyone
    left join members on members.team = everyone.team
    left join managers on managers.team = everyone.team
    left join config.teams as teams on teams.team = everyone.team
),
slugged as (
    select
        *,
        coalesce(nullif(regexp_replace(left(
            regexp_replace(regexp_replace(lower(strip_accents(team_name)), '[^a-z0-9]+', '-', 'g'), '^-+|-+$', '', 'g'), 80
        ), '-+$', ''), ''), 'team') as stem
    from named
),
final as (
    select
        slugged.team,
        slugged.team_name,
        slugged.manager_id,
        people.name as manager_name,
        -- As with people: an address never passes from one team to another.
        slugged.stem || case when count(*) over (partition by slugged.stem) > 1 then '--' || left(md5(slugged.team), 8) else '' end as slug,
        slugged.kind,
        slugged.sdr_count
    from slugged
    left join intermediate.int_person_names as people on people.person_id = slugged.manager_id
)
select * from final
