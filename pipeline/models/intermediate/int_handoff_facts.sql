-- grain: one row per handoff
-- key: handoff_id
-- why: what the rows of a chain say together: the decisive slot's word, else the latest earlier one's, else a later one's
with rows as (
    select
        meetings.handoff_id,
        meetings.slot_number,
        meetings.booked_at as first_booked_at,
        -- The decisive slot speaks first, then the slots before it, nearest first, then those after it.
        case
            when meetings.slot_number <= outcomes.decisive_slot_number then outcomes.decisive_slot_number - meetings.slot_number
            else meetings.slot_number
        end as distance,
        meetings.slot_number = outcomes.decisive_slot_number as is_decisive,
        handoffs.* exclude (handoff_id, row_key, account_id),
        meetings.account_id
    from intermediate.int_meetings as meetings
    inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = meetings.handoff_id
    inner join staging.stg_handoffs as handoffs on handoffs.row_key = meetings.row_key
),
singles as (select * from rows where handoff_id in (select handoff_id from intermediate.int_outcomes where slot_count = 1)),
several as (select * from rows where handoff_id in (select handoff_id from intermediate.int_outcomes where slot_count > 1)),
merged as (
    select
        handoff_id,
        arg_min(sdr_id, slot_number) as sdr_id,
        arg_min(ae_id, distance) as ae_id,
        arg_min(account_id, distance) as account_id,
        arg_min(contact_id, distance) as contact_id,
        arg_min(opportunity_id, distance) as opportunity_id,
        arg_min(lead_id, distance) as lead_id,
        arg_min(source, distance) as source,
        arg_min(motion, distance) as motion,
        arg_min(segment, distance) as segment,
        arg_min(region, distance) as region,
        min(first_booked_at) as booked_at,
        arg_min(assigned_at, distance) as assigned_at,
        min(handed_off_at) as handed_off_at,
        min(accepted_at) as accepted_at,
        min(rejected_at) as rejected_at,
        arg_min(rejection_reason, coalesce(rejected_at, timestamp '9999-01-01')) as rejection_reason,
        min(disqualified_at) as disqualified_at,
        arg_min(disqualification_reason, coalesce(disqualified_at, timestamp '9999-01-01')) as disqualification_reason,
        arg_min(sync_call_at, distance) as sync_call_at,
        arg_min(sync_call_minutes, distance) as sync_call_minutes,
        arg_min(duration_minutes, distance) as duration_minutes,
        -- These are of one meeting: what was done for an earlier slot was not done for the decisive one.
        arg_min(sdr_attended, distance) filter (where is_decisive) as sdr_attended,
        arg_min(confirmation_sent_at, distance) filter (where is_decisive) as confirmation_sent_at,
        arg_min(invite_accepted_at, distance) filter (where is_decisive) as invite_accepted_at
    from several
    group by handoff_id
),
final as (
    select * from merged
    union all
    select
        handoff_id, sdr_id, ae_id, account_id, contact_id, opportunity_id, lead_id, source, motion, segment, region, first_booked_at,
        assigned_at, handed_off_at, accepted_at, rejected_at, rejection_reason, disqualified_at, disqualification_reason, sync_call_at,
        sync_call_minutes, duration_minutes, sdr_attended, confirmation_sent_at, invite_accepted_at
    from singles
)
select * from final
