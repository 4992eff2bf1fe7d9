-- grain: one row per AE who has handoffs
-- key: ae_id
-- why: what an AE has at hand: meetings ahead, decisions owed, and how many handoffs a week have come of late
with settings as (select as_of from config.settings),
facts as (
    select
        facts.handoff_id,
        facts.ae_id,
        outcomes.outcome,
        outcomes.meeting_at,
        decisions.decision,
        assignments.routed_at
    from intermediate.int_handoff_facts as facts
    inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = facts.handoff_id
    inner join intermediate.int_decisions as decisions on decisions.handoff_id = facts.handoff_id
    inner join intermediate.int_assignments as assignments on assignments.handoff_id = facts.handoff_id
    where facts.ae_id is not null
),
final as (
    select
        facts.ae_id,
        min(people.name) as ae_name,
        count(*)::integer as handoffs,
        (count(*) filter (where facts.outcome = 'pending' and facts.meeting_at > settings.as_of))::integer as coming,
        (count(*) filter (
            where facts.outcome = 'pending' and facts.meeting_at > settings.as_of and facts.meeting_at <= settings.as_of + interval 7 day
        ))::integer as coming_7_days,
        (count(*) filter (where facts.decision = 'open'))::integer as open_decisions,
        (count(*) filter (where facts.decision = 'overdue'))::integer as overdue_decisions,
        -- The last twelve weeks, counted back from the data's own time.
        ((count(*) filter (
            where facts.routed_at > settings.as_of - interval 84 day and facts.routed_at <= settings.as_of
        )) / 12.0)::double as per_week
    from facts
    cross join settings
    left join intermediate.int_person_names as people on people.person_id = facts.ae_id
    group by facts.ae_id
)
select * from final
