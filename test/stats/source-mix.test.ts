import {describe, expect, it} from "vitest";
import {shrinkRates} from "../../pipeline/stats/shrinkage.js";
import {expectFromMix} from "../../pipeline/stats/source-mix.js";
import {expectAgrees, readR} from "./close.js";

interface Case {
  name: string;
  counts: {person: string; source: string; successes: number; n: number}[];
  people: string[];
  expected: number[];
}

describe("what a mix of sources leads one to expect", () => {
  const count = (source: string, successes: number, n: number) => ({source, successes, n});
  it.each(readR<Case[]>("source-mix"))("agrees with R's weighted means: $name", ({counts, people, expected}) => {
    const found = expectFromMix(people.map((person) => counts.filter((count) => count.person === person)));
    found.forEach((rate, index) => expectAgrees(rate, expected[index]!, people[index]));
  });
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
