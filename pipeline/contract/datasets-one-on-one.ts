/** What a manager brings to a 1:1, and what RevOps sees of all of them: in files of their own, which no SDR's tree need hold. */
import type {CoachingData, FocusVerdict, PlaybookData} from "./datasets-coaching.js";
import type {CommentThemes, FunnelStage, HandoffLine, PersonCell} from "./datasets.js";

/** A leading behaviour beside the focus, counted over the last half-year, with Wilson's 90 % interval. */
export interface LeadingLine {
  behaviour: string;
  label: string;
  eligible: number;
  done: number;
  value: number;
  lower: number;
  upper: number;
  /** All others in the company over the same time; null where they are fewer than five. */
  others: {people: number; eligible: number; done: number} | null;
  /** Of a field: further briefs of the time that are not counted, as a placeholder or a copy stands in it, or it is not asked of them; absent where there are none. */
  left_out?: number;
}

/** A handoff to talk about: `good` and `missed` of the focus; `best` and `worst` by the AE's rating where there is none. */
export interface CaseInPoint extends Pick<
  HandoffLine,
  | "handoff_id"
  | "account"
  | "ae"
  | "meeting_at"
  | "outcome"
  | "is_sql"
  | "rejection_reason"
  | "disqualification_reason"
  | "is_answered"
  | "is_closed"
  | "is_sql_over"
  | "quality_score"
  | "missing"
  | "helpful"
> {
  kind: "good" | "missed" | "no_show" | "best" | "worst";
  /** What the brief says in the focus's field; `text` null where it says nothing. Null where the focus is no field. */
  brief: {label: string; text: string | null} | null;
  /** Recording of the call. */
  call_url: string | null;
}

export interface FairnessData {
  /** AEs of the last half-year's held handoffs, those with most first. */
  aes: {name: string; handoffs: number}[];
  held: number;
  answered: number;
  rated: number;
  /** Where no export tells of answers, none can be said to be missing. */
  is_answer_known: boolean;
  /** Which way allowing for the AEs moves the mean rating; null with fewer than three AEs, of whom it would tell how they rate. */
  adjusted: "up" | "down" | "same" | null;
  /** AEs who gave the ratings. */
  rated_by: number;
}

/** Links that record what was agreed about a behaviour, or that it is not to be the focus. */
export interface CommitmentForm {
  behaviour: string;
  label: string;
  commit_url: string;
  dismiss_url: string;
}

/** `data/one-on-one/<slug>.json`. */
export interface OneOnOneData {
  slug: string;
  name: string;
  team_name: string | null;
  team_slug: string | null;
  manager_name: string | null;
  is_current: boolean;
  coaching: CoachingData;
  /** Behaviours that were said not to be the focus, the newest first. */
  dismissals: {label: string; dismissed_on: string; note: string | null}[];
  /** What the focus was held against; null without a focus or before anything could be counted. */
  against: {
    quartile: number;
    quartile_of: "team" | "company";
    people: number;
    gap: number;
    occurrence: number;
    /** Cases of the next ten in which it is to be done: half of the way from the own share to the quartile; null where that is not above what is done already. */
    step: number | null;
  } | null;
  /** When the focus was counted last, and of the whole weeks since then in how many cases it was done; null without a focus that could be counted. */
  look: {on: string; eligible: number; done: number} | null;
  cases: CaseInPoint[];
  leading: LeadingLine[];
  /** The scorecard's numbers. */
  cells: PersonCell[];
  funnel: FunnelStage[];
  themes: CommentThemes;
  valued: {context: string; count: number}[];
  valued_answers: number;
  fairness: FairnessData;
  /** The review that was agreed on, or a review's weeks after the agreement; without one the review on which the counts are gone through again. */
  next_check_on: string;
  /** Of the focus and what stands beside it; empty where `coaching.commitment_form_url` is not configured. */
  forms: CommitmentForm[];
  /** The same form with the behaviour left to choose; null where it is not configured. */
  other_form_url: string | null;
}

/** `data/focus-cases/<slug>.json`: the records behind the count of an SDR's focus, newest first, and behind verdicts. */
export interface FocusCases {
  /** Null without a focus that could be counted. */
  behaviour: string | null;
  cases: {record_id: string; account: string; ae: string; dated_at: string; is_disputed: boolean; is_done: boolean}[];
  /** Handoffs of what was agreed on, by whether they were before or after and whether it was done: `facts/handoffs/<slug>` tells more of each. */
  verdicts: {behaviour: string; agreed_on: string; is_after: boolean; is_done: boolean; ids: string[]}[];
}

/** `data/focuses.json`: which focuses tend to work, nobody named. */
export interface FocusesData {
  behaviours: ({behaviour: string; label: string; agreed: number; people: number; dismissed: number; in_focus: number} & Record<
    FocusVerdict,
    number
  >)[];
  /** Rows of the export that cannot be followed. */
  unfollowed: {named: string; problem: "unknown_sdr" | "unknown_behaviour" | "not_counted"; count: number}[];
}

/** A piece of the playbook, as other pages show it. */
export type PlaybookExemplar = PlaybookData["exemplars"][number];
