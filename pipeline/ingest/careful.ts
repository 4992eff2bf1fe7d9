import {readFileSync} from "node:fs";
import Papa from "papaparse";
import {decodeBytes} from "./decode.js";
import {areLineEndsMixed, countNewlines, FOOTER} from "./sniff.js";
import type {ByteFacts, Dialect, OddRecord} from "./types.js";

/** Rows of a file that needs care, each with its line, padded to the header's width. */
export interface CarefulRows {
  rows: {line: number; cells: string[]}[];
  malformed: OddRecord[];
  setAside: OddRecord[];
}

const MOST_RESTARTS = 1000;

/** Reads any file that can be decoded: other encodings, odd line ends, preambles, footers, broken quotes, rows of any length. */
export function readCarefully(path: string, facts: ByteFacts, dialect: Dialect): CarefulRows {
  const text = decode(path, facts);
  const rows: CarefulRows["rows"] = [];
  const malformed: OddRecord[] = [];
  const width = dialect.headers.length;
  let [from, line] = [0, 1];
  for (let restarts = 0; from < text.length; restarts++) {
    const rest = from === 0 ? text : text.slice(from);
    const {data, errors} = Papa.parse<string[]>(rest, {
      delimiter: dialect.delimiter,
      quoteChar: dialect.quote,
      escapeChar: dialect.escape,
      newline: dialect.newline,
    });
    const broken = new Map(
      errors.filter((error) => error.type === "Quotes" && error.row !== undefined).map((error) => [error.row!, error.code]),
    );
    let swallowed: number | undefined;
    for (const [index, cells] of data.entries()) {
      const height = 1 + countNewlines(cells);
      if (broken.has(index) && line > dialect.headerLine) {
        malformed.push({line, value: cells.join(dialect.delimiter).slice(0, 200), reason: describeQuotes(broken.get(index)!)});
        // A quote that never closes swallows what follows: take up again on the next line.
        if (height > 1 && restarts < MOST_RESTARTS) {
          swallowed = line;
          break;
        }
      } else if (line > dialect.headerLine) takeRecord(cells, line, index === data.length - 1);
      line += height;
    }
    if (swallowed === undefined) break;
    from = startOfLine(text, dialect.newline, swallowed + 1);
    line = swallowed + 1;
  }
  return {rows, malformed, setAside: takeFooter(rows)};

  function takeRecord(cells: string[], at: number, isLast: boolean): void {
    // A blank line is a row only where a row has one cell, and not after the last line end.
    if (cells.length === 1 && cells[0] === "" && (width > 1 || isLast)) return;
    if (cells.slice(width).some((cell) => cell.trim() !== "")) {
      malformed.push({
        line: at,
        value: cells.join(dialect.delimiter).slice(0, 200),
        reason: `has ${cells.length} cells under ${width} headers: a delimiter stands unquoted in one of them`,
      });
    } else rows.push({line: at, cells: cells.length > width ? cells.slice(0, width) : cells});
  }
}

function decode(path: string, facts: ByteFacts): string {
  const bytes = readFileSync(path);
  const text = decodeBytes(bytes.subarray(facts.bom), facts.encoding);
  const clean = facts.nuls > 0 && !facts.encoding.startsWith("utf-16") ? text.replaceAll("\0", "") : text;
  return areLineEndsMixed(facts) ? clean.replace(/\r\n?/g, "\n") : clean;
}

function describeQuotes(code: string): string {
  return code === "MissingQuotes" ? "a quote opens here and never closes" : "a quote inside a quoted cell is not doubled";
}

function startOfLine(text: string, newline: string, line: number): number {
  let at = 0;
  for (let current = 1; current < line; current++) {
    const next = text.indexOf(newline, at);
    if (next < 0) return text.length;
    at = next + newline.length;
  }
  return at;
}

/** Takes a report's footer off the end of the rows: lines with one filled cell, of which one is a known footer. */
function takeFooter(rows: CarefulRows["rows"]): OddRecord[] {
  let start = rows.length;
  const isFooterLike = (cells: string[]) =>
    cells.length > 0 && (cells.filter((cell) => cell.trim() !== "").length <= 1 || FOOTER.test(cells[0]!));
  while (start > 0 && isFooterLike(rows[start - 1]!.cells)) start--;
  const first = rows.findIndex(({cells}, index) => index >= start && FOOTER.test(cells.find((cell) => cell.trim() !== "") ?? ""));
  if (first < 0) return [];
  return rows
    .splice(first)
    .map(({line, cells}) => ({line, value: cells.join(" ").trim().slice(0, 200), reason: "footer of the report"}));
}
