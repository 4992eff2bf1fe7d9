import {html} from "htl";
import type {FunnelPlotData, Manifest, MetricInfo, ScorecardRow} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askOwn} from "../explain/explain-outcome.js";
import {Explained} from "../explain/explained.js";
import {findDomain} from "../chart/dot-interval.js";
import {countMembers, formatCount, formatMonth} from "../base/format.js";
import {kindOfFair, nameKind, ofKind} from "../base/kinds.js";
import {Reading} from "../explain/reading.js";
import {MetricCell, showFair} from "./scorecard-cell.js";
import {Sparkline} from "../chart/sparkline.js";
import {findSpan} from "../funnel/steps.js";
import {Take} from "../picture/take.js";
import {describeApart} from "./told-apart.js";
import {PAGES, say} from "../words/words.js";

export interface ScorecardOptions {
  caption: string;
  file?: string;
  /** Metrics of which two people's intervals do not meet. */
  toldApart?: readonly string[];
  /** The same people among the limits of chance, the mix allowed for. */
  plots?: readonly FunnelPlotData[];
}

/**
 * People × metrics: a dot, its interval and the target in every cell, on one scale per column; what is shown is the shrunk rate or the
 * adjusted score, and the plain number stands beside it when it is asked about. By name; only what tells people apart can be put in order.
 */
export function Scorecard(
  rows: readonly ScorecardRow[],
  manifest: Manifest,
  {caption, file, toldApart = [], plots = []}: ScorecardOptions,
): HTMLElement {
  const used = new Set(rows.flatMap(({cells}) => cells.map(({metric}) => metric)));
  const metrics = manifest.metrics.filter(({name}) => used.has(name));
  const columns: Column<ScorecardRow>[] = [
    {key: "name", label: say("name"), value: ({name}) => name, cell: NameCell, isName: true},
    {key: "sheet", label: PAGES.one_on_one.name, value: () => null, cell: SheetCell, isFixed: true, isForScreen: true},
    {
      key: "handoffs",
      label: say("handoffs"),
      value: ({handoffs}) => handoffs,
      cell: ({handoffs, slug, name}) =>
        Explained(formatCount(handoffs), () => askOwn(handoffs, manifest, {of: "sdr", slug}, name)),
      align: "right",
    },
    ...metrics.flatMap((metric) => describeMetric(metric, rows, manifest, {isToldApart: toldApart.includes(metric.name), plots})),
    {
      key: "trend",
      label: metrics[0] ? say("trend_of", {metric: metrics[0].short_label}) : say("trend"),
      value: () => null,
      cell: (row) => TrendCell(row, metrics[0]),
      isFixed: true,
    },
  ];
  const apart = metrics.filter(({name}) => toldApart.includes(name));
  const figure = html`<div>
    ${Reading(describeApart(apart, plots, metrics), say("read_scorecard_not"))}
    ${DataTable(rows, columns, {caption, file, name: "scorecard", stack: false, order: {key: "name", descending: false}})}
  </div>`;
  return Take(figure, caption);
}

/** A metric's column, and beside it, for the download alone, its bounds and n. */
function describeMetric(
  metric: MetricInfo,
  rows: readonly ScorecardRow[],
  manifest: Manifest,
  {isToldApart, plots}: {isToldApart: boolean; plots: readonly FunnelPlotData[]},
): Column<ScorecardRow>[] {
  const plainOf = ({cells}: ScorecardRow) => cells.find((cell) => cell.metric === metric.name);
  const find = (row: ScorecardRow) => showFair(plainOf(row));
  const shown = rows.flatMap((row) => find(row) ?? []);
  // One head for all: a cell without it, such as a rating by few AEs, says itself what it is.
  const kind = rows.map((row) => kindOfFair(plainOf(row))).find((each) => each !== "plain") ?? "plain";
  // What is drawn towards the average spans little: on a scale from nothing no interval could be told from its dot.
  const domain = metric.unit === "share" || metric.unit === "score" ? findSpan(shown) : findDomain(shown, metric);
  const hidden = (key: "lower" | "upper" | "n" | "in_flight", label: string): Column<ScorecardRow> => ({
    key: `${metric.name}.${key}`,
    label: `${metric.short_label} ${label}`,
    value: (row) => (key === "n" ? countMembers(find(row)) : (find(row)?.[key] as number | null | undefined)),
    isHidden: true,
  });
  return [
    {
      key: metric.name,
      label: metric.short_label,
      of: nameKind(kind),
      hint: isToldApart ? metric.meaning : say("not_told_apart", {label: metric.label}),
      isFixed: !isToldApart,
      value: (row) => (find(row)?.maturity === "too_few" ? null : find(row)?.value),
      cell: (row) => MetricCell(plainOf(row), row, {metric, domain, kind, manifest, plots}),
    },
    hidden("lower", "from"),
    hidden("upper", "to"),
    hidden("n", "n"),
    hidden("in_flight", say("in_flight", {n: ""}).trim()),
    {
      key: `${metric.name}.plain`,
      label: ofKind(metric.short_label, "plain"),
      value: (row) => plainOf(row)?.value,
      isHidden: true,
    },
  ];
}

function NameCell({slug, name, is_ramping, tenure_days, is_current}: ScorecardRow): Node {
  return html`<a href=${addressOf("sdr", {sdr: slug})}>${name}</a
    >${is_ramping ? html` <span class="tag" title=${say("ramping_hint", {days: tenure_days ?? 0})}>${say("ramping")}</span>` : null}${is_current ? null : html` <span class="tag">${say("former")}</span>`}`;
}

/** The way to the 1:1 sheet. */
const SheetCell = ({slug, name}: ScorecardRow): Node =>
  html`<a href=${addressOf("one_on_one", {sdr: slug})} aria-label=${say("sheet_link_of", {name})}>${PAGES.one_on_one.name}</a>`;

function TrendCell({trend}: ScorecardRow, metric: MetricInfo | undefined): Node {
  const points = trend.map(({month, numerator, denominator}) => ({month, value: denominator ? numerator / denominator : null}));
  const [first, last] = [trend[0], trend.at(-1)];
  const label = metric && first && last ? `${metric.label}, ${formatMonth(first.month)} – ${formatMonth(last.month)}` : "";
  return Sparkline(points, {width: 80, height: 20, label, dotAt: null});
}
