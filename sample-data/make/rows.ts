import {DAY, EXPORTED_AT, writeDay, writeTime, type Minutes} from "../calendar.js";
import type {Account, Cell, Chain, Contact, Lead, Person, Row, Slot} from "../types.js";
import {slug} from "../words/names.js";

/** Known to the export. */
export const isPast = (minutes: Minutes): boolean => minutes < EXPORTED_AT;
/** A time that the export knows of, or nothing. */
export const past = (minutes: Minutes | null): string => (minutes !== null && isPast(minutes) ? writeTime(minutes) : "");

/** Text of every cell; nothing for null and undefined. */
export function toRow(cells: Record<string, Cell | undefined>): Row {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell === null || cell === undefined ? "" : String(cell)]));
}

export function emailOf(person: Person): string {
  return `${slug(person.name).replaceAll("-", ".")}@tarnwell.example.com`;
}

/** A row per span of a person's history. */
export function peopleRows(person: Person): Row[] {
  const base = {person_id: person.id, name: person.name, email: emailOf(person), role: person.role, team: person.team, manager_id: person.managerId, region: person.region, segment: person.segment};
  const [from, to] = person.absence ?? [null, null];
  const dates = {ended_on: person.endedOn === null ? "" : writeDay(person.endedOn), absent_from: from === null ? "" : writeDay(from), absent_to: to === null ? "" : writeDay(to)};
  const rows = [toRow({...base, ...dates, started_on: writeDay(person.startedOn), valid_from: writeDay(person.startedOn)})];
  let now = {...base, startedOn: person.startedOn};
  for (const change of person.changes) {
    now = {
      ...now, role: change.role ?? now.role, team: change.team ?? now.team, manager_id: change.managerId ?? now.manager_id, region: change.region ?? now.region, segment: change.segment ?? now.segment,
      startedOn: change.startedOn ?? now.startedOn,
    };
    const {startedOn, ...cells} = now;
    rows.push(toRow({...cells, ...dates, started_on: writeDay(startedOn), valid_from: writeDay(change.from)}));
  }
  return rows;
}

export function accountRow(account: Account): Row {
  const {id, name, industry, employees, revenue, currency, city, state, country, segment, owner} = account;
  return toRow({account_id: id, name, industry, employees, annual_revenue: revenue, currency, city, state, country, website: Number(id.slice(1)) % 3 === 0 ? "" : `${slug(name)}.example.com`, segment, owner_id: owner?.id});
}

export function contactRow(contact: Contact): Row {
  const {id, account, name, title, department, isBudgetOwner} = contact;
  const number = Number(id.slice(1));
  return toRow({
    contact_id: id, account_id: account.id, name, title, department, email: `${slug(name).replaceAll("-", ".")}@${slug(account.name)}.example.com`,
    phone: number % 5 === 0 ? "" : `555-01${String(number % 100).padStart(2, "0")}`, linkedin_url: "", is_budget_owner: isBudgetOwner,
  });
}

export function leadRow(lead: Lead): Row {
  return toRow({
    lead_id: lead.id, sdr_id: lead.sdr.id, account_id: lead.account?.id, contact_id: lead.contact?.id, source: lead.source, created_at: writeTime(lead.createdAt), assigned_at: past(lead.assignedAt),
    first_touch_at: past(lead.firstTouchAt), conversation_at: past(lead.conversationAt), qualified_at: past(lead.qualifiedAt), disqualified_at: past(lead.disqualifiedAt),
    disqualification_reason: lead.disqualifiedAt !== null && isPast(lead.disqualifiedAt) ? lead.reason : "", score: lead.score,
  });
}

/** The meetings of a handoff as they stood at the export. The brief, and all that came after the meeting, stands on the last one. */
export function handoffRows(chain: Chain): Row[] {
  const slots = chain.slots.filter((slot) => isPast(slot.bookedAt));
  return slots.map((slot, index) => ({...slotRow(chain, slot), ...(index === slots.length - 1 ? detailCells(chain, slot) : {})}));
}

function slotRow(chain: Chain, slot: Slot): Row {
  // What happens after the export is not known to it: the slot is still scheduled.
  const isDone = isPast(slot.canceledAt ?? slot.at + slot.duration);
  return toRow({
    handoff_id: chain.id, meeting_id: slot.id, account_id: chain.account.id, contact_id: chain.contact.id, lead_id: chain.lead?.id, sdr_id: chain.sdr.id, ae_id: chain.ae.id, source: chain.source,
    motion: chain.motion, segment: chain.account.segment, region: chain.account.region, booked_at: writeTime(slot.bookedAt), assigned_at: past(chain.assignedAt), meeting_at: writeTime(slot.at),
    duration_minutes: slot.duration, meeting_status: isDone ? slot.status : "scheduled", canceled_at: past(slot.canceledAt), canceled_by: isDone ? slot.canceledBy : "", no_show_by: isDone ? slot.noShowBy : "",
    confirmation_sent_at: past(slot.confirmedAt), invite_accepted_at: past(slot.inviteAcceptedAt),
  });
}

function detailCells(chain: Chain, slot: Slot): Row {
  const brief = Object.fromEntries([...chain.brief].map(([field, entry]) => [field, isPast(entry.at) ? entry.text : entry.before]));
  const isDone = isPast(slot.at + slot.duration) && slot === chain.meeting;
  const updates = [...chain.brief.values()].map((entry) => entry.at).filter(isPast);
  const knowsPart = chain.bookedAt % 3 !== 0;
  return toRow({
    opportunity_id: chain.opportunity && isPast(chain.opportunity.createdAt) ? chain.opportunity.id : "", handed_off_at: past(chain.handedOffAt), sync_call_at: past(chain.syncAt),
    sync_call_minutes: chain.syncAt !== null && isPast(chain.syncAt) ? chain.syncMinutes : "", sdr_attended: isDone && chain.ending === "held" ? chain.attended : "", accepted_at: past(chain.acceptedAt),
    rejected_at: past(chain.rejectedAt), rejection_reason: chain.rejectedAt !== null && isPast(chain.rejectedAt) ? chain.rejectionReason : "", sql_at: past(chain.sqlAt), disqualified_at: past(chain.disqualifiedAt),
    disqualification_reason: chain.disqualifiedAt !== null && isPast(chain.disqualifiedAt) ? chain.disqualificationReason : "",
    meeting_link: isPast(slot.at) ? "" : `https://meet.example.com/${slot.id}`, decision_involvement: knowsPart ? ["decides", "recommends", "uses"][chain.bookedAt % 7 > 4 ? 2 : chain.bookedAt % 2] : "",
    active_evaluation: chain.bookedAt % 5 === 0 ? "" : chain.bookedAt % 11 !== 1, decision_by: chain.brief.get("timeline")?.isGood && knowsPart ? writeDay(Math.floor(chain.meeting.at / DAY) + 20 + (chain.bookedAt % 180)) : "",
    budget_cycle: chain.brief.get("budget")?.isGood && chain.bookedAt % 2 ? (chain.bookedAt % 4 === 1 ? "confirmed" : "investigated") : "",
    brief_updated_at: updates.length > 0 ? writeTime(Math.max(...updates)) : "", ...brief,
  });
}
