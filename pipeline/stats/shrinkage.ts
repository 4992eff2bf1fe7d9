import {betaQuantile, betaWith, mixtureAt, mixtureQuantile} from "./beta-quantile.js";
import type {Beta} from "./beta-quantile.js";
import {TAIL} from "./normal.js";
import {fitSpread, meanAt, offsetOf, SPREAD_SCALE} from "./spread.js";
import type {RateMember, Spread} from "./spread.js";

/** What is believed about one person's rate: a mixture of beta distributions. */
export interface RatePosterior {
  weights: number[];
  betas: Beta[];
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
  const posterior: RatePosterior = {weights: [], betas: [], mean: 0, variance: 0};
  let square = 0;
  for (const node of spread.nodes) {
    const mean = meanAt(spread, offset, node);
    const a = mean * node.strength + member.successes;
    const b = (1 - mean) * node.strength + member.n - member.successes;
    posterior.weights.push(node.weight);
    posterior.betas.push(betaWith(a, b));
    posterior.mean += (node.weight * a) / (a + b);
    square += (node.weight * ((a / (a + b)) * (a + 1))) / (a + b + 1);
  }
  posterior.variance = Math.max(0, square - posterior.mean ** 2);
  return posterior;
}

/** Mean and variance of `posteriorOf`, for who asks no more of it. */
export function momentsOf(spread: Spread, member: RateMember): {mean: number; variance: number} {
  const offset = offsetOf(member, spread.origin);
  let [mean, square] = [0, 0];
  for (const node of spread.nodes) {
    const prior = meanAt(spread, offset, node);
    const a = prior * node.strength + member.successes;
    const b = (1 - prior) * node.strength + member.n - member.successes;
    mean += (node.weight * a) / (a + b);
    square += (node.weight * ((a / (a + b)) * (a + 1))) / (a + b + 1);
  }
  return {mean, variance: Math.max(0, square - mean ** 2)};
}

/**
 * The same with all levels at one spread taken as one beta distribution of their mean and variance. Of a large group, whose level is
 * known far better than any person's rate, that moves limits by less than a two-thousandth of their distance from the value, and
 * there are a fifth as many distributions to look into.
 */
export function mergedPosteriorOf(spread: Spread, member: RateMember): RatePosterior {
  const offset = offsetOf(member, spread.origin);
  const posterior: RatePosterior = {weights: [], betas: [], mean: 0, variance: 0};
  const {nodes} = spread;
  let square = 0;
  for (let k = 0; k < nodes.length;) {
    const {strength} = nodes[k]!;
    const total = strength + member.n;
    let weight = 0;
    let first = 0;
    let second = 0;
    // Nodes of one spread follow one another.
    for (; k < nodes.length && nodes[k]!.strength === strength; k++) {
      const a = meanAt(spread, offset, nodes[k]!) * strength + member.successes;
      weight += nodes[k]!.weight;
      first += (nodes[k]!.weight * a) / total;
      second += (nodes[k]!.weight * ((a / total) * (a + 1))) / (total + 1);
    }
    posterior.weights.push(weight);
    posterior.betas.push(betaOf(first / weight, second / weight - (first / weight) ** 2));
    posterior.mean += first;
    square += second;
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
  const {weights, betas, mean, variance} = posterior;
  const like = betaOf(mean, variance);
  return {
    value: mean,
    lower: mixtureQuantile(TAIL, weights, betas, like),
    upper: mixtureQuantile(1 - TAIL, weights, betas, like),
    prob_below_target: target === null ? null : belowTarget(target, weights, betas),
  };
}

function belowTarget(target: number, weights: readonly number[], betas: readonly Beta[]): number {
  return target <= 0 ? 0 : target >= 1 ? 1 : Math.min(1, mixtureAt(target, weights, betas).below);
}

/** The same of the beta distribution with a mean and a variance. */
export function summariseBeta({mean, variance}: {mean: number; variance: number}, target: number | null): ShrunkRate {
  const beta = betaOf(mean, variance);
  return {
    value: mean,
    lower: betaQuantile(TAIL, beta),
    upper: betaQuantile(1 - TAIL, beta),
    prob_below_target: target === null ? null : belowTarget(target, [1], [beta]),
  };
}

/** The beta distribution with this mean and variance. */
export function betaOf(mean: number, variance: number): Beta {
  const strength = Math.max((mean * (1 - mean)) / variance - 1, 1e-9);
  return betaWith(mean * strength, (1 - mean) * strength);
}
