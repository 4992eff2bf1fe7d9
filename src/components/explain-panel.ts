import {html} from "htl";
import type {MetricInfo} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {Sides} from "./explain-sides.js";
import type {Side} from "./explain-sides.js";
import {say} from "./words.js";

/** A question about one number, with its answer. */
export interface Asked {
  /** Which number of whom and when. */
  title: string;
  /** The number itself with its interval and n. */
  value: string;
  /** Meaning, formula, window, what was counted out of what, time of the data; blank ones are left out. */
  entries: readonly (readonly [term: string, text: string])[];
  /** Of a person: plain, shrunk, adjusted and what the mix alone would have given. */
  sides?: {rows: readonly Side[]; metric: Pick<MetricInfo, "unit">};
  /** The records behind it, asked for when the panel opens. */
  list?: () => Promise<Node>;
  /** Entry of the glossary. */
  glossary?: string;
}

let panel: HTMLDialogElement | undefined;

/** Opens the site's one panel with the answer; it closes by its button, by Escape, and by a press beside it, and the focus goes back. */
export function openPanel(asked: Asked): void {
  panel?.remove();
  const dialog = html`<dialog class="explain-panel" aria-labelledby="explain-title"></dialog>` as HTMLDialogElement;
  panel = dialog;
  const opener = document.activeElement;
  const close = () => dialog.close();
  dialog.append(
    html`<div class="explain-body">
      <header>
        <h2 id="explain-title">${asked.title}</h2>
        <button type="button" class="quiet" ${{onclick: close}}>${say("explain_close")}</button>
      </header>
      <p class="explain-value">${asked.value}</p>
      <dl>
        ${asked.entries
          .filter(([, text]) => text)
          .map(
            ([term, text]) =>
              html`<div>
                <dt>${term}</dt>
                <dd>${text}</dd>
              </div>`,
          )}
      </dl>
      ${asked.glossary ? html`<p class="small"><a href=${`${addressOf("glossary")}#${asked.glossary}`}>${say("explain_more")}</a></p>` : null}
      ${asked.sides ? Sides(asked.sides.rows, asked.sides.metric) : null} ${asked.list ? Records(asked.list) : null}
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
