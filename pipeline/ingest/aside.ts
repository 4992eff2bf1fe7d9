/** Changed exports, read beside the warehouse: so that nothing gets into it that is not to be held. */
import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";
import {quoteText, type Database} from "../db.js";
import {runInLanes} from "../lanes.js";
import {ROOM, withLittleMemory} from "../memory.js";
import {dropEntry, locateNamed, locateRows, settle, type Cache, type Kept} from "./cache.js";
import * as protection from "./protect.js";
import {sumBytes} from "./opened.js";
import {keepAll, largestFirst, readTask, tellProgress, type IngestOptions, type ReadTask, type Results} from "./read-task.js";
import {createTables} from "./tables.js";

type KeptTasks = Map<ReadTask, Kept | undefined>;

/**
 * Reads exports of which nothing is `kept` into a database of their own, and keeps them without whom or what is no longer held. What is kept in the
 * clear and has grown too old since, or stands for somebody who is back, is read again, or mended where the ids of those who are back are all that is to be
 * put into it; it is then no longer among the kept.
 * @param isGoneOn whether the warehouse is made from the one before
 * @param act is handed what was read; until it has ended the rows stand in schema raw of the database `aside`
 * @throws Soiled when the warehouse holds what is no longer held
 */
export async function readAside<T>(
  db: Database,
  tasks: readonly ReadTask[],
  kept: KeptTasks,
  config: Config,
  options: IngestOptions & {cache: Cache},
  isGoneOn: boolean,
  act: (results: Results) => Promise<T>,
): Promise<T> {
  const results: Results = new Map();
  const missing = tasks.filter((task) => !kept.get(task));
  const known = () => [...kept.values()].filter((each) => each !== undefined);
  const early = protection.makeGuard(config, known().flatMap(({reports}) => reports), known(), true); // prettier-ignore
  if (missing.length === 0 && (!early || known().every((each) => protection.isSettled(each, early)))) return act(results);
  return withAside(db, missing, options, async (aside) => {
    await createTables(aside);
    const tell = tellProgress(options, tasks.length, 0);
    const read = (list: readonly ReadTask[]) =>
      runInLanes(aside, largestFirst(list), (lane, task) =>
        tell(task, async () => {
          const result = await readTask(lane, task, config, options);
          results.set(task, result);
          return {result, isKept: false};
        }),
      );
    await read(missing);
    if ([...results.values()].some(({stops}) => stops.length > 0)) {
      // Unless who anybody is depends on all of them: the next build need not read these again.
      if (!config.pseudonymise) await keepAll(aside, options.cache, results);
      return act(results);
    }
    await protect({aside, tasks, kept, results, read, config, options, isGoneOn});
    return act(results);
  });
}

/** Bytes of exports whose rows memory does not hold within the bound. */
const LARGE_BYTES = 600e6;

/**
 * Hands over a database for what is read aside, called `aside` beside the warehouse: in memory, or, of exports too large for that, in a file that goes
 * with it. Tables in memory that have to wait on disk are written and read again with each look at them; those of a file were written once. To leave
 * somebody out takes statements that cannot wait on disk.
 */
async function withAside<T>(
  db: Database,
  tasks: readonly ReadTask[],
  {forgotten, largeBytes = LARGE_BYTES}: IngestOptions,
  act: (aside: Database) => Promise<T>,
): Promise<T> {
  const [before] = await db.rows<Record<"folder" | "threads" | "packing", string>>(
    "select current_setting('temp_directory') as folder, current_setting('threads')::varchar as threads, current_setting('force_compression') as packing",
  );
  const folder = `${before!.folder}-aside`;
  const isLarge = !forgotten && tasks.reduce((sum, {file}) => sum + sumBytes(file), 0) > largeBytes;
  rmSync(folder, {recursive: true, force: true});
  if (isLarge) mkdirSync(folder, {recursive: true});
  const place = isLarge ? join(folder, "aside.duckdb") : ":memory:";
  const work = async () => {
    const aside = await db.fork(`attach if not exists ${quoteText(place)} as aside ${isLarge ? "(recovery_mode 'no_wal_writes')" : ""}; use aside`); // prettier-ignore
    try {
      return await act(aside);
    } finally {
      aside.close();
      await db.run("detach aside");
    }
  };
  // One export may be most of all: more than one thread reads it, whatever the warehouse is written with.
  await db.run("reset threads; pragma disable_checkpoint_on_shutdown");
  if (isLarge) await db.run("set force_compression = 'uncompressed'");
  try {
    return await (forgotten ? work() : withLittleMemory(db, ROOM.aside, work));
  } finally {
    await db.run(
      `set threads = ${before!.threads}; set force_compression = ${quoteText(before!.packing)}; pragma enable_checkpoint_on_shutdown`,
    );
    rmSync(folder, {recursive: true, force: true});
  }
}

