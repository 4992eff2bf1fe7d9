import {describe, expect, it} from "vitest";
import type {MetricRow} from "../../pipeline/contract/datasets.js";
import {
  formatDay,
  formatDecimal,
  formatMetric,
  formatMoney,
  formatMonth,
  formatRow,
  formatInterval,
  formatShare,
  formatTime,
} from "../../src/components/base/format.js";

describe("a share", () => {
  it("has decimals only where a thousand members carry them", () => {
    expect(formatShare(0.7689, 212)).toBe("77\u00a0%");
    expect(formatShare(0.7689, 1000)).toBe("76.9\u00a0%");
  });
  it("is never all where one is missing, nor nothing where one is there", () => {
    expect([formatShare(0.996, 250), formatShare(0.004, 250), formatShare(0.9996, 5000), formatShare(0.0004, 5000)]).toEqual([
      "99.6\u00a0%", "0.4\u00a0%", "99.96\u00a0%", "0.04\u00a0%",
    ]); // prettier-ignore
    expect([formatShare(0.9999, 250), formatShare(0.0001, 250), formatShare(0.99999, 5000)]).toEqual([">\u00a099.9\u00a0%", "<\u00a00.1\u00a0%", ">\u00a099.99\u00a0%"]); // prettier-ignore
    expect(formatInterval({lower: 0.981, upper: 0.9999}, {unit: "share"}, {n: 250})).toBe("98\u00a0% to >\u00a099.9\u00a0%");
    expect([formatShare(1, 250), formatShare(0, 250), formatShare(0.1 + 0.2 + 0.7, 250)]).toEqual([
      "100\u00a0%",
      "0\u00a0%",
      "100\u00a0%",
    ]);
  });
  it("nobody knows is a dash, never zero", () => {
    expect(formatShare(null)).toBe("–");
    expect(formatShare(NaN)).toBe("–");
    expect(formatShare(0)).toBe("0\u00a0%");
  });
});

describe("money", () => {
  it("is short, with the currency after it", () => {
    expect(formatMoney(1_234_000, "EUR")).toBe("1.2\u00a0M\u00a0€");
    expect(formatMoney(512, "USD")).toBe("512\u00a0$");
    expect(formatMoney(10_000_000_000, "JPY")).toBe("10\u00a0bn\u00a0¥");
    expect(formatMoney(345_678, "CHF")).toBe("346\u00a0k\u00a0CHF");
    expect(formatMoney(0, "EUR")).toBe("0\u00a0€");
  });
  it("in a currency that is none keeps its word", () => {
    expect(formatMoney(5, "points")).toBe("5\u00a0points");
  });
});

describe("a date", () => {
  it("is said as people say it", () => {
    expect(formatDay("2025-10-03")).toBe("3 Oct");
    expect(formatDay("2025-10-03", {year: true})).toBe("3 Oct 2025");
    expect(formatMonth("2025-09-01")).toBe("September 2025");
  });
  it("is an instant's day in the company's zone, and a bare day everywhere the same", () => {
    expect(formatDay("2025-10-03T23:30:00Z", {zone: "Europe/Berlin"})).toBe("4 Oct");
    expect(formatDay("2025-10-03", {zone: "Pacific/Auckland"})).toBe("3 Oct");
  });
  it("without a zone of its own is UTC", () => {
    expect(formatTime("2025-10-01 04:00:00", {zone: "Europe/Berlin"})).toBe("1 Oct, 06:00");
    expect(formatTime("2025-10-01T04:00:00", {zone: "UTC"})).toBe("1 Oct, 04:00");
  });
  it("that is none is a dash", () => {
    expect(formatDay("soon")).toBe("–");
    expect(formatDay(null)).toBe("–");
  });
});

it("a metric is told in its own unit", () => {
  expect(formatMetric(8.0, {unit: "score"})).toBe("8.0");
  expect(formatMetric(0.5, {unit: "share"}, {n: 10})).toBe("50\u00a0%");
  expect(formatMetric(6, {unit: "days"})).toBe("6\u00a0d");
  expect(formatMetric(2.25, {unit: "business_hours"})).toBe("2.3\u00a0h");
  expect(formatMetric(1500, {unit: "money"}, {currency: "EUR"})).toBe("1.5\u00a0k\u00a0€");
  expect(formatMetric(4, {unit: "count"})).toBe("4");
});

it("a share that reads like its target without being it gets its decimal", () => {
  const row = {maturity: "final", target: 0.95, denominator: 287, currency: ""} as MetricRow;
  expect(formatRow({...row, value: 0.9453}, {unit: "share"})).toBe("94.5\u00a0%");
  expect(formatRow({...row, value: 0.95}, {unit: "share"})).toBe("95\u00a0%");
  expect(formatRow({...row, value: 0.9353}, {unit: "share"})).toBe("94\u00a0%");
});

it("a long number loses its decimals", () => {
  expect(formatDecimal(1234.56)).toBe("1,235");
});

it("an interval's end that would read as the target without being it has a decimal more", () => {
  const row = {lower: 7.1, upper: 7.98, target: 8};
  expect(formatInterval(row, {unit: "score"})).toBe("7.1–7.98");
  expect(formatInterval({...row, upper: 8}, {unit: "score"})).toBe("7.1–8.0");
  expect(formatInterval({lower: 0.5, upper: 0.746, target: 0.75}, {unit: "share"}, {n: 40})).toBe("50–74.6\u00a0%");
});
