import {html} from "htl";
import type {CommentThemes as Themes, Manifest, ThemedComment} from "../../../pipeline/contract/datasets.js";
import {BriefLink} from "../frame/brief-link.js";
import {askPlain} from "../explain/explain-plain.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatDay, formatShare} from "../base/format.js";
import {make} from "../base/make.js";
import {MarkedText} from "../base/marked-text.js";
import {RecordLink} from "../frame/record-link.js";
import {Sentence} from "../explain/told.js";
import {say, startSentence} from "../words/words.js";

/** What AEs said was missing, a theme a line that opens to its comments; `open` of them stand open. Null without any comment. */
export function CommentThemes(
  {comments, themes}: Themes,
  manifest: Manifest,
  {open = 0}: {open?: number} = {},
): HTMLElement | null {
  if (!themes.length) return null;
  return html`<div class="themes">${themes.map((theme, index) => ThemeLine(theme, comments, manifest, index < open))}</div>`;
}

/** How many comments there are, for the head of the section. */
export function ThemesHint({comments}: Pick<Themes, "comments">, manifest: Manifest): HTMLElement {
  const ask = () =>
    askPlain({title: startSentence(say("theme_whole")), value: formatCount(comments), meaning: say("themes_meaning")}, manifest);
  return Sentence(say("themes_hint", {n: formatCount(comments)}), [ask]);
}

function ThemeLine(
  {theme, label, meaning, count, comments: newest}: Themes["themes"][number],
  total: number,
  manifest: Manifest,
  isOpen: boolean,
): HTMLElement {
  const counted = say("theme_count", {n: formatCount(count), share: formatShare(count / total, total)});
  // Asked about inside: a button in what opens and closes could not be reached.
  const ask = () =>
    askPlain(
      {
        title: label,
        value: counted,
        meaning: [say("theme_meaning"), meaning].filter(Boolean).join(" "),
        formula: say("count_share", {part: say("theme_part"), whole: say("theme_whole")}),
        entries: [
          [say("numerator"), formatCount(count)],
          [say("denominator"), formatCount(total)],
        ],
      },
      manifest,
    );
  return html`<details open=${isOpen} data-theme=${theme}>
    <summary title=${meaning}>
      <span class="label">${label}</span>
      <span class="muted small">${counted}</span>
    </summary>
    <p class="muted small">
      ${Explained(counted, ask)}${newest.length < count ? html`<span class="shown">. ${say("theme_newest", {n: formatCount(newest.length)})}</span>` : null}
    </p>
    <ul class="quotes">
      ${newest.map((comment) => Comment(comment, manifest))}
    </ul>
  </details>`;
}

function Comment({text, spans, ae, account_id, account, handoff_id, meeting_at}: ThemedComment, manifest: Manifest): HTMLElement {
  const link = RecordLink("account", account_id, account ?? say("unnamed"), manifest);
  const day = BriefLink(handoff_id, formatDay(meeting_at, {zone: manifest.timezone, year: true}));
  const from = make("span", {class: "sub"}, `${ae ?? say("unnamed")}, `, link, ", ", day);
  return make("li", {}, MarkedText(text, spans), " ", from);
}
