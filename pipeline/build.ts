/** The straight road: ingest → models → checks → metrics → datasets → site. The only file that joins the rooms. */
import {constants, copyFileSync, existsSync, mkdirSync, rmSync} from "node:fs";
import type {Config} from "./config.js";
import {openDatabase, type Database} from "./db.js";
import {describeProblems, UserError} from "./errors.js";
import {ingest, type Cache, type IngestReport} from "./ingest/index.js";
import {isUnchanged, lookAtInputs, type Inputs} from "./inputs.js";
import {takeLock} from "./lock.js";
import {computeMetrics} from "./metrics/index.js";
import {SILENT, timed, type Progress} from "./progress.js";
import {publishDatasets} from "./publish/datasets.js";
import {assembleSite, buildShell} from "./publish/shell.js";
import {checkRules} from "./run/check-rules.js";
import {checkModels, listChecks} from "./run/checks.js";
import {runModels} from "./run/run.js";
import {writeSettings} from "./run/settings.js";
import {openNewWarehouse} from "./warehouse.js";
import {putInPlace, readStamp, ROOT, stage, tidyWorkspace, writeStamp, type Workspace} from "./workspace.js";

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
  const {progress = SILENT} = options;
  return withLock(workspace, async () => {
    const inputs = lookAtInputs(config, options.verify ? {} : readStamp(workspace)?.known);
    // The shell knows no data, so both are made at once; neither counts before the other is there.
    const [data, shell] = await Promise.allSettled([
      isFresh(workspace, inputs, options) ? undefined : stageData(config, workspace, inputs, progress),
      makeShell(workspace, progress),
    ]);
    const staged = data.status === "fulfilled" ? data.value : undefined;
    try {
      for (const part of [data, shell]) if (part.status === "rejected") throw part.reason;
      staged?.commit();
      await timed("site", progress, async () => [
        await assembleSite({shell: workspace.shell, data: workspace.data, out: workspace.site}),
        workspace.site,
      ]);
      return {isRebuilt: staged !== undefined, report: staged?.report, files: staged?.files ?? 0, site: workspace.site};
    } finally {
      staged?.discard();
    }
  });
}

/** Runs a build as the only one in its folder, after mending what one that was killed has left. */
async function withLock<T>(workspace: Workspace, act: () => Promise<T>): Promise<T> {
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

const makeShell = (workspace: Workspace, progress: Progress) =>
  timed("pages", progress, async () => {
    const shell = await buildShell({root: ROOT, out: workspace.shell});
    return [shell, shell.built ? "built beside the data" : "unchanged"];
  });

interface StagedData {
  report: IngestReport;
  files: number;
  commit(): void;
  discard(): void;
}

async function stageData(config: Config, workspace: Workspace, inputs: Inputs, progress: Progress): Promise<StagedData> {
  mkdirSync(workspace.folder, {recursive: true});
  const warehouse = stage(workspace.warehouse);
  const data = stage(workspace.data);
  const discard = () => {
    for (const path of [warehouse, `${warehouse}.wal`, data]) rmSync(path, {recursive: true, force: true});
  };
  try {
    // The last warehouse is gone on from, unless our own code was another then.
    if (readStamp(workspace)?.code === inputs.hashCode())
      copyFileSync(workspace.warehouse, warehouse, constants.COPYFILE_FICLONE);
    const db = await openNewWarehouse(warehouse, inputs.bytes);
    try {
      const cache = {folder: workspace.cache, hashFile: inputs.hashFile, isStill: inputs.isStill, code: inputs.hashReader()};
      const report = await fillWarehouse(db, config, progress, cache);
      const {files} = await timed("datasets", progress, async () => {
        // A check that failed has stopped the build before.
        const checks = (await listChecks(db)).map((check) => ({...check, ok: true}));
        const result = await publishDatasets(db, config, {out: data, checks});
        return [result, `${result.files} files, ${(result.bytes / 1e6).toFixed(1)} MB`];
      });
      return {
        report,
        files,
        discard,
        commit() {
          const stamp = {print: inputs.print, contents: inputs.hashContents(), code: inputs.hashCode(), known: inputs.known()};
          putInPlace(workspace, {warehouse, data}, stamp);
        },
      };
    } finally {
      db.close();
    }
  } catch (error) {
    discard();
    throw error;
  }
}

/** Exports → raw → staging → marts → metrics, checked, in an open database. Rules that do not work are refused before. */
export async function fillWarehouse(
  db: Database,
  config: Config,
  progress: Progress = SILENT,
  cache?: Cache,
): Promise<IngestReport> {
  await checkRules(db, config);
  const report = await timed("ingest", progress, async () => {
    let [files, kept] = [0, 0];
    const result = await ingest(db, config, {
      cache,
      onProgress({path, stage, ...item}) {
        if (stage === "done") files++;
        if (item.isKept) kept++;
        progress.item?.("ingest", {name: path, isDone: stage === "done", ...item});
      },
    });
    const rows = result.files.reduce((sum, file) => sum + file.rows_read, 0);
    const unchanged = kept > 0 ? `, ${kept} of ${files} files unchanged` : "";
    return [result, `${rows.toLocaleString("en")} rows${unchanged}`];
  });
  await timed("models", progress, async () => {
    await writeSettings(db, config);
    let kept = 0;
    const models = await runModels(db, {
      onProgress({model, isKept, ...counts}) {
        if (isKept) kept++;
        progress.item?.("models", {name: model, ...counts, isKept, isDone: true});
      },
    });
    return [models, `${models.length} models${kept > 0 ? `, ${kept} of them unchanged` : ""}`];
  });
  // The checks look at the models alone, so they need not wait for the metrics.
  const side = await db.fork();
  const checks = timed("checks", progress, async () => {
    const failures = await checkModels(side);
    if (failures.length > 0) {
      throw new UserError(describeProblems(`${failures.length} ${failures.length === 1 ? "check" : "checks"} failed`, failures));
    }
    return [undefined, "all hold"];
  });
  const metrics = timed("metrics", progress, async () => [await computeMetrics(db, config), ""]);
  const ends = await Promise.allSettled([checks, metrics]);
  side.close();
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return report;
}

/** Opens the warehouse for reading, building the data first when they are missing or out of date. */
export async function openWarehouse(config: Config, workspace: Workspace, options: BuildOptions = {}): Promise<Database> {
  await buildData(config, workspace, options);
  if (!existsSync(workspace.warehouse)) throw new UserError(`${workspace.warehouse}: not there\n  → run: npm run build`);
  return openDatabase(workspace.warehouse, {readOnly: true});
}
