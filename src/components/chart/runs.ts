import * as Plot from "@observablehq/plot";
import {html} from "htl";
import type {Manifest, MetricInfo, RunData} from "../../../pipeline/contract/datasets.js";
import {Chart} from "./chart.js";
import {askPoint, askWeeks} from "../explain/explain-point.js";
import {askRun} from "../explain/explain-run.js";
import {Explained} from "../explain/explained.js";
import type {Place} from "../explain/facts.js";
import {formatCount, formatDay, formatMetric} from "../base/format.js";
import {monthTicks} from "./month-ticks.js";
import {Sentence} from "../explain/told.js";
import type {Ask} from "../explain/told.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Members of about one point: its numbers are told no finer than these allow. */
const POINT = 10;

/** The verdict on each run in words, and the picture of the one with the newest signal, else of the first. */
export function Runs(runs: readonly RunData[], manifest: Manifest, place: Place): HTMLElement {
  const known = runs.flatMap((run) => {
    const metric = manifest.metrics.find(({name}) => name === run.metric);
    return metric ? [{run, metric}] : [];
  });
  const newest = ({points, signals}: RunData) => (signals.length ? points[signals.at(-1)!.to]!.to_on : "");
  const [shown] = [...known].sort((a, b) => (newest(a.run) < newest(b.run) ? 1 : newest(a.run) > newest(b.run) ? -1 : 0));
  return html`<div>
    <ul class="lines">
      ${known.map(({run, metric}) => html`<li class="conclude">${Sentence(describeRunSignals(run, metric), [() => askRun(run, metric, manifest, place)])}</li>`)}
    </ul>
    ${shown ? RunPicture(shown.run, shown.metric, {asked: {manifest, place}}) : null}
  </div>`;
}

/** What the newest signal says, else that there is none. @param none how that is said */
export function describeRunSignals({points, signals}: RunData, metric: MetricInfo, none: WordKey = "run_none"): string {
  const last = signals.at(-1);
  const centre = (index: number) => formatMetric(points[index]!.centre, metric, {n: POINT});
  if (!last) return say(none, {label: metric.label, n: formatCount(points.length), centre: centre(points.length - 1)});
  const [first, end] = [points[last.from]!, points[last.to]!];
  const isNewest = last.to === points.length - 1;
  const day = (on: string) => formatDay(on, {year: true});
  const weeks = (from_on: string, to_on: string) =>
    from_on === to_on ? say("run_in_week", {from: day(from_on)}) : say("run_in_weeks", {from: day(from_on), to: day(to_on)});
  // A row of eight moves the level from its first point on: the level before is that of the point before.
  const words = {
    label: metric.label,
    what: say(`run_${last.kind}_${last.side}` as WordKey),
    centre: centre(Math.max(0, last.from - 1)),
  };
  if (lasts(last, points)) return say("run_signal", {...words, from: day(first.from_on)});
  const when = weeks(first.from_on, end.to_on);
  return say(isNewest ? "run_signal_newest" : last.from === last.to ? "run_signal_once" : "run_signal_over", {...words, when});
}

/** Whether what a signal tells holds up to the newest point: several points that reach it, or a row that moved the level to where it still is. */
function lasts({kind, from, to}: RunData["signals"][number], points: RunData["points"]): boolean {
  if (from < to && to === points.length - 1) return true;
  const phase = points[from]!.phase;
  return kind === "run" && from > 0 && points[from - 1]!.phase !== phase && points.at(-1)!.phase === phase;
}

/** The picture of one run, with its verdict in words; its points can be asked about where the page says whose they are. `title` is the metric's name if left out. */
export function RunPicture(
  {points, signals}: RunData,
  metric: MetricInfo,
  {
    asked,
    title = metric.label,
    asks = [],
    manifest,
    none = "run_none",
  }: {
    asked?: {manifest: Manifest; place: Place};
    title?: string;
    asks?: readonly Ask[];
    manifest?: Manifest;
    none?: WordKey;
  } = {},
): HTMLElement {
  const rows = points.map((point, index) => ({
    ...point,
    day: new Date(`${point.from_on}T00:00:00Z`),
    isSignal: signals.some(({from, to}) => index >= from && index <= to),
  }));
  const verdict = describeRunSignals({metric: metric.name, points, signals}, metric, none);
  const format = (value: number) => formatMetric(value, metric, {n: POINT});
  const place = {x: "day", z: "phase"} as const;
  return Chart(
    (width) => ({
      height: 240,
      marginLeft: 48,
      marginRight: 24,
      marginBottom: 36,
      x: {type: "utc", label: null, tickSize: 0, ...monthTicks(rows.map(({day}) => day), width, width - 72, Infinity)},
      y: {label: null, ticks: 4, tickSize: 0, grid: true, nice: true, tickFormat: format},
      marks: [
        Plot.areaY(rows, {...place, y1: "lower", y2: "upper", curve: "step-after", className: "band", fill: "currentColor", fillOpacity: 0.08}),
        // The shade alone is lost on paper and on dark screens.
        ...(["lower", "upper"] as const).map((y) => Plot.lineY(rows, {...place, y, curve: "step-after", className: "limit", stroke: "currentColor", strokeOpacity: 0.4, strokeWidth: 1})),
        Plot.lineY(rows, {...place, y: "centre", curve: "step-after", className: "centre", stroke: "currentColor", strokeDasharray: "4,3"}),
        Plot.lineY(rows, {x: "day", y: "value", className: "line", stroke: "currentColor"}),
        Plot.dot(rows, {x: "day", y: "value", r: 3.5, className: "dot", stroke: "currentColor", fill: (row: (typeof rows)[number]) => (row.isSignal ? "currentColor" : "var(--surface)")}),
      ],
    }),
    {
      title,
      // Where the points can be asked about, the page has said it in its list of signals.
      found: asked ? verdict : "",
      asks,
      not: say("read_run_not"),
      summary: verdict,
      table: {
        header: [say("run_week"), say("run_to"), metric.label, say("members"), say("run_level"), say("run_limits")],
        rows: points.map((point) => [
          formatDay(point.from_on, {year: true}), formatDay(point.to_on, {year: true}),
          asked ? Explained(format(point.value), () => askPoint(metric, point, asked.manifest, asked.place)) : manifest ? Explained(format(point.value), () => askWeeks(metric, point, manifest)) : format(point.value),
          formatCount(point.n), format(point.centre), `${format(point.lower)} – ${format(point.upper)}`,
        ]),
      },
    },
  ); // prettier-ignore
}
