/** What tooltips and glossary say of each metric, from the registry and the configuration. */
import type {Config} from "../config.js";
import type {MetricInfo} from "../contract/datasets.js";
import {inLanguage} from "../contract/language.js";
import {findMetric, METRICS, type Metric} from "../contract/metrics.js";
import {windowDays} from "../metrics/index.js";
import {isAcceptedFirst} from "./funnel/stage-counts.js";

/** What the registry's dates are called. */
const DATES: Record<string, string> = {
  meeting_at: "meeting",
  first_slot_at: "first slot",
  handed_off_at: "handoff",
  booked_at: "first booking",
  routed_at: "assignment, else first booking",
  sql_at: "SQL",
  opportunity_at: "opportunity",
  won_at: "win",
  conversation_at: "conversation",
  first_touch_at: "first touch",
  created_at: "creation of the lead",
};

const RECORDS = {"marts.handoffs": "handoff", "marts.opportunities": "opportunity", "marts.leads": "lead"} as const;

/** Every metric of the registry, in its order, whether the data have it or not. */
export function listMetricInfos(config: Config): MetricInfo[] {
  const isAccepted = isAcceptedFirst(config.stage_order);
  return METRICS.map((metric) => {
    const datedBy = (isAccepted && metric.when_accepted_first?.dated_by) || metric.dated_by;
    return {
      name: metric.name,
      label: inLanguage(metric.label),
      short_label: inLanguage(metric.short),
      group: metric.group,
      meaning: inLanguage(metric.meaning),
      formula: inLanguage(metric.formula),
      counted: inLanguage(metric.counted),
      yes: inLanguage(metric.yes),
      no: inLanguage(metric.no),
      unit: metric.unit,
      kind: metric.kind,
      direction: metric.direction,
      window: describeWindow(metric, config),
      dated_by: inLanguage(DATES[datedBy] ?? datedBy),
      target: config.targets[metric.name] ?? metric.target,
      is_headline: metric.headline,
      is_leading: metric.leading,
      record: RECORDS[metric.from],
    };
  });
}

/** Such as "14 days"; empty without a window. */
function describeWindow(metric: Metric, config: Config): string {
  const owner = (metric.window_of && findMetric(metric.window_of)) || metric;
  if (metric.window_business_days !== null) {
    const inherent = owner.name === "feedback_response_rate" ? config.feedback_due_business_days : metric.window_business_days;
    return say(Math.round(config.windows[owner.name] ?? inherent), "business day");
  }
  const days = windowDays(metric, config.windows);
  return days === null ? "" : say(days, "day");
}

const say = (count: number, unit: string): string => `${count} ${inLanguage(count === 1 ? unit : `${unit}s`)}`;
