/** Of whom no behaviour stands out though results lie below their target: who is told apart from chance first, then who lies furthest below. */
import {html} from "htl";
import type {FunnelPlotData, Manifest, MetricInfo, PersonCell, ScorecardRow} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {findBelow} from "./below-target.js";
import {countMembers, formatCount, formatRow} from "../base/format.js";
import {kindOfFair, nameKind} from "../base/kinds.js";
import {namePeriod} from "../company/overview-lead.js";
import {askCell, showFair} from "./scorecard-cell.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

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

/**
 * A line: not silence, since the numbers do tell something. Each is the one of the scorecard's cell, with the same answer.
 * @param isShort the heading above says already that no behaviour explains it
 */
export function BelowLine(
  {slug, name, below}: Silent,
  manifest: Manifest,
  plots: readonly FunnelPlotData[],
  isShort = false,
): HTMLElement {
  const words = {name: "\t", labels: below.map(describeBelow).join(", ")};
  const [before, after] = say(isShort ? "queue_below_short" : "queue_below", words).split("\t");
  const asks = below.map(
    ({row, metric}) =>
      () =>
        askCell(row, {name, slug}, {metric, manifest, plots}),
  );
  return Sentence(html`<span>${before}<a href=${addressOf("one_on_one", {sdr: slug})}>${name}</a>${after}</span>`, asks);
}

/** What is not as counted says so: it is not a share of the members beside it. */
function describeBelow({row, metric}: Below): string {
  const shown = showFair(row) ?? row;
  const kind = kindOfFair(row);
  const words = {label: metric.label, value: formatRow(shown, metric), plain: formatRow(row, metric), n: formatCount(countMembers(row)), counted: metric.counted, when: namePeriod(row)}; // prettier-ignore
  return kind === "plain" ? say("queue_below_value", words) : say("queue_below_fair", {...words, kind: nameKind(kind)});
}
