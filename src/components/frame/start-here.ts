import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {say} from "../words/words.js";
import type {PageKind, WordKey} from "../words/words.js";

/** For whom each page is the first; the overview itself is RevOps' and leadership's. */
const STARTS: readonly [role: WordKey, page: PageKind, why: WordKey][] = [
  ["start_manager", "team", "start_manager_why"],
  ["start_sdr", "sdr", "start_sdr_why"],
  ["start_ae", "ae", "start_ae_why"],
  ["start_revops", "health", "start_revops_why"],
];

/** Where to start, by role, on the one site for all; nothing on a site of one audience, which starts there. Nothing is remembered. */
export function StartHere({pages}: Pick<Manifest, "pages">): HTMLElement | null {
  if (pages !== null) return null;
  return html`<nav class="start-here" aria-label=${say("start_here")}>
    <span class="muted">${say("start_here")}:</span>
    <ul>
      ${STARTS.map(
        ([role, page, why]) => html`<li><a href=${addressOf(page)}>${say(role)}</a> <span class="muted">${say(why)}</span></li>`,
      )}
    </ul>
  </nav>`;
}
