/**
 * Takes names, contact data and links out of a text that others are to read. Known names become role words; what looks like a name and is
 * none of the known ones becomes `[name]`. Where there is doubt, the text is not shown at all. Pure.
 */
import {NO_NAMES} from "../../contract/brief-specific.js";
import {inLanguage} from "../../contract/language.js";
import {escapeRegex} from "../../escape.js";

/** Names known to stand behind a text, by what is said in their place. */
export interface Names {
  accounts: readonly string[];
  contacts: readonly string[];
  sdrs: readonly string[];
  aes: readonly string[];
}

export interface Hidden {
  text: string;
  /** Names that were in no list. */
  unknown: number;
  /** A name may still stand in it. */
  isDoubtful: boolean;
}

const ROLES: readonly [keyof Names, string][] = [["accounts", "the prospect"], ["contacts", "the contact"], ["sdrs", "the SDR"], ["aes", "the AE"]]; // prettier-ignore
const EMAIL = /[\p{L}\p{Nd}._%+-]+@[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+/gu;
const LINK =
  /\b(?:https?:\/\/|www\.)[^\s<>"]+|\b(?:[\p{L}\p{Nd}-]+\.)+(?:com|net|org|io|ai|co|eu|de|at|ch|uk|fr|nl|es|it|us|app|dev|cloud)\b(?:\/[^\s<>"]*)?/giu;
