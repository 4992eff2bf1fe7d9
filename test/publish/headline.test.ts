import {describe, expect, it} from "vitest";
import {makeHeadlines} from "../../pipeline/publish/headline.js";
import {index, row} from "./rows.js";

describe("a headline", () => {
  it("stands for the latest month with enough meetings, not for the month that has just begun", () => {
    const metrics = index([row("2026-08-01", 30, 40), row("2026-10-01", 2, 3), row("2026-09-01", 33, 40)]);
    const [headline] = makeHeadlines(metrics, "company", "");
    expect(headline!.latest?.period_start).toBe("2026-09-01");
    expect(headline!.months.map((month) => month.period_start)).toEqual(["2026-08-01", "2026-09-01", "2026-10-01"]);
  });

  it("has no latest period where none holds enough", () => {
    const [headline] = makeHeadlines(index([row("2026-09-01", 1, 2)]), "company", "");
    expect([headline!.latest, headline!.is_change_signal]).toEqual([null, null]);
  });

  it("is absent where the company has no such number, and empty where only the person has none", () => {
    const metrics = index([row("2026-09-01", 33, 40)]);
    expect(makeHeadlines(metrics, "company", "").map(({metric}) => metric)).toEqual(["show_rate"]);
    expect(makeHeadlines(metrics, "sdr", "p1")).toEqual([
      {metric: "show_rate", latest: null, is_change_signal: null, months: [], trailing: null},
    ]);
  });

  it("follows the configured period", () => {
    const metrics = index([row("2026-09-01", 33, 40), row("2026-07-01", 90, 120, {period: "quarter"})], "quarter");
    const [headline] = makeHeadlines(metrics, "company", "");
    expect(headline!.latest?.period).toBe("quarter");
    expect(headline!.months).toHaveLength(1);
  });
});
