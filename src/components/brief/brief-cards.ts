import {html} from "htl";
import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import {formatDay, formatDecimal, formatShare, formatTime, formatWeekday, formatClock} from "../base/format.js";
import {LongText} from "../base/long-text.js";
import {OutLink} from "./brief-fields.js";
import {isPutOff} from "./brief-head.js";
import {OwnTime} from "../base/own-time.js";
import {RecordLink} from "../frame/record-link.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

type Entry = [term: string, text: Node | string | null | undefined | false];

/** Terms and what is known of each; unknown ones are left out. */
export function Facts(entries: readonly Entry[]): HTMLElement | null {
  const known = entries.filter(([, text]) => text);
  if (!known.length) return null;
  return html`<dl class="facts">
    ${known.map(
      ([term, text]) =>
        html`<div>
          <dt>${term}</dt>
          <dd dir="auto">${text}</dd>
        </div>`,
    )}
  </dl>`;
}

/** When, for how long, who comes, where it stands, and the slots it took. */
export function MeetingCard({meeting, values = {}, meeting_at, outcome}: BriefDocument, manifest: Manifest): HTMLElement {
  const zone = manifest.timezone;
  const when = (at: string) => formatTime(at, {zone});
  const slots = meeting.slots ?? [];
  const isAhead = outcome === "pending";
  const length = meeting.duration_minutes ? `, ${say("brief_minutes", {n: meeting.duration_minutes})}` : "";
  const text = (field: string) => values[field] && LongText(values[field]);
  return Facts([
    [
      say("meeting_when"),
      html`${formatWeekday(meeting_at, {zone})}, ${formatClock(meeting_at, {zone})}${OwnTime(meeting_at, manifest)}${length}`,
    ],
    [say("meeting_status"), isPutOff({outcome, meeting_at}, manifest) ? say("brief_put_off") : say(`outcome_${outcome}`)],
    [
      say("meeting_invite"),
      meeting.invite_accepted_at
        ? say("meeting_accepted_at", {when: when(meeting.invite_accepted_at)})
        : say(isAhead ? "meeting_not_accepted" : "meeting_no_acceptance"),
    ],
    [
      say("meeting_confirmation"),
      meeting.confirmation_sent_at ? say("meeting_sent_at", {when: when(meeting.confirmation_sent_at)}) : say("meeting_not_sent"),
    ],
    [say("meeting_theirs"), text("prospect_attendees")],
    [say("meeting_ours"), text("our_attendees")],
    [say("meeting_invited"), meeting.invited && LongText(meeting.invited)],
    [say("meeting_sdr_joins"), meeting.sdr_attended && say(`attended_${meeting.sdr_attended}` as WordKey)],
    [
      say("meeting_slots"),
      slots.length > 1 &&
        html`<ol class="slots">
          ${slots.map(({at, status}) => html`<li>${say("meeting_slot", {when: when(at), status: say(`slot_${status}` as WordKey)})}</li>`)}
        </ol>`,
    ],
  ])!;
}

/** Facts that no field of the brief carries. */
export function OtherFacts({motion, segment, source, region, contact, decision}: BriefDocument): HTMLElement | null {
  return Facts([
    [say("fact_motion"), motion?.replaceAll("_", " ")],
    [say("fact_segment"), segment],
    [say("fact_region"), region],
    [say("fact_source"), source],
    [say("contact_email"), contact.email && OutLink(`mailto:${contact.email}`, contact.email)],
    [say("contact_phone"), contact.phone && OutLink(`tel:${contact.phone.replace(/[^+\d]/g, "")}`, contact.phone)],
    [say("crm_involvement"), decision?.involvement],
    [say("crm_active"), decision?.is_active === undefined ? null : say(decision.is_active ? "yes" : "no")],
    [say("crm_decide_by"), decision?.decide_by && formatDay(decision.decide_by, {year: true})],
    [say("crm_budget_cycle"), decision?.budget_cycle],
  ]);
}

/** Recorded calls, newest first, with the way to each recording. */
export function Calls({calls = []}: BriefDocument, manifest: Manifest): HTMLElement | null {
  if (!calls.length) return null;
  return html`<ul class="calls">
    ${calls.map(({id, at, minutes, url, talk_ratio}) => {
      const name = at ? formatTime(at, {zone: manifest.timezone}) : say("call_record");
      const details = [
        minutes !== undefined ? say("call_minutes", {n: formatDecimal(minutes, 0)}) : "",
        talk_ratio !== undefined ? say("call_talk", {share: formatShare(talk_ratio)}) : "",
      ].filter(Boolean);
      return html`<li>
        ${url ? OutLink(url, name) : RecordLink("call", id, name, manifest)}
        <span class="muted small">${details.join(", ")}</span>
      </li>`;
    })}
  </ul>`;
}
