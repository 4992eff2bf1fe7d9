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
    ...criteriaCells(chain),
    brief_updated_at: updates.length > 0 ? writeTime(Math.max(...updates)) : "",
    ...brief,
  });
}

/** What the CRM has fields of its own for: with a careful brief nearly all of it, with a hasty one the half. */
function criteriaCells(chain: Chain): Row {
  const [at, isCareful] = [chain.bookedAt, chain.completeness > 0.75];
  const knows = (field: string, step: number) => (isCareful ? at % 29 !== step : (at + step) % 2 === 0) && isGood(chain, field);
  const invited = isGood(chain, "economic_buyer") ? "economic_buyer" : "champion";
  return toRow({
    decision_involvement: knows("first_contact", 1) ? (at % 9 === 0 ? "uses" : at % 2 ? "decides" : "recommends") : "",
    active_evaluation: isCareful || at % 3 !== 0 ? at % 13 !== 1 : "",
    decision_by: knows("timeline", 2) ? writeDay(Math.floor(chain.meeting.at / DAY) + 20 + (at % 170)) : "",
    budget_cycle: knows("budget", 3) ? (at % 4 ? "confirmed" : "investigated") : "",
    invite_stakeholders: knows("champion", 4) && at % 7 ? chain.brief.get(invited)!.text.split(",")[0] : "",
  });
}

const isGood = (chain: Chain, field: string): boolean => {
  const entry = chain.brief.get(field);
  return entry?.isGood === true && isPast(entry.at);
};
