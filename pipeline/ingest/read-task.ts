/** One export into raw, and kept once it is settled what of it is held. */
import type {Config} from "../config.js";
import type {EntityName} from "../contract/entities.js";
import type {Database} from "../db.js";
import {runInLanes} from "../lanes.js";
import {eraseForgotten} from "../privacy/erase.js";
import type {ForgottenList} from "../privacy/forgotten.js";
import {makeScrubber} from "../privacy/scrub.js";
import {keep, type Cache} from "./cache.js";
import {readFile, type FileResult} from "./file.js";
import {sumBytes} from "./opened.js";
import type {Settled} from "./protect.js";
import type {FoundFile, IngestProgress} from "./types.js";

/** A file to be brought into raw under its number, and the name that its rows are kept under. */
export interface ReadTask {
  name: string;
  file: FoundFile;
  number: number;
  entry: string;
}

export interface IngestOptions {
  /** The clock, by which nothing is judged: it tells that exports are ahead of it. */
  now?: Date;
  onProgress?: (progress: IngestProgress) => void;
  /** Rows of unchanged exports are taken from here instead of being read again. */
  cache?: Cache;
  /** Who is to be left out. */
  forgotten?: ForgottenList;
  /** Reads what is no file of this machine, into raw as far as anything of it is to be looked at here. */
  readMore?: (db: Database) => Promise<FileResult[]>;
  /** Bytes of exports that are much: first read beside the warehouse, if they may hold what is too old. */
  muchBytes?: number;
  /** Bytes of exports from which on a database in a file is read into, instead of one in memory. */
  largeBytes?: number;
}
export type Results = Map<ReadTask, FileResult>;

/** Reads an export into raw, without whom the list names. */
export async function readTask(
  db: Database,
  task: ReadTask,
  config: Config,
  {forgotten}: Pick<IngestOptions, "forgotten">,
): Promise<FileResult> {
  const read = await readFile(db, task.file, task.number, config);
  return forgotten ? leaveOut(db, task, read, forgotten) : read;
}

/**
 * Keeps what was read of exports as it stands in raw now, but for those that stop the build. Not before it is settled who is still held: so each is
 * written once, and nobody stands in what is kept who may not.
 * @param settled by what it was settled, where anything may be too old
 * @param isNamed whether it is noted in raw.named who is named in which file
 */
export async function keepAll(
  db: Database,
  cache: Cache,
  results: Iterable<readonly [ReadTask, FileResult]>,
  settled?: Settled,
  isNamed = false,
): Promise<void> {
  const good = new Map([...results].filter(([, {stops}]) => stops.length === 0));
  await runInLanes(db, [...good.keys()], (lane, task) =>
    keep(lane, cache, task, {...good.get(task)!, ...(settled && {settled})}, isNamed),
  );
}

/** Before anything is kept: nobody who is to be forgotten is in raw, in the cache, or in what is said of the file. */
async function leaveOut(db: Database, {number, file}: ReadTask, result: FileResult, list: ForgottenList): Promise<FileResult> {
  const entities = [...new Set(result.reports.map(({entity}) => entity))];
  const erased = await eraseForgotten(db, {number, path: file.name}, entities, list);
  const scrub = makeScrubber(list);
  const count = (entity: EntityName) => erased.find((each) => each.entity === entity)?.rows ?? 0;
  return {
    stops: result.stops,
    problems: result.problems.map((problem) => ({...problem, what: scrub(problem.what)})),
    reports: result.reports.map((report) => ({
      ...report,
      loaded: report.loaded - count(report.entity),
      set_aside: report.set_aside + count(report.entity),
    })),
  };
}

/** So that no lane is left with it at the end. */
export function largestFirst(tasks: readonly ReadTask[]): ReadTask[] {
  return [...tasks].sort((a, b) => sumBytes(b.file) - sumBytes(a.file));
}

/** Tells of a file before and after it has been brought in. */
export function tellProgress({onProgress}: IngestOptions, total: number, before: number) {
  let done = before;
  return async ({file}: ReadTask, act: () => Promise<{result: FileResult; isKept: boolean}>): Promise<void> => {
    onProgress?.({path: file.name, done, total, stage: "reading"});
    const start = performance.now();
    const {result, isKept} = await act();
    const {rows_read: rows = 0, bytes = 0} = result.reports[0] ?? {};
    const seconds = (performance.now() - start) / 1000;
    onProgress?.({path: file.name, done: ++done, total, stage: "done", rows, bytes, seconds, isKept});
  };
}
