import {html} from "htl";
import type {MetricInfo} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {Sides} from "./explain-sides.js";
import type {Side} from "./explain-sides.js";
import {say} from "../words/words.js";

/** A question about one number, with its answer. */
export interface Asked {
  /** Which number of whom and when. */
  title: string;
  /** The number itself with its interval and n. */
  value: string;
  /** How the number shown came of what was counted, where it is not that itself. */
  came?: string;
  /** Meaning, formula, window, what was counted out of what, time of the data; blank ones are left out. */
  entries: readonly (readonly [term: string, text: string])[];
  /** Of a person: as counted, with chance taken out, AEs or the mix allowed for, and what the mix alone would have given. */
  sides?: {rows: readonly Side[]; metric: Pick<MetricInfo, "unit">};
  /** The records behind it, asked for when the panel opens. */
  list?: () => Promise<Node>;
  /** Why no records are listed, where somebody might look for them. */
  unlisted?: string;
  /** Entry of the glossary. */
  glossary?: string;
}

let panel: HTMLDialogElement | undefined;

/**
 * Opens the site's one panel with the answer, or the answers to all that a sentence says; it closes by its button, by Escape, and
 * by a press beside it, and the focus goes back.
 * @param sentence what several numbers stand in, repeated above them
 */
export function openPanel(asked: Asked | readonly Asked[], sentence = ""): void {
  panel?.remove();
  const dialog = html`<dialog class="explain-panel" aria-labelledby="explain-title"></dialog>` as HTMLDialogElement;
  panel = dialog;
  const opener = document.activeElement;
  const close = () => dialog.close();
  const answers = "title" in asked ? [asked] : asked;
  const [one] = answers;
  dialog.append(
    html`<div class="explain-body">
      <header>
        <h2 id="explain-title">${answers.length === 1 ? one!.title : say("explain_several")}</h2>
        <button type="button" class="quiet" ${{onclick: close}}>${say("explain_close")}</button>
      </header>
      ${answers.length === 1 ? Answer(one!) : html`<p class="explain-value">${sentence}</p>`}
      ${answers.length === 1 ? null : answers.map(Folded)}
    </div>`,
  );
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (opener instanceof HTMLElement) opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** One of several answers; its records are fetched only once it is unfolded. */
function Folded(asked: Asked, index: number): HTMLElement {
  const {list, ...rest} = asked;
  const details = html`<details class="explain-part">
    <summary><strong>${asked.title}</strong> <span class="muted">${asked.value}</span></summary>
    ${Answer({...rest, value: ""})}
  </details>` as HTMLDetailsElement;
  const fill = () => details.open && details.append(Records(list!));
  if (list) details.addEventListener("toggle", fill, {once: true});
  details.open = index === 0;
  return details;
}

function Answer({value, came, entries, glossary, sides, list, unlisted}: Asked): HTMLElement {
  return html`<div>
    ${value ? html`<p class="explain-value">${value}</p>` : null}${came ? html`<p class="explain-came">${came}</p>` : null}
    <dl>
      ${entries
        .filter(([, text]) => text)
        .map(
          ([term, text]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
    </dl>
    ${glossary ? html`<p class="small"><a href=${`${addressOf("glossary")}#${glossary}`}>${say("explain_more")}</a></p>` : null}
    ${sides ? Sides(sides.rows, sides.metric) : null} ${list ? Records(list) : null}
    ${
      unlisted && !list
        ? html`<section>
            <h3>${say("records")}</h3>
            <p class="muted small">${unlisted}</p>
          </section>`
        : null
    }
  </div>`;
}

function Records(list: NonNullable<Asked["list"]>): HTMLElement {
  const place = html`<div role="status">${say("list_loading")}</div>`;
  void list().then(
    (node) => place.replaceWith(node),
    () => place.replaceChildren(say("list_failed")),
  );
  return html`<section>
    <h3>${say("records")}</h3>
    ${place}
  </section>`;
}
