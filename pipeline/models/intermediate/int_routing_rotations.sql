-- grain: one row per profile of handoffs, territory that takes it, and AE in the rotation
-- key: profile, territory, ae_id
-- why: the rule is found once for all handoffs that are alike to the rules; an unknown cell decides nothing
with profiles as (
    select distinct profile, country_key, region_key, segment_key, size_from, days_from from intermediate.int_routing_facts
),
rules as (select * from intermediate.int_territory_rules),
absences as (
    select distinct person_id, absent_from, coalesce(absent_to, date '9999-12-30') as absent_to
    from staging.stg_people
    where absent_from is not null
),
compared as (
    select
        profiles.*,
        rules.territory,
        rules.ae_id,
        rules.position,
        rules.context,
        rules.country,
        rules.region,
        rules.segment,
        rules.min_employees,
        rules.max_employees,
        rules.country_key is null or rules.country_key = profiles.country_key as fits_country,
        -- A country that fits lies in its region.
        rules.region_key is null
        or rules.region_key = profiles.region_key
        or (profiles.region_key is null and rules.country_key = profiles.country_key) as fits_region,
        rules.segment_key is null or rules.segment_key = profiles.segment_key as fits_segment,
        (rules.min_employees is null and rules.max_employees is null)
        or (
            profiles.size_from >= coalesce(rules.min_employees, 0)
            and profiles.size_from <= coalesce(rules.max_employees, 9223372036854775807)
        ) as fits_size,
        case when rules.country_key is not null then 2 when rules.region_key is not null then 1 else 0 end
        + case when rules.segment_key is not null then 1 else 0 end
        + case when rules.min_employees is not null or rules.max_employees is not null then 1 else 0 end as conditions,
        coalesce(rules.max_employees, 1000000000000) - coalesce(rules.min_employees, 0) as width
    from profiles
    inner join rules on rules.valid_from <= profiles.days_from and rules.valid_to > profiles.days_from
    where (rules.country_key is null or profiles.country_key is null or rules.country_key = profiles.country_key)
        and (rules.region_key is null or profiles.region_key is null or rules.region_key = profiles.region_key)
        and (rules.segment_key is null or profiles.segment_key is null or rules.segment_key = profiles.segment_key)
),
-- What cannot fit is out; what might, were the account known better, still bars the less specific rules.
possible as (
    select *, coalesce(fits_country and fits_region and fits_segment and fits_size, false) as is_certain
    from compared
    where coalesce(fits_size, true)
),
ranked as (
    select *, rank() over (partition by profile order by conditions desc, width) as place
    from possible
),
winners as (
    select
        *,
        bool_and(is_certain) over (partition by profile) as is_settled
    from ranked
    where place = 1
),
final as (
    select
        winners.profile,
        winners.territory,
        winners.ae_id,
        min(winners.position)::integer as position,
        bool_and(winners.is_settled) as is_settled,
        case
            when bool_or(winners.fits_country is null) then 'country_unknown'
            when bool_or(winners.fits_region is null) then 'region_unknown'
            when bool_or(winners.fits_segment is null) then 'segment_unknown'
            when bool_or(winners.fits_size is null) then 'employees_unknown'
        end as unknown,
        bool_or(absences.person_id is not null) as is_absent,
        min(winners.context) as context,
        arg_min(
            concat_ws(
                ', ',
                coalesce(winners.country, winners.region),
                winners.segment,
                case
                    when winners.min_employees is not null and winners.max_employees is not null
                        then winners.min_employees || '–' || winners.max_employees || ' employees'
                    when winners.min_employees is not null then winners.min_employees || ' employees or more'
                    when winners.max_employees is not null then 'up to ' || winners.max_employees || ' employees'
                end
            ),
            winners.position
        ) as rule
    from winners
    left join absences
        on absences.person_id = winners.ae_id
        and absences.absent_from <= winners.days_from
        and absences.absent_to >= winners.days_from
    group by winners.profile, winners.territory, winners.ae_id
)
select * from final
