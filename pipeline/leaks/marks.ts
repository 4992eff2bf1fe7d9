/** Claims everything that tells of somebody: names, ids, addresses, telephone numbers, page addresses, records. */
import {basename} from "node:path";
import type {Database} from "../db.js";
import {FEWEST} from "./cells.js";
import {CONTACT, own, PARTIES, PERSON, REVOPS, type Builder} from "./claims.js";
import {EXACT, FIELD, ID, NUMBERED, SLUG, WEAK, WEAK_CONTACT, WEAK_HANDOFF} from "./lexicon.js";
import {claimName, type NameNodes} from "./names.js";
import type {LeakKind, Tree} from "./types.js";
import type {Company} from "./who.js";

/** Fewest letters and digits of an id that is told from words and counts by itself, and of one that is nothing but digits. */
const TELLING = {mixed: 4, digits: 8};

/** Claims an id wherever it stands, or, where it could be a word or a count, behind a word that says so. */
export function claimId(builder: Builder, id: string, kind: LeakKind, owner: number): void {
  const words = builder.readWords(id);
  if (words.count === 0) return;
  const isDigits = /^\d+$/.test(id.trim());
  const isTelling = isDigits
    ? id.trim().length >= TELLING.digits && !id.trim().endsWith("0000")
    : words.count > 1 || (id.length >= TELLING.mixed && /[\d\p{So}]/u.test(id)) || /\p{So}/u.test(id);
  if (isDigits) builder.lexicon.hasNumericIds = true;
  builder.sequence(words, Array.from({length: words.count}, (_, k) => k), isTelling ? ID : weakOf(kind, owner), kind, owner); // prettier-ignore
}

const weakOf = (kind: LeakKind, owner: number): number =>
  kind === "handoff" ? WEAK_HANDOFF : (owner & 3) === CONTACT ? WEAK_CONTACT : WEAK;

const all = (count: number) => Array.from({length: count}, (_, k) => k);

/** A person's page address, and whose it is. */
export interface Slug {
  text: string;
  owner: number;
}

function claimSlug(builder: Builder, {text: slug, owner}: Slug): void {
  const words = builder.readWords(slug);
  if (words.count < 2) {
    if (words.count === 1 && /\d/.test(slug) && slug.length >= TELLING.mixed) builder.sequence(words, [0], ID, "slug", owner);
    return;
  }
  builder.sequence(words, all(words.count), /--\d+$/.test(slug) ? SLUG | NUMBERED : SLUG, "slug", owner);
}

/** People of ours. Page addresses are those of the trees' folders, else what a name makes. @returns the addresses */
export async function claimPeople(
  db: Database,
  builder: Builder,
  company: Company,
  trees: readonly Tree[],
  tell: (name: NameNodes) => void,
): Promise<Slug[]> {
  const slugs: Slug[] = [];
  // prettier-ignore
  const owner = (id: string) => own(PERSON, company.same[company.numberOf.get(id)!]!);
  for (const id of company.people) claimId(builder, id, "id", owner(id));
  const rows = await db.rows<{person_id: string; name: string | null; email: string | null; slug: string | null}>(`
    select distinct person_id, name, email,
      nullif(regexp_replace(regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', '-', 'g'), '^-+|-+$', '', 'g'), '') as slug
    from raw.people`);
  for (const {person_id, name, email, slug} of rows) {
    if (name) claimName(builder, name, owner(person_id), true, tell);
    if (email) claimEmail(builder, email, owner(person_id));
    // Where several are called so, only the folder says whose this one is.
    const isShared = rows.some((other) => other.slug === slug && owner(other.person_id) !== owner(person_id));
    if (slug && !isShared) slugs.push({text: slug, owner: owner(person_id)});
  }
  for (const {kind, id, folder} of trees)
    if ((kind === "sdr" || kind === "ae") && id !== undefined && company.numberOf.has(id))
      slugs.push({text: basename(folder), owner: owner(id)});
  for (const slug of slugs) claimSlug(builder, slug);
  return slugs;
}

