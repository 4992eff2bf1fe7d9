import {decodeFile} from "./decode.js";
import {makeFooterGate} from "./footer.js";
import {isNamed} from "./headers.js";
import {readRecords} from "./records.js";
import {makeReportGate} from "./report-lines.js";
import {areLineEndsMixed} from "./sniff.js";
import type {ByteFacts, Dialect, Grouped, OddRecord} from "./types.js";

/** A row with the line it starts on; missing cells are not padded. */
export interface CarefulRow {
  line: number;
  cells: string[];
}

/** What of a file is no row, or is one with cells missing. */
export interface OddRows {
  malformed: OddRecord[];
  setAside: OddRecord[];
  /** Rows that end before the last header that has a name, and the line of the first. */
  short?: {rows: number; line: number};
  /** Columns whose values a report with groups writes once each. */
  grouped?: Grouped;
}

/**
 * Reads any file that can be decoded, in batches: other encodings, odd line ends, preambles, footers, broken quotes, rows of any
 * length. What is no row is added to `odd`.
 */
export function* readCarefully(
  path: string,
  name: string,
  facts: ByteFacts,
  dialect: Dialect,
  odd: OddRows,
): Generator<CarefulRow[]> {
  const width = dialect.headers.length;
  const gate = makeFooterGate(width);
  const report = dialect.isReport ? makeReportGate(dialect.headers) : undefined;
  const named = dialect.headers.findLastIndex(isNamed) + 1;
  let isBlank = false;
  const isMixed = areLineEndsMixed(facts);
  for (const batch of readRecords(decodeFile(path, facts, isMixed), name, dialect)) {
    const rows: CarefulRow[] = [];
    for (const record of batch) {
      const {line, cells, broken} = record;
      if (broken) {
        odd.malformed.push({line, value: shorten(cells), reason: broken});
        continue;
      }
      const isBelowBlank = isBlank;
      isBlank = cells.every((cell) => cell.trim() === "");
      // A blank line is a row only where a row has one cell.
      if (isBlank && cells.length === 1 && cells[0] === "" && width > 1) continue;
      if (cells.length > width) {
        if (cells.slice(width).some((cell) => cell.trim() !== "")) {
          const reason = `has ${cells.length} cells under ${width} headers: a delimiter stands unquoted in one of them`;
          odd.malformed.push({line, value: shorten(cells), reason});
          continue;
        }
        cells.length = width;
      }
      gate.take(record, isBelowBlank, rows);
    }
    const records = dropCounted(rows);
    if (records.length > 0) yield note(records);
  }
  const {rows, footer} = gate.end();
  const last = dropCounted(rows);
  if (last.length > 0) yield note(last);
  odd.grouped = report?.end();
  for (const row of footer) setAside(row, "footer of the report");

  function dropCounted(rows: CarefulRow[]): CarefulRow[] {
    if (!report) return rows;
    return rows.filter((row) => {
      const reason = report.take(row);
      if (reason !== undefined) setAside(row, reason);
      return reason === undefined;
    });
  }

  function setAside({line, cells}: CarefulRow, reason: string): void {
    odd.setAside.push({line, value: cells.join(" ").trim().slice(0, 200), reason});
  }

  function note(rows: CarefulRow[]): CarefulRow[] {
    for (const {line, cells} of rows)
      if (cells.length < named) odd.short = {rows: (odd.short?.rows ?? 0) + 1, line: odd.short?.line ?? line};
    return rows;
  }

  function shorten(cells: readonly string[]): string {
    return cells.join(dialect.delimiter).slice(0, 200);
  }
}
