import {DAY, writeDay, writeTime} from "../calendar.js";
import type {Chain, Row, Slot} from "../types.js";
import {isPast, past, toRow} from "./rows.js";

/** The meetings of a handoff as they stood at the export. The brief, and all that came after the meeting, stands on the last one. */
export function handoffRows(chain: Chain): Row[] {
  const slots = chain.slots.filter((slot) => isPast(slot.bookedAt));
  return slots.map((slot, index) => ({...slotRow(chain, slot), ...(index === slots.length - 1 ? detailCells(chain, slot) : {})}));
}

function slotRow(chain: Chain, slot: Slot): Row {
  // What happens after the export is not known to it: the slot is still scheduled.
  const isDone = isPast(slot.canceledAt ?? slot.at + slot.duration);
  return toRow({
    handoff_id: chain.id,
    meeting_id: slot.id,
    account_id: chain.account.id,
    contact_id: chain.contact.id,
    lead_id: chain.lead?.id,
    sdr_id: chain.sdr.id,
    ae_id: chain.ae.id,
    source: chain.source,
    motion: chain.motion,
    segment: chain.account.segment,
    region: chain.account.region,
    booked_at: writeTime(slot.bookedAt),
    assigned_at: past(chain.assignedAt),
    meeting_at: writeTime(slot.at),
    duration_minutes: slot.duration,
    meeting_status: isDone ? slot.status : "scheduled",
    canceled_at: past(slot.canceledAt),
    canceled_by: isDone ? slot.canceledBy : "",
    no_show_by: isDone ? slot.noShowBy : "",
    confirmation_sent_at: past(slot.confirmedAt),
    invite_accepted_at: past(slot.inviteAcceptedAt),
  });
}

function detailCells(chain: Chain, slot: Slot): Row {
  const brief = Object.fromEntries(
    [...chain.brief].map(([field, entry]) => [field, isPast(entry.at) ? entry.text : entry.before]),
  );
  const isDone = isPast(slot.at + slot.duration) && slot === chain.meeting;
  const updates = [...chain.brief.values()].map((entry) => entry.at).filter(isPast);
  const knowsPart = chain.bookedAt % 3 !== 0;
  return toRow({
    opportunity_id: chain.opportunity && isPast(chain.opportunity.createdAt) ? chain.opportunity.id : "",
    handed_off_at: past(chain.handedOffAt),
    sync_call_at: past(chain.syncAt),
    sync_call_minutes: chain.syncAt !== null && isPast(chain.syncAt) ? chain.syncMinutes : "",
    sdr_attended: isDone && chain.ending === "held" ? chain.attended : "",
    accepted_at: past(chain.acceptedAt),
    rejected_at: past(chain.rejectedAt),
    rejection_reason: chain.rejectedAt !== null && isPast(chain.rejectedAt) ? chain.rejectionReason : "",
    sql_at: past(chain.sqlAt),
    disqualified_at: past(chain.disqualifiedAt),
    disqualification_reason: chain.disqualifiedAt !== null && isPast(chain.disqualifiedAt) ? chain.disqualificationReason : "",
    meeting_link: isPast(slot.at) ? "" : `https://meet.example.com/${slot.id}`,
    decision_involvement: knowsPart ? ["decides", "recommends", "uses"][chain.bookedAt % 7 > 4 ? 2 : chain.bookedAt % 2] : "",
    active_evaluation: chain.bookedAt % 5 === 0 ? "" : chain.bookedAt % 11 !== 1,
    decision_by:
      chain.brief.get("timeline")?.isGood && knowsPart
        ? writeDay(Math.floor(chain.meeting.at / DAY) + 20 + (chain.bookedAt % 180))
        : "",
    budget_cycle:
      chain.brief.get("budget")?.isGood && chain.bookedAt % 2 ? (chain.bookedAt % 4 === 1 ? "confirmed" : "investigated") : "",
    brief_updated_at: updates.length > 0 ? writeTime(Math.max(...updates)) : "",
    ...brief,
  });
}
