import type {BriefSection} from "../contract/brief.js";
import {TEMPLATE_HINTS} from "../contract/brief-headings.js";
import {toKey, type Headings, type Target} from "./compile.js";
import {findHeading, lookUp, type Found} from "./headings.js";
import {unmark, type Line} from "./lines.js";
import {splitLine, type Piece} from "./split-line.js";

/** What stands under one heading, or under none. */
export interface Block {
  /** Undefined for text that no heading opens. */
  target: Target | undefined;
  section: BriefSection | undefined;
  lines: {text: string; isBullet: boolean; indent: number}[];
  /** The heading stood alone, and its text begins on the next line. */
  isOwnLine: boolean;
  certainty: number;
}

const HINTS = new Set(TEMPLATE_HINTS.map(toKey));
const PERSONS = new Set(["champion", "economic_buyer", "technical_buyer", "end_users"]);
/** "Dietary needs: vegan" below a field is a heading, though not one of ours. */
const STRANGER = /^\p{Lu}[\p{L}'’&/-]*(?: [\p{L}'’&/-]+){0,3}:(?:\s|$)/u;

/** Where the reader of a note stands. */
interface Place {
  blocks: Block[];
  section: BriefSection | undefined;
  current: Block | undefined;
  /** A blank line came last. */
  isParted: boolean;
  /** Headings of a table's columns, while its rows come. */
  columns: Found[] | undefined;
}

/** Puts the lines of a note under their headings. */
export function readBlocks(lines: readonly Line[], headings: Headings): Block[] {
  const place: Place = {blocks: [], section: undefined, current: undefined, isParted: false, columns: undefined};
  for (const [index, line] of lines.entries()) {
    if (line.isBlank) place.isParted = true;
    else if (!readRow(place, line, headings) && !(place.current?.target && isHint(line.text)))
      readLine(place, lines, index, headings);
  }
  return place.blocks;
}

function open(place: Place, target: Target | undefined, certainty: number, isOwnLine: boolean): void {
  place.current = {target, section: place.section, lines: [], isOwnLine, certainty};
  place.blocks.push(place.current);
  place.isParted = false;
}

function add(place: Place, text: string, {isBullet, indent}: Line): void {
  if (text === "") return;
  if (!place.current) open(place, undefined, 0, false);
  place.current!.lines.push({text, isBullet, indent});
  place.isParted = false;
}

/** Takes a row of a table whose first row is headings; false when the line is none. */
function readRow(place: Place, line: Line, headings: Headings): boolean {
  if (!line.text.includes("|")) {
    place.columns = undefined;
    return false;
  }
  const cells = line.text.split(/\s*\|\s*/);
  const found = cells.map((cell) => lookUp(cell, headings, false));
  if (cells.length > 1 && found.every((cell) => cell?.certainty === 1)) {
    place.columns = found.map((cell) => ({...cell!, rest: "", isBare: true}));
    return true;
  }
  if (place.columns?.length !== cells.length) {
    place.columns = undefined;
    return false;
  }
  for (const [at, column] of place.columns.entries()) {
    open(place, choose(column, place.section), column.certainty, false);
    add(place, unmark(cells[at]!) === "" ? "" : cells[at]!, line);
  }
  place.current = undefined;
  return true;
}

function readLine(place: Place, lines: readonly Line[], index: number, headings: Headings): void {
  const line = lines[index]!;
  const pieces = readPieces(lines, index, headings, place);
  for (const [at, {found, text: after}] of pieces.entries()) {
    if (!found) {
      if (at === 0 && isStray(line, place.current, place.isParted)) open(place, undefined, 0, false);
      add(place, after, line);
      continue;
    }
    const text = found.aside ? joinAside(after, found.aside) : after;
    const isAlone = found.isBare || (text === "" && pieces.length === 1);
    const target = choose(found, place.section, isAlone && isFollowedByHeading(lines, index, headings));
    // "Champion", and below it "Name: …", "Title: …": traits of that person.
    const isTrait = isPerson(place.current) && isPersonal(target) && !place.isParted;
    if (!isTrait) {
      if (target.kind === "section") place.section = target.section;
      if (target.kind === "title") place.section = undefined;
      open(place, target, found.certainty, text === "");
    }
    add(place, text, line);
  }
}

