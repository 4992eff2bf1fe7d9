import {describe, expect, it} from "vitest";
import {clusteredDifference, clusteredRatio} from "../../pipeline/stats/clusters.js";
import {isMoreThanNoise} from "../../pipeline/stats/interval.js";
import {wilson} from "../../pipeline/stats/proportion.js";
import {clustersOf, expectClose, numbers, R} from "./given.js";

describe("a share of fields that cluster in handoffs", () => {
  it.each(R.clusters)("%s of %s has R's limits", (y, x, value, lower, upper) => {
    const estimate = clusteredRatio(clustersOf(numbers(y), numbers(x)))!;
    expectClose(estimate.value, value);
    expectClose(estimate.raw[0], lower);
    expectClose(estimate.raw[1], upper);
    expect(estimate.lower).toBe(Math.max(0, estimate.raw[0]));
    expect(estimate.upper).toBe(Math.min(1, estimate.raw[1]));
  });
  it("four handoffs that all miss three of fifteen fields have Wilson's interval of 3.2 among 4", () => {
    const {lower, upper} = clusteredRatio(clustersOf([12, 12, 12, 12], [15, 15, 15, 15]))!;
    expect([lower, upper]).toEqual([wilson(3.2, 4)!.lower, wilson(3.2, 4)!.upper]);
  });
  it("one handoff has Wilson's interval of one member", () => {
    const {lower, upper} = clusteredRatio({...clustersOf([15], [15]), is_uniform: false})!;
    expectClose(lower, 0.26986585940851671);
    expect(upper).toBe(1);
  });
  it("no handoffs have nothing", () => expect(clusteredRatio(clustersOf([], []))).toBeNull());
});

describe("a difference of such shares", () => {
  it("adds the squared standard errors", () => {
    const a = clustersOf([13, 15, 9], [15, 15, 15]);
    const b = clustersOf([4, 0, 7, 2], [5, 3, 7, 6]);
    const difference = clusteredDifference(a, b)!;
    // Half-widths by R above: 0.1934166502 and 0.3422239683.
    expectClose(difference.value, 0.82222222222222197 - 0.61904761904761929);
    expectClose(
      difference.upper - difference.value,
      Math.sqrt((1.0156388723115479 - 0.82222222222222197) ** 2 + (0.96127158734951257 - 0.61904761904761929) ** 2),
    );
    expect(isMoreThanNoise(difference)).toBe(false);
  });
});
