-- grain: one row per change of the AE of a handoff
-- key: handoff_id, step
-- why: a handoff that goes from hand to hand loses time and context; the present AE alone does not show it
with meetings as (select * from intermediate.int_meetings),
outcomes as (select handoff_id, decisive_slot_number from intermediate.int_outcomes),
supplies as (select file_id from staging.stg_supplies where entity = 'handoffs' and column_name = 'ae_id'),
aliases as (
    select person_id as alias, person_id from staging.stg_people
    union
    select lower(trim(email)), person_id from staging.stg_people where email is not null
    union
    select lower(trim(name)), person_id from staging.stg_people where name is not null
    union
    select ae_id, ae_id from meetings where ae_id is not null
),
people as (
    select alias, any_value(person_id) as person_id from aliases group by alias having count(distinct person_id) = 1
),
-- A handoff's own history is told at its decisive slot, a meeting's at that meeting.
records as (
    select meetings.handoff_id as record_id, meetings.handoff_id, meetings.slot_number
    from meetings
    inner join outcomes
        on outcomes.handoff_id = meetings.handoff_id and outcomes.decisive_slot_number = meetings.slot_number
    union
    select meeting_id, handoff_id, slot_number from meetings where meeting_id is not null
),
history as (
    select records.handoff_id, records.slot_number, changes.changed_at, changes.old_value, changes.new_value
    from staging.stg_field_changes as changes
    inner join records on records.record_id = changes.record_id
    where lower(trim(changes.entity)) = 'handoffs' and lower(trim(changes.field)) = 'ae_id'
),
versions as (
    select row_key, _exported_at, _file_id, ae_id
    from staging.stg_handoffs_versions
    where ae_id is not null and _file_id in (select file_id from supplies)
),
moved as (select row_key from versions group by row_key having count(distinct ae_id) > 1),
-- Only of handoffs that anything tells of more than one AE.
suspects as (
    select handoff_id from history
    union
    select meetings.handoff_id from meetings inner join moved on moved.row_key = meetings.row_key
    union
    select handoff_id from meetings where slot_count > 1 group by handoff_id having count(distinct ae_id) > 1
),
observed as (
    select handoff_id, slot_number, null::timestamp as changed_at, arg_min(old_value, changed_at) as value, 1 as source, null::timestamp as seen_at
    from history
    group by handoff_id, slot_number
    union all
    select handoff_id, slot_number, changed_at, new_value, 2, changed_at from history
    union all
    select meetings.handoff_id, meetings.slot_number, null, versions.ae_id, 2, versions._exported_at
    from meetings
    inner join moved on moved.row_key = meetings.row_key
    inner join versions on versions.row_key = meetings.row_key
    union all
    select handoff_id, slot_number, null, ae_id, 3, null
    from meetings
    where ae_id is not null and handoff_id in (select handoff_id from suspects)
),
named as (
    select
        observed.handoff_id,
        observed.changed_at,
        people.person_id,
        row_number() over (
            partition by observed.handoff_id
            order by observed.slot_number, observed.source, observed.seen_at, observed.changed_at nulls first
        ) as place
    from observed
    -- Whom nobody knows by that name cannot be shown.
    inner join people on people.alias in (observed.value, lower(trim(observed.value)))
),
followed as (
    select *, lag(person_id) over (partition by handoff_id order by place) as before_id
    from named
),
final as (
    select
        handoff_id,
        (row_number() over (partition by handoff_id order by place))::integer as step,
        before_id as from_id,
        person_id as to_id,
        changed_at
    from followed
    where before_id <> person_id
)
select * from final
