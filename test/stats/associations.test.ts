import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {associate, comparePractice} from "../../pipeline/stats/associations.js";
import {fitLogistic} from "../../pipeline/stats/logistic.js";
import {codePatterns} from "../../pipeline/stats/patterns.js";
import type {Pattern} from "../../pipeline/stats/patterns.js";
import {expectAgrees, readR} from "./close.js";

interface Case {
  name: string;
  fields: string[];
  /** "101|inbound|smb|ae1|4|2": fields, source, segment, AE, members, successes. */
  patterns: string[];
  coefficients: number[];
  standard_errors: number[];
  groups: number[];
  group_errors: number[];
  differences: [number, number, number][];
}
const STRATA = ["source", "segment"];
const read = (text: string): Pattern => {
  const [fields, source, segment, ae, n, successes] = text.split("|");
  const present = [...fields!].map((digit) => digit === "1");
  return {present, strata: [source!, segment!], ae_id: ae!, n: Number(n), successes: Number(successes)};
};
const pattern = (isPresent: boolean, successes: number, n: number, ae_id = "a", source = "inbound"): Pattern => {
  return {present: [isPresent], strata: [source], ae_id, n, successes};
};

describe("penalised logistic regression", () => {
  it.each(readR<Case[]>("logistic"))("$name: agrees with R's optim and Hessian", (given) => {
    const patterns = given.patterns.map(read);
    const coded = codePatterns(patterns, given.fields, STRATA);
    const fit = fitLogistic(coded.data, coded.priors)!;
    expect(fit.hasConverged).toBe(true);
    const pairs = [
      ["coefficients", fit.coefficients, given.coefficients],
      ["standard errors", fit.standardErrors, given.standard_errors],
      ["AE effects", fit.groupEffects, given.groups],
      ["AE errors", fit.groupErrors, given.group_errors],
    ] as const;
    for (const [what, found, expected] of pairs) {
      expect(found.length).toBe(expected.length);
      found.forEach((value, k) => expectAgrees(value, expected[k]!, `${what} ${k}`));
    }
    associate(patterns, given.fields, STRATA)!.forEach((association, k) => {
      const {value, lower, upper} = association!.difference;
      [value, lower, upper].forEach((number, place) => expectAgrees(number, given.differences[k]![place]!, `difference ${k}`));
    });
  });

  it("says which source has nothing but failures, and still gives it a place", () => {
    const patterns = [pattern(true, 0, 6, "a", "event"), pattern(true, 5, 9), pattern(false, 3, 9)];
    const coded = codePatterns(patterns, ["pain"], ["source"]);
    expect(coded.levels).toEqual([{stratum: "source", level: "event", is_separated: true}]);
    const fit = fitLogistic(coded.data, coded.priors)!;
    expect(Number.isFinite(fit.coefficients[2])).toBe(true);
    expect(fit.coefficients[2]).toBeLessThan(-3);
  });
  it("members who all succeeded still give numbers", () => {
    const [found] = associate([pattern(true, 9, 9), pattern(false, 4, 4)], ["pain"], ["source"])!;
    expect(Object.values(found!.difference).every(Number.isFinite)).toBe(true);
  });
  it("nobody, nothing", () => expect(associate([], ["pain"], ["source"])).toBeNull());
});

it("as many patterns as members say the same as their sums", () => {
  const single = Array.from({length: 60_000}, (_, k) =>
    pattern(k % 3 > 0, k % 7 < 2 + (k % 3) ? 1 : 0, 1, `ae${k % 11}`, k % 5 < 2 ? "event" : "inbound"),
  );
  const sums = new Map<string, Pattern>();
  for (const one of single) {
    const key = `${one.present[0]} ${one.ae_id} ${one.strata[0]}`;
    const sum = sums.get(key) ?? {...one, n: 0, successes: 0};
    sums.set(key, {...sum, n: sum.n + 1, successes: sum.successes + one.successes});
  }
  const [found, expected] = [associate(single, ["pain"], ["source"])![0]!, associate([...sums.values()], ["pain"], ["source"])![0]!]; // prettier-ignore
  expect(found.n_with).toBe(expected.n_with);
  for (const key of ["value", "lower", "upper"] as const) {
    expectAgrees(found.difference[key], expected.difference[key]);
    expectAgrees(found.log_odds[key], expected.log_odds[key]);
  }
});

describe("the comparison of a practice", () => {
  it("that one AE's easy meetings explain is less than the raw difference", () => {
    // The easy AE's meetings mostly follow the practice, and succeed either way.
    const patterns = [
      pattern(true, 72, 80, "easy"),
      pattern(false, 18, 20, "easy"),
      pattern(true, 6, 20, "hard"),
      pattern(false, 24, 80, "hard"),
    ];
    const {difference, n_with, n_without} = comparePractice(patterns, ["source"])!;
    expect([n_with, n_without]).toEqual([100, 100]);
    expect(difference.value).toBeLessThan(0.2);
    expect(difference.upper - difference.lower).toBeGreaterThan(0.1);
  });
  it("needs members with and without it", () => {
    expect(comparePractice([pattern(true, 3, 4)], ["source"])).toBeNull();
    expect(comparePractice([], ["source"])).toBeNull();
  });
});

it("every association is defined, and the order and names of AEs change nothing", () => {
  const one = fc.tuple(
    fc.boolean(),
    fc.integer({min: 0, max: 3}),
    fc.constantFrom("in", "out"),
    fc.integer({min: 0, max: 8}),
    fc.integer({min: 0, max: 8}),
  );
  fc.assert(
    fc.property(fc.array(one, {maxLength: 20}), (rows) => {
      const build = (name: (ae: number) => string) =>
        rows.map(([isPresent, ae, source, successes, more]) => pattern(isPresent, successes, successes + more, name(ae), source));
      const found = associate(build((ae) => `a${ae}`), ["pain"], ["source"]); // prettier-ignore
      const other = associate(build((ae) => `b${9 - ae}`).reverse(), ["pain"], ["source"]); // prettier-ignore
      if (!found?.[0]) return;
      for (const key of ["value", "lower", "upper"] as const) {
        expect(Number.isFinite(found[0].difference[key])).toBe(true);
        expectAgrees(other![0]!.difference[key], found[0].difference[key]);
        expectAgrees(other![0]!.log_odds[key], found[0].log_odds[key]);
      }
    }),
    {numRuns: 100, seed: 9},
  );
});