function readPieces(lines: readonly Line[], index: number, headings: Headings, {section, current}: Place): Piece[] {
  const {text, isBullet} = lines[index]!;
  const found = findHeading(text, headings);
  // A bullet of one word is an item of a list, unless something is listed below it; and in a list of pains hardly any is a heading.
  const isItem = current?.target?.kind === "pains" || !(opensList(lines, index) || isFollowedByHeading(lines, index, headings));
  return found?.isBare && isBullet && isItem ? [{text}] : splitLine(text, headings, section);
}

/** What a heading opens here: what it means in this section, else its first meaning; a section where headings follow it. */
function choose({entry}: Pick<Found, "entry">, section: string | undefined, opensSection = false): Target {
  const here = section === undefined ? undefined : entry.within.get(section);
  const sections = entry.anywhere.find(({kind}) => kind === "section");
  if (opensSection && sections) return sections;
  const atHome = entry.anywhere.find((target) => target.kind === "field" && target.section === section);
  const others = [...entry.anywhere.filter(({kind}) => kind !== "section"), ...entry.anywhere, ...entry.within.values()];
  return here ?? atHome ?? others[0]!;
}

/** Whether the next line with something on it has a heading of its own, or nothing comes. */
function isFollowedByHeading(lines: readonly Line[], index: number, headings: Headings): boolean {
  const next = nextLine(lines, index);
  if (!next) return false;
  const found = findHeading(next.text, headings);
  return found !== undefined && (!found.isBare || !next.isBullet);
}

function opensList(lines: readonly Line[], index: number): boolean {
  const next = nextLine(lines, index);
  return next !== undefined && (!next.isBullet || next.indent > lines[index]!.indent);
}

/** So many blank lines do not part a heading from its text. */
const FEW_BLANKS = 3;

function nextLine(lines: readonly Line[], index: number): Line | undefined {
  for (let at = index + 1; at < Math.min(lines.length, index + 2 + FEW_BLANKS); at++) if (!lines[at]!.isBlank) return lines[at];
  return undefined;
}

/** Whether a line without a heading of ours belongs to nothing: prose behind a blank line, or somebody's own heading. */
function isStray({text, isBullet}: Line, current: Block | undefined, isParted: boolean): boolean {
  if (!current || current.target === undefined) return isParted && current !== undefined && current.lines.length > 0;
  if (current.target.kind === "section" || current.target.kind === "title")
    return isParted && current.lines.length > 0 && !isBullet;
  const isEmpty = current.lines.length === 0;
  if (isEmpty) return false;
  if (STRANGER.test(text) && !isBullet) return isParted || !current.isOwnLine;
  return isParted && !current.isOwnLine;
}

/** Whether all that a line says are hints of the template, left as they were. */
function isHint(text: string): boolean {
  if (!text.includes("[")) return false;
  const outside = text.replace(/\[[^\]]*\]/g, "");
  return !/[\p{L}\p{N}]/u.test(outside) && [...text.matchAll(/\[([^\]]*)\]/g)].every(([, hint]) => HINTS.has(toKey(hint!)));
}

const isPerson = (block: Block | undefined) =>
  block?.target?.kind === "field" && PERSONS.has(block.target.field) && block.isOwnLine;
const isPersonal = (target: Target) =>
  target.kind === "field" &&
  ["contact_name", "contact_title", "contact_department", "contact_email", "contact_phone"].includes(target.field);
const joinAside = (text: string, aside: string) => (text === "" ? aside : `${text} (${aside})`);
