import {quoteText, type Database} from "../../db.js";
import type {WordList} from "../../contract/criteria-words.js";

/** The word lists of the configuration, in the form in which texts are compared. */
export async function readCriteriaWords(db: Database): Promise<Record<WordList, string[]>> {
  const rows = await db.rows<{list: WordList; words: string[]}>(
    "select list, list(word order by word) as words from config.criteria_words group by list",
  );
  return Object.fromEntries(rows.map(({list, words}) => [list, words.map(normaliseWord).filter(Boolean)])) as Record<
    WordList,
    string[]
  >;
}

/** Lower case, no accents, single blanks for all that is no letter or digit; stars stay. */
function normaliseWord(word: string): string {
  const plain = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9*]+/g, " ").trim();
}

/** SQL of a text in the same form; null when nothing is left. */
export const writeNormal = (text: string): string =>
  `nullif(trim(regexp_replace(lower(strip_accents(${text})), '[^a-z0-9]+', ' ', 'g')), '')`;

/** SQL condition: one of the words stands in a normalised text as a whole word. */
export function writeHasWord(text: string, words: readonly string[]): string {
  const patterns = words.map((word) => word.replaceAll("*", "[a-z0-9]*"));
  return words.length === 0 ? "false" : `regexp_matches(${text}, ${quoteText(`(^| )(${patterns.join("|")})( |$)`)})`;
}

/** SQL condition: a normalised text is one of the words. */
export const writeIsWord = (text: string, words: readonly string[]): string =>
  `list_contains([${words.map(quoteText).join(", ")}]::text[], ${text})`;
