import {html} from "htl";
import type {Manifest, MetricInfo, PersonCell, QueueLine, ScorecardRow} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {askSureOfAll, listQueueAsks} from "./explain-coaching.js";
import {findBelow} from "./below-target.js";
import {askRow} from "./explain.js";
import {countMembers, formatCount, formatDay, formatRow, formatShare} from "./format.js";
import {nameCases} from "./name-cases.js";
import {describeDismissed} from "./one-thing.js";
import {namePeriod} from "./overview-lead.js";
import {Sentence} from "./told.js";
import {say} from "./words.js";

/** Somebody of whom no behaviour stands out, and results that lie below target all the same. */
type Silent = Pick<ScorecardRow, "slug" | "name"> & {below: {row: PersonCell; metric: MetricInfo}[]};

/** Lines shown at once: more than three talks a week are not had. */
const FIRST = 3;

/** Whom to talk with about what this week: three lines, the rest below; and of whom nothing can be said. */
export function CoachingQueue(
  lines: readonly QueueLine[],
  everybody: readonly Pick<ScorecardRow, "slug" | "name" | "cells">[],
  manifest: Manifest,
): HTMLElement {
  const silent = everybody
    .filter(({slug}) => !lines.some((line) => line.slug === slug))
    .map((person) => ({...person, below: findBelow(person.cells, manifest.metrics)}));
  const below = silent.filter((person) => person.below.length);
  const Below = below.length
    ? html`<ul class="lines">
        ${below.map((person) => html`<li>${BelowLine(person, manifest)}</li>`)}
      </ul>`
    : null;
  const others = silent.filter((person) => !person.below.length);
  const few = others.filter(({cells}) => cells.every(({status}) => status === "too_few"));
  if (!lines.length)
    return html`<div>
      <p>${say("queue_none")}</p>
      ${Below} ${Unsaid("queue_few", few)}
    </div>`;
  const rest = lines.slice(FIRST);
  return html`<div>
    ${Sure(lines, manifest)}
    <ul class="lines">
      ${lines.slice(0, FIRST).map((line) => Line(line, manifest))}
    </ul>
    ${
      rest.length
        ? html`<details>
            <summary class="shown">${say("queue_rest", {n: formatCount(rest.length)})}</summary>
            <ul class="lines">
              ${rest.map((line) => Line(line, manifest))}
            </ul>
          </details>`
        : null
    }
    ${Below} ${Unsaid("queue_few", few)}
    ${Unsaid(
      "queue_others",
      others.filter((person) => !few.includes(person)),
    )}
  </div>`;
}

const Unsaid = (key: "queue_few" | "queue_others", people: readonly {name: string}[]): HTMLElement | null =>
  people.length ? html`<p class="muted small">${say(key, {names: people.map(({name}) => name).join(", ")})}</p>` : null;

/** Of whom no behaviour stands out though results lie below target: not silence, since the numbers do tell something. */
function BelowLine({slug, name, below}: Silent, manifest: Manifest): HTMLElement {
  const labels = below.map(({row, metric}) => {
    const n = countMembers(row);
    return say("queue_below_value", {label: metric.label, value: formatRow(row, metric), n: formatCount(n), counted: metric.counted, when: namePeriod(row)}); // prettier-ignore
  });
  const [before, after] = say("queue_below", {name: "\t", labels: labels.join(", ")}).split("\t");
  const place = {of: "sdr", slug} as const;
  const asks = below.map(
    ({row, metric}) =>
      () =>
        askRow(metric, row, manifest, {place}),
  );
  return Sentence(html`<span>${before}<a href=${addressOf("one_on_one", {sdr: slug})}>${name}</a>${after}</span>`, asks);
}

const Line = (line: QueueLine, manifest: Manifest): HTMLElement =>
  html`<li>
    <a href=${addressOf("one_on_one", {sdr: line.slug})}>${line.name}</a>:
    ${Sentence(describeQueueLine(line), listQueueAsks(line, manifest))}
  </li>`;

/** How sure it is of all of them that the gap is worth a talk, said once; null where none could be counted. */
function Sure(lines: readonly QueueLine[], manifest: Manifest): HTMLElement | null {
  const known = lines.flatMap(({sure}) => sure ?? []);
  if (!known.length) return null;
  const sure = formatSure(Math.min(...known));
  return html`<p class="muted small">${Sentence(say("queue_sure", {sure}), [() => askSureOfAll(lines, sure, manifest)])}</p>`;
}

/** A chance that something is so: never said above 99 %. */
export const formatSure = (sure: number): string => formatShare(Math.min(sure, 0.99), 100);

/** About what, why in one figure, since when, whether what was agreed moved, and when it is looked at again. */
export function describeQueueLine(line: QueueLine): string {
  const {label, lapse, eligible, quartile, people, since, is_since_before, is_agreed, dismissed, review_on} = line;
  const day = formatDay(since, {year: true});
  return [
    eligible !== null && quartile !== null ? say(lapse ? "queue_lapse" : "queue_line", {label, lapse: lapse ?? "", cases: nameCases(line), people: formatCount(people), level: nameLevel(quartile, eligible, lapse)}) : say("queue_line_plain", {label}), // prettier-ignore
    say(is_agreed ? "focus_agreed" : is_since_before ? "queue_since_before" : "queue_since", {since: day}),
    describeDismissed(dismissed),
    describeLast(line),
    // Of what nobody agreed on, the counts alone are gone through again: no look at it is due.
    is_agreed && review_on ? say("queue_next", {day: formatDay(review_on, {year: true})}) : "",
  ].filter(Boolean).join(" "); // prettier-ignore
}

/** Whether what was agreed last has moved; the line says already when, where it is what it is about. */
function describeLast({behaviour, is_agreed, since, last}: QueueLine): string {
  if (!last) return "";
  const agreed = formatDay(last.agreed_on, {year: true});
  const isSaid = is_agreed && last.behaviour === behaviour && last.agreed_on === since;
  const start = isSaid ? "" : say(last.behaviour === behaviour ? "queue_last" : "queue_last_other", {agreed, label: last.label});
  return [start, say(`queue_${last.verdict}`)].filter(Boolean).join(" ");
}

/** From here on an upper quartile is as good as always. */
const ALWAYS = 0.995;

/** The level that the upper quarter of the others begins at, in words. @param n cases that it is set beside @param lapse given where what was not done is counted */
export const nameLevel = (quartile: number, n: number, lapse?: string): string => {
  if (quartile >= ALWAYS) return say(lapse ? "level_never" : "level_always");
  return lapse
    ? say("level_lapse", {share: formatShare(1 - quartile, n)})
    : say("level_share", {share: formatShare(quartile, n)});
};
