import type {Config} from "../config.js";
import {quoteText, type Database} from "../db.js";
import {describeProblems, UserError, type Problem} from "../errors.js";
import {readFile} from "./file.js";
import {findFiles} from "./find.js";
import {resolveReferences} from "./resolve.js";
import {summariseRejects} from "./summary.js";
import {createTables} from "./tables.js";
import type {FileReport, IngestProgress, IngestReport, Stop} from "./types.js";

export {inspectFile, inspectFiles, type Inspection} from "./inspect.js";
export {template} from "./template.js";
export type {FileReport, IngestProgress, IngestReport} from "./types.js";

/**
 * Reads every export that the configuration names into the schema raw, and accounts for each row.
 * @throws UserError naming every file that is missing, unreadable or unrecognisable, or lacks a required column.
 */
export async function ingest(
  db: Database,
  config: Config,
  options: {onProgress?: (progress: IngestProgress) => void} = {},
): Promise<IngestReport> {
  await createTables(db);
  const {files, stops} = findFiles(config);
  const reports: FileReport[] = [];
  const problems: Problem[] = [];
  for (const [index, file] of files.entries()) {
    options.onProgress?.({path: file.name, stage: "reading"});
    const result = await readFile(db, file, index + 1, config);
    stops.push(...result.stops);
    problems.push(...result.problems);
    reports.push(...result.reports);
    options.onProgress?.({path: file.name, stage: "done", rows: result.reports[0]?.rows_read});
  }
  if (stops.length > 0) throw new UserError(stops.map(describeStop).join("\n"));
  await dateRows(db, reports);
  await writeLedger(db, reports);
  problems.push(...(await resolveReferences(db, reports)));
  return {files: reports, problems, rejects: await summariseRejects(db)};
}

function describeStop({title, problems, advice}: Stop): string {
  const text = problems.length > 0 ? describeProblems(title, problems) : title;
  return advice ? `${text}\n  → ${advice}` : text;
}

/**
 * Dates the rows that neither configuration nor name dates: by the file's newest past event; a file without such was exported
 * with the others of its source, or else with the newest of all.
 */
async function dateRows(db: Database, reports: FileReport[]): Promise<void> {
  const newest = (list: readonly FileReport[]) =>
    list
      .map((report) => report.exported_at)
      .filter((time) => time !== null)
      .sort()
      .at(-1) ?? null;
  const overall = newest(reports);
  for (const report of reports.filter(({exported_at_from}) => exported_at_from === "newest event")) {
    report.exported_at ??= newest(reports.filter((other) => other.source_index === report.source_index)) ?? overall;
    if (report.exported_at === null) continue;
    await db.run(
      `update raw.${report.entity} set _exported_at = timestamp ${quoteText(report.exported_at)} where _file_id = ${report.file_id}`,
    );
  }
}

async function writeLedger(db: Database, reports: readonly FileReport[]): Promise<void> {
  if (reports.length === 0) return;
  const value = (cell: string | number | null) =>
    cell === null ? "null" : typeof cell === "number" ? `${cell}` : quoteText(cell);
  const rows = reports.map(({columns: _, ...report}) => `(${Object.values(report).map(value).join(", ")})`);
  const names = Object.keys(reports[0]!).filter((name) => name !== "columns");
  const columns = reports.flatMap((report) =>
    report.columns.map((column) => `(${report.file_id}, ${quoteText(report.entity)}, ${quoteText(column)})`),
  );
  await db.run(`insert into raw.files (${names.join(", ")}) values ${rows.join(", ")};
    ${columns.length > 0 ? `insert into raw.file_columns values ${columns.join(", ")}` : ""}`);
}
