/** The shape of a metric's entry. Everything about a metric stands in its entry; SQL, tooltips, glossary and scorecards follow. */

/** What the value is measured in; `share` is 0 to 1, `money` is in the row's currency. */
export type Unit = "share" | "score" | "hours" | "business_hours" | "days" | "count" | "money" | "money_per_day";

/**
 * How a value comes from its members, and so which interval it has: `rate` Wilson, `clustered_rate` cluster-robust by
 * the mart's row, `mean` t, `median` order statistics; `ratio`, `sum` and `velocity` have none. An `adjusted_mean` is no sum over its own
 * members alone: it comes from a model of all of them (the inference room), with that model's interval.
 */
export const METRIC_KINDS = ["rate", "clustered_rate", "ratio", "mean", "median", "sum", "velocity", "adjusted_mean"] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** A condition on the data without which the metric is absent, never zero. */
export interface Need {
  /** SQL condition on the whole mart: aggregates of its columns. */
  present: string;
  /** What to supply or set, for the page that cannot show the number. */
  supply: string;
}

/** What an entry of the registry states; the rest has the defaults of `completeMetric`. */
export interface MetricEntry {
  name: string;
  label: string;
  /** For column heads. */
  short: string;
  group: "meetings" | "conversion" | "feedback" | "documentation" | "speed" | "pipeline";
  /** Whether more is better. */
  direction: "up" | "down";
  unit: Unit;
  kind: MetricKind;
  /** One plain sentence. */
  meaning: string;
  /** The same in terms of numerator and denominator. */
  formula: string;
  /** What n counts, plural: "of 212 meetings". */
  counted: string;
  /** Of a rate: what a member is called that counts as a success, and one that does not, beside each in a list of them. */
  yes?: string;
  no?: string;
  /** Mart whose rows are the candidates. */
  from: "marts.handoffs" | "marts.opportunities" | "marts.leads";
  /** SQL condition: which rows are members. */
  members: string;
  /** SQL time that puts a member into a period. */
  dated_by: string;
  /** Members and date where `stage_order` puts acceptance before the meeting. */
  when_accepted_first?: {members: string; dated_by: string};
  /** SQL time from which a member is mature, once known; `{window}` stands for the window. Left out: mature at once. */
  due?: string;
  /** Mart column: until when the source that would show the success is known. */
  known?: string;
  /** Default of `{window}`, in days of 24 hours; `windows` of the configuration replaces it. */
  window_days?: number;
  /** Business days until the deadline that the mart already holds. */
  window_business_days?: number;
  /** Metric whose configured window holds here too. */
  window_of?: string;
  /** SQL condition: success of a rate, or which members a median is taken over; `{due}` stands for the deadline. */
  success?: string;
  /** SQL number: what a mean, a median or a sum is of. */
  value?: string;
  /** SQL numbers of a clustered rate or a ratio, per row of the mart. */
  numerator?: string;
  denominator?: string;
  /** Lowest and highest possible value; the midpoint of target and best counts in `exceeds`. */
  range?: readonly [number, number];
  /** Example target of the seed document; judged only once `targets_confirmed`. */
  target?: number;
  needs?: readonly Need[];
  /** One of the six numbers that every page leads with. */
  headline?: boolean;
  /** An SDR can act on it before the meeting, as against its result. */
  leading?: boolean;
}
