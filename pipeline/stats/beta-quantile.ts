import {betaBelow, logBeta} from "./beta.js";
import {normalQuantile} from "./normal.js";

/** A distribution on (0, 1) at a place: its value and its density. */
interface At {
  below: number;
  density: number;
}

/** A beta distribution with the logarithm of its beta function. */
export interface Beta {
  a: number;
  b: number;
  log: number;
}

export const betaWith = (a: number, b: number): Beta => ({a, b, log: logBeta(a, b)});

/** Value and density at x within (0, 1) of a mixture of beta distributions. */
export function mixtureAt(x: number, weights: readonly number[], betas: readonly Beta[]): At {
  const log = Math.log(x);
  const rest = Math.log1p(-x);
  let below = 0;
  let density = 0;
  for (let k = 0; k < betas.length; k++) {
    const {a, b, log: norm} = betas[k]!;
    const front = Math.exp(a * log + b * rest - norm);
    below += weights[k]! * betaBelow(x, a, b, front);
    density += weights[k]! * front;
  }
  return {below, density: density / (x * (1 - x))};
}

/** Quantile of a beta distribution at `p`, to about 1e-7 of its SD. */
export const betaQuantile = (p: number, beta: Beta): number => solve(p, ONE, [beta], beta, guess(p, beta));
const ONE = [1];

/** Quantile of a mixture of beta distributions, looked for about that of one of the same mean and variance (`like`); as exact. */
export function mixtureQuantile(p: number, weights: readonly number[], betas: readonly Beta[], like: Beta): number {
  return solve(p, weights, betas, like, betaQuantile(p, like));
}

/**
 * Solves distribution(x) = p on (0, 1) from a start: Halley's method, with the curvature of the beta distribution that the mixture is
 * like, halving where it would stray.
 */
function solve(p: number, weights: readonly number[], betas: readonly Beta[], {a, b}: Beta, start: number): number {
  let [low, high] = [0, 1];
  let x = Math.min(Math.max(start, 1e-300), 1 - 1e-16);
  for (let step = 0; step < 200; step++) {
    const {below, density} = mixtureAt(x, weights, betas);
    if (below > p) high = x;
    else low = x;
    const newton = (below - p) / density;
    const bend = newton * ((a - 1) / x - (b - 1) / (1 - x));
    const move = newton / (1 - 0.5 * Math.max(-1, Math.min(1, bend)));
    const next = x - move > low && x - move < high ? x - move : (low + high) / 2;
    // What a step leaves is of the order of its own length cubed, in units of the distribution's width.
    const isNear = Math.abs(next - x) <= 5e-3 * Math.min(x, 1 - x, (p < 0.5 ? p : 1 - p) / density);
    if (isNear || high - low < 1e-16) return next;
    x = next;
  }
  return x;
}

/** Where a quantile lies about. Source: M. Abramowitz and I. Stegun, 26.5.22; for small parameters the power laws at the two ends. */
function guess(p: number, {a, b, log}: Beta): number {
  if (a < 1 || b < 1) {
    const [left, right] = [Math.exp(a * Math.log(a / (a + b))) / a, Math.exp(b * Math.log(b / (a + b))) / b];
    const share = left / (left + right);
    return p < share ? Math.exp((Math.log(p * a) + log) / a) : 1 - Math.exp((Math.log((1 - p) * b) + log) / b);
  }
  const y = -normalQuantile(p);
  const lambda = (y * y - 3) / 6;
  const [s, t] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
  const h = 2 / (s + t);
  const w = (y * Math.sqrt(h + lambda)) / h - (t - s) * (lambda + 5 / 6 - 2 / (3 * h));
  return a / (a + b * Math.exp(2 * w));
}
