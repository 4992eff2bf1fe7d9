import {html} from "htl";

type Said = Node | string | null | undefined | false;

/** The sentences a page opens with: the finding, with its uncertainty. Blank ones are left out. */
export function Finding(...sentences: Said[]): HTMLElement {
  const [first, ...rest] = sentences.filter((sentence): sentence is Node | string => Boolean(sentence));
  return html`<div class="finding">
    ${first === undefined ? null : html`<p>${first}</p>`}${rest.length ? html`<p class="also">${rest.flatMap((sentence, index) => (index ? [" ", sentence] : [sentence]))}</p>` : null}
  </div>`;
}
