import type {Metric} from "../contract/metrics.js";
import {quoteText} from "../db.js";
import {windowDays, type MemberRules} from "./rules.js";

/** The columns by which members belong to scopes; null where a member belongs to none. */
export const SCOPE_COLUMNS = [
  "team",
  "manager_id",
  "sdr_id",
  "ae_id",
  "pair_id",
  "source",
  "motion",
  "segment",
  "region",
] as const;

const RECORD = {"marts.handoffs": "handoff_id", "marts.opportunities": "opportunity_id", "marts.leads": "lead_id"} as const;

/**
 * SQL of a metric's members, a row each: `record_id`, `dated_at`, `is_mature`, the scope columns, `numerator` and
 * `denominator` (what it adds; null while in flight), `value` (hours, days or number that a median is of), `amount` (of the
 * young ones too) and `currency` (money; else null and empty). A median's members are those that succeeded, and those in flight.
 */
export function listMembers(metric: Metric, rules: MemberRules): string {
  const {members, dated_by, mature, success, numerator, denominator, value, amount} = termsOf(metric, rules);
  const succeeded = metric.kind === "median" ? `and (not is_mature or (is_success and value is not null))` : "";
  return `select
    record_id, dated_at, is_mature, ${SCOPE_COLUMNS.join(", ")},
    case when is_mature then numerator end as numerator,
    case when is_mature then denominator end as denominator,
    case when is_mature then value end as value,
    amount,
    currency
  from (
    select
      ${RECORD[metric.from]} as record_id,
      ${dated_by} as dated_at,
      ${mature} as is_mature,
      coalesce(${success}, false) as is_success,
      ${SCOPE_COLUMNS.join(", ")},
      (${numerator})::double as numerator,
      (${denominator})::double as denominator,
      (${value})::double as value,
      (${amount})::double as amount,
      ${isMoney(metric) ? currencyOf(rules) : "''"} as currency
    from ${metric.from}
    where (${members}) and ${dated_by} is not null
  )
  where true ${succeeded}`;
}

/** A metric's definition as SQL over the rows of its mart, for who lays several metrics side by side. */
export interface MemberTerms {
  /** Condition: which rows are members, once they have a date. */
  members: string;
  dated_by: string;
  /** Condition, never null. */
  mature: string;
  success: string;
  /** What a member adds; null where there is nothing of the kind. */
  numerator: string;
  denominator: string;
  value: string;
  amount: string;
}

export function termsOf(metric: Metric, rules: MemberRules): MemberTerms {
  const {members, dated_by} = (rules.is_accepted_first && metric.when_accepted_first) || metric;
  const days = windowDays(metric, rules.windows);
  const due = metric.due?.replaceAll("{window}", `interval '${Math.round((days ?? 0) * 86_400)} seconds'`);
  const success = metric.success?.replaceAll("{due}", due ?? "null") ?? "true";
  const mature = due ? `coalesce(${due} <= ${metric.known}, false)` : "true";
  return {members, dated_by, mature, success, ...contributions(metric, success, rules)};
}

/** SQL of what one member adds. */
function contributions(metric: Metric, success: string, rules: MemberRules) {
  const bare = {numerator: "1", denominator: "1", value: "null", amount: "null"};
  const hit = `coalesce(${success}, false)::integer`;
  switch (metric.kind) {
    case "rate":
      return {...bare, numerator: hit};
    case "clustered_rate":
    case "ratio":
      return {...bare, numerator: metric.numerator!, denominator: metric.denominator!};
    case "mean":
    case "adjusted_mean":
      return {...bare, numerator: metric.value!};
    case "median":
      return {...bare, numerator: metric.value!, value: metric.value!};
    case "sum":
      return {...bare, numerator: money(metric.value!, rules), amount: money(metric.value!, rules)};
    case "velocity":
      return {...bare, numerator: hit, value: `case when ${success} then ${metric.value} end`, amount: money("amount", rules)};
  }
}

function money(amount: string, {rates, currency}: MemberRules): string {
  if (rates === null) return amount;
  const cases = Object.entries(rates).map(([code, rate]) => `when ${quoteText(code)} then ${rate}`);
  return `${amount} * case coalesce(currency, ${quoteText(currency)}) ${cases.join(" ")} end`;
}

/** Whether amounts of several currencies may have to stay apart. */
export const isMoney = ({unit}: Metric): boolean => unit === "money" || unit === "money_per_day";

/** SQL of the currency that a member's amount is told in. */
export function currencyOf({rates, currency}: MemberRules): string {
  return rates === null ? `coalesce(currency, ${quoteText(currency)})` : quoteText(currency);
}
