import {incompleteBeta} from "./beta.js";
import {normalQuantile} from "./normal.js";

/** Tail on each side of the 95 % and the 99.8 % limits. */
const TAILS = {inner: 0.025, outer: 0.001} as const;

/** One person in a funnel plot: the value and what it rests on. */
export interface FunnelMember {
  value: number;
  n: number;
}

/** Limits of a funnel plot at one n. */
export interface FunnelLimits {
  lower_95: number;
  upper_95: number;
  lower_998: number;
  upper_998: number;
}

/** A funnel: where its centre is and how much the people differ beyond chance. */
export interface Funnel {
  centre: number;
  /** Variance of one member: centre × (1 − centre) for rates, that of a single value for means. */
  variance: number;
  /** Whether limits are those of a share (binomial, within 0…1) or of a mean (normal). */
  kind: "rate" | "mean";
  /** Mean squared z-score, winsorised: 1 where people differ by chance alone. */
  dispersion: number;
  /** Variance between people that chance does not explain. */
  between: number;
}

/**
 * Funnel about a centre with additive overdispersion: τ² by the method of moments from z-scores winsorised at their 10th and 90th
 * percentiles, zero where they vary no more than chance would. Additive, not multiplicative: real differences between people
 * do not fade with n, as a factor on the standard error would have them do. Null without members, or where the centre is 0 or
 * 1 (or the variance 0), about which chance gives no limits.
 * Source: D. J. Spiegelhalter, "Handling over-dispersion of performance indicators", Qual. Saf. Health Care 14 (2005).
 */
export function fitFunnel(
  members: readonly FunnelMember[],
  centre: number,
  kind: "rate" | "mean",
  variance = centre * (1 - centre),
): Funnel | null {
  const seen = members.filter(({n}) => n > 0);
  if (seen.length === 0 || !(variance > 0)) return null;
  const scores = winsorise(seen.map(({value, n}) => (value - centre) * Math.sqrt(n / variance)));
  const squares = scores.reduce((sum, z) => sum + z * z, 0);
  const weights = seen.map(({n}) => n / variance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const room = total - weights.reduce((sum, weight) => sum + weight * weight, 0) / total;
  const excess = squares - (seen.length - 1);
  const between = excess > 0 && seen.length > 1 ? excess / room : 0;
  return {centre, variance, kind, dispersion: squares / seen.length, between};
}

/**
 * 95 % and 99.8 % limits for `n` ≥ 1 members. For rates the exact binomial limits, interpolated between counts (Spiegelhalter,
 * "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005), A.1.1), are stretched about the centre
 * by what overdispersion adds to the standard error, and cut to 0…1.
 */
export function funnelLimits(funnel: Funnel, n: number): FunnelLimits {
  const stretch = Math.sqrt(1 + (funnel.between * n) / funnel.variance);
  const at = (p: number): number => {
    if (funnel.kind === "mean") return funnel.centre + normalQuantile(p) * Math.sqrt(funnel.variance / n + funnel.between);
    const limit = funnel.centre + (binomialLimit(p, n, funnel.centre) - funnel.centre) * stretch;
    return Math.min(1, Math.max(0, limit));
  };
  return {
    lower_95: at(TAILS.inner),
    upper_95: at(1 - TAILS.inner),
    lower_998: at(TAILS.outer),
    upper_998: at(1 - TAILS.outer),
  };
}

/** Where a person lies in the funnel. */
export function placeInFunnel(value: number, limits: FunnelLimits): "inside" | "outside_95" | "outside_998" {
  if (value < limits.lower_998 || value > limits.upper_998) return "outside_998";
  return value < limits.lower_95 || value > limits.upper_95 ? "outside_95" : "inside";
}

/** Share r ÷ n at which the binomial distribution function, drawn with straight lines between counts, is p. */
function binomialLimit(p: number, n: number, rate: number): number {
  const below = (count: number) => (count < 0 ? 0 : count >= n ? 1 : 1 - incompleteBeta(rate, count + 1, n - count));
  let [low, high] = [-1, n];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (below(middle) >= p) high = middle;
    else low = middle;
  }
  const [at, before] = [below(high), below(high - 1)];
  return (high - (at - p) / (at - before)) / n;
}

/** Values beyond the 10th and 90th percentiles (interpolated, Hyndman and Fan's type 7) moved to them. */
function winsorise(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (p: number) => {
    const place = p * (sorted.length - 1);
    const low = Math.floor(place);
    return sorted[low]! + (place - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
  };
  const [low, high] = [quantile(0.1), quantile(0.9)];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}
