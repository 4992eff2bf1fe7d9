/**
 * What the pages about single handoffs are given: the Handoff Brief, the coming meetings, an AE's own page. As in `datasets.ts`;
 * in a brief, what is not known is left out.
 */
import type {PersonCell} from "./datasets.js";
import type {Outcome} from "./vocabulary.js";

/**
 * `data/briefs/<sdr>/<ae>-<n>.json`: briefs of one SDR with one AE, booked within one team, in order of meeting, so that whoever may see
 * one of them may see the whole file and nobody else needs it. A person without a name in the data stands as `_none`.
 */
export interface BriefShard {
  briefs: BriefDocument[];
}

/** `data/briefs/index/<xx>.json`: handoff id to shard, without `.json`; which file by the hash of the id, in a small tree fewer of them. */
export type BriefIndex = Record<string, string>;

/** `data/turns/<xx>.json` and `data/coming/turns.json`, for RevOps alone: whose turn a handoff was that went past the rule. */
export type Turns = Record<string, string>;

/** `data/contacts/<ae>.json`, for that AE alone and only with `publish.contact_details`: how to reach the contact of a handoff. */
export type ContactDetails = Record<string, {email?: string; phone?: string}>;

/** One Handoff Brief, as it stood when its meeting began; of one to come, as it stands. */
export interface BriefDocument {
  handoff_id: string;
  meeting_at: string;
  outcome: Outcome;
  sdr?: string;
  sdr_slug?: string;
  ae?: string;
  ae_slug?: string;
  team?: string;
  team_slug?: string;
  source?: string;
  motion?: string;
  segment?: string;
  region?: string;
  opportunity_id?: string;
  lead_id?: string;
  is_disputed?: true;
  account: BriefAccount;
  contact: BriefContact;
  meeting: BriefMeeting;
  /** What the CRM says of the decision, beside the brief's own words. */
  decision?: {involvement?: string; is_active?: boolean; decide_by?: string; budget_cycle?: string};
  /** A letter per field of the template, in the manifest's order: f filled, v filled but vague, n asked and not told, m missing; in capitals where this handoff's brief requires it. */
  fields: string;
  /** What the fields say, by name; those without text are left out. */
  values?: Record<string, string>;
  /** Fields whose text is longer than the site carries: how many characters it has in all. */
  cut?: Record<string, number>;
  /** Fields filled or mended only after the meeting began, with what they say now; empty text where only that much is known. */
  later?: Record<string, string>;
  completeness?: {
    required: number;
    filled: number;
    is_judged_late: boolean;
    /** Since when every required field was filled. */
    completed_at?: string;
  };
  people?: BriefPerson[];
  /** By channel; `talks` are those of them in which the two sides spoke. */
  touches?: {channel: string; ours: number; theirs: number; talks: number; first_at: string; last_at: string}[];
  /** What happened before the meeting, newest first; at most 40 of `event_count`. */
  events?: BriefEvent[];
  event_count?: number;
  /** Product usage by week, oldest first. */
  usage?: {week: string; seats?: number; active_users?: number; logins?: number; features_adopted?: number; spend?: number}[];
  pql_at?: string;
  calls?: BriefCall[];
  /** A letter per criterion of both checklists, in the manifest's order: m met, n not met, u unknown. */
  criteria?: string;
  /** What each of them saw, in the same order; empty where nothing. */
  saw?: string[];
  /** `reason` and, of related accounts, `how` and `tie` are codes of the routing model; the catalogue has their words. */
  routing?: {verdict: string; territory?: string; rule?: string; expected_ae?: string; reason?: string; context?: string};
  /** Accounts that the AE owns, has won or has an open deal with, and in what they are like this one. */
  related?: {account_id?: string; account: string; how?: string; tie?: string}[];
  /** What of a brief written as one note no field could take, and how sure the rest is placed (0 to 1). */
  note?: {unplaced?: string; certainty?: number};
  after?: BriefAfter;
  /** Handoffs at the same account whose meeting was earlier, newest first, at most three. */
  earlier?: BriefEarlier[];
  /** By field that this brief leaves open, and by role that it gives to somebody else: what the newest of those briefs says that may be seen with this one. */
  said?: Record<string, BriefSaid>;
}

