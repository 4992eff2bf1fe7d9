import {TEMPLATE_HINTS} from "../contract/brief-headings.js";
import {toKey} from "./compile.js";
import {countWords, unmark} from "./lines.js";

/** Texts of fields, as far as a note has them. */
export type Parts = Record<string, string>;

const HINTS = new Set(TEMPLATE_HINTS.map(toKey));
const MAIL = /[^\s<>(),;:]+@[^\s<>(),;:]+\.[\p{L}]{2,}/u;
const PHONE = /^(?:(?:tel|phone|mobile|cell|mobil|telefon)\.?:?\s*)?\+?[\d(][\d\s()./-]{5,24}\d$/i;

/** Splits what one heading holds into the fields that it tells of. `names` are those the template has. */
export function splitValue(field: string, value: string, has: (field: string) => boolean): Parts {
  const text = unwrap(unmark(value));
  if (text === "") return {};
  if (field === "size" && has("annual_revenue")) return splitSize(text);
  if (field === "timeline" && has("timeline_reason")) return splitReason(text);
  if (field === "champion" && has("champion_commitment")) return splitCommitment(text);
  if (field === "contact_name") return splitContact(text, has);
  return {[field]: text};
}

/** A text in brackets: none when the template's own hint was left in it; its inside when somebody wrote a number there. */
function unwrap(text: string): string {
  if (!text.includes("[")) return text;
  const outside = text.replace(/\[[^\]]*\]/g, "");
  const hints = [...text.matchAll(/\[([^\]]*)\]/g)].map(([, hint]) => hint!);
  if (hints.length > 0 && hints.every((hint) => HINTS.has(toKey(hint))) && isTail(outside)) return "";
  const only = /^\[([^[\]]*)\]$/.exec(text);
  return only && /\d/.test(only[1]!) ? only[1]!.trim() : text;
}

const TAILS = new Set(["", "will sponsor internally", "final approval authority", "evaluates technical fit", "will use the solution daily", "employees annual revenue", "employees"]); // prettier-ignore
const isTail = (text: string) => TAILS.has(toKey(text));

/** "400 employees, $60M revenue". */
function splitSize(text: string): Parts {
  const isRevenue = (part: string) => /revenue|turnover|\barr\b|umsatz/i.test(part);
  if (!isRevenue(text)) return {size: text};
  // A comma with a digit behind it belongs to a number.
  const parts = text.split(/\s*(?:[,;|](?!\d)|\/|\n|\band\b|\bund\b|\s[-–—]\s)\s*/).filter((part) => part !== "");
  const [money, people] = [parts.filter(isRevenue), parts.filter((part) => !isRevenue(part))];
  return {
    ...(people.length > 0 ? {size: people.join(", ")} : {}),
    ...(money.length > 0 ? {annual_revenue: money.join(", ")} : {}),
  };
}

const REASON = /\s*[,;–—-]?\s*[([]?\b(because(?: of)?|due to|driven by|reason:|as (?=their|they|the|he|she|it)|since (?=their|they|the|he|she|it)|weil|wegen|da (?=sie|er|es|die|der|das|ihr)|aufgrund|grund:)(?=\s|$)/i; // prettier-ignore

function splitReason(text: string): Parts {
  const match = REASON.exec(text);
  if (!match || match.index === 0) return {timeline: text};
  const reason = text
    .slice(match.index)
    .replace(/^[\s,;–—([-]+/, "")
    .replace(/^((?:reason|grund):)\s*/i, "");
  const timeline = text.slice(0, match.index).trim();
  if (countWords(timeline) === 0 || countWords(reason) < 2) return {timeline: text};
  const isWrapped = /[([]/.test(match[0]) && /[)\]]$/.test(reason);
  return {timeline, timeline_reason: isWrapped ? reason.slice(0, -1) : reason};
}

/** "Jane Doe, VP Sales - will sponsor internally". */
function splitCommitment(text: string): Parts {
  const match = /\s+[-–—]+\s+|\s*[–—]\s*|\n/.exec(text);
  if (!match) return {champion: text};
  const [champion, commitment] = [text.slice(0, match.index).trim(), text.slice(match.index + match[0].length).trim()];
  // "Jane Doe - VP Sales": a title is none, a sentence with a verb is.
  if (countWords(champion) === 0 || countWords(commitment) < 3 || /^\[[^\]]*\]$/.test(champion)) return {champion: text};
  const second = /^(.{2,60}?)\s+[-–—]+\s+(.+)$/s.exec(commitment);
  if (second && !champion.includes(",") && countWords(second[1]!) <= 5)
    return {champion: `${champion}, ${second[1]!}`, champion_commitment: second[2]!};
  return TITLE.test(commitment) ? {champion: text} : {champion, champion_commitment: commitment};
}

/** What reads like a job title: no verb, but a rank. */
const TITLE =
  /^(?:(?:vp|svp|evp|head|director|manager|chief|c[a-z]o|leiter|leiterin|lead|senior|global|geschäftsführer)\b)[^.!]*$/i;

/** "Jane Doe, VP Sales, jane@example.com, +1 555 0100": name, title, address and number by their shape. */
export function splitContact(text: string, has: (field: string) => boolean): Parts {
  const parts: Parts = {};
  const add = (field: string, value: string, glue = ", ") => {
    parts[field] = parts[field] ? `${parts[field]}${glue}${value}` : value;
  };
  const bracketed = text.replace(
    /\s*\(([^()]*)\)\s*|\s*<([^<>\s]+@[^<>\s]+)>\s*/g,
    (_, inner?: string, mail?: string) => `, ${inner ?? mail}, `,
  );
  for (const piece of bracketed.split(/\s*[,;|\n]\s*|\s+[-–—]+\s+/).filter((item) => item !== "")) {
    const item = piece.replace(/^<|>$/g, "");
    if (has("contact_email") && MAIL.test(item) && countWords(item.replace(MAIL, "")) <= 2) add("contact_email", item);
    else if (has("contact_linkedin") && /linkedin\.com/i.test(item)) add("contact_linkedin", item);
    else if (has("contact_phone") && PHONE.test(item)) add("contact_phone", item);
    else if (!parts["contact_name"] || !has("contact_title")) add("contact_name", item);
    else add("contact_title", item);
  }
  return parts;
}

/** A line of the account section without a heading: "400 employees". */
export const tellsSize = (text: string): boolean => /\d/.test(text) && /employees|people|headcount|mitarbeiter|\bfte\b/i.test(text) && countWords(text) <= 8; // prettier-ignore

/** The pains under one heading, one an item: by bullets, by lines, by numbers or semicolons within a line. */
export function splitPains(lines: readonly {text: string; isBullet: boolean}[]): string[] {
  const items: string[] = [];
  const hasBullets = lines.some(({isBullet}) => isBullet);
  for (const {text, isBullet} of lines) {
    const clean = unwrap(unmark(text));
    if (clean === "") continue;
    if (hasBullets && !isBullet && items.length > 0) items[items.length - 1] += `\n${clean}`;
    else items.push(clean);
  }
  return items.length === 1 ? splitInline(items[0]!) : items;
}

function splitInline(text: string): string[] {
  const numbered = text.split(/(?:^|[\s,;])\(?[1-5][.)]\s+/).map((part) => part.replace(/[;,]$/, "").trim()).filter((part) => part !== ""); // prettier-ignore
  if (/^\(?1[.)]\s/.test(text) && numbered.length > 1) return numbered;
  const parted = text.split(/\s*;\s+/).filter((part) => part !== "");
  return parted.length > 1 && parted.every((part) => countWords(part) >= 2) ? parted : [text];
}
