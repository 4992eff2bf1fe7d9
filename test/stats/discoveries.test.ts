import {describe, expect, it} from "vitest";
import {adjustForMany, differencePValue} from "../../pipeline/stats/discoveries.js";
import {isMoreThanNoise} from "../../pipeline/stats/interval.js";
import {normalBelow} from "../../pipeline/stats/normal.js";
import {newcombeDifference} from "../../pipeline/stats/proportion.js";
import {studentBelow} from "../../pipeline/stats/student.js";
import {expectAgrees, readR} from "./close.js";

const R = readR<{
  fdr: {p: number[]; adjusted: number[]}[];
  normal: [number, number][];
  student: [number, number, number][];
}>("charts");

describe("false discoveries", () => {
  it.each(R.fdr)("adjusts $p as R does", ({p, adjusted}) => {
    adjustForMany(p).forEach((found, index) => expectAgrees(found, adjusted[index]!));
  });
  it("tests that could not be made are not counted", () => {
    expect(adjustForMany([null, 0.02, null, 0.04])).toEqual([null, 0.04, null, 0.04]);
    expect(adjustForMany([])).toEqual([]);
  });
  it("a difference is more than noise when its p-value is below 10 %", () => {
    for (const [s, n] of [
      [78, 100],
      [82, 100],
      [90, 100],
      [60, 100],
      [71, 100],
    ] as const) {
      // prettier-ignore
      const difference = newcombeDifference({successes: s, n}, {successes: 71, n: 100})!;
      expect(differencePValue(difference) < 0.1).toBe(isMoreThanNoise(difference));
    }
    expect(differencePValue({value: 0.2, lower: 0.2, upper: 0.2})).toBe(0);
    expect(differencePValue({value: 0, lower: 0, upper: 0})).toBe(1);
  });
});

it.each(R.normal)("the normal distribution at %f is R's", (x, expected) => {
  expect(Math.abs(normalBelow(x) - expected)).toBeLessThanOrEqual(1e-9 * expected);
});
it.each(R.student)("Student's distribution at %f with %f degrees of freedom is R's", (t, df, expected) => {
  expect(Math.abs(studentBelow(t, df) - expected)).toBeLessThan(1e-7);
});