interface Scene {
  aside: Database;
  tasks: readonly ReadTask[];
  kept: KeptTasks;
  results: Results;
  read(tasks: readonly ReadTask[]): Promise<void>;
  config: Config;
  options: IngestOptions & {cache: Cache};
  isGoneOn: boolean;
}

async function protect(scene: Scene): Promise<void> {
  const {aside, tasks, kept, results, config, options, isGoneOn} = scene;
  const {cache} = options;
  const known = () => [...kept.values()].filter((each) => each !== undefined);
  const reports = [...known(), ...results.values()].flatMap((each) => each.reports);
  const guard = protection.makeGuard(config, reports, known(), true);
  let isSoiled = false;
  if (guard) {
    const outgrown = tasks.filter((task) => kept.get(task) && protection.isOutgrown(kept.get(task)!, guard));
    isSoiled ||= outgrown.length > 0;
    await readAgain(scene, outgrown);
    await protection.plan(aside, config, guard, listKept(scene));
    const unfit = await protection.findUnfit(aside, listKept(scene).map(({number}) => number)); // prettier-ignore
    isSoiled ||= unfit.some(({isClear}) => isClear);
    const mendable = unfit.length > 0 ? await makeFit(scene, unfit, guard) : [];
    for (const withheld of await protection.blank(aside, config, guard)) note(results, withheld);
    for (const task of mendable) {
      const own = kept.get(task)!;
      const print = await protection.mend(aside, locate(scene, task));
      results.set(task, {...own, stops: [], withheld: {...own.withheld!, file: task.number, print}});
      kept.delete(task);
      dropEntry(cache, task);
    }
  }
  const isNamed = guard !== undefined && !config.pseudonymise && results.size > 0;
  if (isNamed)
    await protection.writeNamed(
      aside,
      [...results.keys()].map(({number}) => number),
    );
  await protection.disguise(aside, config, true);
  await keepAll(aside, cache, results, guard?.settled, isNamed);
  if (guard) for (const task of tasks) settle(cache, task, guard.settled);
  if (isSoiled && isGoneOn) throw new protection.Soiled();
}

/**
 * Reads what is kept and unfit once more, but for what can be mended, and plans anew.
 * @returns what can be mended, once what raw holds is blanked
 */
async function makeFit(scene: Scene, unfit: readonly protection.Unfit[], guard: protection.Guard): Promise<ReadTask[]> {
  const {aside, tasks, kept, results, config} = scene;
  const isAmong = (list: readonly {number: number}[]) => (task: ReadTask) => list.some(({number}) => number === task.number);
  const plan = (again: readonly ReadTask[]) => {
    const reports = again.flatMap((task) => results.get(task)!.reports);
    const holdSelves = reports.some(({entity}) => entity === "people" || entity === "contacts");
    return protection.plan(aside, config, guard, listKept(scene), {numbers: again.map(({number}) => number), holdSelves});
  };
  const back = tasks.filter(isAmong(unfit));
  // Where somebody stands masked who is here, those who are back may be all that is to be put into it. The others are read first: they may tell who that is.
  const isMasked = isAmong(unfit.filter(({isClear}) => !isClear));
  const masked = back.filter((task) => kept.get(task)!.withheld && isMasked(task) && protection.mayMend(locate(scene, task)));
  await readAgain(scene, back.filter((task) => !masked.includes(task))); // prettier-ignore
  const numbers = await protection.findMendable(aside, masked.map((task) => ({...locate(scene, task), texts: kept.get(task)!.withheld!.texts}))); // prettier-ignore
  const mendable = masked.filter((task) => numbers.has(task.number));
  if (mendable.length > 0) await protection.nameMended(aside, [...numbers]);
  await readAgain(scene, masked.filter((task) => !numbers.has(task.number))); // prettier-ignore
  await plan(back.filter((task) => !kept.get(task)));
  // What was read again may tell of more people who they are.
  const late = mendable.filter(isAmong(await protection.findUnfit(aside, [...numbers])));
  await readAgain(scene, late);
  if (late.length > 0) await plan(late);
  return mendable.filter((task) => !late.includes(task));
}

async function readAgain({kept, options, read}: Scene, tasks: readonly ReadTask[]): Promise<void> {
  for (const task of tasks) {
    kept.delete(task);
    dropEntry(options.cache, task);
  }
  await read(tasks);
}

const locate = ({kept, options: {cache}}: Scene, task: ReadTask) => ({
  number: task.number, paths: locateRows(cache, task, kept.get(task)!), named: locateNamed(cache, task),
}); // prettier-ignore
const listKept = (scene: Scene) => scene.tasks.filter((task) => scene.kept.get(task)).map((task) => locate(scene, task));

function note(results: Results, withheld: protection.Withheld): void {
  for (const [task, result] of results) if (task.number === withheld.file) results.set(task, {...result, withheld});
}
