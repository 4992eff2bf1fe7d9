import {expect, it} from "vitest";
import {findMetric, METRIC_NAMES, METRICS} from "../../pipeline/contract/metrics.js";
import {windowDays} from "../../pipeline/metrics/index.js";

it("the registry holds every metric of the definitions", () => {
  expect([...METRIC_NAMES].sort()).toEqual([
    "acceptance_rate", "adjusted_quality_score", "advance_forecast_accuracy", "assigned_to_touched_hours", "brief_lead_time_hours", "brief_on_time_rate",
    "created_to_assigned_hours", "days_to_close", "days_to_opportunity", "days_to_sql", "documentation_completeness",
    "feedback_response_rate", "first_slot_show_rate", "fully_documented_rate", "handoff_quality_score", "lead_qualification_rate",
    "meeting_booking_rate", "meeting_to_opportunity_rate", "meeting_to_sql_rate", "msq_compliance_rate", "opportunity_to_win_rate", "partially_qualified_rate",
    "pipeline_created", "pipeline_velocity", "pipeline_won", "qualification_accuracy", "readiness_rate", "routing_kept_rate", "show_rate", "speed_to_lead_hours",
    "sql_to_opportunity_rate", "time_to_accept_hours", "time_to_assign_hours", "touches_to_meeting", "weighted_documentation",
  ]); // prettier-ignore
});

it("six headline metrics carry the seed's targets", () => {
  expect(Object.fromEntries(METRICS.filter((metric) => metric.headline).map(({name, target}) => [name, target]))).toEqual({
    show_rate: 0.75, meeting_to_sql_rate: 0.4, sql_to_opportunity_rate: 0.65, handoff_quality_score: 8, feedback_response_rate: 0.9,
    documentation_completeness: 0.95,
  }); // prettier-ignore
  expect(METRICS.filter((metric) => metric.target !== null)).toHaveLength(6);
});

it.each(METRICS)("$name states all that its kind needs", (metric) => {
  if (metric.kind === "rate" || metric.kind === "velocity") expect(metric.success).not.toBeNull();
  if (metric.kind === "clustered_rate" || metric.kind === "ratio") expect(metric.numerator && metric.denominator).toBeTruthy();
  if (["mean", "median", "sum", "velocity"].includes(metric.kind)) expect(metric.value).not.toBeNull();
  expect(metric.due === null).toBe(metric.known === null);
  expect(metric.due?.includes("{window}") ?? false).toBe(metric.window_days !== null);
  if (metric.window_of) expect(findMetric(metric.window_of)).toMatchObject({due: metric.due});
  expect(metric.meaning).toMatch(/^[A-Z].*\.$/);
});

it("a median's window is the one configured for its rate, unless it has its own", () => {
  const days = findMetric("days_to_sql")!;
  expect(windowDays(days, {})).toBe(14);
  expect(windowDays(days, {meeting_to_sql_rate: 21})).toBe(21);
  expect(windowDays(days, {meeting_to_sql_rate: 21, days_to_sql: 7})).toBe(7);
  expect(windowDays(findMetric("show_rate")!, {})).toBeNull();
});
