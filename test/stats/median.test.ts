import {describe, expect, it} from "vitest";
import {areApart, medianInterval, medianRank} from "../../pipeline/stats/median.js";
import {R} from "./given.js";

describe("the order-statistic interval of a median", () => {
  it.each(R.median_rank)("among %d observations has rank %d, as R's binomial says", (n, rank) =>
    expect(medianRank(n)).toBe(rank),
  );
  it("of five hours runs from the shortest to the longest", () => {
    expect(medianInterval([9, 1, 4, 2, 100])).toEqual({value: 4, lower: 1, upper: 100});
  });
  it("of eight hours leaves out one on either side, and the median is between the middle two", () => {
    expect(medianInterval([1, 2, 3, 4, 6, 7, 8, 9])).toEqual({value: 5, lower: 2, upper: 8});
  });
  it("of four hours is not known", () => expect(medianInterval([4, 1, 3, 2])).toEqual({value: 2.5, lower: null, upper: null}));
  it("of none is nothing", () => expect(medianInterval([])).toBeNull());
});

it("medians are apart when their intervals do not overlap, and never without intervals", () => {
  const at = (lower: number | null, upper: number | null) => ({value: 0, lower, upper});
  expect(areApart(at(1, 3), at(4, 5))).toBe(true);
  expect(areApart(at(4, 5), at(1, 3))).toBe(true);
  expect(areApart(at(1, 4), at(4, 5))).toBe(false);
  expect(areApart(at(null, null), at(4, 5))).toBe(false);
});
