import {html} from "htl";

/** The sentences a page opens with: the finding, with its uncertainty. Blank ones are left out. */
export function Finding(...sentences: (string | null | undefined | false)[]): HTMLElement {
  const [first, ...rest] = sentences.filter((sentence): sentence is string => Boolean(sentence));
  return html`<div class="finding">
    ${first === undefined ? null : html`<p>${first}</p>`}${rest.length ? html`<p class="also">${rest.join(" ")}</p>` : null}
  </div>`;
}
