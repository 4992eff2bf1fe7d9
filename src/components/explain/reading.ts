import {html} from "htl";
import {Sentence} from "./told.js";
import type {Ask} from "./told.js";

/**
 * What a figure lets one conclude, and what not: a sentence each, beside every figure. Blank: it stands in the text around already.
 * @param asks the questions about the numbers that it concludes with
 */
export function Reading(conclude: string, not: string, asks: readonly Ask[] = []): HTMLElement {
  return html`<p class="reading">
    ${conclude ? html`<span class="conclude">${asks.length ? Sentence(conclude, asks) : conclude}</span>` : null}
    <span class="conclude-not muted">${not}</span>
  </p>`;
}
