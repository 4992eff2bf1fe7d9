import type {Difference} from "./interval.js";
import {Z90} from "./normal.js";
import {combineDifference, wilson} from "./proportion.js";

/** Sufficient statistics of a ratio Σy ÷ Σx whose observations come in clusters: one (x, y) for each. */
export interface ClusterSums {
  /** Number of clusters. */
  n: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
  /** Whether every cluster has the same ratio, as told by the clusters themselves: sums of squares round. */
  is_uniform: boolean;
}

export interface ClusteredEstimate {
  value: number;
  /** Limits before they are cut to 0 and 1; differences need these. */
  raw: [number, number];
  lower: number;
  upper: number;
}

/**
 * Share Σy ÷ Σx with a cluster-robust interval: the linearised ratio (residuals y − r·x of whole clusters, divisor
 * n − 1), normal quantile, cut to 0…1. Where all clusters are alike, or there is one, the residuals say nothing of the
 * uncertainty: Wilson's interval on the clusters stands in. Null without clusters.
 * Source: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), 6.3 and 9A.1, without finite-population correction.
 */
export function clusteredRatio(sums: ClusterSums, z = Z90): ClusteredEstimate | null {
  const {n, x, y, xx, xy, yy} = sums;
  if (n === 0) return null;
  const value = y / x;
  if (n === 1 || sums.is_uniform) {
    const {lower, upper} = wilson(value * n, n, z)!;
    return {value, raw: [lower, upper], lower, upper};
  }
  const squares = Math.max(0, yy - 2 * value * xy + value * value * xx);
  const half = (z * Math.sqrt((squares * n) / (n - 1))) / x;
  const raw: [number, number] = [value - half, value + half];
  return {value, raw, lower: Math.max(0, raw[0]), upper: Math.min(1, raw[1])};
}

/** Difference of two independent clustered shares, `a` minus `b`; null when either has no clusters. */
export function clusteredDifference(a: ClusterSums, b: ClusterSums, z = Z90): Difference | null {
  const [first, second] = [clusteredRatio(a, z), clusteredRatio(b, z)];
  const bare = ({value, raw: [lower, upper]}: ClusteredEstimate) => ({value, lower, upper});
  return first && second && combineDifference(bare(first), bare(second));
}
