import {normalQuantile, TAIL} from "./normal.js";
import {studentBelow} from "./student.js";

/** A mixture of t distributions of common degrees of freedom. */
export interface StudentMixture {
  weights: number[];
  means: number[];
  scales: number[];
  df: number;
}

/** Two-sided 90 % limits of a mixture of t distributions. */
export function mixtureLimits(mixture: StudentMixture): [number, number] {
  return [mixtureQuantile(mixture, TAIL), mixtureQuantile(mixture, 1 - TAIL)];
}

function below({weights, means, scales, df}: StudentMixture, x: number): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * studentBelow((x - means[k]!) / scales[k]!, df);
  return sum;
}

/** Quantile by regula falsi with halving (Illinois: Dowell and Jarratt 1971), from bounds about that of a normal distribution. */
function mixtureQuantile(mixture: StudentMixture, p: number): number {
  const {weights, means, scales} = mixture;
  const centre = means.reduce((sum, mean, k) => sum + weights[k]! * mean, 0);
  const scale = Math.sqrt(means.reduce((sum, mean, k) => sum + weights[k]! * ((mean - centre) ** 2 + scales[k]! ** 2), 0));
  if (scale === 0) return centre;
  const guess = centre + normalQuantile(p) * scale;
  let [low, high] = [guess - 0.1 * scale, guess + 0.1 * scale];
  let [atLow, atHigh] = [below(mixture, low) - p, below(mixture, high) - p];
  for (let reach = 0.4 * scale; atLow > 0; reach *= 2) [high, atHigh, low, atLow] = [low, atLow, low - reach, below(mixture, low - reach) - p]; // prettier-ignore
  for (let reach = 0.4 * scale; atHigh < 0; reach *= 2) [low, atLow, high, atHigh] = [high, atHigh, high + reach, below(mixture, high + reach) - p]; // prettier-ignore
  let kept = 0;
  for (let step = 0; step < 100; step++) {
    const x = (low * atHigh - high * atLow) / (atHigh - atLow);
    const at = below(mixture, x) - p;
    if (Math.abs(at) < 1e-9 || high - low < 1e-10 * scale) return x;
    if (at > 0) {
      [high, atHigh] = [x, at];
      if (kept === 1) atLow /= 2;
      kept = 1;
    } else {
      [low, atLow] = [x, at];
      if (kept === -1) atHigh /= 2;
      kept = -1;
    }
  }
  return (low + high) / 2;
}
