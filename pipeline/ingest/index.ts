import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {forgetOthers, nameEntry} from "./cache.js";
import {describeVersions, readEarlier, writeVersions} from "./earlier.js";
import {reportCommitments} from "./commitments.js";
import {reportExemplars} from "./exemplars.js";
import {readAll, readChanged, type IngestOptions, type ReadTask} from "./exports.js";
import {IngestError} from "./failure.js";
import {detachSources} from "./database-table.js";
import {findFiles} from "./find.js";
import {followRecords, reportPeople} from "./follow.js";
import {markMissing} from "./full.js";
import {dateFiles, dateRows, writeLedger} from "./ledger.js";
import {numberFiles} from "./numbering.js";
import {readForgotten} from "../privacy/forgotten.js";
import {spreadNoteHistory} from "./note-history.js";
import {supplyNoteColumns} from "./note-supplies.js";
import {resolveReferences} from "./resolve.js";
import {summariseRejects} from "./summary.js";
import type {FileReport, IngestReport} from "./types.js";

export {inspectAsRows, inspectFile, inspectFiles, type Inspection} from "./inspect.js";
export {IngestError} from "./failure.js";
export {describeFileProblem, listOutcomes, type FileOutcome, type FileProblem} from "./outcomes.js";
export {template} from "./template.js";
export type {FileReport, IngestProgress, IngestReport} from "./types.js";

export type {Cache} from "./cache.js";
export type {IngestOptions} from "./exports.js";

/**
 * Reads every export that the configuration names into the schema raw, and accounts for each row. Where raw still is that of an earlier
 * build, exports that have not changed are not read again, and tables that follow from nothing else are left alone.
 * @throws IngestError naming every file that is missing, unreadable or unrecognisable, or lacks a required column.
 */
export async function ingest(db: Database, config: Config, own: IngestOptions = {}): Promise<IngestReport> {
  const options = {forgotten: readForgotten(config.path), ...own};
  const {cache, forgotten} = options;
  const {files, stops, problems} = findFiles(config);
  const earlier = cache ? await readEarlier(db) : undefined;
  const names = files.map(({name}) => name);
  const numbers = earlier ? numberFiles(names, earlier.numbers) : names.map((_, index) => index + 1);
  const tasks = files.map((file, index): ReadTask => ({
    name: `file ${index}`, file, number: numbers[index]!, entry: cache ? nameEntry(cache, file, config, forgotten) : "",
  })); // prettier-ignore
  // Rows of somebody who is left out never reach the warehouse: what is deleted from a file may still be read in it.
  const reading = (cache && earlier && (earlier.versions.size > 0 || forgotten)
    ? readChanged(db, tasks, config, {...options, cache}, earlier)
    : readAll(db, tasks, config, options));
  const results = await reading.finally(() => detachSources(db));
  // Whichever file was done first: what is told stands in the order of the configuration.
  const reports: FileReport[] = [];
  for (const [index, result] of results.entries()) {
    stops.push(...result.stops.map((stop) => ({...stop, path: files[index]!.name})));
    problems.push(...result.problems);
    reports.push(...result.reports);
  }
  if (stops.length > 0) throw new IngestError(stops, reports, problems);
  dateFiles(reports);
  if (cache) {
    forgetOthers(cache, new Set(tasks.map(({entry}) => entry)));
    await writeVersions(db, describeVersions(reports, new Map(tasks.map(({number, entry}) => [number, entry]))));
  }
  await dateRows(db, reports);
  await writeLedger(db, reports);
  await supplyNoteColumns(db);
  await spreadNoteHistory(db, config.brief);
  problems.push(...(await followRecords(db)));
  problems.push(...(await markMissing(db, config, reports)));
  problems.push(...(await resolveReferences(db, reports)), ...(await reportPeople(db)));
  problems.push(...(await reportCommitments(db, config)), ...(await reportExemplars(db, config)));
  return {files: reports, problems, rejects: await summariseRejects(db)};
}
