-- grain: one row per handoff and field of its brief that holds a text and is missing all the same
-- key: handoff_id, field
-- why: a copy or a placeholder calls for another practice than a blank
with template as (
    select field, row_number() over (order by position) as place from config.brief_fields
),
copies as (select handoff_id, field from intermediate.int_copied_texts),
placeholders as (
    select odd.handoff_id, template.field
    from intermediate.int_brief_odd_cells as odd
    inner join template on template.place = odd.place
    where odd.state = 'missing' and odd.text is not null
),
final as (
    select handoff_id, field, 'copy' as kind from copies
    union all
    select placeholders.handoff_id, placeholders.field, 'placeholder' as kind
    from placeholders
    where not exists (
        select 1 from copies where copies.handoff_id = placeholders.handoff_id and copies.field = placeholders.field
    )
)
select * from final
