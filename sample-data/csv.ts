import type {Row} from "./types.js";

/** A CSV text with LF line ends; cells are quoted where they must be. Columns nobody names stay out. */
export function writeCsv(columns: readonly string[], rows: readonly Row[]): string {
  return (
    [columns.map(quote).join(","), ...rows.map((row) => columns.map((column) => quote(row[column] ?? "")).join(","))].join("\n") +
    "\n"
  );
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
