import {html} from "htl";
import {openPanel} from "./explain-panel.js";
import type {Asked} from "./explain-panel.js";
import {say} from "../words/words.js";

/** The question about a number of a sentence; nothing where the sentence leaves the number out. */
export type Ask = (() => Asked) | null | undefined | false | "";

/** Words of a sentence that tell its mark from the next one's, to who hears the marks alone. */
const NAMING = 8;

function nameStart(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > NAMING ? `${words.slice(0, NAMING).join(" ")} …` : words.join(" ");
}

/**
 * A sentence whose numbers can be asked about, all at once, so that it reads and is read out as a sentence: by a press anywhere on
 * it, or by the one quiet mark at its end, which the keyboard reaches. The answers are put together only when they are asked for.
 */
export function Sentence(text: Node | string, asks: readonly Ask[]): HTMLElement {
  const known = asks.filter((ask): ask is () => Asked => Boolean(ask));
  if (!known.length || !text) return html`<span>${text}</span>`;
  const words = html`<span>${text}</span>`;
  const open = (event: Event) => {
    // Who marks words, or follows a link among them, asks nothing.
    if (event.target instanceof Element && event.target.closest("a, .explained")) return;
    if (getSelection?.()?.isCollapsed === false) return;
    // The sentence may stand in something that opens itself.
    event.preventDefault();
    event.stopPropagation();
    mark.focus();
    const answers = known.map((ask) => ask());
    openPanel(answers.length === 1 ? answers[0]! : answers, (words.textContent ?? "").replace(/\s+/g, " ").trim());
  };
  const mark = html`<button
    type="button"
    class="ask"
    aria-haspopup="dialog"
    aria-label=${`${say("explain_sentence")} ${nameStart(words.textContent ?? "")}`}
    title=${say("explain_sentence")}
  ></button>`;
  return html`<span class="told" ${{onclick: open}}>${words}&nbsp;${mark}</span>`;
}
