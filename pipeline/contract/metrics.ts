/** The metric registry: SQL, tooltips, glossary, scorecards and command line read a metric's definition here and nowhere else. */
import {CONVERSION_METRICS} from "./metrics/conversion.js";
import {DOCUMENTATION_METRICS} from "./metrics/documentation.js";
import {FEEDBACK_METRICS} from "./metrics/feedback.js";
import {LEAD_METRICS} from "./metrics/leads.js";
import {MEETING_METRICS} from "./metrics/meetings.js";
import type {MetricEntry} from "./metrics/metric.js";
import {PIPELINE_METRICS} from "./metrics/pipeline.js";
import {ROUTING_METRICS} from "./metrics/routing.js";

export {METRIC_KINDS} from "./metrics/metric.js";
export type {MetricEntry, MetricKind, Need, Unit} from "./metrics/metric.js";

const ENTRIES = [
  ...MEETING_METRICS,
  ...CONVERSION_METRICS,
  ...FEEDBACK_METRICS,
  ...DOCUMENTATION_METRICS,
  ...LEAD_METRICS,
  ...ROUTING_METRICS,
  ...PIPELINE_METRICS,
] as const;

export type MetricName = (typeof ENTRIES)[number]["name"];

/** A registry entry with nothing left out. */
export interface Metric extends Required<Omit<MetricEntry, Nullable>>, Pick<MetricEntry, "when_accepted_first"> {
  name: MetricName;
  due: string | null;
  known: string | null;
  window_days: number | null;
  window_business_days: number | null;
  window_of: MetricName | null;
  success: string | null;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  range: readonly [number, number] | null;
  target: number | null;
}
type Nullable =
  | "due"
  | "known"
  | "window_days"
  | "window_business_days"
  | "window_of"
  | "success"
  | "value"
  | "numerator"
  | "denominator"
  | "range"
  | "target"
  | "when_accepted_first";

/** Every metric, in the order of the registry. */
export const METRICS: readonly Metric[] = ENTRIES.map(completeMetric);

/** Every metric's name; usable as the choices of an enumeration. */
export const METRIC_NAMES = ENTRIES.map((entry) => entry.name) as [MetricName, ...MetricName[]];

const BY_NAME = new Map<string, Metric>(METRICS.map((metric) => [metric.name, metric]));

/** The metric called `name`, or undefined. */
export function findMetric(name: string): Metric | undefined {
  return BY_NAME.get(name);
}

function completeMetric(entry: MetricEntry): Metric {
  return {
    due: null,
    known: null,
    window_days: null,
    window_business_days: null,
    success: null,
    value: null,
    numerator: null,
    denominator: null,
    range: null,
    target: null,
    needs: [],
    yes: "",
    no: "",
    headline: false,
    leading: false,
    ...entry,
    name: entry.name as MetricName,
    window_of: (entry.window_of ?? null) as MetricName | null,
  };
}
