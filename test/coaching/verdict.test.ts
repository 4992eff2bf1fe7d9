import {describe, expect, it} from "vitest";
import {judgeChange} from "../../pipeline/coaching/verdict.js";
import {repeat, weeks} from "./given.js";

/** Forty weeks of five cases up to Monday 5 October 2026, then what comes after. */
const AGREED = "2026-10-05";
const before = repeat(0.4, 40);
const judge = (after: number[], {review = "2026-11-30", today = "2027-03-01"} = {}) =>
  judgeChange(weeks("2025-12-29", [...before, ...after]), AGREED, review, today);

describe("the verdict on what was agreed", () => {
  it("is a signal where the points after it leave the own baseline upwards and stay there", () => {
    expect(judge(repeat(1, 10))).toMatchObject({
      verdict: "signal",
      before: {n: 100, done: 40},
      after: {n: 50, done: 50},
      after_from: 10,
    });
  });
  it("is no signal where nothing changed, once the review is there", () => {
    expect(judge(repeat(0.4, 10))).toMatchObject({verdict: "no_signal", why: null});
    expect(judge(repeat(0.4, 10), {today: "2026-11-20"})).toMatchObject({verdict: "too_early", why: "before_review"});
  });
  it("is regressed where less is done than before, and where a gain is gone again", () => {
    expect(judge(repeat(0, 10))).toMatchObject({verdict: "regressed"});
    expect(judge([...repeat(1, 10), ...repeat(0.4, 8)])).toMatchObject({verdict: "regressed"});
  });
  it("is too early after a few cases, and without ten points of one's own before", () => {
    expect(judge(repeat(0.4, 4))).toMatchObject({verdict: "too_early", why: "few_after"});
    const short = weeks("2026-08-31", [...repeat(0.4, 5), ...repeat(1, 10)]);
    expect(judgeChange(short, AGREED, null, "2027-03-01")).toMatchObject({
      verdict: "too_early",
      why: "short_baseline",
      points: [],
    });
  });
  it("takes smaller points where ten cases each would leave too short a baseline", () => {
    const {points, verdict} = judgeChange(weeks("2026-07-27", [...repeat(0.2, 10), ...repeat(1, 6)]), AGREED, null, "2027-03-01");
    expect([points[0]!.n, verdict]).toEqual([5, "signal"]);
  });
  it("leaves the week out in which it was agreed, unless it was on its first day", () => {
    const list = weeks("2025-12-29", [...before, 1, 1]);
    const n = (agreed: string) => judgeChange(list, agreed, null, "2027-03-01").after.n;
    expect([n("2026-10-05"), n("2026-10-07")]).toEqual([10, 0]);
  });
});