function claimEmail(builder: Builder, email: string, owner: number): void {
  if (!email.includes("@")) return;
  builder.email(builder.readWords(email.trim()), EXACT, owner);
}

function claimPhone(builder: Builder, phone: string, owner: number): void {
  const digits = phone.replace(/(?:ext|x|dw|durchwahl)\.?\s*\d+\s*$/i, "").replaceAll(/\D/g, "");
  if (digits.length >= FEWEST) builder.phone(digits, EXACT, owner);
  // As it is dialled within its country, where that leaves fewer digits than are told apart.
  const bare = digits.replace(/^00/, "");
  if (bare.length > 12 || !/^\s*(\+|00)/.test(phone)) return;
  for (const country of [1, 2, 3]) {
    const rest = bare.slice(country);
    if (rest.length > FEWEST && rest.length < 10) builder.phone(rest, EXACT, owner);
  }
}

/** Prospects, from contacts, stakeholders, and what a brief's note says of its contact. */
export async function claimProspects(db: Database, builder: Builder, tell: (name: NameNodes) => void): Promise<void> {
  const ids = await db.rows<{contact_id: string; contact: number}>("select contact_id, contact from leak_contacts");
  const numberOf = new Map(ids.map(({contact_id, contact}) => [contact_id, contact]));
  for (const {contact_id, contact} of ids) claimId(builder, contact_id, "id", own(CONTACT, contact));
  const rows = await db.rows<{contact_id: string; name: string | null; email: string | null; phone: string | null; profile: string | null}>(`
    select distinct contact_id, name, email, phone, nullif(regexp_extract(linkedin_url, '/in/([^/?#]+)', 1), '') as profile from raw.contacts`); // prettier-ignore
  for (const {contact_id, name, email, phone, profile} of rows) {
    const owner = own(CONTACT, numberOf.get(contact_id)!);
    if (name) claimName(builder, name, owner, false, tell);
    if (email) claimEmail(builder, email, owner);
    if (phone) claimPhone(builder, phone, owner);
    const words = profile ? builder.readWords(profile) : undefined;
    if (words && words.count > 0 && /\d/.test(profile!)) builder.sequence(words, all(words.count), ID, "profile", owner);
  }
  for (const {name, parties} of await db.rows<{name: string; parties: number}>("select name, parties from leak_named"))
    claimName(builder, name, own(PARTIES, parties), false, tell);
  const told = await db.rows<{name: string | null; email: string | null; phone: string | null; parties: number}>(`
    select distinct brief_contact_name as name, brief_contact_email as email, brief_contact_phone as phone, coalesce(parties, 0) as parties
    from ${VERSIONS} as versions left join leak_keys on leak_keys.id = versions.row_key
    where coalesce(brief_contact_name, brief_contact_email, brief_contact_phone) is not null`);
  for (const {name, email, phone, parties} of told) {
    if (name) claimName(builder, name, own(PARTIES, parties), false, tell);
    if (email) claimEmail(builder, email, own(PARTIES, parties));
    if (phone) claimPhone(builder, phone, own(PARTIES, parties));
  }
}

/** Every version of each meeting. */
export const VERSIONS = "staging.stg_handoffs_versions";

/** Handoffs by their ids: whoever has one has a row of somebody's numbers. */
export async function claimHandoffs(db: Database, builder: Builder): Promise<void> {
  const rows = await db.rows<{id: string; parties: number}>(`
    select distinct ids.id, coalesce(parties, 0) as parties
    from (select unnest([handoff_id, meeting_id]) as id from raw.handoffs) as ids left join leak_keys on leak_keys.id = ids.id
    where ids.id is not null`);
  for (const {id, parties} of rows) claimId(builder, id, "handoff", own(PARTIES, parties));
}

/** Fields that RevOps alone may hold. */
export function claimFields(builder: Builder, fields: readonly string[]): void {
  for (const field of fields) {
    const words = builder.readWords(field);
    if (words.count > 0) builder.cell(words, 0, words.count, FIELD, "field", own(REVOPS, 0));
  }
}
