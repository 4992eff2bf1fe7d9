import {quoteText, type Database} from "../../db.js";
import {escapeRegex} from "../../escape.js";

/** Words that decide whether a cell says something. */
export interface JudgingWords {
  notDisclosed: string[];
  placeholders: string[];
  /** Placeholders only where the field does not take "none" for an answer. */
  nones: string[];
}

export async function readWords(db: Database): Promise<JudgingWords> {
  const disclosed = await db.rows<{word: string}>("select word from config.not_disclosed_words order by word");
  const placeholders = await db.rows<{word: string; only: boolean}>(
    "select lower(word) as word, only_if_none_not_allowed as only from config.placeholders order by word",
  );
  return {
    notDisclosed: disclosed.map(({word}) => word),
    placeholders: placeholders.filter(({only}) => !only).map(({word}) => word),
    nones: placeholders.filter(({only}) => only).map(({word}) => word),
  };
}

/** What the template itself puts around its bracketed hints; a hint with only these around it was never filled in. */
const TEMPLATE_TAILS = [
  "will sponsor internally", "final approval authority", "evaluates technical fit", "will use the solution daily",
  "focus discovery on", "employees", "annual revenue",
]; // prettier-ignore
const SAYS_SOMETHING = quoteText("[\\p{L}\\p{N}]");

/** Text of a cell without HTML and outer space; null when nothing is left. Cells without either pay next to nothing. */
export function writeClean(value: string): string {
  const lines = `regexp_replace(${value}, '<(br|/p|/li|/div|/h[1-6]|/tr)[^>]*>', chr(10), 'gi')`;
  const plain = `regexp_replace(${lines}, '<[a-zA-Z/!][^>]*>', '', 'g')`;
  const told = ENTITY_SIGNS.reduce((text, [name, sign]) => `replace(${text}, ${quoteText(name)}, ${quoteText(sign)})`, plain);
  const outer = [`ascii(${value}) in (${SPACE_CODES.join(", ")})`, ...SPACES.map((space) => `ends_with(${value}, ${space})`)];
  return `case when contains(${value}, '<') or contains(${value}, '&') then nullif(trim(${told}, ${SPACES.join(" || ")}), '')
    when ${outer.join(" or ")} then nullif(trim(${value}, ${SPACES.join(" || ")}), '') else nullif(${value}, '') end`;
}

/** The signs that count as outer space. */
export const SPACE_CODES = [32, 10, 9, 13, 160];
const SPACES = SPACE_CODES.map((code) => `chr(${code})`);
const ENTITY_SIGNS = [["&nbsp;", " "], ["&lt;", "<"], ["&gt;", ">"], ["&quot;", '"'], ["&#39;", "'"], ["&amp;", "&"]] as const; // prettier-ignore

/** A cleaned text and the traits of its field, as SQL. */
export interface Judged {
  text: string;
  min_words: string;
  allows_none: string;
}

/** The states of a cell: one byte each instead of a text. */
export const STATE = "enum('filled', 'missing', 'not_disclosed')";
const state = (name: "missing" | "filled" | "not_disclosed") => `'${name}'::${STATE}`;
export const MISSING = state("missing");
export const FILLED = state("filled");
export const NOT_DISCLOSED = state("not_disclosed");
/** Placeholders are short, with a few closing signs at most. */
const SHORT = 24;

/**
 * State of a cell, copies apart: `filled`, `not_disclosed` (asked, and not told) or `missing`. The text is named many times:
 * give a column, not an expression. What is quickly told comes first: most cells are told by their first letter.
 */
export function writeState({text, min_words, allows_none}: Judged, words: JudgingWords): string {
  const whens = [`when ${text} is null then ${state("missing")}`];
  if (words.notDisclosed.length > 0) {
    const starts = `^(${words.notDisclosed.map((word) => escapeRegex(word.replaceAll("’", "'")).replaceAll("'", "['’]")).join("|")})($|[^\\p{L}\\p{N}])`;
    const letters = [...new Set(words.notDisclosed.flatMap(([first]) => [first!.toLowerCase(), first!.toUpperCase()]))];
    const codes = letters.map((letter) => letter.codePointAt(0)).join(", ");
    whens.push(
      `when ascii(${text}) in (${codes}) and regexp_matches(${text}, ${quoteText(starts)}, 'i') then ${state("not_disclosed")}`,
    );
  }
  const isPlain = `(ascii(${text}) between 97 and 122 or ascii(${text}) between 65 and 90 or ascii(${text}) between 48 and 57)`;
  whens.push(`when not ${isPlain} and not regexp_matches(${text}, ${SAYS_SOMETHING}) then ${state("missing")}`);
  // Not `in (…)`: the planner makes a join of a long list, which every row then pays for.
  const isOneOf = (list: string[]) => {
    const quoted = `[${list.map(quoteText).join(", ")}]`;
    return `(list_contains(${quoted}, lower(${text})) or list_contains(${quoted}, rtrim(lower(${text}), ' .,;:!?')))`;
  };
  const short = [
    ...(words.placeholders.length > 0 ? [isOneOf(words.placeholders)] : []),
    ...(words.nones.length > 0 && allows_none !== "true"
      ? [allows_none === "false" ? isOneOf(words.nones) : `not ${allows_none} and ${isOneOf(words.nones)}`]
      : []),
  ];
  if (short.length > 0) whens.push(`when strlen(${text}) <= ${SHORT} and (${short.join(" or ")}) then ${state("missing")}`);
  whens.push(
    `when (contains(${text}, '[') or contains(${text}, '{')) and not regexp_matches(${writeBare(text)}, ${SAYS_SOMETHING}) then ${state("missing")}`,
  );
  if (min_words !== "1") whens.push(`when ${min_words} > 1 and ${writeWordCount(text)} < ${min_words} then ${state("missing")}`);
  return `case ${whens.join("\n    ")} else ${state("filled")} end`;
}

/** Words of a text: what stands between spaces and holds a letter or digit. */
export function writeWordCount(text: string): string {
  return `len(list_filter(string_split_regex(${text}, '[\\s\\x{a0}]+'), lambda word: regexp_matches(word, ${SAYS_SOMETHING})))`;
}

function writeBare(text: string): string {
  const tails = TEMPLATE_TAILS.map(escapeRegex).join("|");
  return `regexp_replace(regexp_replace(lower(${text}), '\\[[^\\]]*\\]|\\{[^}]*\\}', '', 'g'), ${quoteText(tails)}, '', 'g')`;
}
