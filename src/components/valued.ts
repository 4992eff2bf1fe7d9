import {html} from "htl";
import type {Manifest, SdrData} from "../../pipeline/contract/datasets.js";
import {BarList} from "./bar-list.js";
import {formatCount} from "./format.js";
import {say, WORDS} from "./words.js";
import type {WordKey} from "./words.js";

/** The kind of context an AE may name as most valuable, in words; one of the company's own as it is. */
export function nameContext(context: string): string {
  const key = `context_${context}`;
  return key in WORDS ? say(key as WordKey) : context.replaceAll("_", " ");
}

/** What AEs named as the most valuable context, most often named first, as shares of the answers that name any. */
export function Valued(
  {valued, valued_answers: n}: Pick<SdrData, "valued" | "valued_answers">,
  {min_n}: Pick<Manifest, "min_n">,
): HTMLElement {
  if (!valued.length) return html`<p class="muted">${say("valued_none")}</p>`;
  if (n < min_n) return html`<p class="muted">${say("valued_few", {n})}</p>`;
  return html`<div>
    <p class="muted small">${say("valued_of", {n: formatCount(n)})}</p>
    ${BarList(
      valued.map(({context, count}) => ({label: nameContext(context), count})),
      {caption: say("valued"), total: n},
    )}
  </div>`;
}
