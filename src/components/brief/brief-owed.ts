import {html} from "htl";
import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import {keepSafeLink} from "../frame/address.js";
import {formatTime} from "../base/format.js";
import {RecordLink} from "../frame/record-link.js";
import {say} from "../words/words.js";

/** That the AE still has to decide, until when, and the way to the record where that is done; null once it is decided. */
export function OpenDecision({after = {}, outcome, handoff_id}: BriefDocument, manifest: Manifest): HTMLElement | null {
  const isDecided = after.accepted_at ?? after.rejected_at ?? after.sql_at ?? after.disqualified_at;
  const due = after.acceptance_due_at;
  if (outcome !== "held" || isDecided || !due) return null;
  const link = manifest.audience.kind === "sdr" ? "" : RecordLink("handoff", handoff_id, say("ae_decide"), manifest);
  const when = formatTime(due, {zone: manifest.timezone});
  return html`<p>
    ${say(due <= manifest.as_of ? "after_overdue" : "after_open", {when})}
    ${typeof link === "string" ? null : html`<span class="on-screen">${link}</span>`}
  </p>`;
}

/** That the AE's answer is owed, until when, and the way to the form, filled in; null once it is given. */
export function OpenAnswer({after = {}, outcome, ae}: BriefDocument, {timezone: zone}: Manifest): HTMLElement | null {
  if (after.answered_at || outcome !== "held" || !after.feedback_due_at) return null;
  const href = after.form_url ? keepSafeLink(after.form_url) : undefined;
  const when = formatTime(after.feedback_due_at, {zone});
  return html`<p>
    ${say(after.is_closed ? "after_closed" : "after_no_answer", {when})}
    ${href ? html`<a class="on-screen" href=${href} rel="noreferrer">${ae ? say("after_form", {ae}) : say("after_form_own")}</a>` : null}
  </p>`;
}

/** Both, for the head of the brief: what a reader can do about it comes before all that is to be read. */
export function StillOwed(brief: BriefDocument, manifest: Manifest): HTMLElement | null {
  const parts = [brief.after?.is_closed ? null : OpenAnswer(brief, manifest), OpenDecision(brief, manifest)].filter(Boolean);
  return parts.length ? html`<div class="brief-owed">${parts}</div>` : null;
}
