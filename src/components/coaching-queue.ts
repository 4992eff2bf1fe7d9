import {html} from "htl";
import type {Manifest, QueueLine, ScorecardRow} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {askSureOfAll, listQueueAsks} from "./explain-coaching.js";
import {formatCount, formatDay, formatShare} from "./format.js";
import {Sentence} from "./told.js";
import {say} from "./words.js";

/** Lines shown at once: more than three talks a week are not had. */
const FIRST = 3;

/** Whom to talk with about what this week: three lines, the rest below; and of whom nothing can be said. */
export function CoachingQueue(
  lines: readonly QueueLine[],
  everybody: readonly Pick<ScorecardRow, "slug" | "name">[],
  manifest: Manifest,
): HTMLElement {
  if (!lines.length) return html`<p>${say("queue_none")}</p>`;
  const rest = lines.slice(FIRST);
  const others = everybody.filter(({slug}) => !lines.some((line) => line.slug === slug)).map(({name}) => name);
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
    ${others.length ? html`<p class="muted small">${say("queue_others", {names: others.join(", ")})}</p>` : null}
  </div>`;
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
  const {label, eligible, gap, people, since, is_since_before, is_agreed, review_on} = line;
  const day = formatDay(since, {year: true});
  return [
    eligible !== null && gap !== null ? say("queue_line", {label, points: formatCount(gap * 100), n: formatCount(eligible), people: formatCount(people)}) : say("queue_line_plain", {label}), // prettier-ignore
    say(is_agreed ? "focus_agreed" : is_since_before ? "focus_since_before" : "focus_since", {since: day}),
    describeLast(line),
    review_on ? say("queue_next", {day: formatDay(review_on, {year: true})}) : "",
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

/** The level that the upper quarter of the others begins at, in words. @param n cases that it is set beside */
export const nameLevel = (quartile: number, n: number): string =>
  quartile >= ALWAYS ? say("level_always") : say("level_share", {share: formatShare(quartile, n)});
