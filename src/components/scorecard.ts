import {html} from "htl";
import type {Manifest, MetricInfo, MetricRow, ScorecardRow} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {DataTable} from "./data-table.js";
import type {Column} from "./data-table.js";
import {describeRow, DotInterval, findDomain} from "./dot-interval.js";
import {countMembers, formatCount, formatMonth, formatRow} from "./format.js";
import {Sparkline} from "./sparkline.js";
import {say} from "./words.js";

/**
 * People × metrics: a dot, its interval and the target in every cell, on one scale per column. By name unless a head is pressed,
 * and without a rank: intervals say what can be told apart.
 */
export function Scorecard(
  rows: readonly ScorecardRow[],
  manifest: Manifest,
  {caption, file}: {caption: string; file?: string},
): HTMLElement {
  const used = new Set(rows.flatMap(({cells}) => cells.map(({metric}) => metric)));
  const metrics = manifest.metrics.filter(({name}) => used.has(name));
  const columns: Column<ScorecardRow>[] = [
    {key: "name", label: say("name"), value: ({name}) => name, cell: PersonCell, isName: true},
    {
      key: "handoffs",
      label: say("handoffs"),
      value: ({handoffs}) => handoffs,
      cell: ({handoffs}) => formatCount(handoffs),
      align: "right",
    },
    ...metrics.flatMap((metric) => describeMetric(metric, rows)),
    {
      key: "trend",
      label: metrics[0] ? say("trend_of", {metric: metrics[0].short_label}) : say("trend"),
      value: () => null,
      cell: (row) => TrendCell(row, metrics[0]),
    },
  ];
  return DataTable(rows, columns, {caption, file, order: {key: "name", descending: false}});
}

/** A metric's column, and beside it, for the download alone, its bounds and n. */
function describeMetric(metric: MetricInfo, rows: readonly ScorecardRow[]): Column<ScorecardRow>[] {
  const find = ({cells}: ScorecardRow) => cells.find((cell) => cell.metric === metric.name);
  const domain = findDomain(
    rows.flatMap((row) => find(row) ?? []),
    metric,
  );
  const hidden = (key: keyof MetricRow, label: string): Column<ScorecardRow> => ({
    key: `${metric.name}.${key}`,
    label: `${metric.short_label} ${label}`,
    value: (row) => (key === "n" ? countMembers(find(row)) : (find(row)?.[key] as number | null | undefined)),
    isHidden: true,
  });
  return [
    {
      key: metric.name,
      label: metric.short_label,
      hint: metric.meaning,
      value: (row) => (find(row)?.maturity === "too_few" ? null : find(row)?.value),
      cell: (row) => MetricCell(find(row), metric, domain),
    },
    hidden("lower", "from"),
    hidden("upper", "to"),
    hidden("n", "n"),
  ];
}

function MetricCell(row: MetricRow | undefined, metric: MetricInfo, domain: readonly [number, number]): Node {
  if (!row) return html`<span class="muted">–</span>`;
  const isEver = row.period === "all";
  const title = isEver ? `${describeRow(row, metric)}, ${say("over_all")}` : describeRow(row, metric);
  return html`<span class="mark-cell" title=${title}
    >${DotInterval(row, metric, {width: 72, domain})}<span class="small"
      >${formatRow(row, metric)}${isEver ? html` <span class="muted">${say("all_time")}</span>` : null}</span
    ></span
  >`;
}

function PersonCell({slug, name, is_ramping, tenure_days, is_current}: ScorecardRow): Node {
  return html`<a href=${addressOf("sdr", {sdr: slug})}>${name}</a
    >${is_ramping ? html` <span class="tag" title=${say("ramping_hint", {days: tenure_days ?? 0})}>${say("ramping")}</span>` : null}${is_current ? null : html` <span class="tag">${say("former")}</span>`}`;
}

function TrendCell({trend}: ScorecardRow, metric: MetricInfo | undefined): Node {
  const points = trend.map(({month, numerator, denominator}) => ({month, value: denominator ? numerator / denominator : null}));
  const [first, last] = [trend[0], trend.at(-1)];
  const label = metric && first && last ? `${metric.label}, ${formatMonth(first.month)} – ${formatMonth(last.month)}` : "";
  return Sparkline(points, {width: 80, height: 20, label});
}
