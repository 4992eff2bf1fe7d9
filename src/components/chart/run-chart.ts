import * as Plot from "@observablehq/plot";
import type {MetricInfo, MetricRow} from "../../../pipeline/contract/datasets.js";
import {BandKey, drawBand} from "./band.js";
import type {Band} from "./band.js";
import {Chart} from "./chart.js";
import type {Asked} from "../explain/explain-panel.js";
import {Explained} from "../explain/explained.js";
import {countMembers, formatCount, formatMetric, formatMonth, formatRow} from "../base/format.js";
import {describeRun} from "../table/metric-table.js";
import {monthTicks} from "./month-ticks.js";
import {say} from "../words/words.js";

export interface RunChartOptions {
  height?: number;
  title?: string;
  /** What colleagues do, drawn behind. */
  band?: Band;
  /** The question about one of its points. */
  ask?: (row: MetricRow) => Asked;
}

type Point = MetricRow & {day: Date};

/** A metric over months: line, intervals, target; hollow where provisional. Months with too few members are left out. */
export function RunChart(
  rows: readonly MetricRow[],
  metric: MetricInfo,
  {height = 220, title, band, ask}: RunChartOptions = {},
): HTMLElement {
  const points = rows
    .filter((row) => row.maturity !== "too_few" && row.value !== null)
    .map((row): Point => ({...row, day: new Date(`${row.period_start}T00:00:00Z`)}));
  const format = (value: number | null, row?: MetricRow) =>
    formatMetric(value, metric, {n: countMembers(row), currency: row?.currency});
  return Chart(
    (width) => ({
      height,
      marginLeft: 48,
      marginRight: 56,
      marginBottom: 36,
      x: {
        type: "utc",
        label: null,
        tickSize: 0,
        ...monthTicks(
          points.map(({day}) => day),
          width,
          width - 104,
          points.length,
        ),
      },
      y: {
        label: null,
        ticks: 4,
        tickSize: 0,
        grid: true,
        domain: findRange(points, metric, band),
        tickFormat: (value: number) => format(value),
      },
      marks: [
        ...drawBand(band),
        ...drawTarget(points, (value) => say("target_is", {target: format(value)})),
        ...drawRun(points, metric),
      ],
    }),
    {
      title,
      not: say("read_focus_not"),
      key: BandKey(band),
      summary: [
        describeRun(
          points.map((row) => ({month: row.period_start, value: row.value})),
          metric,
        ),
        band ? say("band_summary", {label: band.label, lower: format(band.lower), upper: format(band.upper)}) : "",
      ].join(" "),
      table: {
        header: [say("month"), metric.label, say("members")],
        rows: points.map((row) => {
          const text = format(row.value, row);
          return [formatMonth(row.period_start), ask ? Explained(text, () => ask(row)) : text, formatCount(countMembers(row))];
        }),
      },
    },
    {widest: 640},
  );
}

/** The target as a dotted rule, named at its left end, clear of the last value's label. */
function drawTarget(points: readonly Point[], name: (target: number) => string): Plot.Markish[] {
  const target = points.at(-1)?.target ?? null;
  if (target === null) return [];
  const label = {
    frameAnchor: "left",
    textAnchor: "start",
    dx: 4,
    dy: -8,
    className: "target-label",
    fill: "currentColor",
    stroke: "var(--surface)",
  } as const;
  return [
    Plot.ruleY([target], {className: "target", stroke: "currentColor", strokeDasharray: "2,3"}),
    Plot.text([target], {...label, y: (value: number) => value, text: name}),
  ];
}

function drawRun(points: readonly Point[], metric: MetricInfo): Plot.Markish[] {
  const place = {x: "day", y: "value"} as const;
  return [
    Plot.ruleX(points, {x: "day", y1: "lower", y2: "upper", className: "interval", stroke: "currentColor", strokeWidth: 1.5}),
    Plot.lineY(points, {...place, className: "line", stroke: "currentColor"}),
    Plot.dot(points, {
      ...place,
      r: 3.5,
      className: "dot",
      stroke: "currentColor",
      fill: (row: Point) => (row.maturity === "final" ? "currentColor" : "var(--surface)"),
    }),
    Plot.text(points.slice(-1), {
      ...place,
      dx: 8,
      textAnchor: "start",
      text: (row: Point) => formatRow(row, metric),
      className: "last",
      fill: "currentColor",
    }),
  ];
}

/** A run is read by its changes, so its axis spans what is drawn and a little more; sums and lengths of time start at nothing. */
function findRange(points: readonly Point[], {unit}: Pick<MetricInfo, "unit">, band?: Band): [number, number] {
  const drawn = [
    ...points.flatMap(({value, lower, upper, target}) => [value, lower, upper, target]),
    band?.lower ?? null,
    band?.upper ?? null,
  ].filter((value) => value !== null);
  if (!drawn.length) return [0, 1];
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const room = (high - low) * 0.1 || Math.abs(high) * 0.1 || 1;
  if (unit === "share") return [Math.max(0, low - room), Math.min(1, high + room)];
  return [unit === "score" ? Math.max(1, low - room) : 0, unit === "score" ? Math.min(10, high + room) : high + room];
}
