import type {Config} from "../config.js";
import type {EntityName} from "../contract/entities.js";
import type {Database} from "../db.js";
import {forgetOthers, nameEntry, readKept, settle} from "./cache.js";
import {describeFiles, describeVersions, listGrowing, listStaying, readEarlier, writeVersions, type Earlier} from "./earlier.js"; // prettier-ignore
import {reportCommitments} from "./commitments.js";
import {reportAhead, reportConfigDates} from "./config-dates.js";
import {reportConfigNames} from "./config-names.js";
import {describeEntries, readAll, readChanged, type IngestOptions, type ReadTask} from "./exports.js";
import {keepAll} from "./read-task.js";
import {sumBytes} from "./opened.js";
import {IngestError} from "./failure.js";
import {detachSources} from "./database-table.js";
import {findFiles} from "./find.js";
import {followRecords, reportOwnMeetings, reportPeople} from "./follow.js";
import {gatherLeftOut} from "./left-out.js";
import {markMissing} from "./full.js";
import {dateFiles, dateRows, writeLedger} from "./ledger.js";
import {numberFiles} from "./numbering.js";
import {readForgotten} from "../privacy/forgotten.js";
import {blank, disguise, makeGuard, plan, Soiled, writeWithheld, type Guard} from "./protect.js";
import {spreadNoteHistory} from "./note-history.js";
import {supplyNoteColumns} from "./note-supplies.js";
import {resolveReferences} from "./resolve.js";
import {summariseRejects} from "./summary.js";
import {writeTold} from "./tell.js";
import {reportLost} from "./unread.js";
import type {FileResult} from "./file.js";
import type {FileReport, IngestReport} from "./types.js";

export {inspectAsRows, inspectFile, inspectFiles, type Inspection} from "./inspect.js";
export {IngestError} from "./failure.js";
export {describeFileProblem, listOutcomes, type FileOutcome, type FileProblem} from "./outcomes.js";
export {Soiled} from "./protect.js";
export {template} from "./template.js";
export type {FileReport, IngestProgress, IngestReport} from "./types.js";

export type {Cache} from "./cache.js";
export type {IngestOptions} from "./exports.js";

/** Bytes of exports from which on they are first read beside the warehouse, if they may hold what is too old. */
const MUCH_BYTES = 64e6;

/**
 * Reads every export that the configuration names into the schema raw, and accounts for each row. Where raw still is that of an earlier
 * build, exports that have not changed are not read again, and tables that follow from nothing else are left alone.
 * @throws IngestError naming every file that is missing, unreadable or unrecognisable, or lacks a required column.
 */
