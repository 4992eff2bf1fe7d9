import {html} from "htl";
import type {BriefDocument, BriefPerson, Manifest} from "../../../pipeline/contract/datasets.js";
import {findSaid, saySaidOn} from "./brief-earlier.js";
import {sayAsk} from "./brief-state.js";
import type {BriefField} from "./brief-state.js";
import {askRoles} from "../explain/explain-brief.js";
import {formatCount} from "../base/format.js";
import {LongText} from "../base/long-text.js";
import {StateMark} from "../chart/state-mark.js";
import type {Fill} from "../chart/state-mark.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

export type Access = "met" | "agreed" | "not" | "unknown";

export interface MappedPerson {
  name: string;
  title: string;
  access: Access;
}

export interface MappedRole {
  role: string;
  people: MappedPerson[];
  /** What the brief says where no export names anybody. */
  field: BriefField | undefined;
}

/** Roles and the field of the brief that names each. */
const ROLES = [
  ["champion", "champion"],
  ["economic_buyer", "economic_buyer"],
  ["technical_buyer", "technical_buyer"],
  ["end_user", "end_users"],
  ["other", ""],
] as const;
/** Fields that the map shows, so that no list repeats them. */
export const MAPPED_FIELDS: readonly string[] = ROLES.map(([, field]) => field).filter(Boolean);

/** Who decides, role by role: people whom an export names, else what the brief says; `other` only where somebody is there. */
export function mapPeople(brief: BriefDocument, fields: readonly BriefField[]): MappedRole[] {
  return ROLES.flatMap(([role, name]) => {
    const people = (brief.people ?? []).filter((person) => person.role === role);
    const field = fields.find(({info}) => info.field === name);
    if (!people.length && (role === "other" || !field)) return [];
    return [{role, field, people: people.length ? people.map((person) => mapPerson(person, brief)) : readNamed(field, brief)}];
  });
}

function mapPerson(person: BriefPerson, brief: BriefDocument): MappedPerson {
  return {name: person.name ?? say("unnamed"), title: person.title ?? "", access: findAccess(person, brief)};
}

/** A name and title, where the field says no more than that; else nobody: it is shown as it is written. */
function readNamed(field: BriefField | undefined, brief: BriefDocument): MappedPerson[] {
  if (!field || field.state !== "filled" || field.info.field === "end_users") return [];
  const named = /^(\p{L}[\p{L}.'’ -]{1,48}?)(?:,\s*|\s+[–—-]\s+|\s*\()([^,;()\n]{2,60})\)?$/u.exec(field.text);
  return named ? [mapPerson({role: "", name: named[1]!.trim(), title: named[2]!.trim()}, brief)] : [];
}

/** Met: was named among those who came to a held meeting, or is its contact. */
function findAccess({name, agreed_to_meet, is_contact}: BriefPerson, {outcome, values, contact}: BriefDocument): Access {
  const isContact = is_contact || (name !== undefined && name === contact.name);
  const came = Boolean(name) && (values?.["prospect_attendees"] ?? "").toLowerCase().includes(name!.toLowerCase());
  if (outcome === "held" && (isContact || came)) return "met";
  if (agreed_to_meet || isContact || came) return "agreed";
  return agreed_to_meet === false ? "not" : "unknown";
}

const FILLS: Readonly<Record<Access, Fill>> = {met: "full", agreed: "half", not: "empty", unknown: "dashed"};

/** The map: the company above, its roles below, each with who fills it and whether we have met. Drawn in text, so that it reads aloud as it looks. */
export function PeopleMap(
  roles: readonly MappedRole[],
  brief: Pick<BriefDocument, "account" | "outcome" | "said" | "meeting_at">,
  manifest: Manifest,
): HTMLElement {
  const {account, outcome} = brief;
  const then = ({field}: MappedRole) => {
    const said = field && findSaid(brief, field);
    return said && say("said_then", {when: saySaidOn(said, brief, manifest), text: said.text});
  };
  const asked = roles.filter(({role}) => role !== "other");
  const named = asked.filter(({people, field}) => people.length || (field?.text && field.state !== "missing"));
  const agreed = asked.filter(({people}) => people.some(({access}) => access === "met" || access === "agreed"));
  return html`<div class="people-map">
    <p>
      ${Sentence(say("people_lead", {named: formatCount(named.length), n: formatCount(asked.length), agreed: formatCount(agreed.length)}), [() => askRoles({named: named.length, n: asked.length, agreed: agreed.length}, manifest)])}
    </p>
    <div class="people-root" aria-hidden="true"><span dir="auto">${account.name ?? say("no_account")}</span></div>
    <ul>
      ${roles.map((role) => Role(role, outcome === "pending", then(role)))}
    </ul>
  </div>`;
}

/** @param then who it was by an earlier brief of the account */
function Role({role, people, field}: MappedRole, isAhead: boolean, then: string | undefined): HTMLElement {
  const isEmpty = !people.length && (!field?.text || field.state === "missing");
  return html`<li class=${isEmpty ? "is-empty" : ""}>
    <h3>${say(`role_${role}` as WordKey)}</h3>
    <p class="muted small">${say(`role_does_${role}` as WordKey)}</p>
    ${people.map(Person)}
    ${people.length ? null : isEmpty ? Empty(field, isAhead, then) : html`<div>${LongText(field!.text, field!.length)} ${Told(field!)}</div>`}
    ${then ? html`<p class="muted small" dir="auto">${then}</p>` : null}
  </li>`;
}

/** How a role stands that the brief tells of in words of its own. */
const Told = ({state}: BriefField) =>
  state === "not_disclosed"
    ? StateMark("half", say("state_not_disclosed"), {tone: "tone-quiet"})
    : StateMark("dashed", say("access_unknown"), {shape: "circle", tone: "tone-quiet"});

function Person({name, title, access}: MappedPerson): HTMLElement {
  return html`<div class="person">
    <strong dir="auto">${name}</strong>${title ? html`<span class="sub wrap" dir="auto">${title}</span>` : null}
    ${StateMark(FILLS[access], say(`access_${access}`), {shape: "circle", tone: access === "not" ? "tone-work" : "tone-steady"})}
  </div>`;
}

function Empty(field: BriefField | undefined, isAhead: boolean, then: string | undefined): HTMLElement {
  const tone = field?.isRequired ? "tone-work" : "tone-quiet";
  return html`<div>
    ${StateMark("empty", say(field?.state === "not_disclosed" ? "state_not_disclosed" : "state_missing"), {shape: "circle", tone})}
    ${field && !then ? html`<p class=${isAhead ? "small" : "small unsaid"}>${isAhead ? sayAsk(field.info) : say("not_said")}</p>` : null}
  </div>`;
}
