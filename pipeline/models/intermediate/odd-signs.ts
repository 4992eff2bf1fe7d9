import {quoteText} from "../../db.js";
import {escapeRegex} from "../../escape.js";
import {SPACE_CODES, type JudgingWords} from "./judge-field.js";

/** What parts the cells of a brief in the joined text. A text that holds it itself is taken for several, and looked at the closer. */
export const BETWEEN = "chr(1)";

/** Outer space that makes a cell odd. The blank does not: it is in every text, and looking for one before a cell's end is dear. */
const OUTER_CODES = SPACE_CODES.filter((code) => code !== 32);

/** SQL of the text of a cell that is not among the odd ones. */
export const writePlain = (value: string): string =>
  `case when ends_with(${value}, ' ') then rtrim(${value}, ${SPACE_CODES.map((code) => `chr(${code})`).join(" || ")}) else ${value} end`;

/** Line end, tab, and the space that does not break. */
export const WIDE_SPACES = [10, 9, 160];
/** The one letter that is none of A to Z for a pattern, but in lower case. */
const FOREIGN_I = "İ";
/** Letters that show a beginning to be none of ours. */
const SURE_START = 3;

/** SQL condition: one of the joined texts may be odd. Holds of some in which nothing turns out to be, never fails where something is. */
export function writeIsOdd(joined: string, words: JudgingWords): string {
  const signs = ["'<'", "'&'", "'['", "'{'", quoteText(FOREIGN_I), ...OUTER_CODES.map((code) => `chr(${code}) || ${BETWEEN}`)];
  const {begins, whole} = writeOddWords(words);
  const odd = `\\x01(?:[^a-z0-9]|${[...begins, ...(whole ? [`(?:${whole})[ .,;:!?]*\\x01`] : [])].join("|")})`;
  return [...signs.map((sign) => `contains(${joined}, ${sign})`), `regexp_matches(${joined}, ${quoteText(odd)}, 'i')`].join(
    " or ",
  );
}

/** Patterns of how a cell begins that may not be disclosed, and of the placeholders that begin with a letter or digit. */
function writeOddWords({notDisclosed, placeholders, nones}: JudgingWords): {begins: string[]; whole: string} {
  const starts = new Set(notDisclosed.map((word) => [...word].slice(0, SURE_START).join("").toLowerCase()));
  return {
    begins: [...starts].map((start) => escapeRegex(start).replaceAll(/['’]/g, "['’]")),
    whole: [...placeholders, ...nones].filter((word) => /^[a-z0-9]/i.test(word)).map(escapeRegex).join("|"), // prettier-ignore
  };
}

/**
 * Pattern of a marked cell that does not begin with a letter of A to Z or a digit, begins like one not disclosed, is a placeholder, ends
 * in space, or holds a sign of HTML, of a template's hint, or of letters that patterns fold otherwise; or whose words are counted.
 */
export function writeOddCell(words: JudgingWords, counted: readonly string[]): string {
  const {begins, whole} = writeOddWords(words);
  const spaces = OUTER_CODES.map((code) => `\\x{${code.toString(16)}}`).join("");
  const rest = "[^\\x03]*";
  const any = counted.length > 0 ? [`[${counted.join("")}]${rest}\\x03`] : [];
  return `\\x02(?:${[
    ...any,
    ".\\x03",
    `.(?:${["[^a-z0-9\\x03]", ...begins].join("|")})${rest}\\x03`,
    ...(whole ? [`.(?:${whole})[ .,;:!?]*\\x03`] : []),
    `.${rest}[<&\\[\\{${FOREIGN_I}]${rest}\\x03`,
    `.${rest}[${spaces}]\\x03`,
  ].join("|")})`;
}
