-- grain: one row per handoff
-- key: handoff_id
-- why: what the territory rules ask of a handoff: country, region, segment, size of the company, and the day it was assigned
with settings as (select timezone from config.settings),
rules as (select * from intermediate.int_territory_rules),
-- A country lies in the region that the rules give it, where that is one.
regions as (
    select country_key, min(region_key) as region_key
    from rules
    where country_key is not null and region_key is not null
    group by country_key
    having count(distinct region_key) = 1
),
-- Between two bounds of the rules all sizes are alike, and between two days on which something changes all days are.
bounds as (
    select 0::bigint as size_from
    union
    select min_employees from rules where min_employees is not null
    union
    select max_employees + 1 from rules where max_employees is not null
),
sizes as (select size_from, lead(size_from, 1, 9223372036854775807) over (order by size_from) as size_to from bounds),
absences as (
    select person_id, absent_from, absent_to from staging.stg_people
    where absent_from is not null and person_id in (select ae_id from rules)
),
days as (
    select date '0001-01-01' as days_from
    union
    select valid_from from rules
    union
    select valid_to from rules where valid_to < date '9999-12-31'
    union
    select absent_from from absences
    union
    select absent_to + 1 from absences where absent_to is not null
),
-- The few days become instants, so that the many instants need not become days.
starts as (
    select
        days.days_from,
        case when days.days_from = date '0001-01-01' then timestamp '0001-01-01'
            else timezone('UTC', timezone(settings.timezone, days.days_from::timestamp)) end as starts_at
    from days
    cross join settings
),
eras as (
    select days_from, starts_at, lead(starts_at, 1, timestamp '9999-12-31') over (order by starts_at) as ends_at from starts
),
handoffs as (
    select
        facts.handoff_id,
        facts.ae_id,
        facts.account_id,
        accounts.account_id is not null as is_account_known,
        coalesce(facts.assigned_at, facts.booked_at) as routed_at,
        coalesce(countries.code, nullif(lower(trim(accounts.country)), '')) as country_key,
        nullif(lower(trim(facts.region)), '') as own_region,
        nullif(lower(trim(coalesce(facts.segment, accounts.segment))), '') as segment_key,
        accounts.employees
    from intermediate.int_handoff_facts as facts
    left join staging.stg_accounts as accounts on accounts.account_id = facts.account_id
    left join config.countries as countries on countries.alias = lower(trim(accounts.country))
),
placed as (
    select
        handoffs.* exclude (own_region, employees),
        coalesce(handoffs.own_region, regions.region_key) as region_key,
        sizes.size_from,
        eras.days_from
    from handoffs
    left join regions on regions.country_key = handoffs.country_key
    left join sizes on handoffs.employees >= sizes.size_from and handoffs.employees < sizes.size_to
    left join eras on handoffs.routed_at >= eras.starts_at and handoffs.routed_at < eras.ends_at
),
final as (
    select
        *,
        concat_ws(
            chr(31), coalesce(country_key, ''), coalesce(region_key, ''), coalesce(segment_key, ''),
            coalesce(size_from::text, ''), days_from::text
        ) as profile
    from placed
)
select * from final