const HANDLE = /(?<![\p{L}\p{Nd}])@[\p{L}\p{Nd}_.-]+/gu;
const PHONE = /(?<![\p{L}\p{Nd}.,-])\+?\(?\d[\d\s()/.-]{5,}\d(?![\p{L}\p{Nd}])/gu;
/** Days, years and amounts have as many digits, and are no telephone numbers. */
const NO_PHONE = /^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d{1,3}([., ]\d{3})+$|^(19|20)\d\d\s*[-/]\s*(19|20)\d\d$/;
/** What the legal form and kind of a company are; its name stands before. */
const COMPANY_TAIL =
  /[\s,]+(?:inc|ltd|llc|llp|plc|corp|corporation|company|co|gmbh|ag|se|kg|sa|sarl|bv|nv|ab|oy|group|holding|holdings|partners|systems|software|consulting|services|solutions|technologies|labs|cloud|advisory|international)\.?$/iu;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{Nd}]*(?:[-’'][\p{L}\p{M}]+)*/gu;
const CAPITAL = /^\p{Lu}/u;
const PLAIN = new Set([
  ...NO_NAMES.split("|"),
  ..."january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday i jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri".split(
    " ",
  ),
]);
/** Fewest letters of a name that is looked for by itself in small letters too. */
const TELLING = 4;

/** Without the ending of a possessive. */
const bare = (word: string) => word.replace(/['’]s?$/u, "");
const isAcronym = (word: string) => word.length <= 5 && word === word.toUpperCase();

/** @param corpus texts of the company: a word that stands in them in small letters is no name */
export function makeHider(corpus: Iterable<string>): (text: string, names: Names) => Hidden {
  const small = new Set<string>();
  const inside = new Set<string>();
  for (const text of corpus)
    for (const [word, at] of listWords(text)) {
      if (!CAPITAL.test(word)) small.add(word.toLowerCase());
      else if (!startsSentence(text, at)) inside.add(word);
    }
  return (given, names) => {
    let text = given.replace(EMAIL, "[e-mail]").replace(LINK, "[link]").replace(HANDLE, "[name]");
    text = text.replace(PHONE, (found) => (NO_PHONE.test(found) || found.replaceAll(/\D/g, "").length < 7 ? found : "[phone]"));
    for (const [kind, role] of ROLES.map(([kind, role]) => [kind, inLanguage(role)] as const))
      for (const name of listForms(names[kind], kind === "accounts")) text = replaceName(text, name, role);
    const found = hideUnknown(text, small, inside);
    const telling = ROLES.flatMap(([kind]) => names[kind].flatMap((name) => name.split(/[\s,]+/))).filter((word) => word.length >= TELLING && !PLAIN.has(word.toLowerCase())); // prettier-ignore
    const left = new Set(listWords(found.text).map(([word]) => word.toLowerCase()));
    // A company may be called like a common word: only what none of its own words gives away is shown.
    const isDoubtful = telling.some((word) => left.has(word.toLowerCase()) && !COMPANY_TAIL.test(` ${word}`));
    return {...found, isDoubtful};
  };
}

const listWords = (text: string): [word: string, at: number][] =>
  [...text.matchAll(WORD)].map((match) => [match[0], match.index]);

const startsSentence = (text: string, at: number): boolean => /(^|[.!?:;\n•*"“„(]|[-–—]\s)\s*$/u.test(text.slice(0, at));

/** Full names before their parts, long ones before short ones. */
function listForms(names: readonly string[], isCompany: boolean): string[] {
  const forms = names.flatMap((name) => {
    const full = name.trim();
    // "Acme Consulting GmbH" is called "Acme Consulting" and "Acme" too.
    const short = isCompany ? full.replace(COMPANY_TAIL, "") : full;
    const core = isCompany ? short.replace(COMPANY_TAIL, "") : full;
    const parts = isCompany ? [] : full.split(/\s+/).filter((part) => part.length > 1 && CAPITAL.test(part));
    return [full, short, core, ...parts].filter((form) => form.length > 1);
  });
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** Whole words; a possessive stays one. Names of several words in any case, single words as they are written or in capitals. */
function replaceName(text: string, name: string, role: string): string {
  const several = /\s/.test(name);
  const pattern = several
    ? escapeRegex(name).replaceAll(/\s+/g, "\\s+")
    : `(?:${escapeRegex(name)}|${escapeRegex(name.toUpperCase())})`;
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{Nd}])${pattern}(['’]s?|s)?(?![\\p{L}\\p{Nd}])`, several ? "giu" : "gu"),
    (_, possessive: string | undefined, at: number) => {
      const words = startsSentence(text, at) ? role[0]!.toUpperCase() + role.slice(1) : role;
      return possessive ? `${words}’s` : words;
    },
  );
}

function hideUnknown(text: string, small: ReadonlySet<string>, inside: ReadonlySet<string>): {text: string; unknown: number} {
  const words = listWords(text);
  const isPlain = (word: string) => PLAIN.has(bare(word).toLowerCase()) || isAcronym(bare(word));
  const isName = words.map(([word, at]) => {
    if (!CAPITAL.test(word) || isPlain(word) || text[at - 1] === "[") return false;
    const plain = bare(word);
    if (/\p{Ll}\p{Lu}/u.test(plain)) return true;
    return (!startsSentence(text, at) || inside.has(plain)) && !small.has(plain.toLowerCase());
  });
  // A word with a capital right before a name is its beginning.
  for (let at = words.length - 2; at >= 0; at--) {
    const [[word, start], [, next]] = [words[at]!, words[at + 1]!];
    if (
      isName[at + 1] &&
      CAPITAL.test(word) &&
      !isPlain(word) &&
      text[start - 1] !== "[" &&
      /^[\s-]*$/.test(text.slice(start + word.length, next)) &&
      !/^The$/.test(word)
    )
      isName[at] = true;
  }
  let [shown, from, unknown] = ["", 0, 0];
  for (const [index, [word, start]] of words.entries()) {
    if (!isName[index]) continue;
    const between = text.slice(from, start);
    const goesOn = index > 0 && isName[index - 1] && /^[\s-]*$/.test(between);
    const possessive = /['’]s?$/u.test(word) ? "’s" : "";
    shown += goesOn ? possessive : `${between}[name]${possessive}`;
    from = start + word.length;
    if (!goesOn) unknown++;
  }
  // One person's first name and another's last: neither role is meant.
  const joined = (shown + text.slice(from)).replace(/\b[Tt]he (?:contact|SDR|AE) (?=\[name\])/gu, "");
  return {text: joined, unknown};
}
