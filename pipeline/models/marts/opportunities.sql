-- grain: one row per opportunity
-- key: opportunity_id
-- why: pipeline and wins, each counted once, with the scopes of the handoff they came from
with opportunities as (select * from staging.stg_opportunities),
linked as (
    select * from marts.handoffs
    where opportunity_id is not null
    qualify row_number() over (partition by opportunity_id order by booked_at, handoff_id) = 1
),
own as (
    select
        opportunities.opportunity_id,
        periods.team,
        periods.manager_id,
        periods.region,
        coalesce(accounts.segment, periods.segment) as segment
    from opportunities
    cross join config.settings as settings
    left join intermediate.int_person_periods as periods
        -- One that no SDR brought counts for the team of its owner.
        on periods.person_id = coalesce(opportunities.sdr_id, opportunities.owner_id)
        and periods.valid_from <= coalesce(timezone(settings.timezone, timezone('UTC', opportunities.created_at))::date, date '0001-01-01')
        and periods.valid_to > coalesce(timezone(settings.timezone, timezone('UTC', opportunities.created_at))::date, date '0001-01-01')
    left join staging.stg_accounts as accounts on accounts.account_id = opportunities.account_id
),
scoped as (
    select
        opportunities.*,
        linked.handoff_id as handoff_id,
        linked.sql_at,
        case when linked.handoff_id is not null then linked.sdr_id else opportunities.sdr_id end as scope_sdr_id,
        case when linked.ae_id is not null then linked.ae_id else opportunities.owner_id end as scope_ae_id,
        case when linked.handoff_id is not null then linked.team else own.team end as team,
        case when linked.handoff_id is not null then linked.manager_id else own.manager_id end as manager_id,
        case when linked.handoff_id is not null then linked.region else own.region end as region,
        case when linked.handoff_id is not null then linked.segment else own.segment end as segment,
        linked.source,
        linked.motion
    from opportunities
    left join linked on linked.opportunity_id = opportunities.opportunity_id
    left join own on own.opportunity_id = opportunities.opportunity_id
),
final as (
    select
        scoped.opportunity_id,
        scoped.name,
        scoped.account_id,
        accounts.name as account_name,
        scoped.scope_sdr_id as sdr_id,
        sdrs.name as sdr_name,
        scoped.scope_ae_id as ae_id,
        aes.name as ae_name,
        scoped.scope_sdr_id || '|' || scoped.scope_ae_id as pair_id,
        scoped.team,
        coalesce(teams.name, scoped.team) as team_name,
        scoped.manager_id,
        managers.name as manager_name,
        scoped.source,
        scoped.motion,
        scoped.segment,
        scoped.region,
        scoped.created_at,
        case when dates.opportunity_at is not null then greatest(dates.opportunity_at, scoped.sql_at) end as opportunity_at,
        case when scoped.is_won then scoped.closed_at end as won_at,
        scoped.closed_at,
        coalesce(scoped.is_closed, scoped.is_won, false) as is_closed,
        coalesce(scoped.is_won, false) as is_won,
        scoped.stage,
        scoped.amount,
        case when scoped.amount is not null then coalesce(upper(scoped.currency), settings.currency) end as currency,
        scoped.lost_reason,
        scoped.handoff_id,
        coalesce(known.known_at, settings.as_of) as known_at
    from scoped
    cross join config.settings as settings
    left join intermediate.int_opportunity_dates as dates on dates.opportunity_id = scoped.opportunity_id
    left join intermediate.int_person_names as sdrs on sdrs.person_id = scoped.scope_sdr_id
    left join intermediate.int_person_names as aes on aes.person_id = scoped.scope_ae_id
    left join intermediate.int_person_names as managers on managers.person_id = scoped.manager_id
    left join config.teams as teams on teams.team = scoped.team
    left join staging.stg_accounts as accounts on accounts.account_id = scoped.account_id
    left join intermediate.int_known_sources as known on known.entity = 'opportunities' and known.source_index = scoped._source
)
select * from final
