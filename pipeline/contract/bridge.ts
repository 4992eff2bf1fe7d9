/** The steps from the rows of an export to what the funnel counts. */

/** Kinds of record that the funnel counts, in its order. */
export const FUNNEL_KINDS = ["leads", "handoffs", "opportunities"] as const;
export type FunnelKind = (typeof FUNNEL_KINDS)[number];

/** SQL of how many the funnel counts of each: without handoffs, opportunities stand for themselves. */
export const COUNTED: Readonly<Record<FunnelKind, string>> = {
  leads: "select count(*) from marts.leads where coalesce(first_touch_at, conversation_at, qualified_at) is not null",
  handoffs: "select count(*) from marts.handoffs",
  opportunities: `select case when exists (select 1 from marts.handoffs) then (select count(opportunity_at) from marts.handoffs)
    else (select count(opportunity_at) from marts.opportunities) end`,
};

/** Levels, and what lies between them. */
export const BRIDGE_STEPS = [
  "rows_read",
  "merged",
  "rejected",
  "set_aside",
  "loaded",
  "older",
  "deleted",
  "records",
  "unworked",
  "same_handoff",
  "follows",
  "no_handoff",
  "stopped",
  "not_reached",
  "shared",
  "no_record",
  "counted",
] as const;
export type BridgeStep = (typeof BRIDGE_STEPS)[number];

export interface BridgeData {
  entity: FunnelKind;
  /** `effect`: 0 for a level, -1 for what is taken away, 1 for what is added. */
  steps: {step: BridgeStep; effect: -1 | 0 | 1; count: number}[];
}
