import {html} from "htl";
import type {Asked} from "./explain-panel.js";
import {Explained} from "./explained.js";

/** A number as a sentence writes it, with the question about it. */
export type Told = readonly [number: string, ask: () => Asked];

/** A sentence whose numbers can be asked about in their place: each where it first stands by itself. */
export function Sentence(text: string, told: readonly Told[]): HTMLElement {
  const parts: (Node | string)[] = [];
  let rest = text;
  for (const [number, ask] of told) {
    const start = findNumber(rest, number);
    if (start < 0) continue;
    parts.push(rest.slice(0, start), Explained(number, ask));
    rest = rest.slice(start + number.length);
  }
  return html`<span>${[...parts, rest]}</span>`;
}

/** Where a number stands that is not part of a longer one; −1 where it does not. */
function findNumber(text: string, number: string): number {
  for (let at = text.indexOf(number); number && at >= 0; at = text.indexOf(number, at + 1))
    if (!/[\d.,]$/.test(text.slice(0, at)) && !/^[.,]?\d/.test(text.slice(at + number.length))) return at;
  return -1;
}
