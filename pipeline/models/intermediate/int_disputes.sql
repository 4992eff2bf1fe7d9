-- grain: one row per record of a mart and metric that is in dispute
-- key: mart, record_id, metric
-- why: a record that someone says is wrong is marked wherever it counts, until that is settled
with disputes as (
    select record_id, coalesce(replace(lower(trim(metric)), ' ', '_'), '') as metric
    from staging.stg_disputes
    where resolved_at is null
),
-- A handoff may be named by its own id, by one of its meetings or by an answer about it.
records as (
    select 'handoffs' as mart, handoff_id as record_id, handoff_id as named from intermediate.int_meetings
    union
    select 'handoffs', handoff_id, meeting_id from intermediate.int_meetings where meeting_id is not null
    union
    select 'handoffs', matches.handoff_id, answers.feedback_id
    from intermediate.int_feedback_matches as matches
    inner join staging.stg_feedback as answers on answers.row_key = matches.row_key
    where matches.handoff_id is not null and answers.feedback_id is not null
    union
    select 'opportunities', opportunity_id, opportunity_id from staging.stg_opportunities
    union
    select 'leads', lead_id, lead_id from staging.stg_leads
)
select distinct records.mart, records.record_id, disputes.metric
from disputes
inner join records on records.named = disputes.record_id
