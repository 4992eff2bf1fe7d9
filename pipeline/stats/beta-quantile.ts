import {incompleteBeta, logBeta} from "./beta.js";
import {normalQuantile} from "./normal.js";

/** A distribution on (0, 1) at a place: its value and its density. */
export interface At {
  below: number;
  density: number;
}

/** Quantile of a beta distribution at `p`, for a, b > 0; to about 1e-9 of its SD. `log` is that of the beta function. */
export function betaQuantile(p: number, a: number, b: number, log = logBeta(a, b)): number {
  const at = (x: number): At => ({
    below: incompleteBeta(x, a, b, log),
    density: Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - log),
  });
  return solve(at, a, b, p, guess(p, a, b, log));
}

/**
 * Solves distribution(x) = p on (0, 1) from a start: Halley's method, with the curvature of the beta distribution of a and b, which is
 * like the one in question, halving where it would stray.
 */
export function solve(distribution: (x: number) => At, a: number, b: number, p: number, start: number): number {
  let [low, high] = [0, 1];
  let x = Math.min(Math.max(start, 1e-300), 1 - 1e-16);
  for (let step = 0; step < 200; step++) {
    const {below, density} = distribution(x);
    const excess = below - p;
    if (excess > 0) high = x;
    else low = x;
    const newton = excess / density;
    const bend = newton * ((a - 1) / x - (b - 1) / (1 - x));
    const move = newton / (1 - 0.5 * Math.max(-1, Math.min(1, bend)));
    const next = x - move > low && x - move < high ? x - move : (low + high) / 2;
    // What a step leaves is of the order of its own length cubed.
    if (Math.abs(next - x) <= 1e-3 * Math.min(x, 1 - x, Math.abs(p < 0.5 ? p : 1 - p) / density) || high - low < 1e-16)
      return next;
    x = next;
  }
  return x;
}

/** Where a quantile lies about. Source: M. Abramowitz and I. Stegun, 26.5.22; for small parameters the power laws at the two ends. */
function guess(p: number, a: number, b: number, log: number): number {
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
