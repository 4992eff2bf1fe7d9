-- grain: one row per handoff, that is meeting chain
-- key: handoff_id
-- why: the facts behind every number about handoffs
with brief as (select * from intermediate.int_brief_completeness where is_judged),
disputes as (select distinct record_id as handoff_id from intermediate.int_disputes where mart = 'handoffs'),
final as (
    select
        outcomes.handoff_id,
        scopes.sdr_id,
        scopes.sdr_name,
        scopes.ae_id,
        scopes.ae_name,
        scopes.pair_id,
        scopes.account_id,
        scopes.account_name,
        scopes.contact_id,
        scopes.contact_name,
        facts.opportunity_id,
        facts.lead_id,
        scopes.team,
        scopes.team_name,
        scopes.manager_id,
        scopes.manager_name,
        scopes.source,
        scopes.motion,
        scopes.segment,
        scopes.region,
        facts.booked_at,
        facts.assigned_at,
        facts.handed_off_at,
        outcomes.first_slot_at,
        outcomes.meeting_at,
        outcomes.slot_count,
        outcomes.reschedule_count,
        outcomes.outcome,
        outcomes.outcome_reason,
        outcomes.outcome = 'held' as is_held,
        outcomes.outcome = 'no_show' as is_no_show,
        outcomes.is_first_slot_counted,
        outcomes.is_first_slot_held,
        stages.accepted_at,
        stages.rejected_at,
        stages.rejection_reason,
        stages.sql_at,
        stages.disqualified_at,
        stages.disqualification_reason,
        stages.opportunity_at,
        stages.won_at,
        stages.stopped_at,
        stages.stopped_by,
        stages.is_reopened,
        dates.amount,
        case when dates.amount is not null then coalesce(dates.currency, settings.currency) end as currency,
        coalesce(dates.opportunity_created_at < outcomes.meeting_at, false) as is_opportunity_before_meeting,
        deadlines.acceptance_due_at,
        deadlines.feedback_due_at,
        deadlines.time_to_accept_hours,
        decisions.decision,
        decisions.hours_overdue,
        decisions.is_auto_accepted,
        assignments.routed_at,
        assignments.time_to_assign_hours,
        routing.verdict as routing_verdict,
        feedback.feedback_id,
        feedback.feedback_first_at,
        feedback.feedback_last_at,
        feedback.showed_up,
        feedback.qualification_accuracy,
        feedback.most_valuable_context,
        feedback.missing,
        feedback.helpful,
        feedback.will_advance,
        feedback.quality_score,
        facts.sync_call_at,
        facts.sync_call_minutes,
        facts.sdr_attended,
        facts.confirmation_sent_at,
        facts.invite_accepted_at,
        facts.duration_minutes,
        brief.required_fields,
        brief.required_filled,
        brief.total_weight,
        brief.filled_weight,
        case when brief.required_fields > 0 then brief.is_complete end as is_fully_documented,
        readiness.is_judged_late,
        readiness.is_brief_on_time,
        readiness.is_written_day_before,
        readiness.brief_completed_at,
        date_diff('second', readiness.brief_completed_at, outcomes.meeting_at) / 3600.0 as brief_lead_time_hours,
        criteria.is_msq_compliant,
        criteria.msq_unknown,
        criteria.is_ready,
        criteria.ready_unknown,
        touches.touches as touches_to_meeting,
        outcomes.known_at,
        dates.sql_known_at,
        dates.opportunities_known_at,
        feedback_known.known_at as feedback_known_at,
        disputes.handoff_id is not null as disputed
    from intermediate.int_outcomes as outcomes
    cross join config.settings as settings
    inner join intermediate.int_handoff_facts as facts on facts.handoff_id = outcomes.handoff_id
    inner join intermediate.int_handoff_scopes as scopes on scopes.handoff_id = outcomes.handoff_id
    inner join intermediate.int_stage_dates as dates on dates.handoff_id = outcomes.handoff_id
    inner join intermediate.int_handoff_stages as stages on stages.handoff_id = outcomes.handoff_id
    inner join intermediate.int_deadlines as deadlines on deadlines.handoff_id = outcomes.handoff_id
    inner join intermediate.int_decisions as decisions on decisions.handoff_id = outcomes.handoff_id
    inner join intermediate.int_assignments as assignments on assignments.handoff_id = outcomes.handoff_id
    inner join intermediate.int_routing as routing on routing.handoff_id = outcomes.handoff_id
    left join intermediate.int_feedback as feedback on feedback.handoff_id = outcomes.handoff_id
    inner join intermediate.int_brief_readiness as readiness on readiness.handoff_id = outcomes.handoff_id
    left join brief on brief.handoff_id = outcomes.handoff_id
    left join intermediate.int_criteria_verdicts as criteria on criteria.handoff_id = outcomes.handoff_id
    left join intermediate.int_touches as touches on touches.handoff_id = outcomes.handoff_id
    left join (select known_at from config.known where entity = 'feedback') as feedback_known on true
    left join disputes on disputes.handoff_id = outcomes.handoff_id
)
select * from final
