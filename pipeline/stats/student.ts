import {incompleteBeta, logGamma} from "./beta.js";
import type {Difference, Estimate} from "./interval.js";
import {normalBelow, normalQuantile, TAIL} from "./normal.js";

/** Sufficient statistics of a sample: how many, their sum and the sum of their squares. */
export interface SampleSums {
  n: number;
  sum: number;
  sum_of_squares: number;
}

/**
 * Quantile of Student's t with `df` > 0 degrees of freedom (fractions allowed) at `p` in (0, 1).
 * Source: the distribution function through the incomplete beta function (DLMF 8.17; Abramowitz and Stegun 26.7.1),
 * inverted by Newton's method from their 26.7.5, kept between bounds so that it cannot stray.
 */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const z = normalQuantile(p);
  const logDensityAtZero = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  let [low, high] = [0, Infinity];
  let t = z * (1 + (z * z + 1) / (4 * df));
  for (let step = 0; step < 200; step++) {
    const excess = upperTail(t, df) - (1 - p);
    if (excess > 0) low = t;
    else high = t;
    let next = t + excess / Math.exp(logDensityAtZero - ((df + 1) / 2) * Math.log1p((t * t) / df));
    if (!(next > low && next < high)) next = high === Infinity ? 2 * t : (low + high) / 2;
    if (Math.abs(next - t) <= 1e-13 * t) return next;
    t = next;
  }
  return t;
}

/** P(T ≤ t) of Student's t; by Fisher's normal approximation from 2,000 degrees of freedom on (error below 1e-7). */
export function studentBelow(t: number, df: number): number {
  if (df > 2000) return normalBelow((t * (1 - 1 / (4 * df))) / Math.sqrt(1 + (t * t) / (2 * df)));
  return t < 0 ? upperTail(-t, df) : 1 - upperTail(t, df);
}

/** P(T > t) for t ≥ 0. */
function upperTail(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
}

/** t multiplier of a two-sided 90 % interval. */
export const t90 = (df: number): number => studentQuantile(1 - TAIL, df);

/** Variance of a sample with divisor n − 1; the subtraction may leave a trace below zero, which is zero. */
export function sampleVariance({n, sum, sum_of_squares}: SampleSums): number {
  return Math.max(0, sum_of_squares - (sum * sum) / n) / (n - 1);
}

/** Mean with its t interval; no interval for one observation, null for none. */
export function meanInterval(sample: SampleSums): Estimate | null {
  const {n, sum} = sample;
  if (n === 0) return null;
  const value = sum / n;
  if (n === 1) return {value, lower: null, upper: null};
  const half = t90(n - 1) * Math.sqrt(sampleVariance(sample) / n);
  return {value, lower: value - half, upper: value + half};
}

/**
 * Difference of two means, `a` minus `b`, with variances of their own; null when either has fewer than two observations.
 * Source: B. L. Welch, "The generalization of 'Student's' problem when several different population variances are
 * involved", Biometrika 34 (1947), with Satterthwaite's degrees of freedom.
 */
export function welchDifference(a: SampleSums, b: SampleSums): Difference | null {
  if (a.n < 2 || b.n < 2) return null;
  const value = a.sum / a.n - b.sum / b.n;
  const [va, vb] = [sampleVariance(a) / a.n, sampleVariance(b) / b.n];
  const variance = va + vb;
  if (variance === 0) return {value, lower: value, upper: value};
  const half = t90(welchFreedom(va, a.n, vb, b.n)) * Math.sqrt(variance);
  return {value, lower: value - half, upper: value + half};
}

/** Satterthwaite's degrees of freedom from the two squared standard errors. */
export function welchFreedom(va: number, na: number, vb: number, nb: number): number {
  return (va + vb) ** 2 / (va ** 2 / (na - 1) + vb ** 2 / (nb - 1));
}
