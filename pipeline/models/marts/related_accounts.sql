-- grain: one row per handoff and account that its AE manages and that is like the account met; at most three per handoff
-- key: handoff_id, account_id
-- why: an AE who knows a neighbour can refer to it, and two AEs shall not sell to one market unaware of each other
with accounts as (
    select account_id, name, nullif(lower(trim(industry)), '') as industry, nullif(lower(trim(country)), '') as country, owner_id
    from staging.stg_accounts
    where name is not null
),
-- Managed is what the AE owns, has won, or has an open deal with; the strongest tie counts.
ties as (
    select owner_id as ae_id, account_id, 3 as strength, 'owned' as tie from accounts where owner_id is not null
    union all
    select
        owner_id,
        account_id,
        case when is_won then 1 else 2 end,
        case when is_won then 'won' else 'open_deal' end
    from staging.stg_opportunities
    where owner_id is not null and account_id is not null and (coalesce(is_won, false) or not coalesce(is_closed, false))
),
managed as (
    select
        ties.ae_id,
        accounts.account_id,
        accounts.name,
        accounts.industry,
        accounts.country,
        min(ties.strength) as strength,
        arg_min(ties.tie, ties.strength) as tie
    from ties
    inner join accounts on accounts.account_id = ties.account_id
    where accounts.industry is not null or accounts.country is not null
    group by ties.ae_id, accounts.account_id, accounts.name, accounts.industry, accounts.country
),
handoffs as (
    select facts.handoff_id, facts.ae_id, accounts.account_id, accounts.industry, accounts.country
    from intermediate.int_handoff_facts as facts
    inner join accounts on accounts.account_id = facts.account_id
    where facts.ae_id is not null
),
-- The nearest are found once for all handoffs of an AE to one industry and country; four, since one may be the account itself.
wanted as (select distinct ae_id, industry, country from handoffs),
shortlists as (
    select ae_id, industry, country, account_id, name, strength, tie, 'both' as list
    from managed
    where industry is not null and country is not null
    qualify row_number() over (partition by ae_id, industry, country order by strength, name, account_id) <= 4
    union all
    select ae_id, industry, null, account_id, name, strength, tie, 'industry'
    from managed
    where industry is not null
    qualify row_number() over (partition by ae_id, industry order by strength, name, account_id) <= 8
    union all
    select ae_id, null, country, account_id, name, strength, tie, 'country'
    from managed
    where country is not null
    qualify row_number() over (partition by ae_id, country order by strength, name, account_id) <= 8
),
near as (
    select wanted.ae_id, wanted.industry, wanted.country, shortlists.account_id, shortlists.name, shortlists.strength, shortlists.tie, 1 as distance
    from wanted
    inner join shortlists
        on shortlists.list = 'both' and shortlists.ae_id = wanted.ae_id
        and shortlists.industry = wanted.industry and shortlists.country = wanted.country
    union all
    select wanted.ae_id, wanted.industry, wanted.country, shortlists.account_id, shortlists.name, shortlists.strength, shortlists.tie, 2
    from wanted
    inner join shortlists
        on shortlists.list = 'industry' and shortlists.ae_id = wanted.ae_id and shortlists.industry = wanted.industry
    union all
    select wanted.ae_id, wanted.industry, wanted.country, shortlists.account_id, shortlists.name, shortlists.strength, shortlists.tie, 3
    from wanted
    inner join shortlists
        on shortlists.list = 'country' and shortlists.ae_id = wanted.ae_id and shortlists.country = wanted.country
),
nearest as (
    select
        ae_id, industry, country, account_id, name,
        min(distance) as distance,
        min(strength) as strength,
        min(tie) as tie
    from near
    group by ae_id, industry, country, account_id, name
),
placed as (
    select
        *,
        row_number() over (partition by ae_id, industry, country order by distance, strength, name, account_id) as place
    from nearest
),
final as (
    select
        handoffs.handoff_id,
        placed.account_id,
        placed.name as account_name,
        case placed.distance when 1 then 'same_industry_and_country' when 2 then 'same_industry' else 'same_country' end as how,
        placed.tie,
        placed.place::integer as place
    from handoffs
    inner join placed
        on placed.ae_id = handoffs.ae_id
        and placed.industry is not distinct from handoffs.industry
        and placed.country is not distinct from handoffs.country
        and placed.place <= 4
        and placed.account_id <> handoffs.account_id
    qualify row_number() over (partition by handoffs.handoff_id order by placed.place) <= 3
)
select * from final
