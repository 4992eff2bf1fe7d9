import {describe, expect, it} from "vitest";
import {listChanges, measureChange} from "../../pipeline/publish/change.js";
import {index, row} from "./rows.js";

const team = (id: string, start: string, held: number, due: number) =>
  row(start, held, due, {scope: "team", scope_id: id, scope_name: id});

describe("the strength of a change", () => {
  it("is the difference over its half-width on the side of zero", () => {
    // By hand: 0.8 − 0.5 = 0.3 reaches hypot(0.8 − 0.7, 0.65 − 0.5) = 0.180278 downwards.
    const now = row("2026-09-01", 0, 0, {value: 0.8, lower: 0.7, upper: 0.86});
    const before = row("2026-08-01", 0, 0, {value: 0.5, lower: 0.35, upper: 0.65});
    expect(measureChange(now, before)).toBeCloseTo(0.3 / 0.180278, 5);
    // Back again: hypot(0.65 − 0.5, 0.8 − 0.7) is what the fall reaches upwards.
    expect(measureChange(before, now)).toBeCloseTo(0.3 / 0.180278, 5);
  });

  it("is nothing without intervals", () => {
    expect(measureChange(row("2026-09-01", 0, 0), row("2026-08-01", 30, 40))).toBe(0);
  });
});

describe("what changed", () => {
  const METRICS = ["show_rate", "meeting_to_sql_rate", "feedback_response_rate"];
  /** A team that went from 100 of 200 to `now` of 200. */
  const moved = (metric: string, id: string, now: number) => [
    {...team(id, "2026-08-01", 100, 200), metric},
    {...team(id, "2026-09-01", now, 200), metric},
  ];

  it("names the strongest first, at most five and two of a metric", () => {
    const company = METRICS.map((metric) => row("2026-09-01", 700, 1200, {metric}));
    const rows = METRICS.flatMap((metric, place) =>
      ["A", "B", "C"].flatMap((id, step) => moved(metric, id, 190 - 10 * place - 3 * step)),
    );
    expect(listChanges(index([...company, ...rows])).map(({metric, scope_id}) => [metric, scope_id])).toEqual([
      ["show_rate", "A"],
      ["show_rate", "B"],
      ["meeting_to_sql_rate", "A"],
      ["meeting_to_sql_rate", "B"],
      ["feedback_response_rate", "A"],
    ]);
  });

  it("leaves out what chance alone gives now and then among many", () => {
    // One of forty groups moved by a little more than its own noise (60 → 72 of 100); the others did not move.
    const rows = Array.from({length: 40}, (_, group) => [
      team(`T${group}`, "2026-08-01", 60, 100),
      team(`T${group}`, "2026-09-01", group === 7 ? 72 : 60, 100),
    ]).flat();
    expect(listChanges(index([row("2026-09-01", 700, 1200), ...rows]))).toEqual([]);
  });

  it("compares adjacent months only, and only up to the company's latest", () => {
    const gap = [team("gap", "2026-06-01", 20, 200), team("gap", "2026-09-01", 180, 200)];
    const old = [team("old", "2026-05-01", 20, 200), team("old", "2026-06-01", 180, 200)];
    expect(listChanges(index([row("2026-09-01", 700, 1200), ...gap, ...old]))).toEqual([]);
  });
});
