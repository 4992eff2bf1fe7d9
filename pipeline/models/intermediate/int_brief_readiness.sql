-- grain: one row per handoff
-- key: handoff_id
-- why: whether the brief was complete a day before the meeting, and since when
with histories as (
    select handoff_id, max(completed_at) as completed_at, count(*) filter (where entity = 'handoffs') as dated_fields
    from intermediate.int_brief_completions
    group by handoff_id
),
final as (
    select
        timing.handoff_id,
        timing.is_late as is_judged_late,
        -- Evidence that came only later does not show that the brief was there.
        brief.is_complete_day_before and not timing.is_late_day_before as is_brief_on_time,
        -- Whatever is missing still: was what the meeting began with there a day before? Two fields in ten may have come since.
        case
            when not timing.is_late and brief.required_filled > 0
                then not timing.is_late_day_before and brief.required_filled_day_before >= 0.8 * brief.required_filled
        end as is_written_day_before,
        case
            when not brief.is_complete or timing.is_late then null
            -- Every field has a history: the last change that filled one; if all had been filled since ever, the booking.
            when histories.dated_fields >= brief.dated_fields then coalesce(histories.completed_at, timing.known_at, facts.booked_at)
            when brief.is_complete_day_before and not timing.is_late_day_before
                then greatest(histories.completed_at, least(timing.known_at, timing.known_day_before_at))
            else greatest(histories.completed_at, timing.known_at)
        end as brief_completed_at
    from intermediate.int_brief_timing as timing
    inner join intermediate.int_handoff_facts as facts on facts.handoff_id = timing.handoff_id
    inner join intermediate.int_brief_completeness as brief on brief.handoff_id = timing.handoff_id
    left join histories on histories.handoff_id = timing.handoff_id
)
select * from final
