import type {Row, Tables} from "../types.js";

/** One spoilt cell or row: what the README lists. */
export interface Stain {
  entity: string;
  what: string;
  /** Changes the tables; false when the company is too small to have the row. */
  apply(rows: Row[]): boolean;
}

const set =
  (share: number, column: string, value: string, only: (row: Row) => boolean = () => true) =>
  (rows: Row[]): boolean => {
    const from = Math.floor(rows.length * share);
    const index = rows.findIndex((row, at) => at >= from && only(row));
    if (index < 0) return false;
    rows[index] = {...rows[index]!, [column]: value};
    return true;
  };
const repeat =
  (share: number) =>
  (rows: Row[]): boolean => {
    const index = Math.floor(rows.length * share);
    const row = rows[index];
    if (!row) return false;
    rows.splice(index + 1, 0, {...row});
    return true;
  };
const isHeld = (row: Row): boolean => row.meeting_status === "held" && row.sql_at === "";

/** Such things stand in every real export; each is handled by a rule of its own. */
export const STAINS: readonly Stain[] = [
  {entity: "accounts", what: "a row twice", apply: repeat(0.31)},
  {entity: "activities", what: "a row twice", apply: repeat(0.62)},
  {entity: "feedback", what: "a row twice", apply: repeat(0.44)},
  {entity: "contacts", what: "an account that does not exist", apply: set(0.5, "account_id", "a9999")},
  {entity: "activities", what: "an account that does not exist", apply: set(0.21, "account_id", "a9998")},
  {entity: "feedback", what: "a handoff that does not exist", apply: set(0.81, "handoff_id", "h9999")},
  {entity: "activities", what: "a day that does not exist", apply: set(0.35, "occurred_at", "2026-02-30T10:15:00Z")},
  {
    entity: "leads",
    what: "words instead of a time",
    apply: set(0.7, "qualified_at", "last week", (row) => row.account_id === "" && row.qualified_at !== ""),
  },
  {entity: "activities", what: "a channel outside the vocabulary", apply: set(0.4, "channel", "fax")},
  {
    entity: "feedback",
    what: "an accuracy outside the vocabulary",
    apply: set(0.27, "qualification_accuracy", "so so", (row) => row.qualification_accuracy !== ""),
  },
  {entity: "handoffs", what: "a meeting status outside the vocabulary", apply: set(0.55, "meeting_status", "maybe", isHeld)},
  {entity: "feedback", what: "a rating of 11", apply: set(0.6, "quality_score", "11", (row) => row.quality_score !== "")},
  {entity: "accounts", what: "a number of employees below zero", apply: set(0.77, "employees", "-50")},
  {entity: "feedback", what: "no submission time", apply: set(0.15, "submitted_at", "")},
  {entity: "handoffs", what: "no meeting time", apply: set(0.33, "meeting_at", "", isHeld)},
  {entity: "product_signals", what: "no week", apply: set(0.5, "week", "")},
  {
    entity: "leads",
    what: "a first touch before the lead was created",
    apply: set(0.45, "first_touch_at", "2025-01-10T10:00:00Z", (row) => row.first_touch_at !== ""),
  },
  {entity: "opportunities", what: "created before its lead", apply: set(0.5, "created_at", "2025-01-08T09:00:00Z")},
  {
    entity: "opportunities",
    what: "won before it was created",
    apply: set(0.3, "closed_at", "2025-02-03T15:00:00Z", (row) => row.is_won === "true"),
  },
  {entity: "opportunities", what: "an owner who is nobody", apply: set(0.85, "owner_id", "p999")},
];

/** Puts the stains into the tables. */
export function spoil(tables: Tables): void {
  for (const stain of STAINS) stain.apply(tables[stain.entity]!);
}
