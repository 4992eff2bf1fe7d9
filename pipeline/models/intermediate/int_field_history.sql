-- grain: one row per change of a column of a brief field or of a checklist's fact in a meeting, account or contact
-- key: entity, row_key, column_name, changed_at
-- why: field history is the best witness of what a brief said when the meeting began
with changes as (
    select
        lower(trim(changes.entity)) as entity,
        changes.record_id,
        lower(trim(changes.field)) as column_name,
        changes.changed_at,
        nullif(trim(changes.old_value), '') as old_value,
        nullif(trim(changes.new_value), '') as new_value
    from staging.stg_field_changes as changes
    inner join (
        select entity, column_name from config.brief_fields
        union
        select entity, column_name from config.fact_columns
    ) as fields
        on fields.entity = lower(trim(changes.entity))
        and fields.column_name = lower(trim(changes.field))
),
-- A handoff's history may be kept under its own id, and then holds for each of its meetings, or under a meeting's.
records as (
    select 'handoffs' as entity, handoff_id as record_id, row_key from intermediate.int_meetings
    union
    select 'handoffs', meeting_id, row_key from intermediate.int_meetings where meeting_id is not null
),
keyed as (
    select changes.entity, records.row_key, changes.column_name, changes.changed_at, changes.old_value, changes.new_value
    from changes
    inner join records on records.entity = changes.entity and records.record_id = changes.record_id
    union all
    select entity, record_id, column_name, changed_at, old_value, new_value
    from changes
    where entity in ('accounts', 'contacts')
),
single as (
    select * from keyed
    qualify row_number() over (partition by entity, row_key, column_name, changed_at order by new_value nulls last) = 1
),
final as (
    select
        entity,
        row_key,
        column_name,
        changed_at,
        -- Systems that note only the new value leave the old one to the change before.
        case when lag(changed_at) over record is null then old_value else lag(new_value) over record end as old_value,
        new_value
    from single
    window record as (partition by entity, row_key, column_name order by changed_at)
)
select * from final
