/** The one thing to work on: on an SDR's page, and in a manager's queue. */
import type {RunData} from "./datasets-inference.js";

/** Why there is no focus; `starter`: the first-week path instead. */
export type NoFocusReason = "left" | "other_role" | "away" | "starter" | "too_few" | "no_colleagues" | "nothing_stands_out";
export type FocusVerdict = "signal" | "no_signal" | "too_early" | "regressed";

/** A behaviour and how often it was done over the weeks at work that are looked back on. */
export interface FocusNumbers {
  behaviour: string;
  label: string;
  /** What was there where it was not done; absent where the label says what was done. */
  lapse?: string;
  /** What to do about it in the next calls. */
  practice: string;
  /** Null where nothing could be counted yet, as just after an agreement. */
  eligible: number | null;
  done: number | null;
  /** Shrunk share with its 90 % interval. */
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** Chance that the gap to the colleagues is worth a talk, 0 to 1. */
  sure: number | null;
  /** Difference in the share of SQLs that goes with it in this company, with its 90 % interval, which lies above zero; an association. Null where none is told apart. */
  association: {difference: number; lower: number; upper: number} | null;
  /** AEs' comments on something missing that name it, of all that name anything. */
  comments: number;
  commented: number;
}

export interface FocusEvidence {
  kind: "missed" | "good" | "comment";
  handoff_id: string;
  account: string | null;
  ae: string | null;
  meeting_at: string;
  outcome: string;
  missing: string | null;
}

/** Days of a dismissal that has run out. */
export interface Dismissed {
  on: string;
  until: string;
}

export interface FocusData extends FocusNumbers {
  /** Day on which it was chosen or agreed; `is_since_before`: it was there already when looking back began. */
  since: string;
  is_since_before: boolean;
  /** Nobody agreed on it, and over three reviews or more it has not moved. */
  is_unmoved: boolean;
  review_on: string | null;
  /** What was agreed in a 1:1; null where nobody has, and the counts chose. */
  agreed: {note: string | null} | null;
  /** When it was dismissed last, and until when that held: nobody has agreed on it since. Null where it never was. */
  dismissed: Dismissed | null;
  /**
   * What all others in the company did over the same time, at least five of them. `band`: the middle half of the shares of those with
   * enough cases, where they too are at least five.
   */
  colleagues: {
    people: number;
    eligible: number;
    done: number;
    band: {lower: number; upper: number; people: number} | null;
  } | null;
  evidence: FocusEvidence[];
  /** Run chart against the own baseline; null with too few weeks. */
  run: (RunData & {after_from: number}) | null;
}

/** What became of something agreed, in numbers. */
export interface VerdictNumbers {
  behaviour: string;
  label: string;
  agreed_on: string;
  verdict: FocusVerdict;
  before_n: number;
  before_done: number;
  after_n: number;
  after_done: number;
}

/** The same with what was recorded of it. */
export interface VerdictData extends VerdictNumbers {
  review_on: string | null;
  status: "open" | "done" | "dismissed";
  note: string | null;
  why: "short_baseline" | "few_after" | "before_review" | null;
}

/** An SDR's coaching, as the SDR and the manager see it. */
export interface CoachingData {
  focus: FocusData | null;
  /** What else stands out, at most two. */
  next: FocusNumbers[];
  no_focus: NoFocusReason | null;
  /** What was in focus before, and moved. */
  moved: {label: string; since: string} | null;
  verdicts: VerdictData[];
}

/** A line of a manager's queue: whom to talk with about what. */
export interface QueueLine extends FocusNumbers {
  slug: string;
  name: string;
  since: string;
  is_since_before: boolean;
  is_unmoved: boolean;
  review_on: string | null;
  is_agreed: boolean;
  dismissed: Dismissed | null;
  /** Upper quartile of the team's or the company's others; managers see it. */
  quartile: number | null;
  quartile_of: "team" | "company" | null;
  people: number | null;
  /** How far the own share, with chance taken out, lies behind it; null where nothing could be counted. */
  gap: number | null;
  /** What became of what was agreed last; null where nothing was, or it was dismissed. */
  last: VerdictNumbers | null;
}

/**
 * `data/playbook.json`: excerpts of the company's own briefs that show how a field is filled well, three a field at most, the one to read
 * first before the others. Only of authors who agreed, and without names, contact data and links.
 */
export interface PlaybookData {
  exemplars: {
    /** The behaviour it shows: a field of the brief. */
    behaviour: string;
    label: string;
    text: string;
    motion: string | null;
    /** The AE's rating of the whole handoff. */
    rating: number | null;
    became_sql: boolean;
    /** Of the meeting, `YYYY-MM`. */
    month: string;
  }[];
  /**
   * One whole brief, in the template's order, without anybody's name; null where the configuration does not ask for one, too few have agreed, or none can
   * be shown safely.
   */
  brief: {
    motion: string | null;
    rating: number | null;
    became_sql: boolean;
    /** Of the meeting, `YYYY-MM`. */
    month: string;
    fields: {field: string; text: string}[];
  } | null;
  /** SDRs who agreed that their briefs are shown so. */
  authors: number;
}
