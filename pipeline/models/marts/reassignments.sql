-- grain: one row per change of the AE of a handoff
-- key: handoff_id, step
-- why: from whom to whom handoffs went, as far as exports and field history tell
select
    changes.handoff_id,
    changes.step,
    changes.from_id,
    coalesce(froms.name, changes.from_id) as from_name,
    changes.to_id,
    coalesce(tos.name, changes.to_id) as to_name,
    changes.changed_at
from intermediate.int_ae_changes as changes
left join intermediate.int_person_names as froms on froms.person_id = changes.from_id
left join intermediate.int_person_names as tos on tos.person_id = changes.to_id
