-- grain: one row per handoff and field
-- key: handoff_id, field
-- why: stub
select null::text as handoff_id, null::text as field where false
