import {describe, expect, it} from "vitest";
import {judgeRun} from "../../pipeline/stats/run-chart.js";
import type {RunPoint} from "../../pipeline/stats/run-chart.js";
import {poolWeeks} from "../../pipeline/stats/weeks.js";
import {expectAgrees, readR} from "./close.js";

interface Case {
  kind: "rate" | "mean";
  points: RunPoint[];
  limits: [number, number, number][];
}
const means = (...values: number[]): RunPoint[] => values.map((value) => ({value, n: 12}));
/** Ten quiet points about 7: mean 7, mean moving range 0.2, limits 7 ± 0.532. */
const quiet = [7.1, 6.9, 7.1, 6.9, 7.1, 6.9, 7.1, 6.9, 7.1, 6.9];

describe("a run chart", () => {
  it.each(readR<{charts: Case[]}>("charts").charts)("of a $kind has R's limits", ({kind, points, limits}) => {
    judgeRun(points, kind)!.points.forEach(({centre, lower, upper}, index) => {
      [centre, lower, upper].forEach((found, k) => expectAgrees(found, limits[index]![k]!, `point ${index}`));
    });
  });
  it("of nine points is not drawn", () => expect(judgeRun(means(...quiet.slice(1)), "mean")).toBeNull());
  it("of noise about a level has no signal", () => expect(judgeRun(means(...quiet, 7.2, 6.85, 7), "mean")!.signals).toEqual([]));
  it("marks a point outside, which does not move the baseline", () => {
    const {signals, points} = judgeRun(means(...quiet, 7.6, 7), "mean")!;
    expect(signals).toEqual([{kind: "outside", from: 10, to: 10, side: "above"}]);
    expect(points.at(-1)!.phase).toBe(1);
  });
  it("marks three of four nearer a limit than the centre", () => {
    expect(judgeRun(means(...quiet, 6.7, 6.95, 6.7, 6.65, 7), "mean")!.signals).toEqual([
      {kind: "near_limit", from: 10, to: 13, side: "below"},
    ]);
  });
  it("marks eight in a row on a side, and draws the new baseline from the first of them", () => {
    const risen = [7.2, 7.3, 7.2, 7.3, 7.2, 7.3, 7.2, 7.3, 7.2];
    const {signals, points} = judgeRun(means(...quiet, ...risen), "mean")!;
    expect(signals).toEqual([{kind: "run", from: 10, to: 17, side: "above"}]);
    expect(points.map(({phase}) => phase)).toEqual([...quiet.map(() => 1), ...risen.map(() => 2)]);
    expectAgrees(points.at(-1)!.centre, risen.reduce((sum, value) => sum + value, 0) / risen.length);
  });
  it("seven in a row and one on the centre are no row of eight", () => {
    expect(judgeRun(means(...quiet, 7.1, 7.1, 7.1, 7, 7.1, 7.1, 7.1, 7.1), "mean")!.signals).toEqual([]);
  });
  it("of values that never vary has limits on the value and no signal", () => {
    const {signals, points} = judgeRun(means(...Array<number>(12).fill(8)), "mean")!;
    expect(signals).toEqual([]);
    expect(points[11]).toMatchObject({centre: 8, lower: 8, upper: 8});
  });
  it("of a rate that was always nothing does not call one success a signal", () => {
    const points = [...Array<number>(10).fill(0), 0.1].map((value) => ({value, n: 10}));
    expect(judgeRun(points, "rate")!.signals).toEqual([]);
  });
});

describe("weeks", () => {
  const week = (week_on: string, n: number, sum: number) => ({week_on, n, sum});
  it("are put together until they hold ten members; what is left waits", () => {
    const {points, open_members} = poolWeeks([
      week("2026-01-05", 12, 9),
      week("2026-01-12", 4, 3),
      week("2026-01-19", 0, 0),
      week("2026-01-26", 7, 5),
      week("2026-02-02", 9, 1),
    ]);
    expect(points).toEqual([
      {from_on: "2026-01-05", to_on: "2026-01-05", weeks: 1, n: 12, sum: 9, value: 0.75},
      {from_on: "2026-01-12", to_on: "2026-01-26", weeks: 3, n: 11, sum: 8, value: 8 / 11},
    ]);
    expect(open_members).toBe(9);
  });
  it("without members are no point", () => expect(poolWeeks([week("2026-01-05", 0, 0)])).toEqual({points: [], open_members: 0}));
});
