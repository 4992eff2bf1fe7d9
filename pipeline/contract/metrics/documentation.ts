import type {MetricEntry} from "./metric.js";
import {HELD_OR_NO_SHOW, NEEDS} from "./needs.js";

/** What the Handoff Brief said when the meeting began. */
export const DOCUMENTATION_METRICS = [
  {
    name: "documentation_completeness", label: "Documentation completeness", short: "Docs", group: "documentation",
    direction: "up", unit: "share", kind: "clustered_rate", range: [0, 1], target: 0.95, headline: true, leading: true,
    meaning: "The share of the brief's required fields that were filled when the meeting began.",
    formula: "required fields filled ÷ required fields, of handoffs held or no-show", counted: "handoffs",
    from: "marts.handoffs", members: `${HELD_OR_NO_SHOW} and required_fields > 0`, dated_by: "meeting_at",
    numerator: "required_filled", denominator: "required_fields",
    needs: [NEEDS.outcomes, NEEDS.brief],
  },
  {
    name: "weighted_documentation", label: "Weighted documentation", short: "Weighted docs", group: "documentation",
    direction: "up", unit: "share", kind: "clustered_rate", range: [0, 1], leading: true,
    meaning: "The share of the whole brief, each field by its weight, that was filled when the meeting began.",
    formula: "weights of fields filled ÷ weights of all fields, of handoffs held or no-show", counted: "handoffs",
    from: "marts.handoffs", members: `${HELD_OR_NO_SHOW} and total_weight > 0`, dated_by: "meeting_at",
    numerator: "filled_weight", denominator: "total_weight",
    needs: [NEEDS.outcomes, NEEDS.brief],
  },
  {
    name: "fully_documented_rate", label: "Fully documented", short: "Full briefs", group: "documentation",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], leading: true,
    meaning: "The share of handoffs whose brief had every required field filled when the meeting began.",
    formula: "handoffs with every required field filled ÷ handoffs held or no-show", counted: "handoffs",
    from: "marts.handoffs", members: `${HELD_OR_NO_SHOW} and required_fields > 0`, dated_by: "meeting_at",
    success: "is_fully_documented",
    needs: [NEEDS.outcomes, NEEDS.brief],
  },
  {
    name: "brief_on_time_rate", label: "Brief on time", short: "On time", group: "documentation",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], leading: true,
    meaning: "The share of handoffs whose brief was complete a day before the meeting.",
    formula: "brief complete 24 hours before the meeting or earlier ÷ handoffs held or no-show", counted: "handoffs",
    from: "marts.handoffs", members: `${HELD_OR_NO_SHOW} and required_fields > 0`, dated_by: "meeting_at",
    success: "is_brief_on_time",
    needs: [NEEDS.outcomes, NEEDS.brief, NEEDS.brief_in_time],
  },
  {
    name: "brief_lead_time_hours", label: "Brief lead time", short: "Lead time", group: "documentation",
    direction: "up", unit: "hours", kind: "median", leading: true,
    meaning: "How many hours before the meeting the brief was complete, of the briefs that were.",
    formula: "median hours from the complete brief to the meeting, of handoffs held or no-show", counted: "complete briefs",
    from: "marts.handoffs", members: HELD_OR_NO_SHOW, dated_by: "meeting_at",
    success: "brief_lead_time_hours is not null", value: "brief_lead_time_hours",
    needs: [NEEDS.outcomes, NEEDS.brief, NEEDS.brief_in_time],
  },
] as const satisfies readonly MetricEntry[];
