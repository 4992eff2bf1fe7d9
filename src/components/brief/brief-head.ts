import {html} from "htl";
import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import {keepSafeLink} from "../frame/address.js";
import {EarlierHere} from "./brief-earlier.js";
import {readPlace} from "../frame/brief-link.js";
import {writeLines} from "./brief-lines.js";
import {StillOwed} from "./brief-owed.js";
import {isBlank, isWritten, rankMissing, readBriefFields} from "./brief-state.js";
import {askComplete} from "../explain/explain-brief.js";
import {formatClock, formatTime, formatWeekday} from "../base/format.js";
import {OwnTime} from "../base/own-time.js";
import {RecordLink} from "../frame/record-link.js";
import type {RecordKind} from "../frame/record-link.js";
import {addressOfSubject, hasPage} from "../frame/site-pages.js";
import {Breadcrumbs} from "../frame/subject.js";
import type {Crumb} from "../frame/subject.js";
import {Sentence} from "../explain/told.js";
import {PAGES, say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Who, when, with whom and where; then the three lines that matter, and how complete the brief is. */
export function BriefHead(brief: BriefDocument, manifest: Manifest): HTMLElement {
  const {account, contact, meeting} = brief;
  const zone = manifest.timezone;
  const name = account.name ?? contact.name ?? say("no_account");
  const link = meeting.link && keepSafeLink(meeting.link);
  const who = html`<span dir="auto">${contact.name ?? say("no_contact")}${contact.title ? `, ${contact.title}` : ""}</span>`;
  const when = `${formatWeekday(brief.meeting_at, {zone})}, ${formatClock(brief.meeting_at, {zone})}`;
  const length = meeting.duration_minutes ? ` (${say("brief_minutes", {n: meeting.duration_minutes})})` : "";
  const join = link ? html`<a href=${link} rel="noreferrer">${say("brief_join")}</a>` : null;
  const items = [
    html`<strong>${when}${OwnTime(brief.meeting_at, manifest)}${length}</strong>`,
    isPutOff(brief, manifest)
      ? html`<span>${say("brief_put_off")}</span>`
      : brief.outcome === "pending"
        ? null
        : html`<span>${say(`outcome_${brief.outcome}`)}</span>`,
    who,
    brief.ae
      ? html`<span>${say("brief_with", {ae: ""})}${Person("ae", brief.ae, brief.ae_slug, manifest)}</span>`
      : say("brief_no_ae"),
    brief.sdr
      ? html`<span>${say("brief_booked_by", {sdr: ""})}${Person("sdr", brief.sdr, brief.sdr_slug, manifest)}</span>`
      : say("brief_no_sdr"),
    join,
    brief.is_disputed ? html`<span class="tag">${say("disputed")}</span>` : null,
  ].filter((item) => item !== null);
  return html`<header class="brief-head">
    ${Breadcrumbs(listCrumbs(brief, manifest), name)}
    <h1 dir="auto">${name}</h1>
    <p class="brief-who">
      ${items.map((item, index) => html`<span class=${item === join ? "on-screen" : null}>${index ? html`<span aria-hidden="true"> · </span>` : ""}${item}</span>`)}
    </p>
    ${isWritten(brief, manifest) ? ThreeLines(brief, manifest) : html`<p class="brief-unwritten">${say("brief_unwritten")}</p>`}
    ${EarlierHere(brief, manifest)} ${StillOwed(brief, manifest)} ${Records(brief, manifest)}
  </header>`;
}

/** Its last meeting was put off, and no other is booked yet. */
export function isPutOff(
  {outcome, meeting_at}: Pick<BriefDocument, "outcome" | "meeting_at">,
  {as_of}: Pick<Manifest, "as_of">,
): boolean {
  return outcome === "pending" && meeting_at < as_of;
}

/** The way to a brief is the way that was taken to it; without one, by the SDR whose handoff it is. */
function listCrumbs(brief: BriefDocument, manifest: Manifest): Crumb[] {
  const home: Crumb = {name: manifest.company, kind: "overview"};
  const place = readPlace();
  if (place && place.kind !== "overview" && hasPage(manifest, place.kind))
    return [home, {...place, name: namePlace(place, manifest)}];
  const crumbs = [home];
  if (brief.team && addressOfSubject(manifest, "team", brief.team_slug))
    crumbs.push({name: brief.team, kind: "team", query: {team: brief.team_slug!}});
  if (brief.sdr && addressOfSubject(manifest, "sdr", brief.sdr_slug))
    crumbs.push({name: brief.sdr, kind: "sdr", query: {sdr: brief.sdr_slug!}});
  return crumbs;
}

function namePlace({kind, query = {}}: Omit<Crumb, "name">, {people, teams}: Manifest): string {
  const slug = query["sdr"] ?? query["ae"];
  const own = slug
    ? people.find((person) => person.slug === slug)
    : teams.find((team) => team.slug === (query["team"] ?? query["ae_team"]));
  const page = PAGES[kind].name;
  if (!own) return page;
  return kind === "sdr" || kind === "ae" || kind === "team" || kind === "ae_team" ? own.name : `${page}: ${own.name}`;
}

function Person(kind: "sdr" | "ae", name: string, slug: string | undefined, manifest: Manifest): Node | string {
  const href = addressOfSubject(manifest, kind, slug);
  return href ? html`<a href=${href}>${name}</a>` : name;
}

function ThreeLines(brief: BriefDocument, manifest: Manifest): HTMLElement {
  if (isBlank(readBriefFields(brief, manifest)))
    return html`<p class="brief-unwritten">
      <strong>${say(brief.outcome === "pending" ? "brief_blank" : "brief_was_blank")}</strong> ${State(brief, manifest)}
    </p>`;
  return html`<div>
    <dl class="three-lines">
      ${writeLines(brief, manifest).map(
        ({head, text}) =>
          html`<div>
            <dt>${head}</dt>
            <dd dir="auto">${text}</dd>
          </div>`,
      )}
    </dl>
    <p class="brief-state">${State(brief, manifest)}</p>
  </div>`;
}

/** The same, to be asked about. */
function State(brief: BriefDocument, manifest: Manifest): HTMLElement {
  const {completeness} = brief;
  const missing = rankMissing(readBriefFields(brief, manifest)).map(({info}) => info.label);
  return Sentence(describeState(brief, manifest), [completeness && (() => askComplete(completeness, missing, manifest))]);
}

/** How complete the brief is, what is missing, and how that is known. */
export function describeState(brief: BriefDocument, manifest: Manifest): string {
  const {completeness} = brief;
  if (!completeness) return "";
  const missing = rankMissing(readBriefFields(brief, manifest));
  const isAhead = brief.outcome === "pending";
  const count = say(isAhead ? "brief_filled" : "brief_filled_at", {filled: completeness.filled, n: completeness.required});
  const since =
    completeness.completed_at && !missing.length
      ? say("brief_full_since", {when: formatTime(completeness.completed_at, {zone: manifest.timezone})})
      : "";
  return [
    `${[count, since].filter(Boolean).join(", ")}.`,
    missing.length ? `${say("brief_missing_list", {fields: missing.map(({info}) => info.label).join(", ")})}.` : "",
    completeness.is_judged_late ? say("judged_late_hint") : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The records that the brief is made of, where the configuration says where they stand. */
function Records({account, contact, meeting, opportunity_id, lead_id}: BriefDocument, manifest: Manifest): HTMLElement | null {
  const ids: [RecordKind, string | undefined][] = [
    ["account", account.id],
    ["contact", contact.id],
    ["opportunity", opportunity_id],
    ["lead", lead_id],
    ["meeting", meeting.id],
  ];
  const links = ids.flatMap(([kind, id]) => {
    const link = RecordLink(kind, id ?? null, say(`kind_${kind}` as WordKey), manifest);
    return id && typeof link !== "string" ? [link] : [];
  });
  if (!links.length) return null;
  return html`<p class="muted small brief-records">
    ${say("brief_in_crm", {kinds: ""})}${links.map((link, index) => html`${index ? ", " : ""}${link}`)}
  </p>`;
}
