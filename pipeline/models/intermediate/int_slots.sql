-- grain: one row per meeting of a handoff
-- key: row_key
-- why: what each slot came to, once our own side, late cancellations and the AE's answer are weighed
with meetings as (select * from intermediate.int_meetings),
feedback as (select handoff_id, showed_up, feedback_last_at from intermediate.int_feedback),
-- What the AE says of a meeting after it began is known, even where the export of meetings is from before it.
told as (
    select
        meetings.* exclude (is_ahead),
        feedback.showed_up,
        meetings.is_ahead
            and not coalesce(feedback.showed_up is not null and feedback.feedback_last_at between meetings.meeting_at and settings.as_of, false) as is_ahead
    from meetings
    cross join config.settings as settings
    left join feedback on feedback.handoff_id = meetings.handoff_id
),
-- The AE's answer speaks of the last meeting that can have taken place.
answered as (
    select *, slot_number = max(case when not is_ahead then slot_number end) over (partition by handoff_id) as is_last_past
    from told
),
judged as (
    select
        *,
        case
            when status = 'held' then 'held'
            when status in ('canceled', 'no_show') and twist in ('us_canceled', 'us_no_show') then 'our_side'
            when status = 'canceled' and twist = 'late_cancel' then 'no_show'
            when status = 'canceled' then 'canceled'
            when status = 'rescheduled' then 'rescheduled'
            -- What is recorded of a meeting has happened, also where nothing else in the export is as new.
            when status = 'no_show' then 'no_show'
            when is_ahead then 'ahead'
            when is_last_past and showed_up = 'yes' then 'held'
            when is_last_past and showed_up = 'no' then 'no_show'
            when is_last_past and showed_up = 'rescheduled' then 'rescheduled'
            else 'unknown'
        end as effective_status,
        status = 'scheduled' and not is_ahead and coalesce(is_last_past, false) and showed_up is not null as is_answered
    from answered
),
final as (
    select
        judged.*,
        judged.slot_number = coalesce(
            min(case when effective_status = 'held' then slot_number end) over (partition by handoff_id),
            slot_count
        ) as is_decisive
    from judged
)
select * from final
