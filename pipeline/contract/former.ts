/** What stands in the place of people and texts that are no longer held, so that everything else can be counted as before. */
import type {ROLES} from "./vocabulary.js";

/** Roles as the pseudonym of somebody who is gone names them. */
export const FORMER: Readonly<Record<(typeof ROLES)[number] | "prospect" | "other", string>> = {
  sdr: "Former SDR",
  ae: "Former AE",
  manager: "Former manager",
  exec: "Former leader",
  other: "Former colleague",
  prospect: "Former contact",
};

/** Domain of addresses that lead nowhere (RFC 2606). */
export const FORMER_MAIL = "former.invalid";
/** RE2 pattern of every pseudonym of somebody who is gone: id, address, name. */
export const FORMER_PATTERN = `former-[0-9a-f]{12}|[0-9a-f]{12}@former\\.invalid|(?:${[...new Set(Object.values(FORMER))].join("|")}) [0-9a-f]{6}`;

/** What stands for a text that nothing is judged of. */
export const WITHHELD = "Withheld";
/** How what stands for a text begins that was specific enough to act on: it has every sign that makes a text specific. */
export const WITHHELD_SPECIFIC = {figure: "Withheld Text 0 July CFO", noFigure: "Withheld Text One July CFO"} as const;
/** The same of a text that was too vague: general words alone. */
export const WITHHELD_VAGUE = "various other things";
/** How what stands for a comment begins; the themes that it was put under follow. */
export const WITHHELD_COMMENT = "Withheld; themes: ";

/** RE2 pattern of every text that stands for another. */
const WITHHELD_PATTERN = `^${WITHHELD}($| Text (0|One) July CFO|; themes: )|^${WITHHELD_VAGUE}(( various)*| ([a-z]{1,3} ?){12})$`;
const pattern = new RegExp(WITHHELD_PATTERN);
/** Whether a text stands for one that is no longer held. */
export const isWithheld = (text: string): boolean => pattern.test(text);
/** The same in the text of a JSON document without space between its parts: a value, with its quotes. */
export const WITHHELD_IN_JSON = new RegExp(
  `"(?<=[:,[]")(?:${WITHHELD}(?:(?: Text (?:0|One) July CFO|; themes: )[^"\\\\]*(?:\\\\.[^"\\\\]*)*)?|${WITHHELD_VAGUE}(?:(?: various)*| (?:[a-z]{1,3} ?){12}))"(?=[,}\\]])`,
  "g",
);
/** The same as SQL. */
export const isWithheldSql = (text: string): string => `regexp_matches(${text}, '${WITHHELD_PATTERN}')`;

/** The themes of a comment that is no longer held; undefined of any other text. */
export const readWithheldThemes = (comment: string): string[] | undefined =>
  comment.startsWith(WITHHELD_COMMENT) ? comment.slice(WITHHELD_COMMENT.length).split(", ").filter(Boolean) : undefined;