/** An earlier handoff at the same account. Which one it was, and what became of it, is told only where whoever sees this brief may see that one too. */
export interface BriefEarlier {
  at: string;
  outcome: Outcome;
  /** Left out where either has no AE. */
  is_same_ae?: boolean;
  handoff_id?: string;
  is_same_sdr?: boolean;
  is_sql?: true;
  /** The AE has still to decide. */
  is_open?: true;
}

/** What an earlier brief said. */
export interface BriefSaid {
  text: string;
  at: string;
  handoff_id: string;
}

export interface BriefAccount {
  id?: string;
  name?: string;
  industry?: string;
  employees?: number;
  annual_revenue?: number;
  currency?: string;
  city?: string;
  state?: string;
  country?: string;
  website?: string;
}

export interface BriefContact {
  id?: string;
  name?: string;
  title?: string;
  department?: string;
  linkedin_url?: string;
  is_budget_owner?: boolean;
  /** Not in the brief's file: the AE's page adds them from `contacts/<ae>.json`. */
  email?: string;
  phone?: string;
}

export interface BriefMeeting {
  id?: string;
  duration_minutes?: number;
  /** Only an address that starts with http: or https:. */
  link?: string;
  invited?: string;
  booked_at?: string;
  assigned_at?: string;
  handed_off_at?: string;
  confirmation_sent_at?: string;
  invite_accepted_at?: string;
  sync_call_at?: string;
  sync_call_minutes?: number;
  sdr_attended?: string;
  /** Every slot so far, in order. */
  slots?: {at: string; status: string}[];
}

/** Somebody who takes part in the buying decision. */
export interface BriefPerson {
  role: string;
  name?: string;
  title?: string;
  agreed_to_meet?: boolean;
  /** Is the contact of the meeting. */
  is_contact?: boolean;
}

export interface BriefEvent {
  at: string;
  channel: string;
  /** The prospect's doing; else ours. */
  is_theirs: boolean;
  by: "sdr" | "ae" | "other";
  outcome?: string;
  subject?: string;
}

export interface BriefCall {
  id: string;
  at?: string;
  minutes?: number;
  url?: string;
  talk_ratio?: number;
}

/** What became of it, and what the AE answered. */
export interface BriefAfter {
  accepted_at?: string;
  acceptance_due_at?: string;
  rejected_at?: string;
  rejection_reason?: string;
  sql_at?: string;
  disqualified_at?: string;
  disqualification_reason?: string;
  opportunity_at?: string;
  won_at?: string;
  feedback_due_at?: string;
  answered_at?: string;
  showed_up?: string;
  qualification_accuracy?: string;
  most_valuable_context?: string[];
  missing?: string;
  helpful?: string;
  will_advance?: string;
  quality_score?: number;
  /** Held, not answered, and no longer asked for. */
  is_closed?: true;
  /** The form with the handoff filled in, while the AE's answer is asked for; left out where no form is configured. */
  form_url?: string;
}

/** Who has to act before a coming meeting. */
export type Actor = "sdr" | "ae" | "prospect" | "manager" | "revops";

/** Something to do before a coming meeting. */
export interface ComingTask {
  who: Actor;
  what:
    "brief" | "document" | "criterion" | "invitation" | "reroute" | "ae" | "unknown" | "vague" | "confirmation" | "acceptance";
  /** Fields of the brief by name, or labels of criteria. */
  of?: string[];
  /** Of a handoff that went past the routing rule: who has it, and whose turn it was; the latter in no file but `coming/turns.json`. */
  ae?: string;
  expected_ae?: string;
  /** What is due at once has been since then. */
  due_at?: string;
}

/** A meeting that lies ahead, with what it still misses. */
export interface ComingMeeting {
  handoff_id: string;
  meeting_at: string;
  duration_minutes: number | null;
  account_id: string | null;
  account: string | null;
  contact: string | null;
  contact_title: string | null;
  sdr: string | null;
  sdr_slug: string | null;
  ae: string | null;
  ae_slug: string | null;
  team_slug: string | null;
  motion: string | null;
  /** As in a brief; empty without one. */
  fields: string;
  /** Those of the brief's texts that its three lines are made of. */
  values: Record<string, string>;
  /** The newest of the handoffs at the same account whose meeting was earlier and is over, as its brief tells of it to whoever may see that; absent without one. */
  before?: Pick<BriefEarlier, "at" | "outcome" | "is_same_ae">;
  /** A day before the meeting: when the brief is to be complete. */
  add_by: string;
  /** The last business moment at or before it; null where the calendar knows none. */
  add_by_business: string | null;
  /** Every open item of the readiness checklist, as something to do: none if and only if the meeting is ready. */
  tasks: ComingTask[];
  /** Worth doing beyond the checklist. */
  also: ComingTask[];
}

