import {statSync} from "node:fs";
import type {Config} from "../config.js";
import {quoteText, type Database} from "../db.js";
import {runInLanes} from "../lanes.js";
import {fetchKept, forgetOthers, keep, nameEntry, type Cache} from "./cache.js";
import {IngestError} from "./failure.js";
import {readFile, type FileResult} from "./file.js";
import {findFiles} from "./find.js";
import {followRecords, reportPeople} from "./follow.js";
import {markMissing} from "./full.js";
import {spreadNoteHistory} from "./note-history.js";
import {resolveReferences} from "./resolve.js";
import {summariseRejects} from "./summary.js";
import {createTables} from "./tables.js";
import type {FileReport, FoundFile, IngestProgress, IngestReport} from "./types.js";

export {inspectAsRows, inspectFile, inspectFiles, type Inspection} from "./inspect.js";
export {IngestError} from "./failure.js";
export {describeFileProblem, listOutcomes, type FileOutcome, type FileProblem} from "./outcomes.js";
export {template} from "./template.js";
export type {FileReport, IngestProgress, IngestReport} from "./types.js";

export type {Cache} from "./cache.js";

export interface IngestOptions {
  onProgress?: (progress: IngestProgress) => void;
  /** Rows of unchanged exports are taken from here instead of being read again. */
  cache?: Cache;
}

/**
 * Reads every export that the configuration names into the schema raw, and accounts for each row.
 * @throws IngestError naming every file that is missing, unreadable or unrecognisable, or lacks a required column.
 */
export async function ingest(db: Database, config: Config, options: IngestOptions = {}): Promise<IngestReport> {
  await createTables(db);
  const {files, stops, problems} = findFiles(config);
  const reports: FileReport[] = [];
  const entries = new Set<string>();
  const results: FileResult[] = [];
  let done = 0;
  // The largest first, so that no lane is left with it at the end.
  const size = ({path}: FoundFile) => statSync(path, {throwIfNoEntry: false})?.size ?? 0;
  const tasks = files.map((file, index) => ({name: `file ${index}`, file, index})).sort((a, b) => size(b.file) - size(a.file));
  await runInLanes(db, tasks, async (lane, {file, index}) => {
    options.onProgress?.({path: file.name, done, total: files.length, stage: "reading"});
    const start = performance.now();
    const result = await readOrFetch(lane, file, index + 1, config, options.cache, entries);
    results[index] = result;
    const {rows_read: rows = 0, bytes = 0} = result.reports[0] ?? {};
    const seconds = (performance.now() - start) / 1000;
    options.onProgress?.({
      path: file.name,
      done: ++done,
      total: files.length,
      stage: "done",
      rows,
      bytes,
      seconds,
      isKept: result.isKept,
    });
  });
  // Whichever file was done first: what is told stands in the order of the configuration.
  for (const [index, result] of results.entries()) {
    stops.push(...result.stops.map((stop) => ({...stop, path: files[index]!.name})));
    problems.push(...result.problems);
    reports.push(...result.reports);
  }
  if (stops.length > 0) throw new IngestError(stops, reports, problems);
  if (options.cache) forgetOthers(options.cache, entries);
  await dateRows(db, reports);
  await writeLedger(db, reports);
  await spreadNoteHistory(db, config.brief);
  problems.push(...(await followRecords(db)));
  problems.push(...(await markMissing(db, config, reports)));
  problems.push(...(await resolveReferences(db, reports)), ...(await reportPeople(db)));
  return {files: reports, problems, rejects: await summariseRejects(db)};
}

/** A file's rows from the cache, or from the file itself, and then into the cache. */
async function readOrFetch(
  db: Database,
  file: FoundFile,
  fileId: number,
  config: Config,
  cache: Cache | undefined,
  entries: Set<string>,
): Promise<FileResult & {isKept: boolean}> {
  if (!cache) return {...(await readFile(db, file, fileId, config)), isKept: false};
  const entry = nameEntry(cache, file, config);
  entries.add(entry);
  const kept = await fetchKept(db, cache, entry, fileId);
  if (kept) return {...kept, stops: [], isKept: true};
  const result = await readFile(db, file, fileId, config);
  if (result.stops.length === 0) await keep(db, cache, entry, file, fileId, {reports: result.reports, problems: result.problems});
  return {...result, isKept: false};
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
