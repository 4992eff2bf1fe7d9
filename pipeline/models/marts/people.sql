-- grain: one row per person who is named anywhere
-- key: person_id
-- why: names, present teams and page addresses of people
with settings as (
    select timezone(timezone, timezone('UTC', as_of))::date as today from config.settings
),
present as (
    select periods.*
    from intermediate.int_person_periods as periods
    cross join settings
    where periods.valid_from <= settings.today and periods.valid_to > settings.today
),
-- A page address is made from the name; where there is only an id, from the role and what stands before an @. It names files, so it is short.
named as (
    select
        *,
        regexp_replace(left(regexp_replace(
            regexp_replace(
                lower(strip_accents(case when name = person_id then coalesce(role, 'person') || ' ' || string_split(name, '@')[1] else name end)),
                '[^a-z0-9]+', '-', 'g'
            ),
            '^-+|-+$', '', 'g'
        ), 80), '-+$', '') as plain_slug
    from intermediate.int_person_names
),
-- Namesakes are all told apart by their ids: were one of them to keep the plain address, it could pass to the other when somebody comes or
-- goes, and with it who may read what lies there. A name never holds two hyphens in a row, so such an address cannot meet another name.
slugged as (
    select
        *,
        count(*) over (partition by coalesce(nullif(plain_slug, ''), 'person')) as namesakes,
        coalesce(nullif(plain_slug, ''), 'person') as stem
    from named
),
final as (
    select
        slugged.person_id,
        slugged.name,
        slugged.email,
        coalesce(present.role, slugged.role) as role,
        slugged.roles,
        present.team,
        coalesce(teams.name, present.team) as team_name,
        present.manager_id,
        managers.name as manager_name,
        present.region,
        present.segment,
        slugged.started_on,
        slugged.ended_on,
        slugged.ended_on is null or slugged.ended_on >= settings.today as is_current,
        slugged.stem || case when slugged.namesakes > 1 then '--' || left(md5(slugged.person_id), 8) else '' end as slug
    from slugged
    cross join settings
    left join present on present.person_id = slugged.person_id
    left join config.teams as teams on teams.team = present.team
    left join intermediate.int_person_names as managers on managers.person_id = present.manager_id
)
select * from final
