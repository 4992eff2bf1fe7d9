import {html} from "htl";

/** A file's path, which a narrow column breaks between its parts and never within a name. */
export function PathName(path: string): HTMLElement {
  return html`<span class="path">${path.split(/(?<=[/_])/).map((part) => html`${part}<wbr />`)}</span>`;
}
