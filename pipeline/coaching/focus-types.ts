/** What the choice of a focus is given, and what it gives. */
import type {WeekCount} from "../stats/weeks.js";
import type {Commitment} from "../contract/commitment.js";
import type {Rules} from "./rules.js";
import type {Candidate} from "./types.js";

/** Why there is no focus. `starter`: the first-week path instead; `away`: not judged over a leave; `no_colleagues`: nobody to be compared with. */
export const NO_FOCUS = ["left", "other_role", "away", "starter", "too_few", "no_colleagues", "nothing_stands_out"] as const;
export type NoFocus = (typeof NO_FOCUS)[number];

/** What is known of an SDR beside the counts. */
export interface Situation {
  is_current: boolean;
  /** Is an SDR now, or passed handoffs on lately, whatever else they are. */
  is_sdr: boolean;
  /** First and last day of each absence. */
  absences: readonly {from: string; to: string}[];
  started_on: string | null;
  /** Handoffs of the weeks looked back on. */
  handoffs: number;
}

/** A review date and what stood out then, best first. */
export interface Review {
  review_on: string;
  candidates: readonly Candidate[];
}

export interface Focus {
  behaviour: string;
  /** Review date on which it was chosen, or the day it was agreed; `is_since_before`: it was already there at the first review gone through. */
  since: string;
  is_since_before: boolean;
  /** Nobody agreed on it, several reviews have gone by, and its own chart shows no gain since. */
  is_unmoved: boolean;
  /** When it is looked at again. */
  review_on: string | null;
  /** The commitment that makes it the focus; null where the engine chose it. */
  commitment: Commitment | null;
  /** Its numbers at the last review; null where it could not be counted then. */
  candidate: Candidate | null;
}

export interface Chosen {
  focus: Focus | null;
  /** What else stood out, at most two. */
  next: Candidate[];
  reason: NoFocus | null;
  /** What was in focus before and moved since. */
  moved: {behaviour: string; since: string} | null;
}

export interface FocusInput {
  situation: Situation;
  /** In order of time. */
  reviews: readonly Review[];
  commitments: readonly Commitment[];
  /** Weeks of a behaviour in order, weeks without cases too. */
  weeksOf(behaviour: string): readonly WeekCount[];
  /** Day of the data. */
  today: string;
  rules: Rules;
}
