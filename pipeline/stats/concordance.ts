import {Z90} from "./normal.js";

/**
 * Chance that a score is higher for a hit than for a miss (ties half; the area under the ROC curve), from the sum of the hits' ranks
 * among all (ties at their middle rank), with 90 % limits within 0…1; null without hits or without misses.
 * Source: H. B. Mann and D. R. Whitney (1947); variance by J. A. Hanley and B. J. McNeil, Radiology 143 (1982).
 */
export function concordance(rankSum: number, hits: number, misses: number): {value: number; lower: number; upper: number} | null {
  if (hits === 0 || misses === 0) return null;
  const value = (rankSum - (hits * (hits + 1)) / 2) / (hits * misses);
  const [bothHits, bothMisses] = [value / (2 - value), (2 * value * value) / (1 + value)];
  const variance =
    (value * (1 - value) + (hits - 1) * (bothHits - value * value) + (misses - 1) * (bothMisses - value * value)) /
    (hits * misses);
  const half = Z90 * Math.sqrt(Math.max(0, variance));
  return {value, lower: Math.max(0, value - half), upper: Math.min(1, value + half)};
}
