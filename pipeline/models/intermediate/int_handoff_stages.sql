-- grain: one row per handoff
-- key: handoff_id
-- why: the first terminal event decides: what comes after a rejection or disqualification is reopened, not a success
with dates as (
    select
        facts.handoff_id,
        facts.handed_off_at,
        facts.accepted_at,
        facts.rejected_at,
        facts.rejection_reason,
        facts.disqualified_at,
        facts.disqualification_reason,
        stages.sql_at,
        -- An opportunity that exists before the SQL counts from the SQL on.
        case when stages.opportunity_at is not null then greatest(stages.opportunity_at, stages.sql_at) end as opportunity_at,
        stages.won_at,
        least(facts.rejected_at, facts.disqualified_at) as stopped_at
    from intermediate.int_handoff_facts as facts
    inner join intermediate.int_stage_dates as stages on stages.handoff_id = facts.handoff_id
),
decided as (
    select
        *,
        coalesce(stopped_at < accepted_at, false) as is_acceptance_late,
        coalesce(stopped_at < sql_at, false) as is_sql_late,
        coalesce(stopped_at < opportunity_at, false) as is_opportunity_late,
        coalesce(stopped_at < won_at, false) as is_win_late
    from dates
),
effective as (
    select
        *,
        case when not is_acceptance_late then accepted_at end as effective_accepted_at,
        case when not is_sql_late then sql_at end as effective_sql_at,
        case when not is_opportunity_late then opportunity_at end as effective_opportunity_at,
        case when not is_win_late then won_at end as effective_won_at
    from decided
),
final as (
    select
        handoff_id,
        effective_accepted_at as accepted_at,
        -- Whichever of acceptance and rejection came first is the AE's decision.
        case when coalesce(effective_accepted_at <= rejected_at, false) then null else rejected_at end as rejected_at,
        case when coalesce(effective_accepted_at <= rejected_at, false) then null else rejection_reason end as rejection_reason,
        effective_sql_at as sql_at,
        case when coalesce(effective_sql_at <= disqualified_at, false) then null else disqualified_at end as disqualified_at,
        case when coalesce(effective_sql_at <= disqualified_at, false) then null else disqualification_reason end as disqualification_reason,
        effective_opportunity_at as opportunity_at,
        effective_won_at as won_at,
        stopped_at,
        case
            when stopped_at is null then null
            when rejected_at = stopped_at then 'rejected'
            else 'disqualified'
        end as stopped_by,
        is_acceptance_late or is_sql_late or is_opportunity_late or is_win_late as is_reopened
    from effective
)
select * from final
