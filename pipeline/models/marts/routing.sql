-- grain: one row per handoff
-- key: handoff_id
-- why: whether a handoff went to an AE whom the rule names, how fast, and through how many hands
with changes as (
    select handoff_id, count(*)::integer as reassignments from intermediate.int_ae_changes group by handoff_id
),
final as (
    select
        routing.handoff_id,
        routing.verdict,
        routing.territory,
        routing.rule,
        routing.context,
        routing.is_ambiguous,
        routing.expected_ae_ids,
        routing.expected_ae_id,
        routing.ae_id,
        routing.reason,
        routing.routed_at,
        assignments.time_to_assign_hours,
        coalesce(changes.reassignments, 0) as reassignments
    from intermediate.int_routing as routing
    inner join intermediate.int_assignments as assignments on assignments.handoff_id = routing.handoff_id
    left join changes on changes.handoff_id = routing.handoff_id
)
select * from final
