/** Takes known names, addresses, numbers and links out of what people wrote, and puts made-up ones there. */
import {NONE_WORDS, NOT_DISCLOSED_WORDS, PLACEHOLDERS} from "../contract/brief.js";
import {GENERIC_WORDS, NO_NAMES, SIGNS} from "../contract/brief-specific.js";
import {fold, WORD, type MadeUp} from "./made-up.js";

/** Legal forms, which tell nothing of a company by themselves. */
const LEGAL = new Set("inc incorporated llc llp lp ltd limited corp corporation co company plc pty gmbh ag se kg kgaa ohg ug gbr ek mbh and und bv nv sa sas sasu sarl srl sl slu spa ab as asa oy oyj aps holding holdings group".split(" ")); // prettier-ignore
export const isLegalForm = (word: string): boolean => LEGAL.has(fold(word));

/** Names that are words as well: alone, they are taken for names only inside a sentence and with a capital. */
const WORDS = new Set([
  ...GENERIC_WORDS.split("|"),
  ...NO_NAMES.split("|"),
  ..."will may mark grace hope art bill frank rich pat sue drew chase dean grant miles page price young long short small white black brown green king best case cash field power stone wood banks bush cook baker carter mason hunter rose joy faith dawn summer april june august jack max jan don guy nick rob ray gene bob rusty sandy sunny angel star sky data cloud target apple orange next first general global digital smart systems solutions services partners consulting group software media energy health capital works labs studio network insight vision pilot atlas apex summit bridge core edge point spark signal pulse wave north south east west timeline budget pain need champion value".split(" "),
]); // prettier-ignore
const isOrdinary = (word: string): boolean =>
  WORDS.has(word) || word.length < 3 || /^\p{N}+$/u.test(word) || [SIGNS.date, SIGNS.role, SIGNS.process].some((sign) => matches(sign, word)); // prettier-ignore
const patterns = new Map<string, RegExp>();
const matches = (sign: string, word: string): boolean => {
  const known = patterns.get(sign) ?? new RegExp(`^(?:${sign.replaceAll("\\p{Nd}", "[0-9]")})$`, "iu");
  patterns.set(sign, known);
  return known.test(word);
};

const NOBODY = new Set<string>([...PLACEHOLDERS, ...NONE_WORDS]);
/** Whether a cell for a name says that there is none. */
export function isNobody(name: string): boolean {
  const own = name.trim().toLowerCase().replaceAll("’", "'");
  return !/[\p{L}\p{N}]/u.test(own) || NOBODY.has(own.replace(/[ .,;:!?]+$/, "")) || NOBODY.has(own) || NOT_DISCLOSED_WORDS.some((word) => own.startsWith(word)); // prettier-ignore
}

const ADDRESS = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"')]+/gi;
const NUMBER = /\+?\d[\d ()/.-]{5,}\d/g;
const SAME_DIGITS = 8;
const digitsOf = (text: string): string => text.replace(/\D/g, "");

export interface Known {
  /** Names of people, of whatever side. */
  people: readonly string[];
  companies: readonly string[];
  phones: readonly string[];
  /** Ids with a digit in them, which may stand in texts. */
  ids: readonly string[];
}

/** Runs of words by their first one. */
type Runs = Map<string, string[][]>;

/** A text with as many words as before, in which nobody known is named. */
export function makeDisguise(known: Known, made: MadeUp): (text: string) => string {
  const runs: Runs = new Map();
  const singles = new Set<string>();
  const ordinary = new Set<string>();
  const add = (name: string, isCompany: boolean) => {
    if (isNobody(name)) return;
    const words = (name.match(WORD) ?? []).map(fold);
    const bare = isCompany ? words.filter((word) => !isLegalForm(word)) : words;
    if (bare.length > 1) runs.set(bare[0]!, [...(runs.get(bare[0]!) ?? []), bare]);
    // A company is called by the first word of its name; the others are mostly what it does.
    for (const word of isCompany ? bare.slice(0, 1) : bare)
      if (word.length > 2 && !matches(SIGNS.date, word)) (isOrdinary(word) ? ordinary : singles).add(word);
  };
  for (const name of new Set(known.people)) add(name, false);
  for (const name of new Set(known.companies)) add(name, true);
  for (const list of runs.values()) list.sort((a, b) => b.length - a.length);
  const phones = new Set(known.phones.map((phone) => digitsOf(phone).slice(-SAME_DIGITS)).filter((digits) => digits.length >= 6)); // prettier-ignore
  const ids = new Set(known.ids.filter((id) => /\d/.test(id) && id.length > 3));
  const isPhone = (text: string) => {
    const digits = digitsOf(text);
    return phones.has(digits.slice(-SAME_DIGITS)) || (/^(\+|00|0)/.test(text) && digits.length >= 8);
  };
  return (text) => {
    const plain = text
      .replace(LINK, "https://example.invalid")
      .replace(ADDRESS, (address) => made.mail(address))
      .replace(NUMBER, (number) => (isPhone(number) ? number.replace(/\d/g, "0") : number))
      .replace(/[^\s,;:<>()"'|]+/gu, (word) => (ids.has(word.replace(/[.!?]+$/, "")) ? made.id(word.replace(/[.!?]+$/, "")) : word)); // prettier-ignore
    return disguiseNames(plain, {runs, singles, ordinary}, made);
  };
}

function disguiseNames(
  text: string,
  {runs, singles, ordinary}: {runs: Runs; singles: ReadonlySet<string>; ordinary: ReadonlySet<string>},
  made: MadeUp,
): string {
  const words = [...text.matchAll(WORD)];
  let [left, end] = ["", 0];
  for (let at = 0; at < words.length;) {
    const first = fold(words[at]![0]);
    const run = runs.get(first)?.find((own) => own.every((word, index) => words[at + index] && fold(words[at + index]![0]) === word)); // prettier-ignore
    const count = run?.length ?? (singles.has(first) || (ordinary.has(first) && isNamed(text, words[at]!)) ? 1 : 0);
    for (const match of words.slice(at, at + count)) {
      left += text.slice(end, match.index) + made.name(match[0]);
      end = match.index + match[0].length;
    }
    at += Math.max(1, count);
  }
  return left + text.slice(end);
}

/** With a capital, inside a sentence. */
const isNamed = (text: string, match: RegExpExecArray): boolean =>
  /^\p{Lu}\p{Ll}/u.test(match[0]) && /[\p{Ll},]\s$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
