import type {Difference} from "./interval.js";
import {normalBelow, Z90} from "./normal.js";

/** Share of false ones that is put up with among what is shown as found when many charts are read at once. */
export const FALSE_DISCOVERY_RATE = 0.1;

/**
 * Adjusted p-values in the order given: the smallest false-discovery rate at which each would be shown. Nulls (nothing to test)
 * stay null and are not counted among the tests.
 * Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", J. Royal Statistical Society B 57 (1995).
 */
export function adjustForMany(pValues: readonly (number | null)[]): (number | null)[] {
  const order = pValues.map((_, index) => index).filter((index) => pValues[index] !== null);
  order.sort((a, b) => pValues[b]! - pValues[a]!);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  order.forEach((index, above) => {
    least = Math.min(least, (pValues[index]! * order.length) / (order.length - above));
    adjusted[index] = least;
  });
  return adjusted;
}

/**
 * Two-sided p-value of a difference from its own 90 % interval: its distance from zero in half-widths of the side that faces zero, as
 * a normal deviate. 1 for no difference; 0 only where the interval has no width on that side.
 */
export function differencePValue({value, lower, upper}: Difference): number {
  if (value === 0) return 1;
  const half = value > 0 ? value - lower : upper - value;
  return half > 0 ? 2 * normalBelow((-Z90 * Math.abs(value)) / half) : 0;
}
