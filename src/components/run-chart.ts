import * as Plot from "@observablehq/plot";
import type {MetricInfo, MetricRow} from "../../pipeline/contract/datasets.js";
import {Chart} from "./chart.js";
import {formatCount, formatMetric, formatMonth, formatRow} from "./format.js";
import {describeRun} from "./metric-table.js";
import {say} from "./words.js";

export interface RunChartOptions {
  width?: number;
  height?: number;
  title?: string;
}

/** A metric over months: line, intervals, target; hollow where provisional. Months with too few members are left out. */
export function RunChart(
  rows: readonly MetricRow[],
  metric: MetricInfo,
  {width = 640, height = 200, title}: RunChartOptions = {},
): HTMLElement {
  const points = rows
    .filter((row) => row.maturity !== "too_few" && row.value !== null)
    .map((row) => ({...row, day: new Date(`${row.period_start}T00:00:00Z`)}));
  const target = points.at(-1)?.target ?? null;
  const last = points.at(-1);
  const isShare = metric.unit === "share";
  const summary = describeRun(
    points.map((row) => ({month: row.period_start, value: row.value})),
    metric,
  );
  return Chart(
    {
      width,
      height,
      marginLeft: 44,
      marginRight: 64,
      x: {type: "utc", label: null, tickSize: 0, ticks: Math.max(2, Math.min(points.length, Math.floor(width / 90)))},
      y: {
        label: null,
        ticks: 4,
        tickSize: 0,
        grid: true,
        ...(isShare
          ? {domain: [0, 1], tickFormat: (share: number) => `${Math.round(share * 100)} %`}
          : {zero: metric.unit !== "score", nice: true}),
      },
      marks: [
        target === null ? null : Plot.ruleY([target], {className: "target", stroke: "currentColor", strokeDasharray: "2,3"}),
        target === null
          ? null
          : Plot.text([target], {
              y: (y) => y,
              frameAnchor: "right",
              dx: 6,
              textAnchor: "start",
              text: () => say("target"),
              className: "target-label",
              fill: "currentColor",
            }),
        Plot.ruleX(points, {x: "day", y1: "lower", y2: "upper", className: "interval", stroke: "currentColor"}),
        Plot.lineY(points, {x: "day", y: "value", className: "line", stroke: "currentColor"}),
        Plot.dot(points, {
          x: "day",
          y: "value",
          r: 3.5,
          className: "dot",
          stroke: "currentColor",
          fill: (row: MetricRow) => (row.maturity === "final" ? "currentColor" : "var(--surface)"),
        }),
        last
          ? Plot.text([last], {
              x: "day",
              y: "value",
              dx: 8,
              textAnchor: "start",
              text: (row: MetricRow) => formatRow(row, metric),
              className: "last",
              fill: "currentColor",
            })
          : null,
      ],
    },
    {
      title,
      summary,
      table: {
        header: [say("month"), metric.label, say("members")],
        rows: points.map((row) => [
          formatMonth(row.period_start),
          formatMetric(row.value, metric, {n: row.denominator ?? 0, currency: row.currency}),
          formatCount(row.denominator),
        ]),
      },
    },
  );
}
