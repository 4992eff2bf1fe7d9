import {summariseBeta} from "./shrinkage.js";
import type {ShrunkRate} from "./shrinkage.js";

/** One source of a person: how many members of the person's it holds, and what is believed of the person's rate in it. */
export interface SourcePart {
  n: number;
  mean: number;
  variance: number;
}

/**
 * A person's rate over sources, each weighted by its part of the person's own members: mean of the weighted sum, its 90 % interval
 * and the chance of being below the target; null when the person has no members anywhere.
 * Method: the sum has the moments below, and the beta distribution with the same mean and variance stands for its own (rates of
 * sources are beta mixtures; even one source of a group of three comes within 0.02 of the exact limits). No random numbers.
 *
 * `correlation` is that of the errors between two sources. Zero (the moments of independent posteriors) is right where what a person
 * does well in one source says nothing of another. Where skill is shared, shrinking each source by itself is wrong in the same
 * direction in all of them, and independent errors would give intervals that are too short: shrink over all sources at once with
 * `shrinkRates` and `expected` from `expectFromMix`, whose intervals hold either way.
 */
export function recombine(parts: readonly SourcePart[], target: number | null = null, correlation = 0): ShrunkRate | null {
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  if (n === 0) return null;
  let [mean, own, spread] = [0, 0, 0];
  for (const part of parts) {
    const share = part.n / n;
    mean += share * part.mean;
    own += share * share * part.variance;
    spread += share * Math.sqrt(part.variance);
  }
  return summariseBeta({mean, variance: (1 - correlation) * own + correlation * spread * spread}, target);
}

/** Members of one person in one source. */
export interface SourceCount {
  source: string;
  successes: number;
  n: number;
}

/**
 * The rate that each person's own mix of sources leads one to expect, for `shrinkRates`: the rates of the sources over all persons
 * (half a success and half a failure added, so that none is 0 or 1), weighted by the person's members. One list of counts a person,
 * in order; null for a person without members.
 */
export function expectFromMix(people: readonly (readonly SourceCount[])[]): (number | null)[] {
  const totals = new Map<string, {successes: number; n: number}>();
  for (const counts of people) {
    for (const {source, successes, n} of counts) {
      const total = totals.get(source);
      if (total) {
        total.successes += successes;
        total.n += n;
      } else totals.set(source, {successes, n});
    }
  }
  const rateOf = (source: string) => (totals.get(source)!.successes + 0.5) / (totals.get(source)!.n + 1);
  return people.map((counts) => {
    const n = counts.reduce((sum, count) => sum + count.n, 0);
    return n === 0 ? null : counts.reduce((sum, count) => sum + (count.n / n) * rateOf(count.source), 0);
  });
}
