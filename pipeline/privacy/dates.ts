/** When a row of an export was last touched: what retention goes by. */
import type {EntityName} from "../contract/entities.js";
import {quoteName} from "../db.js";

/** Columns that date a row, of which the latest counts. What is planned for long after (a decision, a review) does not keep it. */
const DATES: Partial<Record<EntityName, readonly string[]>> = {
  leads: ["created_at", "assigned_at", "first_touch_at", "conversation_at", "qualified_at", "disqualified_at"],
  handoffs: [
    "meeting_at", "booked_at", "assigned_at", "canceled_at", "confirmation_sent_at", "invite_accepted_at", "handed_off_at",
    "sync_call_at", "accepted_at", "rejected_at", "sql_at", "disqualified_at", "brief_updated_at",
  ],
  opportunities: ["created_at", "closed_at"],
  stage_changes: ["changed_at"],
  activities: ["occurred_at"],
  feedback: ["submitted_at"],
  calls: ["started_at"],
  field_changes: ["changed_at"],
  commitments: ["agreed_on"],
  disputes: ["raised_at", "resolved_at"],
}; // prettier-ignore

/** Of people it is the last working day that can make a row old: when somebody began says nothing. */
const ENDS: Partial<Record<EntityName, readonly string[]>> = {people: ["ended_on"]};

/** SQL of the latest date of a row, a text; null where it has none. */
export const writeRowDate = (entity: EntityName): string => greatest(DATES[entity] ?? []);

/** The columns by which a file tells whether anything in it may be old. */
export const listAgeColumns = (entity: EntityName): readonly string[] => DATES[entity] ?? ENDS[entity] ?? [];

const greatest = (columns: readonly string[]): string =>
  columns.length === 0 ? "null::varchar" : columns.length === 1 ? quoteName(columns[0]!) : `greatest(${columns.map(quoteName).join(", ")})`; // prettier-ignore

/**
 * The day before which nothing is held of people: the first of the month, so that a month's work goes at once and builds of the same month go on
 * from each other. What is held is the running month and `months` before it.
 * @param asOf UTC, `YYYY-MM-DD…`, or null where nothing dates the exports
 * @param months null or 0 keeps all
 * @returns `YYYY-MM-DD`
 */
export function findCutoff(asOf: string | null, months: number | null): string | undefined {
  if (!asOf || !months) return undefined;
  const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))];
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
