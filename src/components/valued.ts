import {html} from "htl";
import type {SdrData} from "../../pipeline/contract/datasets.js";
import {BarList} from "./bar-list.js";
import {say, WORDS} from "./words.js";
import type {WordKey} from "./words.js";

/** The kind of context an AE may name as most valuable, in words; one of the company's own as it is. */
export function nameContext(context: string): string {
  const key = `context_${context}`;
  return key in WORDS ? say(key as WordKey) : context.replaceAll("_", " ");
}

/** What AEs named as the most valuable context, most often named first. */
export function Valued(valued: SdrData["valued"]): HTMLElement {
  if (!valued.length) return html`<p class="muted">${say("valued_none")}</p>`;
  return BarList(
    valued.map(({context, count}) => ({label: nameContext(context), count})),
    {caption: say("valued")},
  );
}
