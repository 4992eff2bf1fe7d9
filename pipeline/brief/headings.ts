import {BOLD_OFF, BOLD_ON} from "./html-to-text.js";
import {toKey, type Entry, type Headings} from "./compile.js";
import {unmark} from "./lines.js";

/** A heading found at the start of a text. */
export interface Found {
  entry: Entry;
  /** What follows on the same line. */
  rest: string;
  /** Nothing follows and no colon stands there. */
  isBare: boolean;
  /** 0 to 1: how sure it is one. */
  certainty: number;
  /** Words in brackets behind it that are no part of it: "Budget (confirmed by the CFO): 40k". */
  aside?: string;
}

type Label = Pick<Found, "entry" | "certainty" | "aside">;

/** Headings are short; what comes later in a line is not looked at as the start of one. */
const LONGEST = 80;
const MOST_WORDS = 9;
const STRONG = /[:：=|→\t]|->|=>/;
const WEAK_DASH = / [-–—]+ |[–—]| -(?=\S)/;
const BRACKETS: Readonly<Record<string, string>> = {
  "[": "]",
  "【": "】",
  "«": "»",
  "<": ">",
  "{": "}",
  '"': '"',
  "“": "”",
  "„": "“",
};

/** The heading that a text begins with, if it does. */
export function findHeading(text: string, headings: Headings): Found | undefined {
  return (
    findBold(text, headings) ??
    findBracketed(text, headings) ??
    findSeparated(text, STRONG, headings, true) ??
    findSeparated(text, WEAK_DASH, headings, false) ??
    findWhole(text, headings) ??
    findOpen(text, headings)
  );
}

/** `**Budget** 40k`: being bold sets it apart. */
function findBold(text: string, headings: Headings): Found | undefined {
  if (text[0] !== BOLD_ON) return undefined;
  const end = text.indexOf(BOLD_OFF);
  if (end < 0 || end > LONGEST) return undefined;
  const label = text.slice(1, end);
  const found = lookUp(label, headings, false);
  return found && {...found, ...cut(text.slice(end + 1), STRONG.test(label))};
}

function findBracketed(text: string, headings: Headings): Found | undefined {
  const close = BRACKETS[text[0]!];
  const end = close === undefined ? -1 : text.indexOf(close, 1);
  if (end < 0 || end > LONGEST) return undefined;
  const found = lookUp(text.slice(1, end), headings, false);
  return found && {...found, ...cut(text.slice(end + 1), false)};
}

function findSeparated(text: string, separator: RegExp, headings: Headings, isStrong: boolean): Found | undefined {
  const start = unmarkStart(text).slice(0, LONGEST);
  const match = separator.exec(start);
  if (!match || match.index === 0) return undefined;
  const found = lookUp(start.slice(0, match.index), headings, isStrong);
  if (!found) return undefined;
  const rest = unmarkStart(text).slice(match.index + match[0].length);
  return {...found, rest: trimStart(rest), isBare: false};
}

/** A heading alone on its line. */
function findWhole(text: string, headings: Headings): Found | undefined {
  if (text.length > LONGEST) return undefined;
  const found = lookUp(unmark(text), headings, false);
  return found && {...found, rest: "", isBare: true};
}

function findOpen(text: string, {open, entries}: Headings): Found | undefined {
  if (open.length === 0) return undefined;
  const start = unmarkStart(text);
  const first = /^[\p{L}\p{N}]+/u.exec(start)?.[0].toLowerCase();
  for (const {key, pattern} of open) {
    if (first === undefined || !key.startsWith(first)) continue;
    const match = pattern.exec(start.slice(0, LONGEST));
    if (match && toKey(match[0]) === key)
      return {entry: entries.get(key)!, rest: trimStart(start.slice(match[0].length)), isBare: false, certainty: 0.9};
  }
  return undefined;
}

/** The heading that a label is: as it stands, without what is in brackets, without fillers, or with a slip of the pen. */
export function lookUp(label: string, headings: Headings, allowsSlip: boolean): Label | undefined {
  if (label.length > LONGEST) return undefined;
  // Notes say the same few labels over and over.
  const seen = headings.seen[allowsSlip ? 1 : 0];
  if (seen.has(label)) return seen.get(label);
  const found = findLabel(label, headings, allowsSlip);
  if (seen.size >= REMEMBERED) seen.clear();
  seen.set(label, found);
  return found;
}

const REMEMBERED = 5000;

function findLabel(label: string, headings: Headings, allowsSlip: boolean): Label | undefined {
  const {entries} = headings;
  const key = toKey(label);
  if (key === "") return undefined;
  const whole = entries.get(key);
  if (whole) return {entry: whole, certainty: 1};
  const words = key.split(" ");
  if (words.length > MOST_WORDS) return undefined;
  const bracket = /^([^(]{2,60})\(([^)]{1,60})\)[\s:]*$/.exec(unmark(label));
  if (bracket) {
    const outer = lookUp(bracket[1]!, headings, allowsSlip);
    if (outer) return {...outer, certainty: outer.certainty * 0.95, aside: bracket[2]!.trim()};
  }
  const both = label.split(/\s*(?:\/|&|\+|\band\b|\bund\b)\s*/);
  if (both.length === 2) {
    const [first, second] = both.map((part) => entries.get(toKey(part)));
    if (first && second) return {entry: first, certainty: 0.6};
  }
  const stripped = stripFillers(words, headings);
  const kept = stripped && entries.get(stripped);
  if (kept) return {entry: kept, certainty: 0.9};
  const near = allowsSlip ? headings.findNear(key) : undefined;
  return near === undefined ? undefined : {entry: entries.get(near)!, certainty: 0.7};
}

function stripFillers(words: readonly string[], {fillers, entries}: Headings): string | undefined {
  let [from, to] = [0, words.length];
  for (let step = 0; step < 3; step++) {
    if (to - from > 1 && fillers.has(words[from]!)) from++;
    else if (to - from > 1 && fillers.has(words[to - 1]!)) to--;
    else break;
    const key = words.slice(from, to).join(" ");
    if (entries.has(key)) return key;
  }
  return undefined;
}

/** The text behind a heading that stands out by itself, a separator taken off. */
function cut(after: string, hasSeparator: boolean): Pick<Found, "rest" | "isBare"> {
  const match = /^\s*(?:[:：=|→–—]|->|-(?=\s|$))?\s*/.exec(after)!;
  const rest = trimStart(after.slice(match[0].length));
  return {rest, isBare: rest === "" && !hasSeparator && match[0].trim() === ""};
}

const trimStart = (text: string) => text.replace(/^[\s:|=]+|^\uE001\s*[:=|]?\s*/, "").replace(/^\s+/, "");
const unmarkStart = (text: string) => text.replace(/^\uE000/, "");
