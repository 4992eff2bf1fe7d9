import {html} from "htl";
import {formatCount} from "./format.js";
import {showControls} from "./show-controls.js";
import {say} from "../words/words.js";

/** What is open at once: more is a click away, and never on paper. */
const CHARACTERS = 480;
const LINES = 8;

/**
 * A text from an export, as text: in its own direction, line breaks kept, control characters shown instead of obeyed; a long one
 * opens on demand. @param length characters there are in all, where the site carries fewer
 */
export function LongText(text: string, length?: number): HTMLElement {
  const clean = showControls(text);
  const start = findStart(clean);
  const body = html`<span class="text" dir="auto">${start}</span>`;
  const rest = Math.max(0, clean.length - start.length);
  const note = length && length > text.length ? say("text_cut", {shown: formatCount(text.length), n: formatCount(length)}) : "";
  if (!rest) return html`<div>${body}${note ? html`<span class="sub wrap">${note}</span>` : null}</div>`;
  body.append("…");
  const button = html`<button type="button" class="quiet more" ${{onclick: () => showAll()}}>
    ${say("show_all", {n: formatCount(rest)})}
  </button>`;
  function showAll(): void {
    body.textContent = clean;
    button.replaceWith(note ? html`<span class="sub wrap">${note}</span>` : "");
  }
  return html`<div>${body} ${button}</div>`;
}

function findStart(text: string): string {
  let end = text.length > CHARACTERS * 1.2 ? CHARACTERS : text.length;
  let line = -1;
  for (let count = 0; count < LINES; count++) {
    line = text.indexOf("\n", line + 1);
    if (line < 0 || line >= end) return text.slice(0, end).replace(/[\ud800-\udbff]$/, "");
  }
  // The last line that fits; what follows is more than one line, or it would save nothing.
  if (text.indexOf("\n", line + 1) >= 0 || text.length - line > CHARACTERS / 4) end = line;
  return text.slice(0, end);
}
