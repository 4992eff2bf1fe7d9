import type {Difference, Estimate} from "./interval.js";
import {Z90} from "./normal.js";

/**
 * Proportion of `successes` (may be a fraction) among `n`, with Wilson's score interval; null for n = 0.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilson(successes: number, n: number, z = Z90): (Estimate & {lower: number; upper: number}) | null {
  if (n === 0) return null;
  const value = successes / n;
  const centre = value + (z * z) / (2 * n);
  const half = z * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // Rounding must not leave a trace beyond certainty.
  const lower = successes === 0 ? 0 : Math.max(0, (centre - half) / scale);
  const upper = successes === n ? 1 : Math.min(1, (centre + half) / scale);
  return {value, lower, upper};
}

/** A count among a number. */
export interface Count {
  successes: number;
  n: number;
}

/**
 * Difference of two independent proportions, `a` minus `b`; null when either has no members.
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17 (1998), method 10: the Wilson limits of each, combined by squares.
 */
export function newcombeDifference(a: Count, b: Count, z = Z90): Difference | null {
  const first = wilson(a.successes, a.n, z);
  const second = wilson(b.successes, b.n, z);
  return first && second && combineDifference(first, second);
}

/** Difference of two independent estimates from the limits of each (Newcombe's square-and-add). */
export function combineDifference(a: {value: number; lower: number; upper: number}, b: typeof a): Difference {
  const value = a.value - b.value;
  return {
    value,
    lower: value - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: value + Math.hypot(a.upper - a.value, b.value - b.lower),
  };
}
