import {html} from "htl";
import {addressOf} from "./address.js";
import {PAGES, say} from "../words/words.js";
import type {PageKind} from "../words/words.js";

/** A step of the way to a page. */
export interface Crumb {
  name: string;
  kind: PageKind;
  query?: Record<string, string>;
}

/** Puts a page's subject into the window's title and gives the way that leads to it. */
export function Breadcrumbs(crumbs: readonly Crumb[], subject: string): HTMLElement {
  document.title = document.title.replace(/^.*?(?= \| |$)/, () => subject);
  return html`<nav class="crumbs" aria-label=${say("breadcrumbs")}>
    <ol>
      ${crumbs.map(({name, kind, query}) => html`<li><a href=${addressOf(kind, query)}>${name}</a></li>`)}
      <li aria-current="page">${subject}</li>
    </ol>
  </nav>`;
}

/** The question a page answers, as its first heading. */
export function Question(kind: PageKind, subject = ""): HTMLElement {
  return html`<div class="question">
    <h1>${subject || PAGES[kind].question}</h1>
    ${subject ? html`<p class="muted">${PAGES[kind].question}</p>` : null}
  </div>`;
}
