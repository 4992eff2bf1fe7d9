import {incompleteBeta, logBeta} from "./beta.js";
import {betaQuantile, solve, type At} from "./beta-quantile.js";
import {TAIL} from "./normal.js";
import {fitSpread, meanAt, offsetOf, SPREAD_SCALE} from "./spread.js";
import type {RateMember, Spread} from "./spread.js";

/** What is believed about one person's rate: a mixture of beta distributions. */
export interface RatePosterior {
  weights: number[];
  a: number[];
  b: number[];
  /** Logarithms of the beta functions of a and b. */
  logs: number[];
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
  const posterior: RatePosterior = {weights: [], a: [], b: [], logs: [], mean: 0, variance: 0};
  let square = 0;
  for (const node of spread.nodes) {
    const mean = meanAt(spread, offset, node);
    const a = mean * node.strength + member.successes;
    const b = (1 - mean) * node.strength + member.n - member.successes;
    posterior.weights.push(node.weight);
    posterior.a.push(a);
    posterior.b.push(b);
    posterior.logs.push(logBeta(a, b));
    posterior.mean += (node.weight * a) / (a + b);
    square += (node.weight * ((a / (a + b)) * (a + 1))) / (a + b + 1);
  }
  posterior.variance = Math.max(0, square - posterior.mean ** 2);
  return posterior;
}

/** Mean and variance of the rate of someone with this expectation, before any members are seen. */
export function priorOf(spread: Spread, expected: number | null): {mean: number; variance: number} {
  const offset = offsetOf({successes: 0, n: 0, expected}, spread.origin);
  let [mean, square] = [0, 0];
  for (const node of spread.nodes) {
    const at = meanAt(spread, offset, node);
    mean += node.weight * at;
    square += (node.weight * at * (at * node.strength + 1)) / (node.strength + 1);
  }
  return {mean, variance: Math.max(0, square - mean * mean)};
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
  const log = logBeta(a, b);
  return {
    value: mean,
    lower: betaQuantile(TAIL, a, b, log),
    upper: betaQuantile(1 - TAIL, a, b, log),
    prob_below_target: target === null ? null : incompleteBeta(target, a, b, log),
  };
}

/** Posterior chance that the rate is below `x`. */
function posteriorBelow({weights, a, b, logs}: RatePosterior, x: number): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * incompleteBeta(x, a[k]!, b[k]!, logs[k]);
  return Math.min(1, sum);
}

/** Quantile of the posterior at `p`, looked for about that of the beta distribution of the same mean and variance. */
function posteriorQuantile(posterior: RatePosterior, p: number): number {
  const {weights, mean, variance} = posterior;
  const {a, b} = betaOf(mean, variance);
  const at = (x: number): At => {
    const [log, rest] = [Math.log(x), Math.log1p(-x)];
    let density = 0;
    for (let k = 0; k < weights.length; k++)
      density += weights[k]! * Math.exp((posterior.a[k]! - 1) * log + (posterior.b[k]! - 1) * rest - posterior.logs[k]!);
    return {below: posteriorBelow(posterior, x), density};
  };
  return solve(at, a, b, p, betaQuantile(p, a, b));
}

/** Parameters of the beta distribution with this mean and variance. */
export function betaOf(mean: number, variance: number): {a: number; b: number} {
  const strength = Math.max((mean * (1 - mean)) / variance - 1, 1e-9);
  return {a: mean * strength, b: (1 - mean) * strength};
}
