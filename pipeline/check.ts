/** A build without its results: everything is read and computed in memory, and told. */
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fillWarehouse} from "./build-data.js";
import type {Config} from "./config.js";
import {openDatabase, quoteText} from "./db.js";
import {UserError, type Problem} from "./errors.js";
import {describeFileProblem, IngestError, listOutcomes, type FileOutcome} from "./ingest/index.js";
import type {Stop} from "./ingest/types.js";
import type {Progress} from "./progress.js";

export interface Check {
  /** Whether a build would succeed. */
  ok: boolean;
  /** One per file and entity. */
  files: FileOutcome[];
  /** What concerns no single file. */
  problems: Problem[];
  /** What stops the build, in words; empty when nothing does. */
  stops: string[];
}

/** Reads every export that the configuration names and computes everything from it, in memory; writes nothing. */
export async function checkData(config: Config, progress?: Progress): Promise<Check> {
  const db = await openDatabase();
  try {
    // What does not fit into memory goes where it disturbs nobody.
    await db.run(`set temp_directory = ${quoteText(join(tmpdir(), `baton-check-${process.pid}`))}`);
    try {
      const {files, problems} = await fillWarehouse(db, config, progress);
      const outcomes = await listOutcomes(db, files, problems, []);
      return {ok: true, files: outcomes.files, problems: outcomes.others, stops: []};
    } catch (error) {
      // A mistake in the configuration is one for every command, and nothing about the exports.
      if (!(error instanceof UserError) || error.exitCode === 2) throw error;
      const [reports, problems, stops] =
        error instanceof IngestError ? [error.files, error.problems, error.stops] : [[], [], [] as Stop[]];
      const {files, others} = await listOutcomes(db, reports, problems, stops);
      return {ok: false, files, problems: others, stops: error.message.split(/\n(?=\S)/)};
    }
  } finally {
    db.close();
  }
}

/** The check as a text: a line per file and entity, what is wrong with each, and whether a build would succeed. */
export function describeCheck({ok, files, problems, stops}: Check): string {
  const count = (number = 0) => number.toLocaleString("en");
  const lines: string[] = [];
  for (const file of files) {
    if (file.entity === null) continue;
    const {rows_read, loaded, merged, rejected, set_aside} = file;
    lines.push(
      `${file.path}  ${file.profile} / ${file.entity}: ${count(rows_read)} rows read = ${count(loaded)} loaded + ${count(merged)} merged + ${count(rejected)} rejected + ${count(set_aside)} set aside`,
    );
    for (const problem of file.problems.filter(({effect}) => effect !== "stop"))
      lines.push(`    ${describeFileProblem(problem)}`);
  }
  for (const {where, what, hint} of problems) lines.push(`${where}  ${what}${hint ? `\n        → ${hint}` : ""}`);
  if (ok) return [...lines, "", "a build would succeed"].join("\n");
  return [...lines, "", `a build would stop: ${stops.length} ${stops.length === 1 ? "reason" : "reasons"}`, ...stops].join("\n");
}
