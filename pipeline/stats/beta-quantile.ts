import {betaBelow, logBeta} from "./beta.js";
import {normalQuantile} from "./normal.js";

/** A distribution on (0, 1) at a place: its value, its density, and the density's first four derivatives as shares of it. */
interface At {
  below: number;
  density: number;
  slopes: readonly [number, number, number, number];
}

/** A beta distribution with the logarithm of its beta function. */
export interface Beta {
  a: number;
  b: number;
  log: number;
}

export const betaWith = (a: number, b: number): Beta => ({a, b, log: logBeta(a, b)});

/** A mixture of beta distributions at x within (0, 1). */
export function mixtureAt(x: number, weights: readonly number[], betas: readonly Beta[]): At {
  const log = Math.log(x);
  const rest = Math.log1p(-x);
  const y = 1 - x;
  let [below, density, first, second, third, fourth] = [0, 0, 0, 0, 0, 0];
  for (let k = 0; k < betas.length; k++) {
    const {a, b, log: norm} = betas[k]!;
    const front = Math.exp(a * log + b * rest - norm);
    below += weights[k]! * betaBelow(x, a, b, front, 1e-10);
    const own = weights[k]! * front;
    // The log density's derivatives, and by them the density's own as shares of it.
    const [left, right] = [(a - 1) / x, (b - 1) / y];
    const r1 = left - right;
    const r2 = -left / x - right / y;
    const r3 = 2 * (left / (x * x) - right / (y * y));
    const r4 = -6 * (left / (x * x * x) + right / (y * y * y));
    const d2 = r1 * r1 + r2;
    const d3 = d2 * r1 + 2 * r1 * r2 + r3;
    const d4 = d3 * r1 + 3 * d2 * r2 + 3 * r1 * r3 + r4;
    density += own;
    first += own * r1;
    second += own * d2;
    third += own * d3;
    fourth += own * d4;
  }
  return {below, density: density / (x * y), slopes: [first / density, second / density, third / density, fourth / density]};
}

/** Quantile of a beta distribution at `p`, to about 1e-7 of its SD. */
export const betaQuantile = (p: number, beta: Beta): number => solve(p, ONE, [beta], beta, guess(p, beta));
const ONE = [1];

/** Quantile of a mixture of beta distributions, looked for about that of one of the same mean and variance (`like`); as exact. */
export function mixtureQuantile(p: number, weights: readonly number[], betas: readonly Beta[], like: Beta): number {
  return solve(p, weights, betas, like, betaQuantile(p, like));
}

/**
 * Solves distribution(x) = p on (0, 1) from a start: by the distribution's own Taylor series of degree five where the way is short, else
 * by Halley's method with the curvature of the beta distribution that the mixture is like, halving where it would stray.
 */
function solve(p: number, weights: readonly number[], betas: readonly Beta[], {a, b}: Beta, start: number): number {
  let [low, high] = [0, 1];
  let x = Math.min(Math.max(start, 1e-300), 1 - 1e-16);
  for (let step = 0; step < 200; step++) {
    const at = mixtureAt(x, weights, betas);
    if (at.below > p) high = x;
    else low = x;
    const newton = (at.below - p) / at.density;
    const width = Math.min(x, 1 - x, (p < 0.5 ? p : 1 - p) / at.density);
    if (Math.abs(newton) <= SHORT * width) {
      const way = wayOf(newton, at);
      // Derivatives beside 0 may be beyond what a number can be; what is left of the way is then nothing, too.
      return x - (Number.isFinite(way) ? way : newton);
    }
    const bend = newton * ((a - 1) / x - (b - 1) / (1 - x));
    const move = newton / (1 - 0.5 * Math.max(-1, Math.min(1, bend)));
    const next = x - move > low && x - move < high ? x - move : (low + high) / 2;
    // Beside 1 there are no numbers to come any nearer by: of people who never fail, limits lie there.
    if (next === x || high - low <= Number.EPSILON) return next;
    x = next;
  }
  return x;
}

/** A way so short, in widths of the distribution, leaves less than 1e-7 of an SD when its series breaks off. */
const SHORT = 0.2;

/** How far back the distribution is less by `newton` densities, by its series. */
function wayOf(newton: number, {slopes: [first, second, third, fourth]}: At): number {
  let way = newton;
  for (let step = 0; step < 4; step++) {
    const rise = way * (1 - (way / 2) * (first - (way / 3) * (second - (way / 4) * (third - (way / 5) * fourth))));
    const slope = 1 - way * (first - (way / 2) * (second - (way / 3) * (third - (way / 4) * fourth)));
    way -= (rise - newton) / slope;
  }
  return way;
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
