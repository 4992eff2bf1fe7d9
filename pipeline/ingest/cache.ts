import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";
import type {EntityName} from "../contract/entities.js";
import {quoteText, type Database} from "../db.js";
import {escapeGlob} from "../escape.js";
import type {Problem} from "../errors.js";
import type {ForgottenList} from "../privacy/forgotten.js";
import type {Withheld} from "../privacy/withhold.js";
import type {ReadTask} from "./exports.js";
import {listPaths} from "./opened.js";
import type {FileResult} from "./file.js";
import {describeTemplate} from "./note-fields.js";
import type {Settled} from "./protect.js";
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
  /** By what it was settled who is still held. */
  settled?: Settled;
  /** What is withheld of it. */
  withheld?: Withheld;
}

const NAMED = "named.parquet";

/** The ledger's tables, of which a file fills its part. */
const SHARED = ["rejects", "marks"] as const;
const idOf = (table: EntityName | (typeof SHARED)[number]) => (table === "rejects" || table === "marks" ? "file_id" : "_file_id");

/** Name under which a file's rows are kept: a hash of its content, of what the configuration says of reading it, of who is left out, and of our code. */
export function nameEntry(
  cache: Cache,
  file: FoundFile,
  {timezone, currency, brief, pseudonymise, retention_months}: Config,
  forgotten: ForgottenList | undefined,
): string {
  const told = [
    cache.code,
    listPaths(file).map((path) => cache.hashFile(path)),
    file,
    timezone,
    currency,
    describeTemplate(brief),
    forgotten ?? null,
    pseudonymise,
    retention_months,
  ];
  return createHash("sha256").update(JSON.stringify(told)).digest("hex").slice(0, 32);
}

/** What is kept of a file, with its number; undefined when nothing is. */
export function readKept(cache: Pick<Cache, "folder">, {entry, number}: Pick<ReadTask, "entry" | "number">): Kept | undefined {
  const path = join(cache.folder, entry, "result.json");
  if (!existsSync(path)) return undefined;
  const {reports, ...more} = JSON.parse(readFileSync(path, "utf8")) as Kept;
  return {...more, reports: reports.map((report) => ({...report, file_id: number}))};
}

/** Notes by what it was settled who is still held of a file that is kept. */
export function settle(cache: Pick<Cache, "folder">, {entry}: Pick<ReadTask, "entry">, settled: Settled): void {
  const path = join(cache.folder, entry, "result.json");
  if (!existsSync(path)) return;
  const kept = JSON.parse(readFileSync(path, "utf8")) as Kept;
  writeFileSync(`${path}.next`, JSON.stringify({...kept, settled}));
  renameSync(`${path}.next`, path);
}

/** Where the kept rows of a file lie, by table. */
export const locateRows = (cache: Pick<Cache, "folder">, {entry}: Pick<ReadTask, "entry">, {reports}: Kept): Map<string, string> =>
  new Map([...new Set(reports.map(({entity}) => entity)), ...SHARED].map((table) => [table, join(cache.folder, entry, `${table}.parquet`)])); // prettier-ignore

/** Where it is noted who is named in the kept rows of a file; undefined where it is not. */
export function locateNamed(cache: Pick<Cache, "folder">, {entry}: Pick<ReadTask, "entry">): string | undefined {
  const path = join(cache.folder, entry, NAMED);
  return existsSync(path) ? path : undefined;
}

/** Forgets what is kept of a file. */
export const dropEntry = (cache: Pick<Cache, "folder">, {entry}: Pick<ReadTask, "entry">): void =>
  rmSync(join(cache.folder, entry), {recursive: true, force: true});

/** Puts the kept rows of a file into the wanted tables of raw; undefined when none are kept. */
export async function fetchRows(
  db: Database,
  cache: Cache,
  task: ReadTask,
  wanted: readonly EntityName[],
): Promise<FileResult | undefined> {
  const kept = readKept(cache, task);
  if (!kept) return undefined;
  const entities = new Set(kept.reports.map(({entity}) => entity));
  for (const table of [...wanted.filter((name) => entities.has(name)), ...SHARED]) {
    const path = escapeGlob(join(cache.folder, task.entry, `${table}.parquet`));
    const id = idOf(table);
    await db.run(
      `insert into raw.${table} by name select * replace (${task.number} as ${id}) from read_parquet(${quoteText(path)})`,
    );
  }
  return {...kept, stops: []};
}

/** Puts the rows of a file that was read aside into the wanted tables of raw. */
export async function takeRows(
  db: Database,
  {number}: ReadTask,
  {reports}: FileResult,
  wanted: readonly EntityName[],
): Promise<void> {
  const entities = new Set(reports.map(({entity}) => entity));
  for (const table of [...wanted.filter((name) => entities.has(name)), ...SHARED])
    await db.run(`insert into raw.${table} by name select * from aside.raw.${table} where ${idOf(table)} = ${number}`);
}

/**
 * Keeps what a file has just put into raw. A file that changed while it was read is not kept.
 * @param isNamed whether it is noted in raw.named who is named there
 */
export async function keep(db: Database, cache: Cache, task: ReadTask, kept: Kept, isNamed: boolean): Promise<void> {
  const {file, number, entry} = task;
  if (!listPaths(file).every((path) => cache.isStill(path))) return;
  const aside = join(cache.folder, `${entry}.next-${process.pid}`);
  rmSync(aside, {recursive: true, force: true});
  mkdirSync(aside, {recursive: true});
  for (const table of [...new Set(kept.reports.map(({entity}) => entity)), ...SHARED]) {
    const id = idOf(table);
    await db.run(
      `copy (from raw.${table} where ${id} = ${number}) to ${quoteText(join(aside, `${table}.parquet`))} (format parquet)`,
    );
  }
  if (isNamed)
    await db.run(
      `copy (select kind, value, seen from raw.named where file_id = ${number}) to ${quoteText(join(aside, NAMED))} (format parquet)`,
    );
  const {reports, problems, settled, withheld} = kept;
  writeFileSync(join(aside, "result.json"), JSON.stringify({reports, problems, settled, withheld}));
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
