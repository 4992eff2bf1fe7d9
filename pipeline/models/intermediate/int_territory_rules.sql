-- grain: one row per territory rule, AE in its rotation, and stretch of time
-- key: position
-- why: rules come from the configuration or from the export, change from a day on, and lose the AEs who leave
with settings as (select exists (select 1 from config.routing) as is_configured),
given as (
    -- An entry of the configuration holds its whole rotation, so that a later one replaces it; a row of the export is one AE's.
    select *, null as versioned_by from config.routing
    union all
    select
        (row_number() over (order by _file_id, _line))::integer,
        territory, region, country, segment, min_employees, max_employees, ae_id, valid_from, context, ae_id
    from staging.stg_territories
    cross join settings
    where not settings.is_configured
),
normal as (
    select
        given.* exclude (valid_from),
        nullif(lower(trim(given.region)), '') as region_key,
        coalesce(countries.code, nullif(lower(trim(given.country)), '')) as country_key,
        nullif(lower(trim(given.segment)), '') as segment_key,
        coalesce(given.valid_from, date '0001-01-01') as valid_from
    from given
    left join config.countries as countries on countries.alias = lower(trim(given.country))
),
starts as (
    select distinct territory, country_key, segment_key, versioned_by, valid_from from normal
),
stretches as (
    select
        *,
        lead(valid_from, 1, date '9999-12-31') over (
            partition by territory, country_key, segment_key, versioned_by order by valid_from
        ) as valid_to
    from starts
),
final as (
    select
        normal.*,
        least(stretches.valid_to, coalesce(people.ended_on + 1, date '9999-12-31')) as valid_to
    from normal
    inner join stretches
        on stretches.territory = normal.territory
        and stretches.country_key is not distinct from normal.country_key
        and stretches.segment_key is not distinct from normal.segment_key
        and stretches.versioned_by is not distinct from normal.versioned_by
        and stretches.valid_from = normal.valid_from
    left join intermediate.int_person_names as people on people.person_id = normal.ae_id
)
select * exclude (versioned_by) from final
