import {
  ADDRESSES,
  CAPITAL_ROLES,
  GENERIC_WORDS,
  NO_NAMES,
  SIGNS,
  type Sign,
  type Specific,
} from "../../contract/brief-specific.js";
import {quoteText} from "../../db.js";

/** SQL condition: a filled text may be vague. A digit tells at once, for many rules, that it is not. */
export function writeMayBeVague({signs = [], words}: Specific, text: string): string {
  const isTold = signs.includes("number") || signs.includes("date") || words === 1;
  return isTold ? `not regexp_matches(${text}, '[0-9]')` : "true";
}

/**
 * SQL over `text`, a filled text that may be vague, and `place`, that of its rule counted from 1: whether the text is too vague to act on.
 * What is quickly told comes first. Each pattern stands once, for all rules that have it: making one takes long.
 */
export function writeVague(rules: readonly Specific[]): string {
  const where = (holds: (rule: Specific) => boolean) =>
    `list_contains([${rules.flatMap((rule, index) => (holds(rule) ? [index + 1] : [])).join(", ")}]::integer[], place)`;
  const signs = [...new Set(rules.flatMap((rule) => rule.signs ?? []))];
  const counts = [...new Set(rules.flatMap(({words = 1}) => (words > 1 ? [words] : [])))];
  const whens = [
    // "Manual process", "looking to improve": nothing but general words, and those are few.
    `when strlen(text) <= ${LONGEST_GENERIC} and not regexp_matches(text, '[0-9]') and regexp_matches(text, ${GENERIC}, 'i') then true`,
    ...counts.map(
      (count) => `when ${where(({words}) => words === count)} and regexp_matches(text, ${writeWords(count)}) then false`,
    ),
    ...signs.map((sign) => `when ${where((rule) => rule.signs?.includes(sign) ?? false)} and ${writeSign(sign)} then false`),
  ];
  return `case ${whens.join("\n    ")} else not ${where(({words}) => words === 1)} end`;
}

const LONGEST_GENERIC = 80;
const GENERIC = quoteText(`^(?:[^\\p{L}\\p{N}]*(?:${GENERIC_WORDS})(?:[^\\p{L}\\p{N}-]+|$))+$`);

const writeWords = (count: number): string => quoteText(`^(?:\\s*\\S+\\s+){${count - 1}}\\S`);

/** A name: two large words side by side once titles and departments are taken out; or one, where a title or an address is with it. */
function writeSign(sign: Sign): string {
  const matches = (pattern: string, flags = ", 'i'") => `regexp_matches(text, ${quoteText(pattern)}${flags})`;
  if (sign === "role") return `(${matches(SIGNS.role)} or ${matches(CAPITAL_ROLES, "")})`;
  if (sign !== "person") return matches(SIGNS[sign], sign === "name" ? "" : undefined);
  const bare = `regexp_replace(text, ${quoteText(`\\b(${NO_NAMES})\\b`)}, '', 'gi')`;
  const name = "\\p{Lu}[\\p{L}'’.-]*\\p{L}";
  const two = quoteText(`${name}\\.? +(?:(?:von|van|de|der|den|du|di|da|la|le|zu|bin|al|el|O')\\.? +)*\\p{Lu}|[\\p{Lo}]{2,}`);
  const one = quoteText(name);
  const known = `${matches(`${SIGNS.role}|${ADDRESSES}`)} or ${matches(CAPITAL_ROLES, "")}`;
  return `(regexp_matches(${bare}, ${two}) or (regexp_matches(${bare}, ${one}) and (${known})))`;
}