/** A coming meeting as a line of a list, without what its brief says. */
export type ComingLine = Omit<ComingMeeting, "values">;

/** `data/coming/<team|sdr|ae>/<slug>.json`: the coming meetings of one team, SDR or AE, soonest first; `sdr/<slug>.ics` beside it for those not ready. */
export interface ComingData {
  slug: string;
  name: string;
  team_slug: string | null;
  team_name: string | null;
  meetings: ComingMeeting[];
  /** Handoffs put off and not booked again. */
  put_off: {handoff_id: string; account: string | null; sdr: string | null; meeting_at: string}[];
  /** Whether `sdr/<slug>.ics` is there. */
  has_calendar: boolean;
}

/** `data/coming/company.json`: how many meetings of each team are coming and not ready; whose, that team's file tells. */
export interface ComingCompany {
  teams: {
    slug: string;
    name: string;
    coming: number;
    not_ready: number;
    /** Of each that is not ready, when its first task is due; null where nothing has a time. The page holds it against a clock. */
    dues: (string | null)[];
    next_at: string | null;
  }[];
}

/** `data/ae/<slug>.json`: what an AE walks into, and owes. Never how the AE rates. */
export interface AeData {
  slug: string;
  name: string;
  team_name: string | null;
  team_slug: string | null;
  is_current: boolean;
  /** Own response and time to decide, over the last 90 days, else over all time. */
  cells: PersonCell[];
  coming: ComingMeeting[];
  /** Of them by handoff what was before at the same account, also with other SDRs: the AE's own side may see their briefs too. */
  earlier: Record<string, Pick<BriefDocument, "earlier" | "said">>;
  /** Whether `coming/ae/<slug>.ics` is there. */
  has_calendar: boolean;
  /** Weeks after its meeting that an answer or a decision is asked for. */
  asked_weeks: number;
  /** Held within those weeks and not answered, the newest first. */
  owed: OwedAnswer[];
  owed_count: number;
  /** Held before them and never answered. */
  closed_unanswered: number;
  /** To be accepted or rejected, of meetings within those weeks or ahead, the newest first. */
  undecided: UndecidedHandoff[];
  /** How many of them are overdue, and how many can still be decided in time. */
  overdue_count: number;
  open_count: number;
  /** Of meetings before those weeks, never decided. */
  closed_undecided: number;
  /** Past meetings of which nobody recorded whether they took place, newest first; however old, since no number counts them until then. */
  unrecorded: AeHandoff[];
  unrecorded_count: number;
  /** The last 20 handoffs, newest first. */
  past: PastHandoff[];
}

/** `data/ae-team/<slug>.json`: the AEs of a team, by name, with what they answer, decide, and have before them. Never how they rate. */
export interface AeTeamData {
  slug: string;
  name: string;
  manager_name: string | null;
  aes: {
    slug: string;
    name: string;
    /** Own response and time to decide, as on the AE's page. */
    cells: PersonCell[];
    coming: number;
    owed_count: number;
    overdue_count: number;
    open_count: number;
  }[];
}

export interface AeHandoff {
  handoff_id: string;
  meeting_at: string;
  account_id: string | null;
  account: string | null;
  contact: string | null;
  sdr: string | null;
}

export interface OwedAnswer extends AeHandoff {
  due_at: string | null;
  is_overdue: boolean;
  /** The form with the handoff filled in; null where `feedback.form_url` is not configured. */
  form_url: string | null;
}

export interface UndecidedHandoff extends AeHandoff {
  due_at: string | null;
  is_overdue: boolean;
}

export interface PastHandoff extends AeHandoff {
  outcome: Outcome;
  is_sql: boolean;
  /** No SQL, and the time in which it would have counted is over. */
  is_sql_over: boolean;
  rejection_reason: string | null;
  disqualification_reason: string | null;
  is_answered: boolean;
}
