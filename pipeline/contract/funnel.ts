/** The funnel's stages, what counts the step into each, and why a handoff may have stopped on the way. */
export const FUNNEL_STAGES = [
  "lead",
  "conversation",
  "qualified",
  "booked",
  "held",
  "accepted",
  "sql",
  "opportunity",
  "won",
] as const;
export type Stage = (typeof FUNNEL_STAGES)[number];

export const STAGE_LABELS: Record<Stage, string> = {
  lead: "Lead engaged",
  conversation: "Conversation",
  qualified: "Qualified",
  booked: "Meeting booked",
  held: "Meeting held",
  accepted: "Accepted (SAL)",
  sql: "Sales-qualified (SQL)",
  opportunity: "Opportunity",
  won: "Won",
};

/**
 * The metrics that tell how many come into a stage, best first: the second stands in where the first is absent.
 * `conversation` has none; its share is taken from the counts.
 */
export const STAGE_METRICS: Record<Stage, readonly string[]> = {
  lead: [],
  conversation: [],
  qualified: ["lead_qualification_rate"],
  booked: ["meeting_booking_rate"],
  held: ["show_rate"],
  accepted: ["acceptance_rate"],
  sql: ["meeting_to_sql_rate"],
  opportunity: ["sql_to_opportunity_rate", "meeting_to_opportunity_rate"],
  won: ["opportunity_to_win_rate"],
};

/** The same for handoffs of one month: only what is dated by the meeting counts the same handoffs. */
export const COHORT_METRICS: Partial<Record<Stage, string>> = {
  held: "show_rate",
  accepted: "acceptance_rate",
  sql: "meeting_to_sql_rate",
  opportunity: "meeting_to_opportunity_rate",
};

/** Dimensions that the funnel is split by and the cube is filtered by. */
export const DIMENSIONS = ["team", "source", "motion", "segment", "region"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const DIMENSION_LABELS: Record<Dimension, string> = {
  team: "Team",
  source: "Source",
  motion: "Motion",
  segment: "Segment",
  region: "Region",
};

/** Why a handoff stopped: the first of these that was recorded. */
export const LOSS_CAUSES = [
  "our_side",
  "no_show",
  "canceled",
  "not_rebooked",
  "rejected",
  "disqualified",
  "no_decision",
  "not_explained",
] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];
export const LOSS_LABELS: Record<LossCause, string> = {
  our_side: "Our side missed or cancelled the meeting",
  no_show: "The prospect did not come",
  canceled: "The prospect cancelled",
  not_rebooked: "Put off, and not booked again",
  rejected: "The AE rejected it",
  disqualified: "The AE disqualified it",
  no_decision: "No decision in time",
  not_explained: "Not explained",
};
