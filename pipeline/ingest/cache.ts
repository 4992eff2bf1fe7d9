import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {quoteText, type Database} from "../db.js";
import type {Problem} from "../errors.js";
import type {Config} from "../config.js";
import {describeTemplate} from "./note-fields.js";
import type {FileReport, FoundFile} from "./types.js";

/** Rows of exports as they were read the last time, in a folder of their own. */
export interface Cache {
  folder: string;
  /** Hash of an export's content. */
  hashFile(path: string): string;
  /** Whether the export is still what `hashFile` saw. */
  isStill(path: string): boolean;
  /** Hash of everything else that decides what is read: our own code. */
  code: string;
}

/** What a file gave. */
export interface Kept {
  reports: FileReport[];
  problems: Problem[];
}

/** The ledger's tables, of which a file fills its part. */
const SHARED = ["rejects", "marks"];

/** Name under which a file's rows are kept: a hash of its content, of what the configuration says of it, and of our code. */
export function nameEntry(cache: Cache, file: FoundFile, {timezone, brief}: Pick<Config, "timezone" | "brief">): string {
  const told = [cache.code, cache.hashFile(file.path), file, timezone, describeTemplate(brief)];
  return createHash("sha256").update(JSON.stringify(told)).digest("hex").slice(0, 32);
}

/** Puts the kept rows of a file into raw as file `fileId`; undefined when none are kept. */
export async function fetchKept(db: Database, cache: Cache, entry: string, fileId: number): Promise<Kept | undefined> {
  const folder = join(cache.folder, entry);
  if (!existsSync(join(folder, "result.json"))) return undefined;
  const {reports, problems} = JSON.parse(readFileSync(join(folder, "result.json"), "utf8")) as Kept;
  for (const table of listTables(reports)) {
    const path = join(folder, `${table}.parquet`).replace(/[*?[]/g, "[$&]");
    const id = SHARED.includes(table) ? "file_id" : "_file_id";
    await db.run(`insert into raw.${table} by name select * replace (${fileId} as ${id}) from read_parquet(${quoteText(path)})`);
  }
  return {reports: reports.map((report) => ({...report, file_id: fileId})), problems};
}

/** Keeps what file `fileId` has just put into raw. A file that changed while it was read is not kept. */
export async function keep(
  db: Database,
  cache: Cache,
  entry: string,
  file: FoundFile,
  fileId: number,
  kept: Kept,
): Promise<void> {
  if (!cache.isStill(file.path)) return;
  const aside = join(cache.folder, `${entry}.next-${process.pid}`);
  rmSync(aside, {recursive: true, force: true});
  mkdirSync(aside, {recursive: true});
  for (const table of listTables(kept.reports)) {
    const id = SHARED.includes(table) ? "file_id" : "_file_id";
    await db.run(
      `copy (from raw.${table} where ${id} = ${fileId}) to ${quoteText(join(aside, `${table}.parquet`))} (format parquet)`,
    );
  }
  writeFileSync(join(aside, "result.json"), JSON.stringify(kept));
  const folder = join(cache.folder, entry);
  rmSync(folder, {recursive: true, force: true});
  renameSync(aside, folder);
}

/** Forgets every entry but those named: what no build wants any more. */
export function forgetOthers(cache: Pick<Cache, "folder">, entries: ReadonlySet<string>): void {
  if (!existsSync(cache.folder)) return;
  for (const name of readdirSync(cache.folder))
    if (!entries.has(name)) rmSync(join(cache.folder, name), {recursive: true, force: true});
}

const listTables = (reports: readonly FileReport[]): string[] => [...new Set(reports.map(({entity}) => entity)), ...SHARED];
