import type {MetricInfo, MetricRow} from "../../../pipeline/contract/datasets.js";
import {countMembers, formatCount, formatEnd, formatMetric, formatRow} from "../base/format.js";
import {draw} from "../base/make.js";
import {nameStatus} from "./status-mark.js";
import {say} from "../words/words.js";

export interface DotIntervalOptions {
  width?: number;
  height?: number;
  /** Scale shared by all marks that are compared, in the value's unit. */
  domain?: readonly [number, number];
  /** What the mark says, where the row's own words do not fit: a tick may be something else than a target. */
  label?: string;
}

/**
 * The one way to draw uncertainty: a dot for the value, a thin line for the interval, a tick for the target. The dot is hollow
 * when the number is provisional; with too few members there is no dot at all.
 */
export function DotInterval(
  row: MetricRow,
  metric: Pick<MetricInfo, "unit" | "label" | "counted">,
  {width = 96, height = 20, domain = [0, 1], label: own}: DotIntervalOptions = {},
): SVGElement {
  const label = own ?? describeRow(row, metric);
  const [low, high] = domain;
  const inset = 5;
  const x = (value: number) => inset + ((Math.min(high, Math.max(low, value)) - low) / (high - low || 1)) * (width - 2 * inset);
  const y = height / 2;
  const isShown = row.value !== null && row.maturity !== "too_few";
  const line = (name: string, x1: number, x2: number, reach = 0) =>
    draw("line", {class: name, x1, x2, y1: y - reach, y2: y + reach});
  return draw(
    "svg",
    {
      class: "dot-interval",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": label,
      "data-tick": own === undefined ? "target" : "other",
    },
    draw("title", {}, label),
    " ",
    line("track", inset, width - inset),
    row.target === null ? null : line("target", x(row.target), x(row.target), 6),
    isShown && row.lower !== null && row.upper !== null ? line("interval", x(row.lower), x(row.upper)) : null,
    isShown ? draw("circle", {class: row.maturity === "final" ? "dot" : "dot hollow", cx: x(row.value!), cy: y, r: 4}) : null,
  );
}

/** A row in words: value, interval, n, target, what is in flight. */
export function describeRow(row: MetricRow, metric: Pick<MetricInfo, "unit" | "label" | "counted">): string {
  const n = countMembers(row);
  const format = (value: number | null) => formatMetric(value, metric, {n, currency: row.currency});
  const parts: string[] = [];
  if (row.maturity === "too_few" || row.value === null) parts.push(nameStatus("too_few"), say("n", {n: formatCount(n)}));
  else if (row.lower !== null && row.upper !== null)
    parts.push(
      say("value_of", {
        value: formatRow(row, metric),
        lower: formatEnd(row.lower, row.target, metric, {n, currency: row.currency}),
        upper: formatEnd(row.upper, row.target, metric, {n, currency: row.currency}),
        n: formatCount(n),
        counted: metric.counted,
      }),
    );
  else parts.push(formatRow(row, metric), say("n", {n: formatCount(n)}));
  if (row.target !== null) parts.push(say("target_is", {target: format(row.target)}));
  if (row.in_flight > 0) parts.push(say("in_flight", {n: row.in_flight}));
  return `${metric.label}: ${parts.join(", ")}`;
}

/** The scale that marks of one metric share: shares over 0–1, ratings over 1–10, the rest from 0 to what is largest. */
export function findDomain(rows: readonly MetricRow[], {unit}: Pick<MetricInfo, "unit">): readonly [number, number] {
  if (unit === "share") return [0, 1];
  if (unit === "score") return [1, 10];
  const values = rows
    .flatMap((row) => (row.maturity === "too_few" ? [] : [row.value, row.upper]))
    .filter((value) => value !== null);
  return [0, Math.max(1e-9, ...values, ...rows.map((row) => row.target ?? 0))];
}
