import {incompleteBeta, logBeta} from "./beta.js";
import {TAIL} from "./normal.js";
import {fitSpread, meanAt, offsetOf, SPREAD_SCALE} from "./spread.js";
import type {RateMember, Spread} from "./spread.js";

/** What is believed about one person's rate: a mixture of beta distributions. */
export interface RatePosterior {
  weights: number[];
  a: number[];
  b: number[];
  mean: number;
  variance: number;
}

/** A person's shrunk rate with its 90 % credible interval. */
export interface ShrunkRate {
  value: number;
  lower: number;
  upper: number;
  /** Posterior chance that the rate is below the target; null without a target. */
  prob_below_target: number | null;
}

/**
 * Shrunk rates of the persons of one group (one role and source; or one role with `expected` from each person's source mix), in
 * the order given. A person without members gets what the group leads one to expect. Null when nobody has members.
 * Beta-binomial, integrated over level and spread: see `fitSpread` for the priors.
 */
export function shrinkRates(
  members: readonly RateMember[],
  target: number | null = null,
  scale = SPREAD_SCALE,
): ShrunkRate[] | null {
  const spread = fitSpread(members, scale);
  return spread && members.map((member) => summarise(posteriorOf(spread, member), target));
}

/** Posterior of one person's rate in a group whose spread was fitted (with this person in it). */
export function posteriorOf(spread: Spread, member: RateMember): RatePosterior {
  const offset = offsetOf(member, spread.origin);
  const posterior: RatePosterior = {weights: [], a: [], b: [], mean: 0, variance: 0};
  let square = 0;
  for (const node of spread.nodes) {
    const mean = meanAt(spread, offset, node);
    const a = mean * node.strength + member.successes;
    const b = (1 - mean) * node.strength + member.n - member.successes;
    posterior.weights.push(node.weight);
    posterior.a.push(a);
    posterior.b.push(b);
    posterior.mean += (node.weight * a) / (a + b);
    square += (node.weight * ((a / (a + b)) * (a + 1))) / (a + b + 1);
  }
  posterior.variance = Math.max(0, square - posterior.mean ** 2);
  return posterior;
}

/** Mean, 90 % limits and chance below the target of a posterior. */
export function summarise(posterior: RatePosterior, target: number | null): ShrunkRate {
  return {
    value: posterior.mean,
    lower: posteriorQuantile(posterior, TAIL),
    upper: posteriorQuantile(posterior, 1 - TAIL),
    prob_below_target: target === null ? null : posteriorBelow(posterior, target),
  };
}

/** The same of the beta distribution with a mean and a variance. */
export function summariseBeta({mean, variance}: {mean: number; variance: number}, target: number | null): ShrunkRate {
  const {a, b} = betaOf(mean, variance);
  return {
    value: mean,
    lower: betaQuantile(TAIL, a, b),
    upper: betaQuantile(1 - TAIL, a, b),
    prob_below_target: target === null ? null : incompleteBeta(target, a, b),
  };
}

/** Posterior chance that the rate is below `x`. */
export function posteriorBelow({weights, a, b}: RatePosterior, x: number): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * incompleteBeta(x, a[k]!, b[k]!);
  return Math.min(1, sum);
}

/**
 * Quantile of the posterior at `p`: Newton's method with the density of the beta distribution of the same mean and variance,
 * kept between bounds; to 1e-8.
 */
export function posteriorQuantile(posterior: RatePosterior, p: number): number {
  const {a, b} = betaOf(posterior.mean, posterior.variance);
  return invert((x) => posteriorBelow(posterior, x), betaDensity(a, b), p, betaQuantile(p, a, b));
}

/** Parameters of the beta distribution with this mean and variance. */
export function betaOf(mean: number, variance: number): {a: number; b: number} {
  const strength = Math.max((mean * (1 - mean)) / variance - 1, 1e-9);
  return {a: mean * strength, b: (1 - mean) * strength};
}

/** Quantile of a beta distribution at `p`. */
export function betaQuantile(p: number, a: number, b: number): number {
  return invert((x) => incompleteBeta(x, a, b), betaDensity(a, b), p, a / (a + b));
}

function betaDensity(a: number, b: number): (x: number) => number {
  const norm = logBeta(a, b);
  return (x) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - norm);
}

/**
 * Solves distribution(x) = p on (0, 1): a Newton step with a density that may be approximate, then secants, halving where they would
 * stray; to about 1e-9.
 */
function invert(distribution: (x: number) => number, density: (x: number) => number, p: number, start: number): number {
  let [low, high] = [0, 1];
  let x = Math.min(Math.max(start, 1e-300), 1 - 1e-16);
  let slope = density(x);
  let last: {x: number; excess: number} | undefined;
  for (let step = 0; step < 200; step++) {
    const excess = distribution(x) - p;
    if (excess > 0) high = x;
    else low = x;
    if (last && last.x !== x && last.excess !== excess) slope = (excess - last.excess) / (x - last.x);
    last = {x, excess};
    const newton = x - excess / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    // A secant step leaves a small part of its own length as error.
    if (Math.abs(next - x) <= 1e-5 * Math.min(x, 1 - x) || high - low < 1e-14) return next;
    x = next;
  }
  return x;
}
