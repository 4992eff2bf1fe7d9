/** How to reach a prospect stands in no document, whoever wrote it into a comment or a brief; only the AE's own file of contacts has it. */
import type {Database} from "../db.js";
import type {Shelf} from "./write.js";

/** Digits by which two spellings of a number are one: without the country's. */
const SAME_DIGITS = 8;
const ADDRESS = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g;
const NUMBER = /\+?\d[\d ()/.-]{5,}\d/g;
/** The file that holds them for whom they are. */
const OWN = /^contacts\//;
/** Files that are written as bytes and hold what people wrote. */
const TEXTS = /\.(?:json|ics)$/;

/** Takes contacts' e-mail addresses and telephone numbers, however spelt, out of a text. */
export type HideContacts = (text: string) => string;

export async function readHideContacts(db: Database): Promise<HideContacts> {
  const rows = await db.rows<{email: string | null; phone: string | null}>(
    "select distinct email, phone from raw.contacts where email is not null or phone is not null",
  );
  return hideContacts(rows);
}

/** The same for known contacts. Pure. */
export function hideContacts(contacts: readonly {email: string | null; phone: string | null}[]): HideContacts {
  const addresses = new Set(contacts.flatMap(({email}) => (email ? [email.trim().toLowerCase()] : [])));
  const numbers = new Set(contacts.flatMap(({phone}) => digitsOf(phone ?? "") ?? []));
  return (text) => {
    let plain = text;
    if (addresses.size > 0 && plain.includes("@"))
      plain = plain.replace(ADDRESS, (address) => (addresses.has(address.toLowerCase()) ? "…@…" : address));
    if (numbers.size > 0 && plain.length >= SAME_DIGITS)
      plain = plain.replace(NUMBER, (number) => (numbers.has(digitsOf(number) ?? "") ? "…" : number));
    return plain;
  };
}

function digitsOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, "");
  return digits.length < 7 ? undefined : digits.slice(-SAME_DIGITS);
}

/** A shelf whose documents are written so. */
export const keepContacts = (shelf: Shelf, hide: HideContacts): Shelf => ({
  ...shelf,
  putJson: (path, document) => shelf.putJson(path, OWN.test(path) ? document : hideIn(document, hide)),
  putBytes: (path, bytes) => shelf.putBytes(path, TEXTS.test(path) ? hideInBytes(path, bytes, hide) : bytes),
});

/** Few hold anything: a document is taken apart only then, since a number that stands for itself is no telephone's. */
function hideInBytes(path: string, bytes: Uint8Array, hide: HideContacts): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const hidden = hide(text);
  if (hidden === text) return bytes;
  return Buffer.from(path.endsWith(".json") ? JSON.stringify(hideIn(JSON.parse(text), hide)) : hidden);
}

function hideIn(value: unknown, hide: HideContacts): unknown {
  if (typeof value === "string") return hide(value);
  if (Array.isArray(value)) return value.map((each) => hideIn(each, hide));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hideIn(each, hide)]));
}
