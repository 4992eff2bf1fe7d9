-- grain: one row per handoff and channel with activities before its meeting
-- key: handoff_id, channel
-- why: the template's total of touchpoints, counted instead of typed
with activities as (
    select contact_id, account_id, coalesce(channel, 'other') as channel, coalesce(direction, 'out') as direction, occurred_at
    from staging.stg_activities
    where occurred_at is not null
),
handoffs as (
    select facts.handoff_id, facts.contact_id, facts.account_id, outcomes.meeting_at
    from intermediate.int_handoff_facts as facts
    inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = facts.handoff_id
),
touches as (
    select handoffs.handoff_id, activities.channel, activities.direction, activities.occurred_at
    from handoffs
    inner join activities on activities.contact_id = handoffs.contact_id and activities.occurred_at < handoffs.meeting_at
    union all
    -- Without a contact, whatever happened at the account.
    select handoffs.handoff_id, activities.channel, activities.direction, activities.occurred_at
    from handoffs
    inner join activities on activities.account_id = handoffs.account_id and activities.occurred_at < handoffs.meeting_at
    where handoffs.contact_id is null
),
final as (
    select
        handoff_id,
        channel,
        count(*)::integer as touchpoints,
        (count(*) filter (where direction = 'in'))::integer as answers,
        min(occurred_at) as first_at,
        max(occurred_at) as last_at
    from touches
    group by handoff_id, channel
)
select * from final
