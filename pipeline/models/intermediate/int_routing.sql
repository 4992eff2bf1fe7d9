-- grain: one row per handoff
-- key: handoff_id
-- why: whether the AE who has the handoff is one whom the territory rule in force at the assignment names
with handoffs as (select * from intermediate.int_routing_facts),
turns as (
    select
        handoff_id,
        min(territory) as territory,
        min(fitting)::integer as fitting,
        bool_or(is_taken) as is_taken,
        -- Whoever is away comes after all others, then whoever had a turn after whoever had none; at last the rule's own order.
        arg_min(
            ae_id,
            case when is_absent then 1000000000000000 else 0 end + coalesce(last_turn, 0) * 1000000 + position
        ) as expected_ae_id
    from intermediate.int_routing_turns
    group by handoff_id
),
rotations as (
    select profile, list(distinct ae_id order by ae_id) as expected_ae_ids
    from intermediate.int_routing_rotations
    where is_settled
    group by profile
),
rules as (
    select profile, territory, arg_min(rule, position) as rule, min(context) as context
    from intermediate.int_routing_rotations
    group by profile, territory
),
unsettled as (
    select profile, min(unknown) as unknown from intermediate.int_routing_rotations where not is_settled group by profile
),
known as (select count(*) as rules, min(valid_from) as first_on from intermediate.int_territory_rules),
final as (
    select
        handoffs.handoff_id,
        case
            when turns.handoff_id is null or handoffs.ae_id is null then 'no_rule'
            when turns.is_taken then 'kept'
            else 'broken'
        end as verdict,
        turns.territory,
        rules.rule,
        rules.context,
        coalesce(turns.fitting > 1, false) as is_ambiguous,
        coalesce(rotations.expected_ae_ids, []::text[]) as expected_ae_ids,
        turns.expected_ae_id,
        handoffs.ae_id,
        handoffs.routed_at,
        case
            when known.rules = 0 then 'no_rules'
            when turns.handoff_id is not null and handoffs.ae_id is null then 'not_assigned'
            when turns.fitting > 1 then 'ambiguous'
            when turns.handoff_id is not null then null
            when unsettled.profile is not null and not handoffs.is_account_known then 'account_unknown'
            when unsettled.profile is not null then unsettled.unknown
            when handoffs.days_from < known.first_on then 'before_rules'
            else 'none_fits'
        end as reason
    from handoffs
    cross join known
    left join turns on turns.handoff_id = handoffs.handoff_id
    left join rules on rules.profile = handoffs.profile and rules.territory = turns.territory
    left join rotations on rotations.profile = handoffs.profile
    left join unsettled on unsettled.profile = handoffs.profile
)
select * from final
