import {html} from "htl";
import type {Manifest, QueueLine, ScorecardRow} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {listQueueAsks} from "./explain-coaching.js";
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

/** About what, why, how sure, since when. */
export function describeQueueLine(line: QueueLine): string {
  const {label, eligible, done, quartile, people, comments, commented, sure, since, is_since_before, is_agreed} = line;
  const isCounted = eligible !== null && done !== null && quartile !== null;
  const day = formatDay(since, {year: true});
  return [
    isCounted ? say("queue_line", {label, done: formatCount(done), n: formatCount(eligible), people: formatCount(people), level: nameLevel(quartile, eligible)}) : say("queue_line_plain", {label}), // prettier-ignore
    comments > 0 ? say("queue_said", {comments: formatCount(comments), commented: formatCount(commented)}) : "",
    isCounted && sure !== null ? say("queue_sure", {sure: formatShare(Math.min(sure, 0.99), 100)}) : "",
    say(is_agreed ? "focus_agreed" : is_since_before ? "focus_since_before" : "focus_since", {since: day}),
  ].filter(Boolean).join(" "); // prettier-ignore
}

/** From here on an upper quartile is as good as always. */
const ALWAYS = 0.995;

/** The level that the upper quarter of the others begins at, in words. @param n cases that it is set beside */
export const nameLevel = (quartile: number, n: number): string =>
  quartile >= ALWAYS ? say("level_always") : say("level_share", {share: formatShare(quartile, n)});
