import type {Config} from "../config.js";
import {METRICS, type Metric} from "../contract/metrics.js";
import {quoteText} from "../db.js";

// A change of exactly 2 % of the target must not miss it by the last bit of a double.
const HAIR = "1e-12";

/** Values table of what a status needs of each metric: target, sign of its direction, and the line above which it exceeds. */
export function targetRows(config: Config): string {
  const rows = METRICS.map((metric) => {
    const target = config.targets[metric.name] ?? metric.target;
    const line = target === null ? null : exceedsFrom(metric, target, config.status.exceeds_factor);
    return `(${quoteText(metric.name)}, ${metric.direction === "up" ? 1 : -1}, ${target}::double, ${line}::double)`;
  });
  return `(values ${rows.join(", ")}) as targets (metric, sign, target, exceeds_from)`;
}

/** The smaller of target × factor and the midpoint of target and maximum; mirrored where less is better. */
export function exceedsFrom({direction, range}: Pick<Metric, "direction" | "range">, target: number, factor: number): number {
  if (direction === "up") return Math.min(target * factor, range ? (target + range[1]) / 2 : Infinity);
  return Math.max(target * (2 - factor), range ? (target + range[0]) / 2 : -Infinity);
}

/**
 * SQL of the status of a row that has: scope, n, value, lower, upper, sign, target, exceeds_from, previous_value,
 * is_previous_usable, is_change_signal. People have no status word from a point, only from their interval.
 */
export function statusOf({min_n, targets_confirmed, status}: Config): string {
  const step = `${status.change_share} * abs(target)`;
  return `case
    when n < ${min_n} or value is null then 'too_few'
    when target is null or not ${targets_confirmed} then 'no_target'
    when scope in ('sdr', 'ae', 'pair') then case
      when lower is null or upper is null then 'not_separable'
      when (sign = 1 and lower > target) or (sign = -1 and upper < target) then 'above_target'
      when (sign = 1 and upper < target) or (sign = -1 and lower > target) then 'below_target'
      else 'not_separable'
    end
    when sign * (value - exceeds_from) >= -${HAIR} then 'exceeds'
    when sign * (value - target) >= -${HAIR} then 'on_track'
    when is_previous_usable and sign * (value - previous_value) >= ${step} - ${HAIR} then 'improving'
    when is_previous_usable and sign * (value - previous_value) <= -(${step}) + ${HAIR} and is_change_signal then 'slipping'
    else 'off_track'
  end`;
}
