import {valueOf, type TemplateField} from "./brief-template.js";
import {WIDE_SPACES} from "./odd-signs.js";

/** Words from which on a text is long: shorter ones may well be alike by chance. */
export const LONG = 12;
/** SQL of the signs that may part words beside a blank. */
const BLANKS = WIDE_SPACES.map((code) => `chr(${code})`);
const CLOSING = " .,;:!?…";
const SPACES = "[\\s\\x{a0}]+";

const holds = (text: string, signs: readonly string[]) => signs.map((sign) => `contains(${text}, ${sign})`).join(" or ");
const isClosed = (text: string) => [...CLOSING].map((sign) => `ends_with(${text}, '${sign}')`).join(" or ");

/** SQL of what texts have in common that differ in case, spacing and closing punctuation only. The text is named many times. */
export const writeAlike = (text: string): string =>
  `lower(case when ${isClosed(text)} then rtrim(${text}, '${CLOSING}') else ${text} end)`;

/** SQL of a text with one blank wherever words are parted. */
export const writeSpaced = (text: string): string =>
  `case when ${holds(text, BLANKS)} then regexp_replace(${text}, '${SPACES}', ' ', 'g')
    when contains(${text}, '  ') then regexp_replace(${text}, ' +', ' ', 'g') else ${text} end`;

/**
 * SQL of a hash that long texts share which are alike; null of texts with too few blanks, which most are. A long text seldom has anything to
 * make alike but its case, and `case` takes the quick way there.
 * @param isWide SQL condition: the text may hold other blanks
 */
export function writeLongHash(text: string, isWide: string): string {
  const isWidelySpaced = `(${isWide}) and (${holds(text, BLANKS)})`;
  return `case when ${text} like '${"% ".repeat(LONG - 1)}%' or ${isWidelySpaced} then hash(lower(case
    when ${isWidelySpaced} then rtrim(regexp_replace(${text}, '${SPACES}', ' ', 'g'), '${CLOSING}')
    when contains(${text}, '  ') then rtrim(regexp_replace(${text}, ' +', ' ', 'g'), '${CLOSING}')
    when ${isClosed(text)} then rtrim(${text}, '${CLOSING}') else ${text} end)) end`;
}

export const hashOf = ({position}: TemplateField): string => `hash_${position}`;

/** Of the prose in the template: what `writeLongHash` tells of it, as `hash_<position>`. */
export const writeLongHashes = (template: readonly TemplateField[]): string[] =>
  template.filter(({narrative}) => narrative).map((field) => `${writeLongHash(valueOf(field), "is_wide")} as ${hashOf(field)}`);
