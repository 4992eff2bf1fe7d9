import {html} from "htl";
import type {HandoffLine, Manifest} from "../../../pipeline/contract/datasets.js";
import {keepSafeLink} from "../frame/address.js";
import {BriefLink} from "../frame/brief-link.js";
import {AccountCell} from "../table/account-cell.js";
import {FieldSquares} from "../chart/field-squares.js";
import {formatDay, formatDecimal, NOTHING} from "../base/format.js";
import {headOfResult, nameResult} from "./handoff-result.js";
import {RecordLink} from "../frame/record-link.js";
import {hasBriefs, pickRequired} from "../brief/required.js";
import {say} from "../words/words.js";

/** An SDR's last handoffs, a row each: what the brief said, whether the meeting was held, what became of it, and the AE's words. */
export function HandoffRows(lines: readonly HandoffLine[], manifest: Manifest): HTMLElement | null {
  if (!lines.length) return null;
  const heads = (["when", "account", "brief", "held", "sql_question", "ae_words"] as const).filter(
    (key) => key !== "brief" || hasBriefs(manifest),
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say("recent", {n: lines.length})}>
    <table class="stack handoffs">
      <caption class="unseen">
        ${say("recent", {n: lines.length})}
      </caption>
      <thead>
        <tr>
          ${heads.map((key) => html`<th scope="col">${say(key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => Row(line, manifest))}
      </tbody>
    </table>
  </div>`;
}

function Row(line: HandoffLine, manifest: Manifest): HTMLElement {
  const brief = pickRequired(line, manifest);
  const day = formatDay(line.meeting_at, {zone: manifest.timezone});
  return html`<tr>
    <td class="clock">${BriefLink(line.handoff_id, day)}</td>
    <th scope="row">${AccountCell(line, manifest)}</th>
    ${
      hasBriefs(manifest)
        ? html`<td>
            ${brief ? FieldSquares(brief.letters, brief.fields) : NOTHING}${line.is_judged_late ? html`<span class="sub" title=${say("judged_late_hint")}>${say("judged_late")}</span>` : null}
          </td>`
        : null
    }
    <td class="result">
      ${say(`outcome_${line.outcome}`)}${line.is_disputed ? html` <span class="tag">${say("disputed")}</span>` : null}${line.outcome === "unknown" ? html`<span class="sub todo">${RecordLink("handoff", line.handoff_id, say("outcome_ask"), manifest)}</span>` : null}
    </td>
    <td class="result" data-head=${headOfResult(line)}>${nameResult(line)}${line.is_disputed ? null : DisputeLink(line)}</td>
    <td class="words">${AeWords(line)}</td>
  </tr>`;
}

/** The way to say that a record is wrong; none where no form is configured, or it has been said. */
function DisputeLink({dispute_url, account}: HandoffLine): HTMLElement | null {
  const url = dispute_url ? keepSafeLink(dispute_url) : undefined;
  const label = say("dispute_of", {account: account ?? say("unnamed")});
  return url ? html`<a class="sub on-screen" href=${url} aria-label=${label}>${say("dispute")}</a>` : null;
}

function AeWords(line: HandoffLine): HTMLElement {
  const {missing, helpful, ae} = line;
  return html`<div>
    ${missing ? html`<p>${say("quote", {text: missing})}</p>` : null}${helpful ? html`<p>${say("quote", {text: helpful})}</p>` : null}
    <p class="muted small">${[ae ?? say("unnamed"), nameAnswer(line)].filter(Boolean).join(", ")}</p>
  </div>`;
}

/** The rating, or that there is none, or no answer; nothing where there was no meeting to answer on. */
export function nameAnswer({
  quality_score,
  is_answered,
  is_closed,
  outcome,
}: Pick<HandoffLine, "quality_score" | "is_answered" | "is_closed" | "outcome">): string {
  if (quality_score !== null)
    return say("rating_of", {score: formatDecimal(quality_score, Number.isInteger(quality_score) ? 0 : 1)});
  if (outcome !== "held") return "";
  return say(is_answered ? "no_rating" : is_closed ? "never_answered" : "no_answer");
}
