import type {Minutes, Region} from "./calendar.js";
import type {Ae, Sdr} from "./staff-types.js";

export type * from "./staff-types.js";

export interface Account {
  id: string;
  name: string;
  industry: string;
  employees: number;
  revenue: number;
  currency: "EUR" | "USD";
  city: string;
  state: string;
  country: string;
  segment: "SMB" | "Mid-Market" | "Enterprise";
  region: Region;
  owner: Ae | null;
}

export interface Contact {
  id: string;
  account: Account;
  name: string;
  title: string;
  department: string;
  isBudgetOwner: boolean | null;
}

export interface Lead {
  id: string;
  sdr: Sdr;
  account: Account | null;
  contact: Contact | null;
  source: string;
  createdAt: Minutes;
  assignedAt: Minutes;
  firstTouchAt: Minutes | null;
  conversationAt: Minutes | null;
  qualifiedAt: Minutes | null;
  disqualifiedAt: Minutes | null;
  reason: string;
  score: number;
}

export type SlotStatus = "scheduled" | "held" | "no_show" | "rescheduled" | "canceled";
export interface Slot {
  id: string;
  bookedAt: Minutes;
  at: Minutes;
  duration: number;
  status: SlotStatus;
  canceledAt: Minutes | null;
  canceledBy: "prospect" | "us" | null;
  noShowBy: "prospect" | "us" | null;
  confirmedAt: Minutes | null;
  inviteAcceptedAt: Minutes | null;
}

export type Ending = "held" | "no_show" | "canceled" | "our_side" | "unknown";

/** A brief field: its text and since when it stands there. */
export interface BriefEntry {
  text: string;
  at: Minutes;
  isGood: boolean;
  /** Earlier text that this one replaced, and since when it stood there. */
  before: string;
  beforeAt: Minutes | null;
}

/** A handoff with everything that happens to it, known to the export or not yet. */
export interface Chain {
  id: string;
  sdr: Sdr;
  ae: Ae;
  ruleAe: Ae;
  firstAe: Ae | null;
  account: Account;
  contact: Contact;
  lead: Lead | null;
  source: string;
  motion: string;
  bookedAt: Minutes;
  assignedAt: Minutes;
  leadDays: number;
  confirms: boolean;
  ending: Ending;
  slots: Slot[];
  /** The decisive slot. */
  meeting: Slot;
  handedOffAt: Minutes;
  syncAt: Minutes | null;
  syncMinutes: number;
  attended: "yes" | "no" | "intro";
  brief: Map<string, BriefEntry>;
  briefUpdatedAt: Minutes | null;
  /** Share of the template's required fields of the handoff that were well filled when the meeting began. */
  completeness: number;
  acceptedAt: Minutes | null;
  rejectedAt: Minutes | null;
  rejectionReason: string;
  sqlAt: Minutes | null;
  disqualifiedAt: Minutes | null;
  disqualificationReason: string;
  opportunity: Opportunity | null;
  touches: Minutes[];
  /** The odds it was made with, as a probability; no export has them. */
  showOdds: number;
}

export interface Opportunity {
  id: string;
  createdAt: Minutes;
  closedAt: Minutes;
  expectedAt: Minutes;
  ending: "won" | "lost" | "open";
  lostReason: string;
  amount: number;
  steps: {at: Minutes; from: string; to: string}[];
}

export type Cell = string | number | boolean | null;
export type Row = Record<string, string>;
export type Tables = Record<string, Row[]>;
