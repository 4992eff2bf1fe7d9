import {describe, expect, it} from "vitest";
import {meanInterval, welchDifference} from "../../pipeline/stats/student.js";
import {expectClose, numbers, R, sampleOf} from "./given.js";

describe("the t interval of a mean", () => {
  it.each(R.mean)("of %s is R's", (values, lower, upper) => {
    const interval = meanInterval(sampleOf(numbers(values)))!;
    expectClose(interval.lower, lower);
    expectClose(interval.upper, upper);
  });
  it("one rating has a value and no interval", () => {
    expect(meanInterval(sampleOf([8]))).toEqual({value: 8, lower: null, upper: null});
  });
  it("no rating has nothing", () => expect(meanInterval(sampleOf([]))).toBeNull());
});

describe("Welch's difference", () => {
  it.each(R.welch)("of %s and %s is R's", (first, second, lower, upper) => {
    const difference = welchDifference(sampleOf(numbers(first)), sampleOf(numbers(second)))!;
    expectClose(difference.lower, lower);
    expectClose(difference.upper, upper);
  });
  it("needs two ratings on each side", () => expect(welchDifference(sampleOf([8]), sampleOf([7, 8]))).toBeNull());
  it("ratings that never vary differ by what they differ", () => {
    expect(welchDifference(sampleOf([8, 8]), sampleOf([7, 7]))).toEqual({value: 1, lower: 1, upper: 1});
  });
});
