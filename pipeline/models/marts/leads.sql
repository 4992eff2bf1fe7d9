-- grain: one row per lead
-- key: lead_id
-- why: the funnel before the meeting
with leads as (
    select
        leads.*,
        timezone(settings.timezone, timezone('UTC', coalesce(leads.first_touch_at, leads.assigned_at, leads.created_at)))::date as worked_on,
        coalesce(leads.disqualified_at < leads.qualified_at, false) as is_qualified_late,
        coalesce(leads.qualified_at <= leads.disqualified_at, false) as is_disqualified_late
    from staging.stg_leads as leads
    cross join config.settings as settings
),
booked as (
    select lead_id, count(*) as meetings
    from intermediate.int_handoff_facts
    where lead_id is not null
    group by lead_id
),
final as (
    select
        leads.lead_id,
        leads.sdr_id,
        sdrs.name as sdr_name,
        null::text as ae_id,
        null::text as ae_name,
        null::text as pair_id,
        leads.account_id,
        leads.contact_id,
        periods.team,
        coalesce(teams.name, periods.team) as team_name,
        periods.manager_id,
        managers.name as manager_name,
        leads.source,
        null::text as motion,
        coalesce(accounts.segment, periods.segment) as segment,
        periods.region,
        leads.created_at,
        leads.assigned_at,
        leads.first_touch_at,
        leads.conversation_at,
        -- The first terminal event decides, as with handoffs.
        case when not leads.is_qualified_late then leads.qualified_at end as qualified_at,
        case when not leads.is_disqualified_late then leads.disqualified_at end as disqualified_at,
        case when not leads.is_disqualified_late then leads.disqualification_reason end as disqualification_reason,
        leads.is_qualified_late as is_reopened,
        coalesce(booked.meetings, 0)::integer as meetings_booked,
        leads.score,
        coalesce(known.known_at, settings.as_of) as known_at
    from leads
    cross join config.settings as settings
    left join intermediate.int_person_periods as periods
        on periods.person_id = leads.sdr_id
        and periods.valid_from <= coalesce(leads.worked_on, date '0001-01-01')
        and periods.valid_to > coalesce(leads.worked_on, date '0001-01-01')
    left join intermediate.int_person_names as sdrs on sdrs.person_id = leads.sdr_id
    left join intermediate.int_person_names as managers on managers.person_id = periods.manager_id
    left join config.teams as teams on teams.team = periods.team
    left join staging.stg_accounts as accounts on accounts.account_id = leads.account_id
    left join booked on booked.lead_id = leads.lead_id
    left join intermediate.int_known_sources as known on known.entity = 'leads' and known.source_index = leads._source
)
select * from final
