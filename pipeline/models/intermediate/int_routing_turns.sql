-- grain: one row per handoff with a rule and AE in the rotation of its territory
-- key: handoff_id, ae_id
-- why: round robin: next is who got a handoff of the territory longest ago, those who never did first, in the rule's order
with handoffs as (select * from intermediate.int_routing_facts),
rotations as (select * from intermediate.int_routing_rotations where is_settled),
-- Of territories that fit alike, the one that has the AE who took the handoff, else the first by name.
fitting as (
    select
        handoffs.handoff_id,
        handoffs.profile,
        handoffs.ae_id,
        handoffs.routed_at,
        territories.territory,
        count(*) over (partition by handoffs.handoff_id) as fitting
    from handoffs
    inner join (select distinct profile, territory from rotations) as territories on territories.profile = handoffs.profile
),
doubtful as (
    select fitting.handoff_id, fitting.territory
    from fitting
    inner join rotations on rotations.profile = fitting.profile and rotations.territory = fitting.territory
    where fitting.fitting > 1
    group by fitting.handoff_id, fitting.territory
    qualify row_number() over (
        partition by fitting.handoff_id
        order by bool_or(coalesce(rotations.ae_id = fitting.ae_id, false)) desc, fitting.territory
    ) = 1
),
settled as (
    select
        fitting.*,
        row_number() over (partition by fitting.territory order by fitting.routed_at, fitting.handoff_id) as turn
    from fitting
    left join doubtful on doubtful.handoff_id = fitting.handoff_id
    where fitting.fitting = 1 or doubtful.territory = fitting.territory
),
final as (
    select
        settled.handoff_id,
        settled.territory,
        settled.fitting,
        rotations.ae_id,
        rotations.position,
        rotations.is_absent,
        coalesce(rotations.ae_id = settled.ae_id, false) as is_taken,
        max(case when rotations.ae_id = settled.ae_id then settled.turn end) over (
            partition by settled.territory, rotations.ae_id order by settled.turn rows between unbounded preceding and 1 preceding
        ) as last_turn
    from settled
    inner join rotations on rotations.profile = settled.profile and rotations.territory = settled.territory
)
select * from final
