-- grain: one row per handoff
-- key: handoff_id
-- why: how long a booked meeting waited for its AE
select
    handoff_id,
    coalesce(assigned_at, booked_at) as routed_at,
    -- An assignment before the booking is impossible, is listed on data health, and is no time at all.
    case when assigned_at >= booked_at then date_diff('second', booked_at, assigned_at) / 3600.0 end as time_to_assign_hours
from intermediate.int_handoff_facts
