import {incompleteBeta} from "./beta.js";
import {TAIL} from "./normal.js";
import type {SourcePart} from "./recombine.js";
import {betaOf, betaQuantile, type ShrunkRate} from "./shrinkage.js";

/** A source with what was believed of the person's rate in it before the person's own members were seen. */
export interface SharedPart extends SourcePart {
  prior_variance: number;
}

/**
 * A person's rate over sources whose skill is one and the same in all of them, each source weighted by its part of the person's own
 * members; null without members. Shrinking each source by itself then errs in the same direction in all: where a source keeps the
 * share k = variance ÷ prior variance of what it was unsure of, the errors of two sources correlate by √(k₁ k₂) (if rate = level +
 * skill and the estimate is b × raw + (1 − b) × level, the error is (1 − b) × skill less b × noise, and 1 − b = k). Little data: the
 * errors go together; much data: they are the noise, which is independent. The beta distribution with these moments gives the limits.
 */
export function recombineShared(parts: readonly SharedPart[], target: number | null = null): ShrunkRate | null {
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  if (n === 0) return null;
  let [mean, own, shared] = [0, 0, 0];
  for (const part of parts) {
    const share = part.n / n;
    const kept = Math.min(1, part.variance / part.prior_variance);
    mean += share * part.mean;
    own += share * share * part.variance * (1 - kept);
    shared += share * Math.sqrt(part.variance * kept);
  }
  const {a, b} = betaOf(mean, own + shared * shared);
  return {
    value: mean,
    lower: betaQuantile(TAIL, a, b),
    upper: betaQuantile(1 - TAIL, a, b),
    prob_below_target: target === null ? null : incompleteBeta(target, a, b),
  };
}
