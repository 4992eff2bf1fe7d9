// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {MetricRow} from "../../pipeline/contract/datasets.js";
import {STATUSES} from "../../pipeline/contract/vocabulary.js";
import {BarList} from "../../src/components/chart/bar-list.js";
import {DotInterval, findDomain} from "../../src/components/chart/dot-interval.js";
import {FieldSquares} from "../../src/components/chart/field-squares.js";
import {Finding} from "../../src/components/base/finding.js";
import {describeFreshness} from "../../src/components/frame/freshness.js";
import {FunnelBars} from "../../src/components/funnel/funnel-bars.js";
import {describeRun, Trend} from "../../src/components/table/metric-table.js";
import {Missing} from "../../src/components/base/missing.js";
import {monthTicks} from "../../src/components/chart/month-ticks.js";
import {RunChart} from "../../src/components/chart/run-chart.js";
import {Sparkline} from "../../src/components/chart/sparkline.js";
import {StatusMark} from "../../src/components/chart/status-mark.js";
import {FUNNEL, makeHeadline, makeManifest, makeRow} from "./fixtures.js";

const SHOW = makeManifest().metrics[0]!;

describe("dot and interval", () => {
  it("stand on the scale: half of it is the middle", () => {
    const mark = DotInterval(makeRow({value: 0.5, lower: 0.25, upper: 0.75, target: 1}), SHOW, {width: 110});
    expect(mark.querySelector(".dot")!.getAttribute("cx")).toBe("55"); // 5 + 0.5 × 100
    expect(["x1", "x2"].map((name) => mark.querySelector(".interval")!.getAttribute(name))).toEqual(["30", "80"]);
    expect(mark.querySelector(".target")!.getAttribute("x1")).toBe("105");
  });
  it("are hollow while provisional, and no dot with too few", () => {
    expect(DotInterval(makeRow({maturity: "provisional"}), SHOW).querySelector(".hollow")).not.toBeNull();
    expect(DotInterval(makeRow({maturity: "too_few", value: null}), SHOW).querySelector(".dot")).toBeNull();
  });
  it("of shares share the scale from none to all, of money from nothing to the most", () => {
    expect(findDomain([makeRow({value: 0.3})], {unit: "share"})).toEqual([0, 1]);
    expect(
      findDomain([makeRow({value: 100, upper: null, target: null}), makeRow({value: 900, upper: null, target: 400})], {
        unit: "money",
      }),
    ).toEqual([0, 900]);
  });
});

it("every status has a word, and no two of them the same shape and tone", () => {
  const marks = STATUSES.map((status) => StatusMark(status));
  expect(marks.every((mark) => mark.textContent!.trim() !== "")).toBe(true);
  const judged = marks.slice(2, 7).map((mark) => mark.querySelector("svg")!.innerHTML);
  expect(new Set(judged).size).toBe(5);
});

it("a person is no different from target on so many handoffs, not off track", () => {
  expect(StatusMark("not_separable", {n: 9}).textContent!.trim()).toBe("no different from target on 9 handoffs");
});

describe("a line of months", () => {
  const point = (month: string, value: number | null) => ({month: `2025-${month}-01`, value});
  it("has a gap where a month has no value", () => {
    const path = Sparkline([point("01", 1), point("02", 2), point("03", null), point("04", 2)])
      .querySelector(".line")!
      .getAttribute("d")!;
    expect(path.match(/M/g)!.length).toBe(2);
  });
  it("of no value at all draws nothing and breaks nothing", () => {
    expect(Sparkline([point("01", null)], {target: 0.5}).querySelector(".dot")).toBeNull();
  });
  it("of one value throughout is level", () => {
    expect(
      Sparkline([point("01", 1), point("02", 1), point("03", 1)])
        .querySelector(".line")!
        .getAttribute("d"),
    ).not.toContain("NaN");
  });
  it("is no line of two months", () => {
    expect(Sparkline([point("01", 1), point("02", 2), point("03", null)], {target: 1}).childElementCount).toBe(0);
  });
  it("has its dot where the number beside it is of that month, and none where it is of none", () => {
    const dotOf = (dotAt: string | null) => Sparkline([point("01", 1), point("02", 2), point("03", 3)], {dotAt, width: 108}).querySelector(".dot")?.getAttribute("cx"); // prettier-ignore
    expect([dotOf("2025-02-01"), dotOf("2025-04-01"), dotOf(null)]).toEqual(["53", undefined, undefined]);
    const drawn = (row: MetricRow) => (Trend(makeHeadline(), SHOW, row) as Element).querySelectorAll(".dot").length;
    expect([drawn(makeRow({period_start: "2025-09-01"})), drawn(makeRow({period: "trailing_90d", period_start: ""}))]).toEqual([
      1, 0,
    ]);
  });
  it("is told in a sentence: first, last, lowest, highest", () => {
    const points = [point("05", 0.7), point("06", 0.68), point("07", null), point("08", 0.71)];
    expect(describeRun(points, SHOW)).toBe(
      "Meeting show rate from May 2025 to August 2025: 70\u00a0% at first, 71\u00a0% at last, between 68\u00a0% and 71\u00a0%.",
    );
    expect(describeRun([point("05", 0.7)], SHOW)).toBe("Meeting show rate in May 2025: 70\u00a0%.");
    expect(describeRun([], SHOW)).toBe("Meeting show rate: no month with data.");
  });
});

