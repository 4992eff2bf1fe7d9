-- grain: one row per territory and AE who was in its rotation
-- key: territory, ae_id
-- why: each AE's share of a territory's handoffs against an equal share, over the time the AE was in the rotation
with turns as (
    select
        turns.handoff_id,
        turns.territory,
        turns.ae_id,
        turns.is_taken,
        turns.is_absent,
        count(*) filter (where not turns.is_absent) over (partition by turns.handoff_id) as present,
        count(*) over (partition by turns.handoff_id) as members
    from intermediate.int_routing_turns as turns
    inner join intermediate.int_routing as routing on routing.handoff_id = turns.handoff_id
    -- What went to somebody else, or fits several territories, was nobody's turn.
    where routing.verdict = 'kept' and not routing.is_ambiguous
),
-- Nothing is due to whoever is away, unless everybody is.
sums as (
    select
        territory,
        ae_id,
        count(*)::integer as chances,
        (count(*) filter (where is_taken))::integer as handoffs,
        -- Threads add in any order: rounding makes the last digit the same each time.
        round(sum(1.0 / case when present = 0 then members else present end), 9)::double as due
    from turns
    where not is_absent or present = 0
    group by territory, ae_id
),
shares as (
    select
        *,
        handoffs::double / chances as share_got,
        due / chances as share_due,
        -- Wilson's interval, two-sided 90 %.
        2.705543 as z2,
        1.644854 as z
    from sums
),
judged as (
    select
        *,
        case when handoffs = 0 then 0 else greatest(
            0,
            (share_got + z2 / (2 * chances) - z * sqrt(share_got * (1 - share_got) / chances + z2 / (4.0 * chances * chances)))
            / (1 + z2 / chances)
        ) end as lower,
        case when handoffs = chances then 1 else least(
            1,
            (share_got + z2 / (2 * chances) + z * sqrt(share_got * (1 - share_got) / chances + z2 / (4.0 * chances * chances)))
            / (1 + z2 / chances)
        ) end as upper
    from shares
),
final as (
    select
        judged.territory,
        judged.ae_id,
        coalesce(people.name, judged.ae_id) as ae_name,
        judged.handoffs,
        judged.chances,
        judged.share_got,
        judged.share_due,
        judged.lower,
        judged.upper,
        -- What chance alone could do is called even.
        case
            when judged.chances < settings.min_n then 'too_few'
            when judged.lower > judged.share_due then 'more'
            when judged.upper < judged.share_due then 'less'
            else 'even'
        end as reading
    from judged
    cross join config.settings as settings
    left join intermediate.int_person_names as people on people.person_id = judged.ae_id
)
select * from final
