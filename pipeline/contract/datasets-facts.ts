/**
 * What stands behind the numbers, fetched only when one of them is asked about. Each file is of one person, one team or the company
 * alone, so that a tree of an audience holds its own and no other.
 */
import type {LossCause} from "./funnel.js";
import type {Outcome} from "./vocabulary.js";

/**
 * A member of a metric, a row per metric and member; zeros while in flight. `data/facts/<sdr>.arrow` has all of an SDR's,
 * `facts/team/<team>.arrow`, `facts/ae/<ae>.arrow` and `facts/rater/<ae>.arrow` (ratings, for RevOps alone) the newest of each metric,
 * `facts/company/<metric>.arrow` the newest of each month.
 */
export interface FactRow {
  metric: string;
  record_id: string;
  account: string;
  ae: string;
  /** Only in files that are not an SDR's own. */
  sdr?: string;
  dated_at: string;
  is_mature: boolean;
  /** Someone says that the record, or its part in this metric, is wrong, and nobody has settled it. */
  is_disputed: boolean;
  numerator: number;
  denominator: number;
  /** Of money; else empty. */
  currency: string;
  /** Only in the company's files, by which its numbers are split; empty where not known. */
  team?: string;
  source?: string;
  motion?: string;
  segment?: string;
  region?: string;
}

/** How far a handoff came: booked, held, accepted, SQL, opportunity, won. */
export type StageLetter = "b" | "h" | "a" | "s" | "o" | "w";

/**
 * A handoff with all that counts are made of: `data/facts/handoffs/<sdr>.arrow` has an SDR's, `facts/company/handoffs.arrow` the
 * company's newest of each month. Texts are empty where nothing is known.
 */
export interface HandoffFact {
  record_id: string;
  account: string;
  sdr: string;
  ae: string;
  /** Of the meeting. */
  dated_at: string;
  is_disputed: boolean;
  /** Whether its time to become an SQL is over, so that it counts in the rate. */
  is_sql_known: boolean;
  /** Given to its AE within the last twelve weeks. */
  is_lately: boolean;
  outcome: Outcome;
  /** Letters of `StageLetter`. */
  stages: string;
  /** Why it stopped, as the list of losses counts it. */
  cause: LossCause | "";
  reason: string;
  /** What the AE decided: accepted, rejected, overdue, open, or lapsed where it is no longer asked for. */
  decision: string;
  rejected_for: string;
  /** Whose rule it came under, where the round robin counts it. */
  territory: string;
  accuracy: string;
  advance: string;
  /** Whether the forecast's time is over, and an opportunity came within it. */
  advanced: "came" | "not" | "";
  /** The AE's rating; 0 without one. */
  score: number;
  /** Contexts that the AE found valuable, with `;` between. */
  valued: string;
  /**
   * A letter per field of the brief, in the manifest's order: f filled, n asked and not told, m missing, l missing and filled later; empty
   * when it was not judged.
   */
  fields: string;
  /** A letter per criterion, in the order of the checklist: m met, n not met, u unknown. */
  qualification: string;
  readiness: string;
  /** A letter per practice in the order of `PracticesData.practices`: y, n, or - where it is neither, or the outcome is not known yet. */
  practices: string;
  /**
   * A letter per behaviour, in the manifest's order: y done, n not, - where it is in no count of the last half-year; shorter where the rest are
   * in none.
   */
  behaviours: string;
  /** Only in the company's file. */
  team?: string;
  source?: string;
  motion?: string;
  segment?: string;
  region?: string;
  /** Only in the company's file: `kept`, `broken`, or why no rule was found; empty where nothing can be said. */
  routed?: string;
  /** Only in the company's file, a letter each: b accepted in bulk, l judged by a later export, r changed hands. */
  remarks?: string;
}
