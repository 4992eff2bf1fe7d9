import {html} from "htl";
import type {CommentThemes as Themes, Manifest, ThemedComment} from "../../pipeline/contract/datasets.js";
import {BriefLink} from "./brief-link.js";
import {formatCount, formatDay, formatShare} from "./format.js";
import {MarkedText} from "./marked-text.js";
import {RecordLink} from "./record-link.js";
import {say} from "./words.js";

/** What AEs said was missing, a theme a line that opens to its comments; `open` of them stand open. Null without any comment. */
export function CommentThemes(
  {comments, themes}: Themes,
  manifest: Manifest,
  {open = 0}: {open?: number} = {},
): HTMLElement | null {
  if (!themes.length) return null;
  return html`<div class="themes">${themes.map((theme, index) => ThemeLine(theme, comments, manifest, index < open))}</div>`;
}

function ThemeLine(
  {theme, label, meaning, count, comments: newest}: Themes["themes"][number],
  total: number,
  manifest: Manifest,
  isOpen: boolean,
): HTMLElement {
  return html`<details open=${isOpen} data-theme=${theme}>
    <summary title=${meaning}>
      <span class="label">${label}</span>
      <span class="muted small">${say("theme_count", {n: formatCount(count), share: formatShare(count / total, total)})}</span>
    </summary>
    ${newest.length < count ? html`<p class="muted small">${say("theme_newest", {n: formatCount(newest.length)})}</p>` : null}
    <ul class="quotes">
      ${newest.map((comment) => Comment(comment, manifest))}
    </ul>
  </details>`;
}

function Comment({text, spans, ae, account_id, account, handoff_id, meeting_at}: ThemedComment, manifest: Manifest): HTMLElement {
  return html`<li>
    ${MarkedText(text, spans)}
    <span class="sub"
      >${ae ?? say("unnamed")}, ${RecordLink("account", account_id, account ?? say("unnamed"), manifest)},
      ${BriefLink(handoff_id, formatDay(meeting_at, {zone: manifest.timezone, year: true}))}</span
    >
  </li>`;
}
