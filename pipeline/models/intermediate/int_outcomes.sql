-- grain: one row per handoff
-- key: handoff_id
-- why: what became of the chain as a whole
with slots as (select * from intermediate.int_slots),
chains as (
    select
        handoff_id,
        bool_or(effective_status = 'held') as has_held,
        bool_or(effective_status = 'ahead') as has_ahead,
        max(slot_count)::integer as slot_count,
        (count(*) filter (where effective_status = 'rescheduled'))::integer as rescheduled_slots
    from slots
    group by handoff_id
),
firsts as (select * from slots where slot_number = 1),
lasts as (
    select
        slots.*,
        slots.meeting_at + to_seconds(settings.reschedule_window_days * 86400) > slots.known_at as is_window_open
    from slots
    cross join config.settings as settings
    where slots.slot_number = slots.slot_count
),
decisive as (select * from slots where is_decisive),
judged as (
    select
        chains.*,
        case
            when chains.has_held then 'held'
            when chains.has_ahead then 'pending'
            when lasts.effective_status = 'rescheduled' and lasts.is_window_open then 'pending'
            when lasts.effective_status = 'rescheduled' then 'canceled'
            else lasts.effective_status
        end as outcome,
        case
            when chains.has_held then case when decisive.is_answered then 'showed_up' else 'status' end
            when chains.has_ahead then 'ahead'
            when lasts.effective_status = 'rescheduled' and lasts.is_window_open then 'awaiting_reschedule'
            when lasts.effective_status = 'rescheduled' then 'not_rebooked'
            when lasts.twist is not null then lasts.twist
            when lasts.effective_status = 'unknown' then 'not_recorded'
            when lasts.is_answered then 'showed_up'
            else 'status'
        end as outcome_reason
    from chains
    inner join lasts on lasts.handoff_id = chains.handoff_id
    inner join decisive on decisive.handoff_id = chains.handoff_id
),
final as (
    select
        judged.handoff_id,
        judged.outcome,
        judged.outcome_reason,
        judged.slot_count,
        (judged.slot_count - 1)::integer as reschedule_count,
        firsts.meeting_at as first_slot_at,
        decisive.row_key as decisive_row_key,
        decisive.slot_number as decisive_slot_number,
        decisive.meeting_at,
        decisive.known_at,
        judged.outcome in ('held', 'no_show') and firsts.effective_status not in ('canceled', 'our_side') as is_first_slot_counted,
        judged.outcome in ('held', 'no_show') and firsts.effective_status = 'held' as is_first_slot_held
    from judged
    inner join firsts on firsts.handoff_id = judged.handoff_id
    inner join decisive on decisive.handoff_id = judged.handoff_id
)
select * from final
