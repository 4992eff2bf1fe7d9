import {download} from "./download.js";

/** A cell as a spreadsheet may open it: text that it would take for a formula gets an apostrophe before it; numbers stay numbers. */
export function keepCellSafe(value: unknown): string {
  if (value == null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = String(value);
  const isNumber = text.trim() !== "" && Number.isFinite(Number(text)) && !/^[\t\r\n]/.test(text);
  return !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Rows as CSV (RFC 4180), every cell safe to open in a spreadsheet. */
export function toCsv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const line = (cells: readonly unknown[]) => cells.map(quoteCell).join(",");
  return `${[header, ...rows].map(line).join("\r\n")}\r\n`;
}

function quoteCell(value: unknown): string {
  const text = keepCellSafe(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hands a text to the reader as a file. The mark before it tells spreadsheets that it is UTF-8. */
export function downloadText(text: string, name: string, type = "text/csv;charset=utf-8"): void {
  download(new Blob(["\ufeff", text], {type}), name);
}
