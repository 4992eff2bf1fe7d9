import {html} from "htl";
import type {PlaybookData, PlaybookExemplar} from "../../../pipeline/contract/datasets.js";
import {formatDecimal, formatMonth} from "../base/format.js";
import {loadDocument} from "../frame/load.js";
import {say} from "../words/words.js";

/** Exemplars of one behaviour, or the first of each where there is none; at most so many. */
export function pickExemplars(
  exemplars: readonly PlaybookExemplar[],
  behaviour: string | null,
  most: number,
): readonly PlaybookExemplar[] {
  return exemplars.filter((each) => behaviour !== null && each.behaviour === behaviour).slice(0, most);
}

/** The playbook; null where there is none, or it cannot be had. */
export async function loadPlaybook(): Promise<PlaybookData | null> {
  const loaded = await loadDocument<PlaybookData>("playbook.json");
  return loaded.state === "ready" ? loaded.data : null;
}

/** The playbook's exemplars; none without one. */
export const loadExemplars = async (): Promise<readonly PlaybookExemplar[]> => (await loadPlaybook())?.exemplars ?? [];

/** What colleagues wrote, with names of prospects left out; nobody is named. */
export function Exemplars(exemplars: readonly PlaybookExemplar[]): HTMLElement {
  return html`<div>
    <ul class="quotes">
      ${exemplars.map(
        ({label, text, motion, rating, became_sql, month}) =>
          html`<li>
            <q dir="auto">${text}</q>
            <span class="sub"
              >${[
                label,
                motion ?? "",
                rating === null
                  ? ""
                  : say("exemplar_rated", {
                      rating: say("rating_of", {score: formatDecimal(rating, Number.isInteger(rating) ? 0 : 1)}),
                    }),
                became_sql ? say("exemplar_sql") : "",
                formatMonth(month.length === 7 ? `${month}-01` : month),
              ]
                .filter(Boolean)
                .join(", ")}</span
            >
          </li>`,
      )}
    </ul>
    <p class="muted small">${say("exemplar_hint")}</p>
  </div>`;
}
