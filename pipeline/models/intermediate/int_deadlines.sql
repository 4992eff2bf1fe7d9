-- grain: one row per handoff
-- key: handoff_id
-- why: deadlines and times in business days and hours of the configured zone
with settings as (select * from config.settings),
clocks as (
    select
        outcomes.handoff_id,
        outcomes.meeting_at,
        stages.accepted_at,
        case when settings.is_acceptance_before_meeting then facts.handed_off_at else outcomes.meeting_at end as starts_at,
        settings.timezone,
        settings.feedback_due_business_days,
        settings.acceptance_due_business_days
    from intermediate.int_outcomes as outcomes
    inner join intermediate.int_handoff_facts as facts on facts.handoff_id = outcomes.handoff_id
    inner join intermediate.int_handoff_stages as stages on stages.handoff_id = outcomes.handoff_id
    cross join settings
),
local_days as (
    select
        *,
        timezone(timezone, timezone('UTC', meeting_at))::date as meeting_on,
        timezone(timezone, timezone('UTC', starts_at))::date as starts_on,
        timezone(timezone, timezone('UTC', accepted_at))::date as accepted_on
    from clocks
),
business_days as (select * from config.calendar where is_business),
final as (
    select
        days.handoff_id,
        feedback_due.closes_at as feedback_due_at,
        acceptance_due.closes_at as acceptance_due_at,
        -- Running business hours of two instants, one minus the other; what was accepted before the clock took no time.
        case when days.accepted_at is not null and days.starts_at is not null then greatest(
            0,
            accepted.hours_before - starts.hours_before
            + case when accepted.is_business
                then greatest(0, date_diff('second', accepted.opens_at, least(days.accepted_at, accepted.closes_at))) / 3600.0 else 0 end
            - case when starts.is_business
                then greatest(0, date_diff('second', starts.opens_at, least(days.starts_at, starts.closes_at))) / 3600.0 else 0 end
        ) end as time_to_accept_hours
    from local_days as days
    left join config.calendar as meetings on meetings.day = days.meeting_on
    left join config.calendar as starts on starts.day = days.starts_on
    left join config.calendar as accepted on accepted.day = days.accepted_on
    left join business_days as feedback_due
        on feedback_due.business_index
        = meetings.business_index + greatest(days.feedback_due_business_days, case when meetings.is_business then 0 else 1 end)
    left join business_days as acceptance_due
        on acceptance_due.business_index
        = starts.business_index + greatest(days.acceptance_due_business_days, case when starts.is_business then 0 else 1 end)
)
select * from final
