import {decodeFile} from "./decode.js";
import {readRecords} from "./records.js";
import {areLineEndsMixed, FOOTER} from "./sniff.js";
import type {ByteFacts, Dialect, OddRecord} from "./types.js";

/** A row with the line it starts on; missing cells are not padded. */
export interface CarefulRow {
  line: number;
  cells: string[];
}

/** Rows of a footer that are held back until it is clear that nothing else follows. */
const LONGEST_FOOTER = 100;

/**
 * Reads any file that can be decoded, in batches: other encodings, odd line ends, preambles, footers, broken quotes, rows of any
 * length. What is no row is added to `odd`.
 */
export function* readCarefully(
  path: string,
  name: string,
  facts: ByteFacts,
  dialect: Dialect,
  odd: {malformed: OddRecord[]; setAside: OddRecord[]},
): Generator<CarefulRow[]> {
  const width = dialect.headers.length;
  let held: CarefulRow[] = [];
  const isMixed = areLineEndsMixed(facts);
  for (const records of readRecords(decodeFile(path, facts, isMixed), name, dialect)) {
    const rows: CarefulRow[] = [];
    for (const {line, cells, broken, isLast} of records) {
      if (broken) {
        odd.malformed.push({line, value: shorten(cells), reason: broken});
        continue;
      }
      // A blank line is a row only where a row has one cell, and not after the last line end.
      if (cells.length === 1 && cells[0] === "" && (width > 1 || isLast)) continue;
      if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "")) {
        const reason = `has ${cells.length} cells under ${width} headers: a delimiter stands unquoted in one of them`;
        odd.malformed.push({line, value: shorten(cells), reason});
        continue;
      }
      const row = {line, cells: cells.length > width ? cells.slice(0, width) : cells};
      // A footer starts with a line known for it; lines with one filled cell belong to it, up to the end of the file.
      if (held.length > 0 ? isFooterLike(cells, width) : isFooter(cells, width)) held.push(row);
      else if (held.length > 0) {
        rows.push(...held, row);
        held = [];
      } else rows.push(row);
      if (held.length > LONGEST_FOOTER) rows.push(...held.splice(0));
    }
    if (rows.length > 0) yield rows;
  }
  for (const {line, cells} of held)
    odd.setAside.push({line, value: cells.join(" ").trim().slice(0, 200), reason: "footer of the report"});

  function shorten(cells: readonly string[]): string {
    return cells.join(dialect.delimiter).slice(0, 200);
  }
}

/** Few cells are filled; a row with all of them is one, whatever it says. */
function isFooterLike(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  return filled <= 1 || (filled < width && FOOTER.test(cells[0]!));
}

function isFooter(cells: readonly string[], width: number): boolean {
  const first = cells.find((cell) => cell.trim() !== "");
  return first !== undefined && FOOTER.test(first) && isFooterLike(cells, width);
}
