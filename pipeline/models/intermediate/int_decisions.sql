-- grain: one row per handoff
-- key: handoff_id
-- why: what the AE decided, what is overdue, and what was accepted by the dozen without being read
with settings as (select * from config.settings),
-- Where no export tells of decisions, nobody is late with one.
recorded as (
    select coalesce(bool_or(accepted_at is not null or rejected_at is not null), false) as is_recorded
    from intermediate.int_handoff_facts
),
handoffs as (
    select
        outcomes.handoff_id,
        facts.ae_id,
        stages.accepted_at,
        stages.rejected_at,
        deadlines.acceptance_due_at as due_at,
        outcomes.known_at,
        settings.timezone,
        recorded.is_recorded
        -- What went on, or was given up, needs no decision any more.
        and stages.sql_at is null and stages.disqualified_at is null
        and case
            when settings.is_acceptance_before_meeting
                then facts.handed_off_at <= outcomes.known_at and outcomes.outcome in ('held', 'pending', 'no_show', 'canceled')
            else outcomes.outcome = 'held'
        end as is_due_to_begin
    from intermediate.int_outcomes as outcomes
    cross join settings
    cross join recorded
    inner join intermediate.int_handoff_facts as facts on facts.handoff_id = outcomes.handoff_id
    inner join intermediate.int_handoff_stages as stages on stages.handoff_id = outcomes.handoff_id
    inner join intermediate.int_deadlines as deadlines on deadlines.handoff_id = outcomes.handoff_id
),
-- A day without a time of day says nothing of how fast one followed the other.
acceptances as (
    select handoff_id, ae_id, floor(epoch(accepted_at))::bigint as accepted_second
    from handoffs
    where accepted_at is not null and ae_id is not null
        -- Midnight is on a quarter of an hour everywhere; only what is on one need be turned into local time.
        and (
            floor(epoch(accepted_at))::bigint % 900 <> 0
            or timezone(timezone, timezone('UTC', accepted_at))::time <> time '00:00:00'
        )
),
-- A burst is any stretch of the configured length that holds enough; it may begin with any acceptance.
starts as (
    select
        *,
        case when settings.bulk_handoffs <= count(*) over (
            partition by ae_id order by accepted_second
            range between current row and (settings.bulk_minutes * 60)::bigint following
        ) then accepted_second end as burst_second
    from acceptances
    cross join (select bulk_handoffs, bulk_minutes from config.settings) as settings
),
bursts as (
    select
        handoff_id,
        max(burst_second) over (
            partition by ae_id order by accepted_second
            range between (bulk_minutes * 60)::bigint preceding and current row
        ) is not null as is_auto_accepted
    from starts
),
-- Running business hours at the few moments up to which anything is known.
moments as (
    select
        known.known_at,
        days.hours_before
        + case when days.is_business
            then greatest(0, date_diff('second', days.opens_at, least(known.known_at, days.closes_at))) / 3600.0 else 0 end as hours
    from (select distinct known_at, timezone from handoffs) as known
    inner join config.calendar as days on days.day = timezone(known.timezone, timezone('UTC', known.known_at))::date
),
judged as (
    select
        handoffs.handoff_id,
        handoffs.due_at,
        handoffs.known_at,
        case
            when handoffs.accepted_at is not null then 'accepted'
            when handoffs.rejected_at is not null then 'rejected'
            when not coalesce(handoffs.is_due_to_begin, false) then null
            when handoffs.due_at <= handoffs.known_at then 'overdue'
            else 'open'
        end as decision,
        coalesce(bursts.is_auto_accepted, false) as is_auto_accepted
    from handoffs
    left join bursts on bursts.handoff_id = handoffs.handoff_id
),
final as (
    select
        judged.handoff_id,
        judged.decision,
        -- A deadline is the end of a business day: all of that day's hours lie before it.
        case when judged.decision = 'overdue' then greatest(
            0, moments.hours - due.hours_before - date_diff('second', due.opens_at, due.closes_at) / 3600.0
        ) end as hours_overdue,
        judged.is_auto_accepted
    from judged
    left join moments on moments.known_at = judged.known_at
    left join config.calendar as due on due.is_business and due.closes_at = judged.due_at and judged.decision = 'overdue'
)
select * from final
