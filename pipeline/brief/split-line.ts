import {lookUp, findHeading, type Found} from "./headings.js";
import type {Headings} from "./compile.js";
import {unmark} from "./lines.js";

/** A stretch of a line: a heading with what follows it, or text that no heading opens. */
export interface Piece {
  found?: Found;
  text: string;
}

const DELIMITERS = /[;|•·▪\t]|\s\/\/\s/g;
/** A heading in running text has one of these, its first letter large, and what comes before it is no article or preposition. */
const COLONS = /[:：=](?=\s|$)/g;
const NO_START = new Set(
  "the a an their our his her its my your this that of for on to with about and or in at by re is are was from no any der die das den dem des ein eine ihr ihre unser unsere von für mit über und oder im am zum zur kein keine".split(
    " ",
  ),
);
/** Back from a colon: so many characters and words can be a heading. */
const [BACK, WORDS] = [50, 5];
/** What is looked at behind a sign that parts. */
const WINDOW = 160;

/** Takes a line apart at the headings in it. `section` is the one that the line stands in. */
export function splitLine(line: string, headings: Headings, section: string | undefined): Piece[] {
  const pieces: Piece[] = [];
  const rest = pushStart(line, pieces, headings);
  const cuts = findCuts(rest, headings, section, pieces[0]?.found);
  let at = 0;
  for (const cut of cuts) {
    append(pieces, rest.slice(at, cut.at));
    pieces.push({found: cut.found, text: ""});
    at = cut.from;
  }
  append(pieces, rest.slice(at));
  return pieces;
}

function pushStart(line: string, pieces: Piece[], headings: Headings): string {
  const found = findHeading(line, headings);
  if (!found) return line;
  pieces.push({found, text: ""});
  return found.rest;
}

function append(pieces: Piece[], text: string): void {
  const clean = text.replace(/^[\s;|•·▪,]+|[\s;|•·▪]+$|\s\/\/\s*$/g, "");
  if (clean === "") return;
  const last = pieces.at(-1);
  if (last) last.text = last.text === "" ? clean : `${last.text} ${clean}`;
  else pieces.push({text: clean});
}

interface Cut {
  /** Where the heading begins, and where the text behind it. */
  at: number;
  from: number;
  found: Found;
}

function findCuts(text: string, headings: Headings, section: string | undefined, opener: Found | undefined): Cut[] {
  const cuts: Cut[] = [];
  for (const match of text.matchAll(DELIMITERS)) {
    const at = match.index + match[0].length;
    const window = text.slice(at, at + WINDOW);
    const found = findHeading(window.trimStart(), headings);
    if (found && !found.isBare) cuts.push({at, from: at + window.length - found.rest.length, found});
  }
  for (const match of text.matchAll(COLONS)) {
    const cut = findBack(text, match.index, headings, section, opener);
    if (cut && !cuts.some((other) => cut.at < other.from && other.at <= match.index)) cuts.push(cut);
  }
  return cuts.sort((a, b) => a.at - b.at);
}

/** The longest heading that ends at the colon. */
function findBack(
  text: string,
  colon: number,
  headings: Headings,
  section: string | undefined,
  opener: Found | undefined,
): Cut | undefined {
  const start = Math.max(0, colon - BACK);
  const before = text.slice(start, colon);
  const words = [...before.matchAll(/[\p{L}\p{N}'’]+/gu)].slice(-WORDS);
  for (const word of words) {
    const label = before.slice(word.index);
    if (/[;|•·▪\t.!?:,]/.test(label)) continue;
    const bare = lookUp(label, headings, false);
    if (!bare || bare.certainty < 1) continue;
    const at = start + word.index;
    if (!isBoundary(text.slice(Math.max(0, at - 24), at), text[at]!, bare.entry.isWeak, () => isAtHome(bare, section, opener)))
      return undefined;
    return {at, from: colon + 1, found: {...bare, certainty: 0.8, rest: "", isBare: false}};
  }
  return undefined;
}

/** Whether a heading may begin after `before`: behind a sign that parts, or large behind a word that does not lead on to it. */
function isBoundary(before: string, first: string, isWeak: boolean, isAtHome: () => boolean): boolean {
  const trimmed = unmark(before).trimEnd();
  if (trimmed === "") return false;
  if (/[;|•·▪\t]$/.test(trimmed)) return true;
  const isLarge = first !== first.toLowerCase();
  if (/[,.!?)\]]$|\s[-–—]$/.test(trimmed)) return isLarge && (!isWeak || isAtHome());
  if (!isLarge || isWeak) return false;
  const word = /[\p{L}\p{N}]+$/u.exec(trimmed)?.[0].toLowerCase();
  return word !== undefined && !NO_START.has(word);
}

/** "Name: Jane, Title: CFO": a common word is a heading beside one of its own section. */
function isAtHome({entry}: Pick<Found, "entry">, section: string | undefined, opener: Found | undefined): boolean {
  const homes = [section, ...(opener?.entry.anywhere ?? []).map((target) => ("section" in target ? target.section : ""))];
  return (
    entry.anywhere.some((target) => target.kind === "field" && homes.includes(target.section)) ||
    homes.some((home) => home !== undefined && entry.within.has(home))
  );
}
