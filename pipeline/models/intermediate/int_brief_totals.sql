-- grain: one row per handoff
-- key: handoff_id
-- why: stub
select null::text as handoff_id, 0 as required_fields, 0 as required_filled, 0.0::double as total_weight, 0.0::double as filled_weight, false as is_fully_documented,
false as is_judged_late, false as is_brief_on_time, null::timestamp as brief_completed_at where false
