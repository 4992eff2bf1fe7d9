import type {Day, Region} from "./calendar.js";

/** What is out of the ordinary about an SDR's way of working. `field:<column>` is a brief field that is often left blank. */
export type Habit =
  | `field:${string}`
  | "vague_pain"
  | "copied_pain"
  | "placeholders"
  | "late_brief"
  | "no_confirmation"
  | "no_sync"
  | "slow_first_touch"
  | "few_touches"
  | "weak_fit"
  | "none";

/** A focus agreed in a 1:1, and whether the habit went away after it. */
export interface Focus {
  behaviour: string;
  agreedOn: Day;
  reviewOn: Day;
  status: "open" | "done" | "dismissed";
  note: string;
  worked: boolean | null;
}

export interface Person {
  id: string;
  name: string;
  role: "sdr" | "ae" | "manager" | "exec";
  team: string;
  managerId: string | null;
  region: Region;
  segment: string;
  startedOn: Day;
  endedOn: Day | null;
  absence: [Day, Day] | null;
  /** Later team, manager or role, from a day on. */
  changes: {
    from: Day;
    role?: Person["role"];
    team?: string;
    managerId?: string;
    region?: Region;
    segment?: string;
    startedOn?: Day;
  }[];
}

export interface Sdr extends Person {
  habit: Habit;
  focus: Focus | null;
  /** Logit shifts of show and SQL, points of quality. */
  showSkill: number;
  sqlSkill: number;
  qualitySkill: number;
  /** Handoffs a month when settled. */
  volume: number;
  sources: readonly (readonly [string, number])[];
  motions: readonly (readonly [string, number])[];
}

export interface Ae extends Person {
  /** Points added to every rating. */
  severity: number;
  /** Logit shift of calling it an SQL. */
  leniency: number;
  responds: number;
  acceptHours: number;
}
