/** The closed vocabularies of the canonical entities. Other spellings are mapped by profiles and by `values` in the configuration. */
export const ROLES = ["sdr", "ae", "manager", "exec"] as const;
export const MEETING_STATUS = ["scheduled", "held", "no_show", "rescheduled", "canceled"] as const;
export const SIDES = ["prospect", "us"] as const;
export const ATTENDED = ["yes", "no", "intro"] as const;
export const CHANNELS = ["email", "call", "linkedin", "meeting", "other"] as const;
export const DIRECTIONS = ["in", "out"] as const;
export const STAKEHOLDER_ROLES = ["champion", "economic_buyer", "technical_buyer", "end_user", "other"] as const;
export const SHOWED_UP = ["yes", "no", "rescheduled"] as const;
export const ACCURACY = ["full", "partial", "not"] as const;
export const CONTEXT = ["pain_points", "stakeholder_map", "timeline", "competitive_intel"] as const;
export const ADVANCE = ["yes", "no", "maybe"] as const;
export const COMMITMENT_STATUS = ["open", "done", "dismissed"] as const;

/** What became of a handoff (a meeting chain). `our_side` is in no rate; `unknown` is never guessed. */
export const OUTCOMES = ["held", "no_show", "canceled", "pending", "our_side", "unknown"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SCOPES = ["company", "team", "manager", "sdr", "ae", "pair", "source", "motion", "segment", "region"] as const;
export type Scope = (typeof SCOPES)[number];

export const PERIODS = ["month", "quarter", "trailing_90d", "all"] as const;
export type Period = (typeof PERIODS)[number];

export const MATURITIES = ["final", "provisional", "too_few"] as const;
export type Maturity = (typeof MATURITIES)[number];

/** Status of an aggregate against its target, and of a person against it. */
export const STATUSES = [
  "too_few",
  "no_target",
  "exceeds",
  "on_track",
  "improving",
  "slipping",
  "off_track",
  "above_target",
  "below_target",
  "not_separable",
] as const;
export type Status = (typeof STATUSES)[number];
