import type {MetricEntry} from "./metric.js";
import {NEEDS} from "./needs.js";

/** Whom handoffs went to, and how fast. */
export const ROUTING_METRICS = [
  {
    name: "routing_kept_rate",
    label: "Routing rule kept",
    short: "Rule kept",
    group: "meetings",
    direction: "up",
    unit: "share",
    kind: "rate",
    range: [0, 1],
    meaning: "The share of handoffs that went to an AE in the rotation of the territory that the rule names.",
    formula: "handoffs whose AE the rule names ÷ handoffs that a rule fits and that have an AE",
    counted: "handoffs with a rule",
    yes: "rule kept",
    no: "rule not kept",
    from: "marts.handoffs",
    members: "routing_verdict in ('kept', 'broken')",
    dated_by: "routed_at",
    success: "routing_verdict = 'kept'",
    needs: [NEEDS.territories],
  },
  {
    name: "time_to_assign_hours",
    label: "Time to assign",
    short: "Assign time",
    group: "speed",
    direction: "down",
    unit: "hours",
    kind: "median",
    meaning: "Hours from the booking until the AE was assigned: half took less, half took longer.",
    formula: "median hours from booking to assignment, of the handoffs assigned; assignments before the booking left out",
    counted: "handoffs assigned",
    from: "marts.handoffs",
    members: "time_to_assign_hours is not null",
    dated_by: "routed_at",
    value: "time_to_assign_hours",
    needs: [NEEDS.assignment],
  },
] as const satisfies readonly MetricEntry[];
