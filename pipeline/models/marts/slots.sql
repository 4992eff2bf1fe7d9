-- grain: one row per meeting of a handoff
-- key: handoff_id, slot_number
-- why: how a handoff came to its outcome, slot by slot
select
    handoff_id,
    slot_number::integer as slot_number,
    meeting_id,
    meeting_at,
    booked_at,
    status,
    effective_status,
    is_decisive
from intermediate.int_slots
