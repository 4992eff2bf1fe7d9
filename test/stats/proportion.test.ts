import {describe, expect, it} from "vitest";
import {isMoreThanNoise} from "../../pipeline/stats/interval.js";
import {newcombeDifference, wilson} from "../../pipeline/stats/proportion.js";
import {expectClose, R} from "./given.js";

describe("Wilson's interval", () => {
  it.each(R.wilson)("%d of %d has R's limits", (successes, n, lower, upper) => {
    const interval = wilson(successes, n)!;
    expect(interval.value).toBe(successes / n);
    expectClose(interval.lower, lower);
    expectClose(interval.upper, upper);
  });
  it("none of none is nothing", () => expect(wilson(0, 0)).toBeNull());
  it("none of nine may be zero and all of nine may be all, exactly", () => {
    expect(wilson(0, 9)!.lower).toBe(0);
    expect(wilson(9, 9)!.upper).toBe(1);
  });
});

describe("Newcombe's difference", () => {
  it.each(R.newcombe)(
    "%d of %d against %d of %d has the limits of R's Wilson intervals combined",
    (s1, n1, s2, n2, lower, upper) => {
      const difference = newcombeDifference({successes: s1, n: n1}, {successes: s2, n: n2})!;
      expectClose(difference.lower, lower);
      expectClose(difference.upper, upper);
    },
  );
  it("a change from 71 to 78 of 100 is within noise, one from 48 of 80 to 56 of 70 is not", () => {
    expect(isMoreThanNoise(newcombeDifference({successes: 78, n: 100}, {successes: 71, n: 100})!)).toBe(false);
    expect(isMoreThanNoise(newcombeDifference({successes: 56, n: 70}, {successes: 48, n: 80})!)).toBe(true);
  });
  it("nothing to compare with gives nothing", () =>
    expect(newcombeDifference({successes: 3, n: 4}, {successes: 0, n: 0})).toBeNull());
});
