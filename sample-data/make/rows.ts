import {EXPORTED_AT, writeDay, writeTime, type Minutes} from "../calendar.js";
import type {Account, Cell, Contact, Lead, Person, Row} from "../types.js";
import {slug} from "../words/names.js";

/** Known to the export. */
export const isPast = (minutes: Minutes): boolean => minutes < EXPORTED_AT;
/** A time that the export knows of, or nothing. */
export const past = (minutes: Minutes | null): string => (minutes !== null && isPast(minutes) ? writeTime(minutes) : "");

/** Text of every cell; nothing for null and undefined. */
export function toRow(cells: Record<string, Cell | undefined>): Row {
  return Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, cell === null || cell === undefined ? "" : String(cell)]),
  );
}

export function emailOf(person: Person): string {
  return `${slug(person.name).replaceAll("-", ".")}@tarnwell.example.com`;
}

/** A row per span of a person's history. */
export function peopleRows(person: Person): Row[] {
  const base = {
    person_id: person.id,
    name: person.name,
    email: emailOf(person),
    role: person.role,
    team: person.team,
    manager_id: person.managerId,
    region: person.region,
    segment: person.segment,
  };
  const [from, to] = person.absence ?? [null, null];
  const dates = {
    ended_on: person.endedOn === null ? "" : writeDay(person.endedOn),
    absent_from: from === null ? "" : writeDay(from),
    absent_to: to === null ? "" : writeDay(to),
  };
  const rows = [toRow({...base, ...dates, started_on: writeDay(person.startedOn), valid_from: writeDay(person.startedOn)})];
  let now = {...base, startedOn: person.startedOn};
  for (const change of person.changes) {
    now = {
      ...now,
      role: change.role ?? now.role,
      team: change.team ?? now.team,
      manager_id: change.managerId ?? now.manager_id,
      region: change.region ?? now.region,
      segment: change.segment ?? now.segment,
      startedOn: change.startedOn ?? now.startedOn,
    };
    const {startedOn, ...cells} = now;
    rows.push(toRow({...cells, ...dates, started_on: writeDay(startedOn), valid_from: writeDay(change.from)}));
  }
  return rows;
}

export function accountRow(account: Account): Row {
  const {id, name, industry, employees, revenue, city, state, country, segment, owner} = account;
  return toRow({
    account_id: id,
    name,
    industry,
    employees,
    // As a data provider tells it, in dollars wherever the company sits.
    annual_revenue: revenue,
    currency: "USD",
    city,
    state,
    country,
    website: Number(id.slice(1)) % 3 === 0 ? "" : `${slug(name)}.example.com`,
    segment,
    owner_id: owner?.id,
  });
}

export function contactRow(contact: Contact): Row {
  const {id, account, name, title, department, isBudgetOwner} = contact;
  const number = Number(id.slice(1));
  return toRow({
    contact_id: id,
    account_id: account.id,
    name,
    title,
    department,
    email: `${slug(name).replaceAll("-", ".")}@${slug(account.name)}.example.com`,
    phone: number % 5 === 0 ? "" : `555-01${String(number % 100).padStart(2, "0")}`,
    linkedin_url: "",
    is_budget_owner: isBudgetOwner,
  });
}

export function leadRow(lead: Lead): Row {
  return toRow({
    lead_id: lead.id,
    sdr_id: lead.sdr.id,
    account_id: lead.account?.id,
    contact_id: lead.contact?.id,
    source: lead.source,
    created_at: writeTime(lead.createdAt),
    assigned_at: past(lead.assignedAt),
    first_touch_at: past(lead.firstTouchAt),
    conversation_at: past(lead.conversationAt),
    qualified_at: past(lead.qualifiedAt),
    disqualified_at: past(lead.disqualifiedAt),
    disqualification_reason: lead.disqualifiedAt !== null && isPast(lead.disqualifiedAt) ? lead.reason : "",
    score: lead.score,
  });
}
