/** Every export into raw: read, or taken as it was read before. */
import type {Config} from "../config.js";
import {ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {openDatabase, quoteText, type Database} from "../db.js";
import {runInLanes} from "../lanes.js";
import {ROOM, withLittleMemory} from "../memory.js";
import {eraseForgotten} from "../privacy/erase.js";
import {makeScrubber, type ForgottenList} from "../privacy/forgotten.js";
import {fetchRows, keep, readKept, type Cache} from "./cache.js";
import {describeVersions, listStaying, type Earlier} from "./earlier.js";
import {readFile, type FileResult} from "./file.js";
import {dateFiles} from "./ledger.js";
import {sumBytes} from "./open.js";
import {createTables} from "./tables.js";
import type {FoundFile, IngestProgress} from "./types.js";

/** A file to be brought into raw under its number, and the name that its rows are kept under. */
export interface ReadTask {
  name: string;
  file: FoundFile;
  number: number;
  entry: string;
}

export interface IngestOptions {
  onProgress?: (progress: IngestProgress) => void;
  /** Rows of unchanged exports are taken from here instead of being read again. */
  cache?: Cache;
  /** Who is to be left out. */
  forgotten?: ForgottenList;
}
type Results = Map<ReadTask, FileResult>;

/** Brings every export into raw, whose tables are made anew but for those that stay. Results stand in the order of the tasks. */
export async function readAll(
  db: Database,
  tasks: readonly ReadTask[],
  config: Config,
  options: IngestOptions,
  {told = new Map<ReadTask, FileResult>(), staying = new Set<EntityName>()}: {told?: Results; staying?: Set<EntityName>} = {},
): Promise<FileResult[]> {
  await createTables(db, staying);
  const wanted = ENTITY_NAMES.filter((name) => !staying.has(name));
  const results: Results = new Map();
  const tell = tellProgress(options, tasks.length, told.size);
  await withLittleMemory(db, ROOM.ingest, () =>
    runInLanes(db, largestFirst(tasks), async (lane, task) => {
      const read = async () => {
        const kept = options.cache && (await fetchRows(lane, options.cache, task, wanted));
        const result = kept ?? (await readAndKeep(lane, task, config, options));
        results.set(task, result);
        return {result, isKept: kept !== undefined};
      };
      await (told.has(task) ? read() : tell(task, read));
    }),
  );
  return tasks.map((task) => results.get(task)!);
}

/**
 * Brings the exports into the raw of an earlier build. The changed ones are read aside first and kept: then it is known what each
 * table follows from, and those that follow from what they did can stay.
 */
export async function readChanged(
  db: Database,
  tasks: readonly ReadTask[],
  config: Config,
  options: IngestOptions & {cache: Cache},
  earlier: Earlier,
): Promise<FileResult[]> {
  const kept = new Map(tasks.map((task) => [task, readKept(options.cache, task)]));
  const changed = await readAside(
    db,
    tasks.filter((task) => !kept.get(task)),
    config,
    options,
    tasks.length,
  );
  const results = tasks.map((task): FileResult => changed.get(task) ?? {...kept.get(task)!, stops: []});
  if (results.some(({stops}) => stops.length > 0)) return results;
  const reports = results.flatMap((result) => result.reports).map((report) => ({...report}));
  dateFiles(reports);
  const versions = describeVersions(reports, new Map(tasks.map(({number, entry}) => [number, entry])));
  return readAll(db, tasks, config, options, {told: changed, staying: listStaying(earlier, versions)});
}

/** Reads exports into a database of their own, beside the warehouse, and keeps them. */
async function readAside(
  db: Database,
  tasks: readonly ReadTask[],
  config: Config,
  options: IngestOptions & {cache: Cache},
  total: number,
): Promise<Results> {
  const results: Results = new Map();
  if (tasks.length === 0) return results;
  const aside = await openDatabase();
  try {
    const [place] = await db.rows<{folder: string}>("select current_setting('temp_directory') as folder");
    await aside.run(`set temp_directory = ${quoteText(`${place!.folder}-aside`)}`);
    await createTables(aside);
    const tell = tellProgress(options, total, 0);
    await runInLanes(aside, largestFirst(tasks), (lane, task) =>
      tell(task, async () => {
        const result = await readAndKeep(lane, task, config, options);
        results.set(task, result);
        return {result, isKept: false};
      }),
    );
  } finally {
    aside.close();
  }
  return results;
}

async function readAndKeep(
  db: Database,
  task: ReadTask,
  config: Config,
  {cache, forgotten}: Pick<IngestOptions, "cache" | "forgotten">,
): Promise<FileResult> {
  const read = await readFile(db, task.file, task.number, config);
  const result = forgotten ? await leaveOut(db, task, read, forgotten) : read;
  if (cache && result.stops.length === 0) await keep(db, cache, task, {reports: result.reports, problems: result.problems});
  return result;
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
function largestFirst(tasks: readonly ReadTask[]): ReadTask[] {
  return [...tasks].sort((a, b) => sumBytes(b.file) - sumBytes(a.file));
}

/** Tells of a file before and after it has been brought in. */
function tellProgress({onProgress}: IngestOptions, total: number, before: number) {
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
