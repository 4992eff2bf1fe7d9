import * as Plot from "@observablehq/plot";
import {html} from "htl";
import type {FunnelPlotData, Manifest, MetricInfo, ScorecardRow} from "../../../pipeline/contract/datasets.js";
import {Chart} from "../chart/chart.js";
import {askRow} from "../explain/explain.js";
import type {Asked} from "../explain/explain-panel.js";
import {askPlain} from "../explain/explain-plain.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatShare} from "../base/format.js";
import {ofKind} from "../base/kinds.js";
import {makePlainRow} from "../table/plain-row.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

/** A funnel plot per rate: people among the limits of chance, named only where they lie outside. @param rows what their numbers are as counted */
export function FunnelPlots(
  plots: readonly FunnelPlotData[],
  manifest: Manifest,
  rows: readonly ScorecardRow[] = [],
): HTMLElement {
  return html`<div class="columns">
    ${plots.map((plot) => {
      const metric = manifest.metrics.find(({name}) => name === plot.metric);
      return metric
        ? html`<div>
            <p class="conclude">${Sentence(describePlot(plot, metric), [() => askPlot(plot, metric, manifest)])}</p>
            ${Picture(plot, metric, manifest, rows)}
          </div>`
        : null;
    })}
  </div>`;
}

/** Who lies above and who below what chance gives; how far is told when it is asked about, since the scorecard has another number of each. */
export function describePlot({centre, people}: FunnelPlotData, {label}: Pick<MetricInfo, "label">): string {
  const outside = people.filter(({place}) => place !== "inside");
  if (!outside.length) return say("funnel_inside", {label, n: formatCount(people.length), centre: formatShare(centre)});
  const list = (["above", "below"] as const).flatMap((side) => {
    const names = outside.filter(({value}) => (side === "above" ? value >= centre : value < centre)).map(({name}) => name);
    return names.length ? [say(`funnel_${side}`, {names: names.join(", ")})] : [];
  });
  return say("funnel_outside", {label, centre: formatShare(centre), list: list.join("; ")});
}

const namePerson = ({name, value, n}: FunnelPlotData["people"][number]): string =>
  say("funnel_person", {name, value: formatShare(value, n), n: formatCount(n)});

/** The question about what a plot shows: the company's rate, how the limits come about, and everybody's place. */
function askPlot({centre, people, period}: FunnelPlotData, metric: MetricInfo, manifest: Manifest): Asked {
  const place = (person: FunnelPlotData["people"][number]) =>
    say("plot_line", {value: formatShare(person.value, person.n), n: formatCount(person.n), place: say(`plot_${person.place}`)});
  return askPlain(
    {
      title: say("funnel_plot_title", {label: metric.label, when: say(period === "all" ? "over_all" : "over_90d")}),
      value: say("plot_centre", {centre: formatShare(centre)}),
      meaning: [say("plot_meaning"), metric.meaning].filter(Boolean).join(" "),
      formula: say("plot_formula"),
      entries: people.map((person) => [person.name, place(person)] as const),
    },
    manifest,
  );
}

/** The person's number with the mix allowed for, as the dot has it, and beside it what was counted, where that is known over the same time. */
function ask(
  {slug, name, n, value}: FunnelPlotData["people"][number],
  metric: MetricInfo,
  {period, rows}: {period: FunnelPlotData["period"]; rows: readonly ScorecardRow[]},
  manifest: Manifest,
): Asked {
  const cells = rows.find((row) => row.slug === slug)?.cells ?? [];
  const counted = cells.find((cell) => cell.metric === metric.name && cell.period === period);
  const shown = makePlainRow({
    metric: metric.name,
    scope: "sdr",
    scope_id: name,
    scope_name: name,
    period,
    denominator: n,
    value,
  });
  const place = {of: "sdr", slug} as const;
  const options = {
    place,
    shown,
    kind: "mix",
    mix: counted ? value : null,
    whose: name,
    meaning: say("count_funnel_meaning"),
  } as const;
  return askRow(metric, counted ?? {...shown, value: null}, manifest, options);
}

function Picture(
  {centre, limits, people, period}: FunnelPlotData,
  metric: MetricInfo,
  manifest: Manifest,
  rows: readonly ScorecardRow[],
): HTMLElement {
  const line = (key: "lower_95" | "upper_95" | "lower_998" | "upper_998") =>
    Plot.lineY(limits, {x: "n", y: key, className: "limit", stroke: "currentColor", strokeWidth: 0.75, strokeDasharray: key.endsWith("95") ? "2,3" : "none"}); // prettier-ignore
  const name = (isThere: (value: number) => boolean, dy: number) =>
    Plot.text(people.filter(({place, value}) => place !== "inside" && isThere(value)), {x: "n", y: "value", text: "name", dy, className: "name", fill: "currentColor", stroke: "var(--surface)", strokeWidth: 5}); // prettier-ignore
  const low = Math.min(...people.map(({value}) => value), ...limits.map(({lower_998}) => lower_998));
  // Handoffs are counted in whole ones.
  const most = Math.max(1, ...people.map(({n}) => n));
  return Chart(
    () => ({
      height: 260,
      marginLeft: 48,
      marginRight: 24,
      marginBottom: 40,
      x: {label: metric.counted, tickSize: 0, labelAnchor: "center", labelArrow: "none", ticks: Math.min(5, most), tickFormat: formatCount},
      y: {label: null, ticks: 4, tickSize: 0, grid: true, domain: [Math.max(0, low - 0.05), 1], tickFormat: (value: number) => formatShare(value)},
      marks: [
        Plot.ruleY([centre], {className: "centre", stroke: "currentColor"}),
        line("lower_95"), line("upper_95"), line("lower_998"), line("upper_998"),
        Plot.dot(people, {x: "n", y: "value", r: 4, className: "dot", stroke: "currentColor", fill: (person: (typeof people)[number]) => (person.place === "inside" ? "var(--surface)" : "currentColor")}),
        // A name stands on the side away from the limits.
        name((value) => value >= centre, -11), name((value) => value < centre, 11),
      ],
    }),
    {
      title: say("funnel_plot_title", {label: metric.label, when: say(period === "all" ? "over_all" : "over_90d")}),
      found: describePlot({metric: metric.name, centre, limits, people, period}, metric),
      not: say("read_plot_not"),
      summary: say("funnel_summary", {label: metric.label, counted: metric.counted, list: people.map(namePerson).join(", ")}),
      table: {
        header: [say("name"), ofKind(metric.label, "mix"), say("members")],
        rows: people.map((person) => [person.name, Explained(formatShare(person.value, person.n), () => ask(person, metric, {period, rows}, manifest)), formatCount(person.n)]),
      },
    },
    {widest: 480},
  ); // prettier-ignore
}
