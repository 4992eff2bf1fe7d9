import {html} from "htl";

/** What stands behind a number, in small print: each item whole, so that a line never breaks within one. */
export function Details(items: readonly (string | Node)[]): HTMLElement {
  return html`<span class="muted small"
    >${items.map((item, index) => html`${index ? " · " : ""}<span class="whole">${item}</span>`)}</span
  >`;
}
