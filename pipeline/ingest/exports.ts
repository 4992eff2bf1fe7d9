/** Every export into raw: read, or taken as it was read before. */
import type {Config} from "../config.js";
import {ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import type {Database} from "../db.js";
import {runInLanes} from "../lanes.js";
import {ROOM, withLittleMemory} from "../memory.js";
import {readAside} from "./aside.js";
import {fetchRows, readKept, takeRows, type Cache} from "./cache.js";
import {describeFiles, describeVersions, listGrowing, listStaying, type Earlier} from "./earlier.js";
import type {FileResult} from "./file.js";
import {dateFiles} from "./ledger.js";
import {largestFirst, readTask, tellProgress, type IngestOptions, type ReadTask, type Results} from "./read-task.js";
import {createTables} from "./tables.js";

export type {IngestOptions, ReadTask} from "./read-task.js";

/** What was read aside, and which tables hold what already. */
interface Standing {
  told?: Results;
  staying?: ReadonlySet<EntityName>;
  growing?: ReadonlyMap<EntityName, ReadonlySet<number>>;
}

/**
 * Brings every export into raw, whose tables are made anew but for those that stay, and those that hold the rows of some files and take in those
 * of the others. Results stand in the order of the tasks.
 */
export async function readAll(
  db: Database,
  tasks: readonly ReadTask[],
  config: Config,
  options: IngestOptions,
  {told = new Map(), staying = new Set(), growing = new Map()}: Standing = {},
): Promise<FileResult[]> {
  await createTables(db, new Set([...staying, ...growing.keys()]));
  const wantedOf = ({number}: ReadTask) => ENTITY_NAMES.filter((name) => !staying.has(name) && !growing.get(name)?.has(number));
  const results: Results = new Map();
  const tell = tellProgress(options, tasks.length, told.size);
  const bring = () =>
    runInLanes(db, largestFirst(tasks), async (lane, task) => {
      const own = told.get(task);
      if (own) {
        await takeRows(lane, task, own, wantedOf(task));
        results.set(task, own);
        return;
      }
      await tell(task, async () => {
        const kept = options.cache && (await fetchRows(lane, options.cache, task, wantedOf(task)));
        const result = kept ?? {...(await readTask(lane, task, config, options)), isDirect: true};
        results.set(task, result);
        return {result, isKept: kept !== undefined};
      });
    });
  // What was read aside has its own bound, or none.
  await (told.size > 0 ? bring() : withLittleMemory(db, ROOM.ingest, bring));
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
  // Who is called what depends on all of them where everybody gets another name: then nothing is taken as it was.
  const kept = new Map(tasks.map((task) => [task, config.pseudonymise ? undefined : readKept(options.cache, task)]));
  return readAside(db, tasks, kept, config, options, earlier.versions.size > 0, async (changed) => {
    const results = tasks.map((task): FileResult => changed.get(task) ?? {...kept.get(task)!, stops: []});
    if (results.some(({stops}) => stops.length > 0)) return results;
    const reports = results.flatMap((result) => result.reports).map((report) => ({...report}));
    dateFiles(reports);
    const entries = describeEntries(tasks, results);
    const staying = listStaying(earlier, describeVersions(reports, entries));
    const growing = config.pseudonymise ? undefined : listGrowing(earlier, describeFiles(reports, entries));
    return readAll(db, tasks, config, options, {told: changed, staying, growing});
  });
}

/** What each file's rows follow from, by number: under what they are kept, and what is withheld of them. */
export const describeEntries = (tasks: readonly ReadTask[], results: readonly FileResult[]): Map<number, string> =>
  new Map(tasks.map(({number, entry}, index) => [number, entry + (results[index]?.withheld?.print ?? "")]));