export async function ingest(db: Database, config: Config, own: IngestOptions = {}): Promise<IngestReport> {
  const {muchBytes = MUCH_BYTES} = own;
  const options = {forgotten: readForgotten(config.path), ...own};
  const {cache, forgotten} = options;
  const {files, stops, problems} = findFiles(config);
  const earlier = cache ? await readEarlier(db) : undefined;
  const names = files.map(({name}) => name);
  const numbers = earlier ? numberFiles(names, earlier.numbers) : names.map((_, index) => index + 1);
  const tasks = files.map((file, index): ReadTask => ({
    name: `file ${index}`, file, number: numbers[index]!, entry: cache ? nameEntry(cache, file, config, forgotten) : "",
  })); // prettier-ignore
  // Rows of somebody who is left out never reach the warehouse: what is deleted from a file may still be read in it. Of much, some will be too old to
  // be held; little is sooner made twice, where it comes to that.
  const isMuch = () => Boolean(config.retention_months) && files.reduce((sum, file) => sum + sumBytes(file), 0) > muchBytes;
  const isAside = cache && earlier && (earlier.versions.size > 0 || forgotten || config.pseudonymise || isMuch() || tasks.some((task) => readKept(cache, task))); // prettier-ignore
  const reading = isAside ? readChanged(db, tasks, config, {...options, cache}, earlier) : readAll(db, tasks, config, options);
  const results = await reading.finally(() => detachSources(db));
  // Whichever file was done first: what is told stands in the order of the configuration.
  const reports: FileReport[] = [];
  for (const [index, result] of results.entries()) {
    stops.push(...result.stops.map((stop) => ({...stop, path: files[index]!.name})));
    reports.push(...result.reports);
  }
  problems.push(...gatherLeftOut(results.flatMap((result) => result.problems)));
  const local = [...reports];
  for (const more of (await own.readMore?.(db)) ?? []) {
    stops.push(...more.stops.map((stop) => ({...stop, path: more.reports[0]?.path})));
    problems.push(...more.problems);
    reports.push(...more.reports);
  }
  if (stops.length > 0) {
    const read = tasks.flatMap((task, index) => (results[index]!.isDirect ? [[task, results[index]!] as const] : []));
    if (cache) await keepAll(db, cache, read);
    throw new IngestError(stops, reports, problems);
  }
  const guard = makeGuard(config, reports, results, cache !== undefined);
  await protectDirect(db, tasks, results, config, guard, options);
  dateFiles(reports);
  await writeWithheld(db, guard, results.flatMap(({withheld}) => withheld ?? [])); // prettier-ignore
  if (cache) forgetOthers(cache, new Set(tasks.map(({entry}) => entry)));
  await dateRows(db, reports);
  await writeLedger(db, reports);
  await supplyNoteColumns(db);
  await spreadNoteHistory(db, config.brief);
  await writeTold(db, config, "told", problems);
  const lost = reportLost(reports);
  await writeTold(db, config, "column", lost);
  problems.unshift(...lost);
  const changed = new Set<EntityName>();
  problems.push(...(await followRecords(db, changed)));
  problems.push(...(await markMissing(db, config, reports)));
  problems.push(
    ...(await resolveReferences(db, reports, changed)),
    ...(await reportOwnMeetings(db)),
    ...(await reportPeople(db)),
  );
  if (earlier) await noteVersions(db, earlier, local, describeEntries(tasks, results), changed);
  problems.push(...(await reportCommitments(db, config)));
  problems.unshift(...(await reportAhead(db, config, reports, own.now ?? new Date())));
  const named = [...(await reportConfigNames(db, config)), ...reportConfigDates(config, reports)];
  await writeTold(db, config, "setting", named);
  problems.unshift(...named);
  return {files: reports, problems, rejects: await summariseRejects(db)};
}

/** Notes for the next build what each table follows from, and whether its rows stand as the exports have them: then and before. */
async function noteVersions(
  db: Database,
  earlier: Earlier,
  reports: readonly FileReport[],
  entries: ReadonlyMap<number, string>,
  changed: ReadonlySet<EntityName>,
): Promise<void> {
  const [versions, files] = [describeVersions(reports, entries), describeFiles(reports, entries)];
  const held = new Set([...listStaying(earlier, versions), ...listGrowing(earlier, files).keys()]);
  await writeVersions(db, versions, files, (name) => !changed.has(name) && (!held.has(name) || earlier.files.has(name)));
}

/**
 * Exports that were read into the warehouse itself, since nothing was kept of any: blanked there, and kept.
 * @throws Soiled when any had to be blanked: they are then taken, as they are kept, into a warehouse that never held more
 */
async function protectDirect(
  db: Database,
  tasks: readonly ReadTask[],
  results: FileResult[],
  config: Config,
  guard: Guard | undefined,
  {cache}: IngestOptions,
): Promise<void> {
  if (!results.some(({isDirect}) => isDirect)) return;
  const withheld = guard ? await plan(db, config, guard, []).then(() => blank(db, config, guard)) : [];
  await disguise(db, config, cache !== undefined);
  const fresh: [ReadTask, FileResult][] = [];
  for (const [index, task] of tasks.entries()) {
    const own = withheld.find(({file}) => file === task.number);
    if (own) results[index] = {...results[index]!, withheld: own};
    if (own || results[index]!.isDirect) fresh.push([task, results[index]!]);
    else if (cache && guard) settle(cache, task, guard.settled);
  }
  if (cache) await keepAll(db, cache, fresh, guard?.settled);
  if (cache && withheld.length > 0) throw new Soiled();
}
