import {html} from "htl";
import {formatCount} from "./format.js";
import {make} from "./make.js";
import {showControls} from "./show-controls.js";
import {say} from "../words/words.js";

/** What is open of a long text at once, and before its first mark. */
const CHARACTERS = 480;
const BEFORE = 120;

/** A text from an export, as text, in its own direction, with marks at these places (ascending and apart); a long one opens on demand. */
export function MarkedText(text: string, spans: readonly (readonly [number, number])[]): HTMLElement {
  const first = spans[0]?.[0] ?? 0;
  const isLong = text.length > CHARACTERS * 1.2;
  const from = isLong && first > CHARACTERS - BEFORE ? first - BEFORE : 0;
  const to = isLong ? from + CHARACTERS : text.length;
  const quote = make("q", {dir: "auto"}, from ? "…" : "", ...mark(text, spans, from, to), to < text.length ? "…" : "");
  if (!isLong) return quote;
  const more = html`<button type="button" class="quiet more" ${{onclick: () => showAll()}}>
    ${say("show_all", {n: formatCount(text.length - (Math.min(to, text.length) - from))})}
  </button>`;
  function showAll(): void {
    quote.replaceChildren(...mark(text, spans, 0, text.length));
    more.remove();
  }
  return html`<span>${quote} ${more}</span>`;
}

/** The part of a text between two places, as texts and marks. */
function mark(text: string, spans: readonly (readonly [number, number])[], from: number, to: number): (string | HTMLElement)[] {
  const pieces: (string | HTMLElement)[] = [];
  const cut = (start: number, end: number) => showControls(text.slice(Math.max(start, from), Math.min(end, to)));
  let last = 0;
  for (const [start, end] of spans) {
    pieces.push(cut(last, start));
    if (end > from && start < to) pieces.push(make("mark", {}, cut(start, end)));
    last = end;
  }
  return [...pieces, cut(last, text.length)].filter((piece) => piece !== "");
}
