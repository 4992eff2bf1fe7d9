/** The straight road: ingest → models → checks → metrics → datasets → site. With `build-data.ts`, its data part, the only file that joins the rooms. */
import {existsSync} from "node:fs";
import {stageData} from "./build-data.js";
import {findServer} from "./at-engine/index.js";
import type {Config} from "./config.js";
import {openDatabase, type Database} from "./db.js";
import {UserError} from "./errors.js";
import type {IngestReport} from "./ingest/index.js";
import {isUnchanged, lookAtInputs, type Inputs} from "./inputs.js";
import {takeLock} from "./lock.js";
import {SILENT, timed, type Progress} from "./progress.js";
import {assembleSite, buildShell} from "./publish/shell/shell.js";
import {readStamp, ROOT, tidyWorkspace, writeStamp, type Workspace} from "./workspace.js";

export interface BuildOptions {
  progress?: Progress;
  /** Trust no size, time or inode: read every file for its hash. */
  verify?: boolean;
}

export interface DataReport {
  /** False when nothing had changed since the last build. */
  isRebuilt: boolean;
  report?: IngestReport;
  files: number;
}

export interface BuildReport extends DataReport {
  site: string;
}

/**
 * The data part: exports into the warehouse, and from it the datasets. Made aside and put into place when all of it is
 * there; a failure leaves the last good warehouse and datasets.
 * @throws UserError when an export cannot be used, a check fails, or another build is at work here.
 */
export async function buildData(config: Config, workspace: Workspace, options: BuildOptions = {}): Promise<DataReport> {
  if (!options.verify && isUnchanged(config, workspace)) return {isRebuilt: false, files: 0};
  return withLock(workspace, async () => {
    const inputs = lookAtInputs(config, options.verify ? {} : readStamp(workspace)?.known);
    if (isFresh(workspace, inputs, options)) return {isRebuilt: false, files: 0};
    const staged = await stageData(config, workspace, inputs, options.progress ?? SILENT);
    staged.commit();
    return {isRebuilt: true, report: staged.report, files: staged.files};
  });
}

/**
 * Everything: the data part, the shell, and the site that joins them.
 * @throws UserError like `buildData`, and when a page does not build. The site of before then stays as it was.
 */
export async function buildSite(config: Config, workspace: Workspace, options: BuildOptions = {}): Promise<BuildReport> {
  return buildWith(config, workspace, options, async (report) => {
    await timed("site", options.progress ?? SILENT, async () => [
      await assembleSite({shell: workspace.shell, data: workspace.data, out: workspace.site}),
      workspace.site,
    ]);
    return {...report, site: workspace.site};
  });
}

/**
 * The data part and the shell, and what is then made of them before another build may begin. When one of the two fails, nothing of the
 * other counts.
 */
export async function buildWith<T>(
  config: Config,
  workspace: Workspace,
  options: BuildOptions,
  act: (report: DataReport, inputs: Inputs) => Promise<T>,
): Promise<T> {
  const {progress = SILENT} = options;
  return withLock(workspace, async () => {
    const inputs = lookAtInputs(config, options.verify ? {} : readStamp(workspace)?.known);
    // The shell knows no data, so both are made at once; neither counts before the other is there.
    const [data, shell] = await Promise.allSettled([
      isFresh(workspace, inputs, options) && !findServer(config) ? undefined : stageData(config, workspace, inputs, progress),
      makeShell(config, workspace, progress),
    ]);
    const staged = data.status === "fulfilled" ? data.value : undefined;
    try {
      for (const part of [data, shell]) if (part.status === "rejected") throw part.reason;
      staged?.commit();
      return await act({isRebuilt: staged !== undefined, report: staged?.report, files: staged?.files ?? 0}, inputs);
    } finally {
      staged?.discard();
    }
  });
}

/** Runs a build as the only one in its folder, after mending what one that was killed has left. */
export async function withLock<T>(workspace: Workspace, act: () => Promise<T>): Promise<T> {
  const release = takeLock(workspace.lock);
  try {
    tidyWorkspace(workspace);
    return await act();
  } finally {
    release();
  }
}

/** Whether the last build was made from just this: by size, times and inode; or by content, and then the new times are noted. */
function isFresh(workspace: Workspace, inputs: Inputs, {verify}: BuildOptions): boolean {
  const stamp = readStamp(workspace);
  if (!stamp) return false;
  if (!verify && stamp.print === inputs.print) return true;
  if (stamp.contents !== inputs.hashContents()) return false;
  writeStamp(workspace, {...stamp, print: inputs.print, known: inputs.known()});
  return true;
}

/** The pages, built when their sources have changed. */
export const makeShell = ({language}: Pick<Config, "language">, workspace: Workspace, progress: Progress) =>
  timed("pages", progress, async () => {
    const shell = await buildShell({root: ROOT, out: workspace.shell, language});
    return [shell, shell.built ? "built beside the data" : "unchanged"];
  });

/** Opens the warehouse for reading, building the data first when they are missing or out of date. */
export async function openWarehouse(config: Config, workspace: Workspace, options: BuildOptions = {}): Promise<Database> {
  await buildData(config, workspace, options);
  if (!existsSync(workspace.warehouse)) throw new UserError(`${workspace.warehouse}: not there\n  → run: npm run build`);
  return openDatabase(workspace.warehouse, {readOnly: true});
}
