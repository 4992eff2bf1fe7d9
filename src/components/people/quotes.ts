import {html} from "htl";
import type {Manifest, SdrData} from "../../../pipeline/contract/datasets.js";
import {BriefLink} from "../frame/brief-link.js";
import {formatCount, formatDay} from "../base/format.js";
import {RecordLink} from "../frame/record-link.js";
import {say} from "../words/words.js";

type Word = SdrData["words"][number];

/** Comments at first; the rest on demand. */
const FIRST = 6;

/** What AEs wrote about what helped, newest first. */
export function Quotes(words: readonly Word[], manifest: Manifest): HTMLElement {
  const told = words.filter(({helpful}) => helpful);
  if (!told.length) return html`<p class="muted">${say("no_helped")}</p>`;
  const list = html`<ul class="quotes">
    ${told.slice(0, FIRST).map((word) => Quote(word, manifest))}
  </ul>`;
  const rest = told.slice(FIRST);
  const more = html`<button type="button" class="quiet more" ${{onclick: () => showRest()}}>
    ${say("more_rows", {n: formatCount(rest.length)})}
  </button>`;
  function showRest(): void {
    list.append(...rest.map((word) => Quote(word, manifest)));
    more.remove();
  }
  return html`<div>${list}${rest.length ? more : null}</div>`;
}

function Quote(word: Word, manifest: Manifest): HTMLElement {
  return html`<li>
    ${say("quote", {text: word.helpful!})}
    <span class="sub"
      >${word.ae ?? say("unnamed")}, ${RecordLink("account", word.account_id, word.account ?? say("unnamed"), manifest)},
      ${BriefLink(word.handoff_id, formatDay(word.meeting_at, {zone: manifest.timezone}))}</span
    >
  </li>`;
}
