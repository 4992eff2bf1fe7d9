-- grain: one row per handoff that was held, missed or is to come, and field of the brief
-- key: handoff_id, field
-- why: documentation completeness, field by field, as it stood when the meeting began
with final as (
    select
        cells.handoff_id,
        cells.field,
        scopes.sdr_id,
        scopes.team,
        outcomes.meeting_at,
        outcomes.outcome,
        fields.section,
        fields.required,
        fields.weight,
        case when copies.handoff_id is not null then 'missing' else cells.state end as state,
        cells.text as value,
        cells.is_filled_later as is_added_later
    from intermediate.int_brief_cells as cells
    inner join config.brief_fields as fields on fields.position = cells.position
    inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = cells.handoff_id
    inner join intermediate.int_handoff_scopes as scopes on scopes.handoff_id = cells.handoff_id
    left join intermediate.int_copied_texts as copies on copies.handoff_id = cells.handoff_id and copies.field = cells.field
    where outcomes.outcome in ('held', 'no_show', 'pending')
)
select * from final
