import {ADDRESSES, GENERIC_WORDS, NO_NAMES, SIGNS, SPECIFIC, type Sign} from "../../contract/brief-specific.js";
import {quoteText} from "../../db.js";

/**
 * SQL of whether a filled text is too vague to act on, by the rule of its field; `false` for a field without one. The text is
 * named many times: give a column. What is quickly told comes first.
 */
export function writeVague(field: string, text: string): string {
  const rule = Object.hasOwn(SPECIFIC, field) ? SPECIFIC[field]! : undefined;
  if (!rule) return "false";
  const {signs = [], words} = rule;
  // "Manual process", "looking to improve": nothing but general words, and those are few.
  const whens = [`when strlen(${text}) <= ${LONGEST_GENERIC} and regexp_matches(${text}, ${GENERIC}, 'i') then true`];
  // Most texts that name anything name a number.
  if (signs.some((sign) => sign === "number" || sign === "date")) whens.push(`when regexp_matches(${text}, '[0-9]') then false`);
  for (const sign of signs) whens.push(`when ${writeSign(sign, text)} then false`);
  if (words !== undefined && words > 1)
    whens.push(`when regexp_matches(${text}, ${quoteText(`^(?:\\s*\\S+\\s+){${words - 1}}\\S`)}) then false`);
  return `case ${whens.join("\n    ")} else ${words === 1} end`
    .replace("else true end", "else false end")
    .replace(/else false end$/, words === 1 ? "else false end" : "else true end");
}

const LONGEST_GENERIC = 80;
const GENERIC = quoteText(`^(?:[^\\p{L}\\p{N}]*(?:${GENERIC_WORDS})(?:[^\\p{L}\\p{N}-]+|$))+$`);

/** A name: two large words side by side once titles and departments are taken out; or one, where a title or an address is with it. */
function writeSign(sign: Sign, text: string): string {
  if (sign !== "person") return `regexp_matches(${text}, ${quoteText(SIGNS[sign])}${sign === "name" ? "" : ", 'i'"})`;
  const bare = `regexp_replace(${text}, ${quoteText(`\\b(${NO_NAMES})\\b`)}, '', 'gi')`;
  const name = "\\p{Lu}[\\p{L}'’.-]*\\p{L}";
  const two = quoteText(`${name}\\.? +(?:(?:von|van|de|der|den|du|di|da|la|le|zu|bin|al|el|O')\\.? +)*\\p{Lu}|[\\p{Lo}]{2,}`);
  const one = quoteText(name);
  const known = quoteText(`${SIGNS.role}|${ADDRESSES}`);
  return `(regexp_matches(${bare}, ${two}) or (regexp_matches(${bare}, ${one}) and regexp_matches(${text}, ${known}, 'i')))`;
}
