/** How to reach a prospect stands in no document, whoever wrote it into a comment or a brief; only the AE's own file of contacts has it. */
import {createHash} from "node:crypto";
import type {Database} from "../../db.js";
import type {Shelf} from "../write.js";

/** Digits by which two spellings of a number are one: without the country's. */
const SAME_DIGITS = 8;
const ADDRESS = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g;
const NUMBER = /\+?\d[\d ()/.-]{5,}\d/g;
/** The file that holds them for whom they are. */
const OWN = /^contacts\//;
/** Files that are written as bytes and hold what people wrote. */
const TEXTS = /\.(?:json|ics)$/;

/** Takes contacts' e-mail addresses and telephone numbers, however spelt, out of a text. */
export interface HideContacts {
  (text: string): string;
  /** What looks like an address or a number in a text, a key each, whether a contact's or not. */
  find(text: string): Set<number>;
  /** Whether what has this key is a contact's. */
  isHidden(key: number): boolean;
  /** What is looked for at all: nobody's addresses are, where no contact has any. */
  kinds: string;
}

/** By file, the keys of what was looked at in it. */
export type Looked = Map<string, ReadonlySet<number>>;

export async function readHideContacts(db: Database): Promise<HideContacts> {
  const rows = await db.rows<{email: string | null; phone: string | null}>(
    "select distinct email, phone from raw.contacts where email is not null or phone is not null",
  );
  return hideContacts(rows);
}

/** The same for known contacts. Pure. */
export function hideContacts(contacts: readonly {email: string | null; phone: string | null}[]): HideContacts {
  const addresses = new Set(contacts.flatMap(({email}) => (email ? [email.trim().toLowerCase()] : [])));
  const addressKeys = new Set([...addresses].map(keyOfAddress));
  const numbers = new Set(contacts.flatMap(({phone}) => keyOf(phone ?? "") ?? []));
  const isAddress = (text: string) => addresses.has(text.toLowerCase());
  const isNumber = (text: string) => numbers.has(keyOf(text) ?? NaN);
  const hasAt = (text: string) => addresses.size > 0 && text.includes("@");
  const hasDigits = (text: string) => numbers.size > 0 && text.length >= SAME_DIGITS;
  const hide = (text: string) => {
    let plain = text;
    if (hasAt(plain)) plain = plain.replace(ADDRESS, (address) => (isAddress(address) ? "…@…" : address));
    if (hasDigits(plain)) plain = plain.replace(NUMBER, (number) => (isNumber(number) ? "…" : number));
    return plain;
  };
  const find = (text: string) => {
    const keys = new Set<number>();
    if (hasAt(text)) for (const address of text.match(ADDRESS) ?? []) keys.add(keyOfAddress(address.toLowerCase()));
    if (hasDigits(text)) for (const number of text.match(NUMBER) ?? []) keys.add(keyOf(number) ?? 0);
    // Too few digits to be anybody's.
    keys.delete(0);
    return keys;
  };
  const isHidden = (key: number) => (key < 0 ? addressKeys.has(key) : numbers.has(key));
  const kinds = `${addresses.size > 0 ? "addresses" : ""} ${numbers.size > 0 ? "numbers" : ""}`;
  return Object.assign(hide, {find, isHidden, kinds});
}

/** Below zero, where no number's is. */
const keyOfAddress = (address: string): number => -1 - createHash("sha256").update(address).digest().readUIntBE(0, 6);

/** The last digits of a number, and how many they are, as one number: dates and ids by the million are looked up so. */
function keyOf(text: string): number | undefined {
  let [count, value] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) continue;
    count++;
    value = (value * 10 + digit) % 10 ** SAME_DIGITS;
  }
  return count < 7 ? undefined : Math.min(count, SAME_DIGITS) * 10 ** SAME_DIGITS + value;
}

/** A shelf whose documents are written so; `looked` is told what files that are put as bytes were looked through for. */
export const keepContacts = (shelf: Shelf, hide: HideContacts, looked?: Looked): Shelf => ({
  ...shelf,
  putJson: (path, document) => {
    const isHeld = !OWN.test(path) && [...findInJson(JSON.stringify(document), hide)].some(hide.isHidden);
    shelf.putJson(path, isHeld ? hideIn(document, hide) : document);
  },
  putBytes: (path, bytes) => shelf.putBytes(path, TEXTS.test(path) ? hideInBytes(path, bytes, hide, looked) : bytes),
});

/** Keys in the text of a JSON document. A line's end before an address is written as a letter: what is escaped parts what stands on either side. */
const findInJson = (json: string, {find}: HideContacts): Set<number> =>
  find(json.includes("\\") ? json.replace(/\\(?:u[0-9a-f]{4}|.)/gi, ",") : json);

/**
 * Few hold anything: a document is taken apart only then, since a number that stands for itself is no telephone's. Looked through a sign per
 * byte, without decoding: what is looked for is made of ASCII.
 */
function hideInBytes(path: string, bytes: Uint8Array, hide: HideContacts, looked?: Looked): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString("latin1");
  const keys = path.endsWith(".json") ? findInJson(text, hide) : hide.find(text);
  looked?.set(path, keys);
  if (![...keys].some(hide.isHidden)) return bytes;
  const document = buffer.toString();
  return Buffer.from(path.endsWith(".json") ? JSON.stringify(hideIn(JSON.parse(document), hide)) : hide(document));
}

function hideIn(value: unknown, hide: HideContacts): unknown {
  if (typeof value === "string") return hide(value);
  if (Array.isArray(value)) return value.map((each) => hideIn(each, hide));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hideIn(each, hide)]));
}
