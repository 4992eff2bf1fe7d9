import type {FunnelPlotData, MetricInfo, PersonCell} from "../../../pipeline/contract/datasets.js";
import {say} from "../words/words.js";

/** What the scorecard and the funnel plots say together: who is told apart when chance is taken out, and whether that holds once the mix is allowed for. */
export function describeApart(
  apart: readonly MetricInfo[],
  plots: readonly FunnelPlotData[],
  metrics: readonly Pick<MetricInfo, "name" | "label">[],
): string {
  const listOutside = ({metric, people}: FunnelPlotData) => {
    const label = metrics.find(({name}) => name === metric)?.label ?? metric;
    return people.filter(({place}) => place !== "inside").map(({name}) => say("read_scorecard_person", {name, label}));
  };
  const inside = apart.filter(({name}) => plots.some((plot) => plot.metric === name && !listOutside(plot).length));
  const outside = plots.flatMap(listOutside);
  const list = (labels: readonly {label: string}[]) => labels.map(({label}) => label).join(", ");
  return [
    apart.length ? say("read_scorecard", {list: list(apart)}) : say("read_scorecard_same"),
    inside.length ? say("read_scorecard_inside", {list: list(inside)}) : "",
    outside.length ? say("read_scorecard_outside", {list: outside.join(", ")}) : "",
  ].filter(Boolean).join(" "); // prettier-ignore
}

/** The number with the mix allowed for that a funnel plot draws of a cell: of the same time, else there is none. */
export function findMix(
  {metric, period}: Pick<PersonCell, "metric" | "period">,
  slug: string,
  plots: readonly FunnelPlotData[],
): number | null {
  const plot = plots.find((each) => each.metric === metric && each.period === period);
  return plot?.people.find((person) => person.slug === slug)?.value ?? null;
}
