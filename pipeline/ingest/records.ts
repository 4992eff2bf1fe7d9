import Papa from "papaparse";
import {UserError} from "../errors.js";
import {countNewlines, NO_QUOTE} from "./sniff.js";
import type {Dialect} from "./types.js";

/** A record as it stands in the file; `broken` says why its quotes do not hold. */
export interface FileRecord {
  line: number;
  cells: string[];
  broken?: string;
}

/** Characters parsed at once: at first, at most (a larger part outlives the collection of short-lived cells), and where one record does not fit into less. */
const SIZES = {small: 1 << 16, large: 1 << 18, longest: 1 << 22};
/** Quotes that swallow the longest piece each; reading on costs as much again. */
const MOST_RUNAWAYS = 200;

interface ParserLike {
  parse(text: string, base: number, ignoreLast: boolean): Papa.ParseResult<string[]>;
}
// The parser beneath Papa.parse stops before a record that the text does not end; its types leave that out.
const Parser = (Papa as unknown as {Parser: new (settings: Papa.ParseConfig) => ParserLike}).Parser;

/**
 * Splits text into records, in batches, holding a few million characters at most; what follows the last line end is none. A quote
 * that never closes costs its own line: reading is taken up again on the next one.
 * @throws UserError when a single line is too long to be a row, or quotes break everywhere.
 */
export function* readRecords(pieces: Iterable<string>, name: string, dialect: Dialect, sizes = SIZES): Generator<FileRecord[]> {
  const {delimiter, quote, escape, newline, headerLine} = dialect;
  const source = pieces[Symbol.iterator]();
  let [text, at, size, line] = ["", 0, sizes.small, 1];
  let isEnded = false;
  for (let runaways = 0; ;) {
    while (!isEnded && text.length - at < size) {
      const next = source.next();
      if (next.done) isEnded = true;
      else [text, at] = [text.slice(at) + next.value, 0];
    }
    const isAll = isEnded && text.length - at <= size;
    const part = text.slice(at, at + size);
    const parser = new Parser({delimiter, quoteChar: quote || NO_QUOTE, escapeChar: escape || NO_QUOTE, newline});
    const {data, errors, meta} = parser.parse(part, 0, !isAll);
    if (data.length === 0 && !isAll) {
      if (size < sizes.longest) {
        size *= 2;
        continue;
      }
      const end = part.indexOf(newline);
      if (end < 0) throw new UserError(describeLongLine(name, line));
      if (++runaways > MOST_RUNAWAYS) throw new UserError(describeRunaways(name, line));
      if (line > headerLine) yield [{line, cells: [part.slice(0, end)], broken: "a quote opens here and never closes"}];
      at += end + newline.length;
      line++;
      size = sizes.small;
      continue;
    }
    const broken = new Map<number, string>();
    for (const error of errors) if (error.type === "Quotes" && error.row !== undefined) broken.set(error.row, error.code);
    if (isAll && isBlankRecord(data.at(-1)) && !broken.has(data.length - 1)) data.pop();
    const found: Placed =
      broken.size === 0 && isOneLineEach(part.slice(0, isAll ? part.length : meta.cursor), data.length, newline)
        ? {batch: data.map((cells, index) => ({line: line + index, cells})), height: data.length}
        : placeRecords(data, broken, part, line, dialect);
    const batch = line > headerLine ? found.batch : found.batch.filter((record) => record.line > headerLine);
    if (batch.length > 0) yield batch;
    line += found.height;
    if (found.resume !== undefined) {
      at += found.resume;
      size = sizes.small;
      continue;
    }
    if (isAll) return;
    at += meta.cursor;
    size = Math.max(sizes.small, Math.min(sizes.large, size * 2));
  }
}

const isBlankRecord = (cells: readonly string[] | undefined) => cells?.length === 1 && cells[0] === "";

/** No cell holds a line end: each of those in the text ends a record. */
function isOneLineEach(text: string, records: number, newline: string): boolean {
  const open = text.endsWith(newline) ? 0 : 1;
  return countOf(text, "\n") + countOf(text, "\r") === (records - open) * newline.length;
}

function countOf(text: string, letter: string): number {
  let count = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) count++;
  return count;
}

interface Placed {
  batch: FileRecord[];
  /** Lines taken. */
  height: number;
  /** Where in the text to take up again after a quote that swallowed lines. */
  resume?: number;
}

/** The line of each record, where cells hold line ends or quotes are broken. */
function placeRecords(
  data: readonly string[][],
  broken: ReadonlyMap<number, string>,
  part: string,
  start: number,
  {newline, headerLine}: Dialect,
): Placed {
  const batch: FileRecord[] = [];
  let line = start;
  // Records end with the dialect's newline; one of another kind stands inside a cell, though it is a line to whoever looks.
  let ends = 0;
  for (const [index, cells] of data.entries()) {
    const height = 1 + countNewlines(cells);
    const code = broken.get(index);
    batch.push(code ? {line, cells, broken: describeQuotes(code)} : {line, cells});
    // A broken quote swallows the lines that follow: take up again on the next one.
    if (code && height > 1 && line > headerLine) {
      const [from, resume] = [startOfLine(part, newline, ends), startOfLine(part, newline, ends + 1)];
      return {batch, height: line - start + Math.max(1, countNewlines([part.slice(from, resume)])), resume};
    }
    line += height;
    ends += 1 + cells.reduce((sum, cell) => sum + cell.split(newline).length - 1, 0);
  }
  return {batch, height: line - start};
}

function startOfLine(text: string, newline: string, lines: number): number {
  let at = 0;
  for (let index = 0; index < lines; index++) {
    const next = text.indexOf(newline, at);
    if (next < 0) return text.length;
    at = next + newline.length;
  }
  return at;
}

const describeQuotes = (code: string): string =>
  code === "MissingQuotes" ? "a quote opens here and never closes" : "a quote inside a quoted cell is not doubled";

/** What to say of a line that is no row. */
export const describeLongLine = (name: string, line: number): string =>
  `${name}: line ${line} is longer than ${SIZES.longest / 2 ** 20} million characters, so it is no delimited text with one record a line\n  → export it again as CSV`;

const describeRunaways = (name: string, line: number): string =>
  `${name}: quotes open and never close on more than ${MOST_RUNAWAYS} lines up to line ${line}\n  → export it again with quotes inside cells doubled, or name another quote under sources`;
