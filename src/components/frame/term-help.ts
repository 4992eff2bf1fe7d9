import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {hasPage} from "./site-pages.js";
import {TERMS} from "../words/terms.js";
import {say, withinSentence} from "../words/words.js";

/**
 * What the words of a part of the page mean, for whoever meets them there first: their names in a line, their meanings when it is opened.
 * @param ids of the glossary's terms, in the order in which the part has them
 */
export function TermHelp(ids: readonly string[], manifest: Pick<Manifest, "pages">): HTMLElement {
  const terms = ids.flatMap((id) => TERMS.filter((term) => term.id === id));
  const names = terms.map(({name}) => (/\p{Lu}{2}/u.test(name) ? name : withinSentence(name))).join(", ");
  return html`<details class="term-help">
    <summary>${say("terms_here", {names})}</summary>
    <dl class="glossary">
      ${terms.map(
        ({name, meaning}) =>
          html`<dt>${name}</dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
    ${hasPage(manifest, "glossary") ? html`<p><a href=${`${addressOf("glossary")}#words`}>${say("explain_more")}</a></p>` : null}
  </details>`;
}
