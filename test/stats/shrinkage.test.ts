import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mergedPosteriorOf, posteriorOf, shrinkRates, summarise} from "../../pipeline/stats/shrinkage.js";
import type {ShrunkRate} from "../../pipeline/stats/shrinkage.js";
import {fitSpread} from "../../pipeline/stats/spread.js";
import type {RateMember} from "../../pipeline/stats/spread.js";
import {expectAgrees, readR} from "./close.js";

interface Case {
  name: string;
  target: number;
  members: RateMember[];
  expected: ShrunkRate[];
}

describe("shrunk rates of a group", () => {
  it.each(readR<Case[]>("shrinkage"))("$name: agree with R's integration", ({members, target, expected}) => {
    shrinkRates(members, target)!.forEach((found, index) => {
      for (const key of ["value", "lower", "upper", "prob_below_target"] as const) {
        expectAgrees(found[key], expected[index]![key]!, `${key} of ${JSON.stringify(members[index])}`);
      }
    });
  });

  it("people who are alike still get intervals with a width", () => {
    const members = Array.from({length: 8}, () => ({successes: 15, n: 20}));
    const [first] = shrinkRates(members)!;
    expect(first!.upper - first!.lower).toBeGreaterThan(0.05);
  });

  it("a newcomer without members gets what the group leads one to expect, more uncertain than anybody", () => {
    const shrunk = shrinkRates([{successes: 7, n: 10}, {successes: 5, n: 10}, {successes: 0, n: 0}])!; // prettier-ignore
    expect(shrunk[2]!.value).toBeGreaterThan(0.5);
    expect(shrunk[2]!.value).toBeLessThan(0.7);
    for (const other of [0, 1]) {
      expect(shrunk[2]!.upper - shrunk[2]!.lower).toBeGreaterThan(shrunk[other]!.upper - shrunk[other]!.lower);
    }
  });

  it("a person of a large group is drawn from their own rate towards everybody's", () => {
    const members = Array.from({length: 200}, (_, k) => ({successes: 10 + ((k * 7) % 11), n: 20 + (k % 13)}));
    const pooled = members.reduce((sum, {successes}) => sum + successes, 0) / members.reduce((sum, {n}) => sum + n, 0);
    shrinkRates(members)!.forEach(({value}, k) => {
      const raw = members[k]!.successes / members[k]!.n;
      // The level is the mean of persons, who weigh a little differently from their members.
      expect(value).toBeGreaterThan(Math.min(raw, pooled - 0.02));
      expect(value).toBeLessThan(Math.max(raw, pooled + 0.02));
    });
  });

  it("of a large group the levels may be taken together: limits stay where they are, to a thousandth of their distance", () => {
    const members = Array.from({length: 300}, (_, k) => ({successes: 4 + ((k * 7) % 11), n: 16 + (k % 13)}));
    const spread = fitSpread(members)!;
    for (const member of members.slice(0, 20)) {
      const [whole, merged] = [posteriorOf, mergedPosteriorOf].map((of) => summarise(of(spread, member), 0.4));
      expect(merged!.value).toBeCloseTo(whole!.value, 12);
      const tolerance = 1e-3 * (whole!.upper - whole!.lower);
      for (const limit of ["lower", "upper"] as const) expect(Math.abs(merged![limit] - whole![limit])).toBeLessThan(tolerance);
      expect(merged!.prob_below_target).toBeCloseTo(whole!.prob_below_target!, 3);
    }
  });

  it("nobody with members, nothing to say", () => {
    expect(shrinkRates([])).toBeNull();
    expect(shrinkRates([{successes: 0, n: 0}])).toBeNull();
  });

  it("a target of nothing is never missed, a target of all always", () => {
    const members = [{successes: 3, n: 5}, {successes: 2, n: 5}]; // prettier-ignore
    expect(shrinkRates(members, 0)![0]!.prob_below_target).toBe(0);
    expect(shrinkRates(members, 1)![0]!.prob_below_target).toBeCloseTo(1, 9);
  });
});

const group = fc.array(
  fc.integer({min: 0, max: 60}).chain((n) => fc.record({n: fc.constant(n), successes: fc.integer({min: 0, max: n})})),
  {minLength: 1, maxLength: 12},
);

it("a shrunk rate is defined, within its interval, and a larger share of the same number never shrinks to less", () => {
  fc.assert(
    fc.property(group, (members) => {
      const shrunk = shrinkRates(members, 0.75);
      if (!shrunk) return members.every(({n}) => n === 0);
      shrunk.forEach(({value, lower, upper, prob_below_target}, i) => {
        for (const number of [value, lower, upper, prob_below_target!]) expect(Number.isFinite(number)).toBe(true);
        expect(0 <= lower && lower <= value && value <= upper && upper <= 1).toBe(true);
        members.forEach((other, j) => {
          if (other.n === members[i]!.n && other.successes < members[i]!.successes) expect(shrunk[j]!.value).toBeLessThan(value);
        });
      });
      return true;
    }),
    {numRuns: 60, seed: 5},
  );
});
