-- grain: one row per handoff whose SDR's activities are known
-- key: handoff_id
-- why: how often the SDR reached out before the first booking
with activities as (
    select actor_id, contact_id, account_id, occurred_at
    from staging.stg_activities
    where coalesce(direction, 'out') <> 'in' and coalesce(channel, 'other') <> 'meeting'
),
handoffs as (
    select handoff_id, sdr_id, contact_id, account_id, booked_at
    from intermediate.int_handoff_facts
    -- Without the export there is no number, which is not the same as no touch.
    where exists (select 1 from staging.stg_activities)
),
touches as (
    select handoffs.handoff_id
    from handoffs
    inner join activities
        on activities.actor_id = handoffs.sdr_id
        and activities.contact_id = handoffs.contact_id
        and activities.occurred_at < handoffs.booked_at
    union all
    select handoffs.handoff_id
    from handoffs
    inner join activities
        on activities.actor_id = handoffs.sdr_id
        and activities.account_id = handoffs.account_id
        and activities.occurred_at < handoffs.booked_at
    where handoffs.contact_id is null
),
counted as (select handoff_id, count(*) as touches from touches group by handoff_id),
final as (
    select handoffs.handoff_id, coalesce(counted.touches, 0)::integer as touches
    from handoffs
    left join counted on counted.handoff_id = handoffs.handoff_id
    where handoffs.contact_id is not null or handoffs.account_id is not null
)
select * from final
