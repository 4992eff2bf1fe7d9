-- grain: one row per meeting of a handoff
-- key: row_key
-- why: what each slot came to, once our own side, late cancellations and the AE's answer are weighed
with meetings as (select * from intermediate.int_meetings),
feedback as (select handoff_id, showed_up from intermediate.int_feedback),
-- The AE's answer speaks of the last meeting that can have taken place.
answered as (
    select
        meetings.*,
        feedback.showed_up,
        meetings.slot_number = max(case when not meetings.is_ahead then meetings.slot_number end) over (partition by meetings.handoff_id) as is_last_past
    from meetings
    left join feedback on feedback.handoff_id = meetings.handoff_id
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
            when is_ahead then 'ahead'
            when status = 'no_show' then 'no_show'
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
