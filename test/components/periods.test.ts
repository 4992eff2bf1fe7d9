// @vitest-environment jsdom
import {expect, it} from "vitest";
import {isUnderWay, namePeriod} from "../../src/components/company/overview-lead.js";
import {MetricTable} from "../../src/components/table/metric-table.js";
import {makeHeadline, makeManifest} from "./fixtures.js";

const site = (as_of: string, timezone = "Europe/Berlin") => ({as_of, timezone});
const month = {period: "month", period_start: "2026-11-01"} as const;

it("a month or quarter that is not over where the company is says so", () => {
  expect(namePeriod(month, site("2026-11-28T05:00:00Z"))).toBe("in November 2026 so far");
  expect(namePeriod(month, site("2026-12-01T05:00:00Z"))).toBe("in November 2026");
  const quarter = {period: "quarter", period_start: "2026-10-01"} as const;
  expect(namePeriod(quarter, site("2026-12-31T12:00:00Z"))).toBe("in quarter 4 of 2026 so far");
  expect(namePeriod({period: "trailing_90d", period_start: "2026-09-01"}, site("2026-11-28T05:00:00Z"))).toBe(
    "over the last 90 days",
  );
});

it("goes by the company's day, not by that of UTC", () => {
  expect(isUnderWay(month, site("2026-11-30T23:30:00Z"))).toBe(false);
  expect(isUnderWay(month, site("2026-11-30T23:30:00Z", "America/New_York"))).toBe(true);
  expect(isUnderWay(month, site("2026-10-31T23:30:00Z"))).toBe(true);
  expect(isUnderWay(month, site("2026-10-31T20:30:00Z"))).toBe(false);
});

it("the table of headlines names its month in the same way", () => {
  const headline = makeHeadline();
  const start = headline.latest!.period_start;
  const when = (as_of: string) => MetricTable([headline], makeManifest({as_of})).querySelector("td.value .sub")!.textContent!;
  expect(when(`${start.slice(0, 8)}20T05:00:00Z`)).toMatch(/ so far$/);
  expect(when("2030-01-01T05:00:00Z")).not.toContain("so far");
});
