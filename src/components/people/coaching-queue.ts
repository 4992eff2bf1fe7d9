import {html} from "htl";
import type {FunnelPlotData, Manifest, QueueLine, ScorecardRow} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {askSureOfAll, listQueueAsks} from "../explain/explain-coaching.js";
import {formatCount, formatDay, formatShare} from "../base/format.js";
import {nameCases} from "../base/name-cases.js";
import {describeDismissed} from "./one-thing.js";
import {BelowLine, listSilent} from "./queue-below.js";
import type {Silent} from "./queue-below.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

/** Lines shown at once: more than three talks a week are not had. */
const FIRST = 3;

/**
 * Whom to talk with about what this week: three lines with a behaviour, or, where fewer have one, with a result beyond chance; the rest below,
 * folded; and of whom nothing can be said.
 */
export function CoachingQueue(
  lines: readonly QueueLine[],
  everybody: readonly Pick<ScorecardRow, "slug" | "name" | "cells">[],
  manifest: Manifest,
  plots: readonly FunnelPlotData[] = [],
): HTMLElement {
  const silent = listSilent(everybody, new Set(lines.map(({slug}) => slug)), manifest, plots);
  const below = silent.filter((person) => person.below.length);
  const filling = below.filter(({isBeyond}) => isBeyond).slice(0, Math.max(0, FIRST - lines.length));
  const others = silent.filter((person) => !person.below.length);
  const few = others.filter(({cells}) => cells.every(({status}) => status === "too_few"));
  const isEmpty = !lines.length && !filling.length;
  const rest = lines.slice(FIRST);
  return html`<div>
    ${lines.length ? Sure(lines, manifest) : null}
    ${
      isEmpty
        ? html`<p>${say("queue_none")}</p>`
        : html`<ul class="lines">
            ${lines.slice(0, FIRST).map((line) => Line(line, manifest))}
            ${filling.map((person) => html`<li>${BelowLine(person, manifest, plots)}</li>`)}
          </ul>`
    }
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
    ${Rest(
      below.filter((person) => !filling.includes(person)),
      manifest,
      plots,
    )}
    ${Unsaid("queue_few", few)}
    ${
      isEmpty
        ? null
        : Unsaid(
            "queue_others",
            others.filter((person) => !few.includes(person)),
          )
    }
  </div>`;
}

/** Those of whom no behaviour stands out, furthest beyond chance first: folded on the screen, unless somebody is beyond it, and open on paper. */
const Rest = (below: readonly Silent[], manifest: Manifest, plots: readonly FunnelPlotData[]): HTMLElement | null =>
  below.length
    ? html`<details class="later on-paper" open=${below.some(({isBeyond}) => isBeyond)}>
        <summary class="muted">${say("queue_below_rest", {n: formatCount(below.length)})}</summary>
        <ul class="lines">
          ${below.map((person) => html`<li>${BelowLine(person, manifest, plots, true)}</li>`)}
        </ul>
      </details>`
    : null;

const Unsaid = (key: "queue_few" | "queue_others", people: readonly {name: string}[]): HTMLElement | null =>
  people.length ? html`<p class="muted small">${say(key, {names: people.map(({name}) => name).join(", ")})}</p>` : null;

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
  const {label, lapse, eligible, quartile, people, since, is_since_before, is_unmoved, is_agreed, dismissed, review_on} = line;
  const day = formatDay(since, {year: true});
  return [
    eligible !== null && quartile !== null ? say(lapse ? "queue_lapse" : "queue_line", {label, lapse: lapse ?? "", cases: nameCases(line), people: formatCount(people), level: nameLevel(quartile, eligible, lapse)}) : say("queue_line_plain", {label}), // prettier-ignore
    say(is_agreed ? "focus_agreed" : is_since_before ? "queue_since_before" : "queue_since", {since: day}),
    is_unmoved ? say("queue_unmoved") : "",
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
