import type {Row} from "../types.js";

/** A column of an export: its header, and the canonical column or the way to its text. */
export type ExportColumn = readonly [header: string, from: string | ((row: Row) => string)];

export interface CsvStyle {
  quoteAll?: boolean;
  isUpperCase?: boolean;
  lineEnd?: string;
  bom?: boolean;
}

/** Writes canonical rows as another system's CSV. */
export function writeTable(columns: readonly ExportColumn[], rows: readonly Row[], style: CsvStyle = {}): string {
  const quote = (text: string): string => (style.quoteAll || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const headers = columns.map(([header]) => quote(style.isUpperCase ? header.toUpperCase() : header));
  const lines = rows.map((row) =>
    columns.map(([, from]) => quote(typeof from === "string" ? (row[from] ?? "") : from(row))).join(","),
  );
  const end = style.lineEnd ?? "\n";
  return (style.bom ? "\ufeff" : "") + [headers.join(","), ...lines].join(end) + end;
}

/** `pain_primary` as `Pain_Primary`, or with another sign between the words. */
export function toTitle(column: string, between = "_"): string {
  return column
    .split("_")
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(between);
}

/** A text by a list of spellings; what the list does not know stays as it is. */
export function spell(column: string, words: Readonly<Record<string, string>>): (row: Row) => string {
  return (row) => words[row[column] ?? ""] ?? row[column] ?? "";
}
