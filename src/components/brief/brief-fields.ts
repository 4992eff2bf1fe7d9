import {html} from "htl";
import type {BriefDocument, BriefSaid, Manifest} from "../../../pipeline/contract/datasets.js";
import {keepSafeLink} from "../frame/address.js";
import {findSaid, saySaidOn} from "./brief-earlier.js";
import {sayAsk} from "./brief-state.js";
import type {BriefField} from "./brief-state.js";
import {formatCount, formatDay, formatMoney} from "../base/format.js";
import {LongText} from "../base/long-text.js";
import {StateMark} from "../chart/state-mark.js";
import {say} from "../words/words.js";

/**
 * Fields of a brief: what each says; what is missing in a dashed frame with what to ask; vague and untold ones marked. Optional fields
 * without a text stand in one line at the end.
 */
export function FieldList(
  fields: readonly BriefField[],
  brief: BriefDocument,
  manifest: Pick<Manifest, "currency" | "timezone">,
): HTMLElement | null {
  const shown = fields.filter(({state, isRequired}) => state !== "missing" || isRequired);
  const others = fields.filter((field) => !shown.includes(field));
  if (!fields.length) return null;
  return html`<div>
    ${shown.length ? html`<dl class="brief-fields">${shown.map((field) => Field(field, brief, manifest))}</dl>` : null}
    ${others.length ? html`<p class="muted small not-filled">${say("not_filled", {fields: others.map(({info}) => info.label).join(", ")})}</p>` : null}
  </div>`;
}

function Field(field: BriefField, brief: BriefDocument, manifest: Pick<Manifest, "currency" | "timezone">): HTMLElement {
  const {info, state} = field;
  if (state === "missing") {
    const said = findSaid(brief, field);
    const isAhead = brief.outcome === "pending";
    const answer = said ? Said(said, brief, manifest) : isAhead ? sayAsk(info) : say("not_said");
    return html`<div class="brief-field is-missing">
      <dt>${info.label} ${StateMark("empty", say("state_missing"), {tone: "tone-work"})}</dt>
      <dd class=${said || isAhead ? null : "unsaid"}>${answer}</dd>
    </div>`;
  }
  const mark =
    state === "vague"
      ? StateMark("dotted", say("state_vague"), {tone: "tone-work"})
      : state === "not_disclosed"
        ? StateMark("half", say("state_not_disclosed"), {tone: "tone-quiet"})
        : null;
  return html`<div class=${`brief-field is-${state.replace("_", "-")}`}>
    <dt>${info.label} ${mark}</dt>
    <dd>
      ${FieldText(field, brief, manifest)}${state === "vague" ? html`<span class="sub wrap">${brief.outcome === "pending" ? say("ask_more", {question: sayAsk(info)}) : say("was_vague")}</span>` : null}
    </dd>
  </div>`;
}

/** What an earlier brief of the account said. */
const Said = (said: BriefSaid, brief: BriefDocument, manifest: Pick<Manifest, "timezone">): HTMLElement =>
  html`<span>
    <span class="muted">${say("said_on", {when: saySaidOn(said, brief, manifest)})}</span> ${LongText(said.text)}</span
  >`;

/** What a field says, numbers as numbers and addresses as links. */
export function FieldText(
  {info, text, length}: BriefField,
  {account}: Pick<BriefDocument, "account">,
  {currency}: Pick<Manifest, "currency">,
): Node | string {
  if (!text) return html`<span class="muted">${say("state_kept")}</span>`;
  const number = Number(text);
  if (info.kind === "count" && Number.isFinite(number)) return formatCount(number);
  if (info.kind === "money" && Number.isFinite(number)) return formatMoney(number, account.currency ?? currency);
  if (info.kind === "link") return OutLink(text);
  return LongText(sayFormDay(text), length);
}

/** A day with a channel, as forms and records fill it in ("2026-09-10, call"), as a page writes days; whatever people wrote stays as it is. */
export const sayFormDay = (text: string): string =>
  text.replace(/^(\d{4}-\d{2}-\d{2})(?=$|, [\w-]+$)/, (day) =>
    Number.isNaN(Date.parse(day)) ? day : formatDay(day, {year: true}),
  );

/** An address as a link where it is one that a reader may follow; a bare domain counts as one. */
export function OutLink(address: string, name = address.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "")): Node | string {
  const href = keepSafeLink(/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(address) ? `https://${address}` : address);
  return href ? html`<a href=${href} rel="noreferrer">${name}</a>` : address;
}
