-- grain: one row per handoff
-- key: handoff_id
-- why: whether the brief was complete a day before the meeting, and since when
with cells as (
    select
        cells.handoff_id,
        bool_and(cells.state <> 'missing' and copies.handoff_id is null) as is_complete,
        bool_and(cells.state_day_before <> 'missing' and copies.handoff_id is null) as is_complete_day_before
    from intermediate.int_brief_cells as cells
    left join intermediate.int_copied_texts as copies on copies.handoff_id = cells.handoff_id and copies.field = cells.field
    where cells.required
    group by cells.handoff_id
),
histories as (
    select handoff_id, max(completed_at) as completed_at, count(*) filter (where entity = 'handoffs') as dated_fields
    from intermediate.int_brief_completions
    group by handoff_id
),
dated as (select count(*) as fields from config.brief_fields where required and entity = 'handoffs'),
final as (
    select
        timing.handoff_id,
        timing.is_late as is_judged_late,
        -- Evidence that came only later does not show that the brief was there.
        coalesce(cells.is_complete_day_before, true) and not timing.is_late_day_before as is_brief_on_time,
        case
            when not coalesce(cells.is_complete, true) or timing.is_late then null
            -- Every field has a history: the last change that filled one; if all had been filled since ever, the booking.
            when histories.dated_fields >= dated.fields then coalesce(histories.completed_at, timing.known_at, facts.booked_at)
            when coalesce(cells.is_complete_day_before, true) and not timing.is_late_day_before
                then greatest(histories.completed_at, least(timing.known_at, timing.known_day_before_at))
            else greatest(histories.completed_at, timing.known_at)
        end as brief_completed_at
    from intermediate.int_brief_timing as timing
    inner join intermediate.int_handoff_facts as facts on facts.handoff_id = timing.handoff_id
    cross join dated
    left join cells on cells.handoff_id = timing.handoff_id
    left join histories on histories.handoff_id = timing.handoff_id
)
select * from final
