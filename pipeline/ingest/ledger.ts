import {DATED_BY} from "../contract/supplied.js";
import {quoteText, type Database} from "../db.js";
import type {FileReport} from "./types.js";

/**
 * Dates the files that neither configuration nor name dates: by their newest past event; a file without such was exported
 * with the others of its source, or else with the newest of all.
 */
export function dateFiles(reports: readonly FileReport[]): void {
  const newest = (list: readonly FileReport[]) =>
    list
      .map((report) => report.exported_at)
      .filter((time) => time !== null)
      .sort()
      .at(-1) ?? null;
  const overall = newest(reports);
  const undated = reports.filter(
    ({exported_at, exported_at_from}) => exported_at === null && exported_at_from === "newest event",
  );
  for (const report of undated) {
    report.exported_at = newest(reports.filter((other) => other.source_index === report.source_index)) ?? overall;
    report.exported_at_from = "other exports";
  }
}

/** Whether somebody said when the file was exported: which of two is later is then certain. */
export const isDated = ({exported_at, exported_at_from}: Pick<FileReport, "exported_at" | "exported_at_from">): boolean =>
  exported_at !== null && DATED_BY.some((way) => way === exported_at_from);

/** Writes the dates that `dateFiles` found into the rows that do not have them yet. */
export async function dateRows(db: Database, reports: readonly FileReport[]): Promise<void> {
  for (const report of reports) {
    const {entity, file_id, exported_at} = report;
    if (isDated(report) || exported_at === null) continue;
    const time = `timestamp ${quoteText(exported_at)}`;
    await db.run(
      `update raw.${entity} set _exported_at = ${time} where _file_id = ${file_id} and _exported_at is distinct from ${time}`,
    );
  }
}

/** Writes raw.files, raw.file_columns and raw.unread_headers. */
export async function writeLedger(db: Database, reports: readonly FileReport[]): Promise<void> {
  if (reports.length === 0) return;
  const value = (cell: string | number | null) =>
    cell === null ? "null" : typeof cell === "number" ? `${cell}` : quoteText(cell);
  const kept = reports.map(({columns: _, oldest: __, unread: ___, ...report}) => report);
  const rows = kept.map((report) => `(${Object.values(report).map(value).join(", ")})`);
  const unread = [...new Map(reports.map((report) => [report.file_id, report])).values()].flatMap(({file_id, unread: headers}) =>
    headers.map((header) => `(${file_id}, ${quoteText(header)})`),
  );
  const columns = reports.flatMap((report) =>
    report.columns.map((column) => `(${report.file_id}, ${quoteText(report.entity)}, ${quoteText(column)})`),
  );
  await db.run(`insert into raw.files (${Object.keys(kept[0]!).join(", ")}) values ${rows.join(", ")};
    ${columns.length > 0 ? `insert into raw.file_columns values ${columns.join(", ")};` : ""}
    ${unread.length > 0 ? `insert into raw.unread_headers values ${unread.join(", ")}` : ""}`);
}
