import {quoteText, type Database} from "../../db.js";
import type {TemplateField} from "./brief-template.js";

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

/** Text of a cell without HTML and outer space; null when nothing is left. Cells without markup pay nothing for it. */
export function writeClean(value: string): string {
  const stripped = `replace(replace(replace(regexp_replace(regexp_replace(${value}, '<(br|/p|/li|/div|/h[1-6]|/tr)[^>]*>', chr(10), 'gi'), '<[a-zA-Z/!][^>]*>', '', 'g'), '&nbsp;', ' '), '&lt;', '<'), '&amp;', '&')`;
  return `nullif(trim(case when contains(${value}, '<') or contains(${value}, '&') then ${stripped} else ${value} end, ' ' || chr(9) || chr(10) || chr(13) || chr(160)), '')`;
}

/**
 * State of a cleaned cell, copies apart: `filled`, `not_disclosed` (asked, and not told) or `missing`.
 * @param text SQL of the cleaned text
 */
export function writeState(text: string, field: Pick<TemplateField, "min_words" | "allows_none">, words: JudgingWords): string {
  const blanks = [...words.placeholders, ...(field.allows_none ? [] : words.nones)];
  const whens = [`when ${text} is null then 'missing'`];
  if (words.notDisclosed.length > 0) {
    const starts = words.notDisclosed.map(escapeRegex).join("|");
    whens.push(`when regexp_matches(replace(lower(${text}), '’', ''''), ${quoteText(`^(${starts})($|[^\\p{L}\\p{N}])`)}) then 'not_disclosed'`);
  }
  whens.push(`when not regexp_matches(${text}, ${SAYS_SOMETHING}) then 'missing'`);
  if (blanks.length > 0) {
    const list = blanks.map(quoteText).join(", ");
    whens.push(`when length(${text}) <= 24 and (lower(${text}) in (${list}) or rtrim(lower(${text}), ' .,;:!?') in (${list})) then 'missing'`);
  }
  whens.push(`when regexp_matches(${text}, '\\[[^\\]]*\\]|\\{[^}]*\\}') and not regexp_matches(${writeBare(text)}, ${SAYS_SOMETHING}) then 'missing'`);
  if (field.min_words > 1) whens.push(`when ${writeWordCount(text)} < ${field.min_words} then 'missing'`);
  return `case ${whens.join(" ")} else 'filled' end`;
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
