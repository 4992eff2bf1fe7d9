import {html} from "htl";

/** What a figure lets one conclude, and what not: a sentence each, beside every figure. Blank: it stands in the text around already. */
export function Reading(conclude: string, not: string): HTMLElement {
  return html`<p class="reading">
    ${conclude ? html`<span class="conclude">${conclude}</span>` : null} <span class="conclude-not muted">${not}</span>
  </p>`;
}
