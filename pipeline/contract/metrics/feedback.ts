import type {MetricEntry} from "./metric.js";
import {JUDGED, NEEDS} from "./needs.js";

/** What the AEs answered after the discovery call. */
export const FEEDBACK_METRICS = [
  {
    name: "handoff_quality_score", label: "Handoff quality score", short: "Quality", group: "feedback",
    direction: "up", unit: "score", kind: "mean", range: [1, 10], target: 8, headline: true,
    meaning: "How the AEs rated the handoffs of meetings held, from 1 to 10; the last answer counts.",
    formula: "sum of ratings ÷ meetings held with a rating", counted: "ratings",
    from: "marts.handoffs", members: "is_held and quality_score is not null", dated_by: "meeting_at", value: "quality_score",
    needs: [NEEDS.rating],
  },
  {
    name: "feedback_response_rate", label: "Feedback response rate", short: "Feedback", group: "feedback",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], target: 0.9, headline: true, window_business_days: 2,
    meaning: "The share of meetings held for which the AE answered within two business days.",
    formula: "feedback by the deadline ÷ meetings held whose deadline is over", counted: "meetings held",
    from: "marts.handoffs", members: "is_held", dated_by: "meeting_at", due: "feedback_due_at", known: "feedback_known_at",
    success: "feedback_first_at <= {due}",
    needs: [NEEDS.held, NEEDS.feedback],
  },
  {
    name: "qualification_accuracy", label: "Qualification accuracy", short: "Accuracy", group: "feedback",
    direction: "up", unit: "share", kind: "rate", range: [0, 1],
    meaning: "The share of answers in which the AE found the prospect fully qualified.",
    formula: "answers “fully qualified” ÷ answers", counted: "answers",
    from: "marts.handoffs", members: `qualification_accuracy is not null and ${JUDGED}`, dated_by: "meeting_at",
    success: "qualification_accuracy = 'full'",
    needs: [NEEDS.accuracy],
  },
  {
    name: "partially_qualified_rate", label: "Partly qualified", short: "Partly", group: "feedback",
    direction: "down", unit: "share", kind: "rate", range: [0, 1],
    meaning: "The share of answers in which the AE found the prospect only partly qualified.",
    formula: "answers “partly qualified” ÷ answers", counted: "answers",
    from: "marts.handoffs", members: `qualification_accuracy is not null and ${JUDGED}`, dated_by: "meeting_at",
    success: "qualification_accuracy = 'partial'",
    needs: [NEEDS.accuracy],
  },
  {
    name: "advance_forecast_accuracy", label: "Forecast accuracy", short: "Forecast", group: "feedback",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], window_days: 44, window_of: "meeting_to_opportunity_rate",
    meaning: "How often the AE's “will advance” or “will not” came true within 44 days of the meeting.",
    formula: "opportunity came, or did not, as said ÷ answers yes or no at least 44 days after the meeting", counted: "answers",
    from: "marts.handoffs", members: `will_advance in ('yes', 'no') and ${JUDGED}`, dated_by: "meeting_at",
    due: "meeting_at + {window}", known: "opportunities_known_at",
    success: "coalesce(opportunity_at <= {due}, false) = (will_advance = 'yes')",
    needs: [NEEDS.forecast, NEEDS.opportunity],
  },
] as const satisfies readonly MetricEntry[];
