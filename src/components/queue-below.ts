/** Of whom no behaviour stands out though results lie below their target: who is told apart from chance first, then who lies furthest below. */
import {html} from "htl";
import type {FunnelPlotData, Manifest, MetricInfo, PersonCell, ScorecardRow} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {findBelow} from "./below-target.js";
import {askRow} from "./explain.js";
import {countMembers, formatCount, formatRow} from "./format.js";
import {namePeriod} from "./overview-lead.js";
import {showFair} from "./scorecard-cell.js";
import {Sentence} from "./told.js";
import {say} from "./words.js";

type Person = Pick<ScorecardRow, "slug" | "name" | "cells">;
type Below = {row: PersonCell; metric: MetricInfo};

/** Somebody without a line of the queue. */
export interface Silent extends Person {
  below: Below[];
  /** Whether a result lies on the wrong side of what chance gives around the rate of all SDRs, the mix allowed for. */
  isBeyond: boolean;
}

const PLACES = ["inside", "outside_95", "outside_998"] as const;

/** @param queued slugs of those who have a line */
export function listSilent(
  people: readonly Person[],
  queued: ReadonlySet<string>,
  {metrics}: Pick<Manifest, "metrics">,
  plots: readonly FunnelPlotData[],
): Silent[] {
  const silent = people.flatMap((person) => {
    if (queued.has(person.slug)) return [];
    const below = findBelow(person.cells, metrics);
    const place = Math.max(0, ...below.map((each) => findPlace(each, person.slug, plots)));
    return [{person: {...person, below, isBeyond: place > 0}, place, reach: Math.max(0, ...below.map(findReach))}];
  });
  silent.sort((a, b) => b.place - a.place || b.reach - a.reach || (a.person.name < b.person.name ? -1 : 1));
  return silent.map(({person}) => person);
}

/** How far beyond chance a result lies among all SDRs: 0 within it, or on the better side. */
function findPlace({metric: {name, direction}}: Below, slug: string, plots: readonly FunnelPlotData[]): number {
  const places = plots.flatMap(({metric, centre, people}) => {
    const own = metric === name && people.find((person) => person.slug === slug);
    const isWorse = own && (direction === "down" ? own.value > centre : own.value < centre);
    return isWorse ? [PLACES.indexOf(own.place)] : [];
  });
  return Math.max(0, ...places);
}

/** How far the number that the scorecard shows lies from its target, in widths of its interval. */
function findReach({row, metric: {direction}}: Below): number {
  const {value = null, lower = null, upper = null, target = null} = showFair(row) ?? {};
  if (value === null || lower === null || upper === null || target === null || upper <= lower) return 0;
  return ((direction === "down" ? -1 : 1) * (target - value)) / (upper - lower);
}

/** A line: not silence, since the numbers do tell something. @param isShort the heading above says already that no behaviour explains it */
export function BelowLine({slug, name, below}: Silent, manifest: Manifest, isShort = false): HTMLElement {
  const labels = below.map(({row, metric}) => {
    const n = countMembers(row);
    return say("queue_below_value", {label: metric.label, value: formatRow(row, metric), n: formatCount(n), counted: metric.counted, when: namePeriod(row)}); // prettier-ignore
  });
  const words = {name: "\t", labels: labels.join(", ")};
  const [before, after] = say(isShort ? "queue_below_short" : "queue_below", words).split("\t");
  const place = {of: "sdr", slug} as const;
  const asks = below.map(
    ({row, metric}) =>
      () =>
        askRow(metric, row, manifest, {place}),
  );
  return Sentence(html`<span>${before}<a href=${addressOf("one_on_one", {sdr: slug})}>${name}</a>${after}</span>`, asks);
}
