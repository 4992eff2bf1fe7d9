import {quoteText, type Database} from "../../db.js";

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
  const outer = SPACES.map((space) => `starts_with(${value}, ${space}) or ends_with(${value}, ${space})`).join(" or ");
  return `case when contains(${value}, '<') or contains(${value}, '&') then nullif(trim(${told}, ${SPACES.join(" || ")}), '')
    when ${outer} then nullif(trim(${value}, ${SPACES.join(" || ")}), '') else nullif(${value}, '') end`;
}

const SPACES = ["' '", "chr(10)", "chr(9)", "chr(13)", "chr(160)"];
const ENTITY_SIGNS = [["&nbsp;", " "], ["&lt;", "<"], ["&gt;", ">"], ["&quot;", '"'], ["&#39;", "'"], ["&amp;", "&"]] as const; // prettier-ignore

/** A cleaned text and the traits of its field, as SQL. */
export interface Judged {
  text: string;
  min_words: string;
  allows_none: string;
}

/**
 * State of a cell, copies apart: `filled`, `not_disclosed` (asked, and not told) or `missing`. The text is named many times:
 * give a column, not an expression.
 */
export function writeState({text, min_words, allows_none}: Judged, words: JudgingWords): string {
  const whens = [`when ${text} is null then 'missing'`];
  if (words.notDisclosed.length > 0) {
    const starts = `^(${words.notDisclosed.map(escapeRegex).join("|")})($|[^\\p{L}\\p{N}])`;
    whens.push(`when regexp_matches(replace(lower(${text}), '’', ''''), ${quoteText(starts)}) then 'not_disclosed'`);
  }
  whens.push(`when not regexp_matches(${text}, ${SAYS_SOMETHING}) then 'missing'`);
  // Not `in (…)`: the planner makes a join of a long list, which every row then pays for.
  const isOneOf = (list: string[]) => {
    const quoted = `[${list.map(quoteText).join(", ")}]`;
    return `length(${text}) <= 24 and (list_contains(${quoted}, lower(${text})) or list_contains(${quoted}, rtrim(lower(${text}), ' .,;:!?')))`;
  };
  if (words.placeholders.length > 0) whens.push(`when ${isOneOf(words.placeholders)} then 'missing'`);
  if (words.nones.length > 0) whens.push(`when not ${allows_none} and ${isOneOf(words.nones)} then 'missing'`);
  whens.push(
    `when (contains(${text}, '[') or contains(${text}, '{')) and not regexp_matches(${writeBare(text)}, ${SAYS_SOMETHING}) then 'missing'`,
  );
  whens.push(`when ${min_words} > 1 and ${writeWordCount(text)} < ${min_words} then 'missing'`);
  return `case ${whens.join("\n    ")} else 'filled' end`;
}

/** Words of a text: what stands between spaces and holds a letter or digit. */
export function writeWordCount(text: string): string {
  return `len(list_filter(string_split_regex(${text}, '\\s+'), lambda word: regexp_matches(word, ${SAYS_SOMETHING})))`;
}

function writeBare(text: string): string {
  const tails = TEMPLATE_TAILS.map(escapeRegex).join("|");
  return `regexp_replace(regexp_replace(lower(${text}), '\\[[^\\]]*\\]|\\{[^}]*\\}', '', 'g'), ${quoteText(tails)}, '', 'g')`;
}

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