it("a run chart has its conclusion and its numbers for those who do not see it", () => {
  const chart = RunChart(makeHeadline().months, SHOW);
  expect(chart.querySelector("svg")!.getAttribute("aria-label")).toContain("from May 2025 to September 2025");
  expect(chart.querySelectorAll(".numbers tbody tr").length).toBe(5);
  expect(chart.querySelector("style")).toBeNull();
});

it("a run chart on a telephone names at least its first, a middle and its last month, each year once", () => {
  const run = Array.from({length: 20}, (_, month) => new Date(Date.UTC(2025, 3 + month, 1)));
  const {ticks, tickFormat} = monthTicks(run, 320, 216, 20) as {ticks: Date[]; tickFormat: (day: Date, index: number) => string};
  expect(ticks.map(tickFormat)).toEqual(["Apr\n2025", "Oct", "May\n2026", "Nov"]);
  expect(monthTicks(run, 640, 536, 20)).toEqual({ticks: 7});
});

it("a funnel says between two stages how many went on, how surely, and how long it took", () => {
  const funnel = FunnelBars(FUNNEL, makeManifest(), {caption: "Funnel"});
  expect(funnel.querySelector(".step")!.textContent!.replace(/\s+/g, " ").trim()).toBe(
    "↓ 77 % of 212 meetings 72–81 % · 28 in flight · median 6 days",
  );
});

it("a list of bars stands longest first, with shares of all", () => {
  const list = BarList(
    [
      {label: "a", count: 1},
      {label: "b", count: 3},
    ],
    {caption: "Reasons"},
  );
  expect(
    [...list.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent!.trim()).join("|")),
  ).toEqual(["b||3|75\u00a0%", "a||1|25\u00a0%"]);
});

it("a brief's squares name what is missing", () => {
  const squares = FieldSquares("fmn", makeManifest().brief_fields);
  expect(squares.getAttribute("aria-label")).toBe("Brief: 2 of 3 fields filled. Missing: Budget.");
  expect([
    squares.querySelectorAll(".filled").length,
    squares.querySelectorAll(".frame").length,
    squares.querySelectorAll(".half").length,
  ]).toEqual([1, 2, 1]);
});

it("an empty part says which export would bring it to life", () => {
  expect(Missing(makeManifest(), {entity: "feedback"}).textContent).toContain(
    "This needs AE feedback, which was not supplied: what AEs think of the handoffs.",
  );
  expect(Missing(makeManifest(), {metric: "speed_to_lead_hours"}).textContent).toContain(
    "Speed to lead cannot be computed: leads have no created_at.",
  );
});

it("rows are all taken in only when none was rejected; else how many of how many", () => {
  const ledger = {rows_read: 54_006, loaded: 54_000, merged: 3, rejected: 3, set_aside: 0};
  expect(describeFreshness(makeManifest({ledger}))).toMatch(/ · 3 of 54,006 rows rejected$/);
  expect(describeFreshness(makeManifest({ledger: {...ledger, rejected: 0}}))).toMatch(/ · every row read was taken in$/);
});

it("a finding leaves out what cannot be said", () => {
  expect(Finding("First.", null, "Second.").textContent!.trim()).toBe("First.Second.");
});
