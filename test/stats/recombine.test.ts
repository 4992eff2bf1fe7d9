import {describe, expect, it} from "vitest";
import {expectFromMix, recombine} from "../../pipeline/stats/recombine.js";
import {posteriorOf, shrinkRates} from "../../pipeline/stats/shrinkage.js";
import {fitSpread} from "../../pipeline/stats/spread.js";
import {expectAgrees, readR} from "./close.js";

interface Case {
  parts: {n: number; mean: number; variance: number}[];
  target: number;
  correlation: number;
  value: number;
  lower: number;
  upper: number;
  prob_below_target: number;
}

describe("a rate over a person's own sources", () => {
  it.each(readR<Case[]>("recombine"))("agrees with R's beta distribution of the same moments ($correlation)", (given) => {
    const found = recombine(given.parts, given.target, given.correlation)!;
    for (const key of ["value", "lower", "upper", "prob_below_target"] as const) expectAgrees(found[key], given[key], key);
  });

  it("of one source is nearly what shrinkage says of it", () => {
    const members = [{successes: 7, n: 9}, {successes: 3, n: 10}, {successes: 12, n: 15}]; // prettier-ignore
    const exact = shrinkRates(members, 0.75)![0]!;
    const {mean, variance} = posteriorOf(fitSpread(members)!, members[0]!);
    const found = recombine([{n: 9, mean, variance}], 0.75)!;
    for (const key of ["value", "lower", "upper", "prob_below_target"] as const) {
      expect(Math.abs(found[key]! - exact[key]!)).toBeLessThan(0.02);
    }
  });

  it("of nothing is nothing", () => {
    expect(recombine([])).toBeNull();
    expect(recombine([{n: 0, mean: 0.5, variance: 0.01}])).toBeNull();
  });
});

describe("what a mix of sources leads one to expect", () => {
  const count = (source: string, successes: number, n: number) => ({source, successes, n});
  it("is the sources' rates over everybody, weighted by the person's own members", () => {
    const found = expectFromMix([[count("inbound", 8, 9), count("outbound", 1, 3)], [count("outbound", 3, 6)], []]);
    expectAgrees(found[0]!, (9 / 12) * (8.5 / 10) + (3 / 12) * (4.5 / 10));
    expectAgrees(found[1]!, 4.5 / 10);
    expect(found[2]).toBeNull();
  });
  it("does not hold a hard source against a person: the same 50 % is above expectation in one and below in the other", () => {
    const people = [[count("hard", 10, 20)], [count("hard", 4, 20)], [count("easy", 10, 20)], [count("easy", 16, 20)]];
    const expected = expectFromMix(people);
    const members = people.map(([count], index) => ({successes: count!.successes, n: count!.n, expected: expected[index]!}));
    const [hard, , easy] = shrinkRates(members)!;
    expect(hard!.value).toBeLessThan(0.5);
    expect(easy!.value).toBeGreaterThan(0.5);
    expect(hard!.value).toBeGreaterThan(expected[0]!);
    expect(easy!.value).toBeLessThan(expected[2]!);
  });
});
