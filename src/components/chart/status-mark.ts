import {html, svg} from "htl";
import type {Status} from "../../../pipeline/contract/vocabulary.js";
import {say} from "../words/words.js";

/** Shapes on a 12-unit square, told apart without colour; drawn, since fonts differ in which signs they have. */
const SHAPES: Partial<Record<Status, () => SVGElement>> = {
  exceeds: () => svg`<path d="M6 1.5 11 10.5H1Z" fill="currentColor"/>`,
  above_target: () => svg`<path d="M6 1.5 11 10.5H1Z" fill="currentColor"/>`,
  on_track: () => svg`<circle cx="6" cy="6" r="4.5" fill="currentColor"/>`,
  improving: () =>
    svg`<g><circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 1.75a4.25 4.25 0 0 0 0 8.5Z" fill="currentColor"/></g>`,
  slipping: () => svg`<path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
  off_track: () => svg`<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
  below_target: () => svg`<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
};

/** Tone of a status: good, steady, work to do, or quiet. Never red: red is for broken data. */
export function toneOf(status: Status): "good" | "steady" | "work" | "quiet" {
  switch (status) {
    case "exceeds":
    case "above_target":
      return "good";
    case "on_track":
    case "improving":
      return "steady";
    case "slipping":
    case "off_track":
    case "below_target":
      return "work";
    default:
      return "quiet";
  }
}

/** Word for a status. @param n members behind it, and what they are: said where a person is no different from target */
export function nameStatus(status: Status, n?: number, counted: string = say("counted_handoffs")): string {
  return status === "not_separable" && n !== undefined ? say("status_not_separable_on", {n, counted}) : say(`status_${status}`);
}

/** A status as shape and word: ▲ exceeds, ● on track, ◐ improving, ◇ slipping, ○ off track, · too few. */
export function StatusMark(
  status: Status,
  {n, counted, wordless = false}: {n?: number; counted?: string; wordless?: boolean} = {},
): HTMLElement {
  const shape = SHAPES[status] ?? (() => svg`<circle cx="6" cy="6" r="1.5" fill="currentColor"/>`);
  const word = nameStatus(status, n, counted);
  return html`<span
    class=${`status tone-${toneOf(status)}`}
    title=${status === "not_separable" ? say("not_separable_hint") : null}
  >
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${shape()}</svg>
    <span class=${wordless ? "unseen" : ""}>${word}</span></span
  >`;
}
