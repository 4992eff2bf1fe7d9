import {incompleteBeta} from "./beta.js";
import type {Estimate} from "./interval.js";
import {normalQuantile, TAIL} from "./normal.js";

/**
 * Rank l of the lower limit of the median's two-sided 90 % interval among `n` ordered observations; the upper limit has
 * rank n + 1 − l. The largest l with P(X < l) ≤ 5 % for X binomial with n and 1/2; 0 where there is none (n < 5).
 * Source: W. R. Thompson (1936); H. A. David and H. N. Nagaraja, "Order Statistics", 3rd ed. (2003), 7.1.
 */
export function medianRank(n: number): number {
  const guess = Math.round(n / 2 + (normalQuantile(TAIL) * Math.sqrt(n)) / 2);
  let rank = Math.min(Math.max(guess, 0), n);
  while (rank > 0 && below(rank, n) > TAIL) rank--;
  while (rank < n && below(rank + 1, n) <= TAIL) rank++;
  return rank;
}

/** P(X < rank), X binomial with n and 1/2 (DLMF 8.17.5). */
function below(rank: number, n: number): number {
  return rank <= 0 ? 0 : incompleteBeta(0.5, n - rank + 1, rank);
}

/** Median of `values` (any order; even n: mean of the middle two) with its order-statistic interval; null for none. */
export function medianInterval(values: readonly number[]): Estimate | null {
  const n = values.length;
  if (n === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const value = (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
  const rank = medianRank(n);
  if (rank === 0) return {value, lower: null, upper: null};
  return {value, lower: sorted[rank - 1]!, upper: sorted[n - rank]!};
}

/** Whether two medians differ by more than noise: their intervals do not overlap. False where either has none. */
export function areApart(a: Estimate, b: Estimate): boolean {
  if (a.lower === null || a.upper === null || b.lower === null || b.upper === null) return false;
  return a.lower > b.upper || b.lower > a.upper;
}
