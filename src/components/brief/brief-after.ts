import {html} from "htl";
import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import {Facts} from "./brief-cards.js";
import {FieldText} from "./brief-fields.js";
import {readBriefFields} from "./brief-state.js";
import {formatDay, formatDecimal, formatShare} from "../base/format.js";
import {OpenAnswer, OpenDecision} from "./brief-owed.js";
import {LongText} from "../base/long-text.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** What became of the handoff and what the AE answered; null while the meeting lies ahead and nothing is decided. */
export function After(brief: BriefDocument, manifest: Manifest): HTMLElement | null {
  const {after = {}} = brief;
  const zone = manifest.timezone;
  const day = (at: string | undefined) => at && formatDay(at, {zone, year: true});
  const because = (at: string | undefined, reason: string | undefined) =>
    at && reason ? say("and_reason", {when: day(at)!, reason}) : day(at);
  const steps = Facts([
    [say("after_accepted"), day(after.accepted_at)],
    [say("after_rejected"), because(after.rejected_at, after.rejection_reason)],
    [say("after_sql"), day(after.sql_at)],
    [say("after_disqualified"), because(after.disqualified_at, after.disqualification_reason)],
    [say("after_opportunity"), day(after.opportunity_at)],
    [say("after_won"), day(after.won_at)],
  ]);
  const open = OpenDecision(brief, manifest);
  const answer = after.answered_at ? Answer(after, brief.ae, zone) : OpenAnswer(brief, manifest);
  return steps || open || answer
    ? html`<div class="columns after">${steps || open ? html`<div>${steps}${open}</div>` : null}${answer}</div>`
    : null;
}

function Answer(after: NonNullable<BriefDocument["after"]>, ae: string | undefined, zone: string): HTMLElement {
  const {quality_score: score} = after;
  const word = (prefix: string, value: string | undefined) => value && say(`${prefix}_${value}` as WordKey);
  const quote = (text: string | undefined) => text && LongText(say("quote", {text}));
  return html`<div>
    <h3>${say("after_answer")}</h3>
    ${Facts([
      [say("after_answered"), [ae, formatDay(after.answered_at, {zone, year: true})].filter(Boolean).join(", ")],
      [say("after_showed"), word("showed", after.showed_up)],
      [say("after_accuracy"), word("accuracy", after.qualification_accuracy)],
      [say("after_valued"), after.most_valuable_context?.map((context) => say(`context_${context}` as WordKey)).join(", ")],
      [say("was_missing"), quote(after.missing)],
      [say("was_helpful"), quote(after.helpful)],
      [say("after_advance"), word("advance", after.will_advance)],
      [
        say("after_score"),
        score !== undefined && say("rating_of", {score: formatDecimal(score, Number.isInteger(score) ? 0 : 1)}),
      ],
    ])}
  </div>`;
}

/** Fields filled or changed only once the meeting had begun: then and now. */
export function AddedAfter(brief: BriefDocument, manifest: Manifest): HTMLElement | null {
  const {later = {}} = brief;
  const fields = readBriefFields(brief, manifest).filter(({info}) => Object.hasOwn(later, info.field));
  if (!fields.length) return null;
  return html`<dl class="added">
    ${fields.map(
      (field) =>
        html`<div>
          <dt>${field.info.label}</dt>
          <dd>
            <span class="muted">${say("added_then")}:</span>
            ${field.state === "missing" ? say("state_missing") : FieldText(field, brief, manifest)}
          </dd>
          <dd>
            <span class="muted">${say("added_now")}:</span>
            ${later[field.info.field] ? LongText(later[field.info.field]!) : say("added_somehow")}
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** What of a brief written as one note no field could take. */
export function NoteRest({note}: BriefDocument): HTMLElement | null {
  if (!note?.unplaced) return null;
  const sure = note.certainty === undefined ? "" : say("note_certainty", {share: formatShare(note.certainty)});
  return html`<div>
    <p class="muted small">${[say("note_lead"), sure].filter(Boolean).join(" ")}</p>
    ${LongText(note.unplaced)}
  </div>`;
}
