-- grain: one row per record of the exports that the funnel does not count, and per handoff that it counts beyond the opportunities of the exports
-- key: entity, row_key, why
-- why: the road from the rows of an export to what the funnel counts, each step with its records
with worked as (
    select lead_id from marts.leads where coalesce(first_touch_at, conversation_at, qualified_at) is not null
),
leads as (
    select
        'leads' as entity,
        leads.row_key,
        'unworked' as why,
        -1 as effect,
        leads.lead_id as record_id,
        null::text as handoff_id,
        coalesce(leads.assigned_at, leads.created_at) as dated_at,
        leads._file_id as file_id,
        leads._line as line
    from staging.stg_leads as leads
    left join worked on worked.lead_id = leads.lead_id
    where worked.lead_id is null
),
meetings as (
    select
        'handoffs' as entity,
        slots.row_key,
        case when links.row_key is not null then 'follows' else 'same_handoff' end as why,
        -1 as effect,
        slots.meeting_id as record_id,
        slots.handoff_id,
        slots.meeting_at as dated_at,
        rows._file_id as file_id,
        rows._line as line
    from intermediate.int_meetings as slots
    inner join staging.stg_handoffs as rows on rows.row_key = slots.row_key
    left join intermediate.int_chain_links as links on links.row_key = slots.row_key
    where slots.slot_number > 1
),
handoffs as (
    select
        handoffs.*,
        opportunities.opportunity_id is not null as has_record,
        dates.opportunity_at is not null and handoffs.opportunity_at is null as is_stopped,
        row_number() over (
            partition by handoffs.opportunity_id, handoffs.opportunity_at is not null
            order by handoffs.booked_at, handoffs.handoff_id
        ) as place
    from marts.handoffs as handoffs
    inner join intermediate.int_stage_dates as dates on dates.handoff_id = handoffs.handoff_id
    left join staging.stg_opportunities as opportunities on opportunities.opportunity_id = handoffs.opportunity_id
),
named as (
    select
        opportunity_id,
        min(handoff_id) as handoff_id,
        bool_or(opportunity_at is not null) as is_counted,
        bool_or(is_stopped) as is_stopped
    from handoffs
    where opportunity_id is not null
    group by opportunity_id
),
opportunities as (
    select
        'opportunities' as entity,
        rows.row_key,
        case
            when dated.handoffs > 0 and named.opportunity_id is null then 'no_handoff'
            when named.is_stopped then 'stopped'
            else 'not_reached'
        end as why,
        -1 as effect,
        rows.opportunity_id as record_id,
        named.handoff_id,
        rows.created_at as dated_at,
        rows._file_id as file_id,
        rows._line as line
    from staging.stg_opportunities as rows
    cross join (select count(*) as handoffs from marts.handoffs) as dated
    left join named on named.opportunity_id = rows.opportunity_id
    inner join marts.opportunities as own on own.opportunity_id = rows.opportunity_id
    where case when dated.handoffs = 0 then own.opportunity_at is null else not coalesce(named.is_counted, false) end
),
-- The funnel counts handoffs: of one that shares its opportunity, or whose opportunity no export has, no row of an export tells.
others as (
    select
        'opportunities' as entity,
        handoff_id as row_key,
        case when has_record then 'shared' else 'no_record' end as why,
        1 as effect,
        opportunity_id as record_id,
        handoff_id,
        opportunity_at as dated_at,
        null::integer as file_id,
        null::bigint as line
    from handoffs
    where opportunity_at is not null and (not has_record or place > 1)
),
final as (
    select * from leads
    union all
    select * from meetings
    union all
    select * from opportunities
    union all
    select * from others
)
select * from final
