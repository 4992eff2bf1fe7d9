/** The straight road: ingest → models → checks → metrics → datasets → site. The only file that joins the rooms. */
import {existsSync, mkdirSync, rmSync} from "node:fs";
import type {Config} from "./config.js";
import {openDatabase, type Database} from "./db.js";
import {describeProblems, UserError} from "./errors.js";
import {ingest, type IngestReport} from "./ingest/index.js";
import {computeMetrics} from "./metrics/index.js";
import {publishDatasets} from "./publish/datasets.js";
import {assembleSite, buildShell} from "./publish/shell.js";
import {checkModels, listChecks} from "./run/checks.js";
import {runModels} from "./run/run.js";
import {writeSettings} from "./run/settings.js";
import {fingerprint, isFresh, ROOT, stage, stampWorkspace, swap, type Workspace} from "./workspace.js";

/** Told when a step begins and when it ended, in seconds. */
export interface Progress {
  begin(step: string): void;
  end(step: string, seconds: number, detail: string): void;
}
export const SILENT: Progress = {begin() {}, end() {}};

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
 * @throws UserError when an export cannot be used or a check fails.
 */
export async function buildData(config: Config, workspace: Workspace, progress: Progress = SILENT): Promise<DataReport> {
  const print = fingerprint(config);
  if (isFresh(workspace, print)) return {isRebuilt: false, files: 0};
  const staged = await stageData(config, workspace, progress);
  staged.commit(print);
  return {isRebuilt: true, report: staged.report, files: staged.files};
}

/**
 * Everything: the data part, the shell, and the site that joins them.
 * @throws UserError like `buildData`, and when a page does not build. The site of before then stays as it was.
 */
export async function buildSite(config: Config, workspace: Workspace, progress: Progress = SILENT): Promise<BuildReport> {
  const print = fingerprint(config);
  mkdirSync(workspace.folder, {recursive: true});
  // The shell knows no data, so both are made at once; neither counts before the other is there.
  const [data, shell] = await Promise.allSettled([
    isFresh(workspace, print) ? undefined : stageData(config, workspace, progress),
    makeShell(workspace, progress),
  ]);
  const staged = data.status === "fulfilled" ? data.value : undefined;
  try {
    for (const part of [data, shell]) if (part.status === "rejected") throw part.reason;
    staged?.commit(print);
    await timed("site", progress, async () => [
      await assembleSite({shell: workspace.shell, data: workspace.data, out: workspace.site}),
      workspace.site,
    ]);
    return {isRebuilt: staged !== undefined, report: staged?.report, files: staged?.files ?? 0, site: workspace.site};
  } finally {
    staged?.discard();
  }
}

const makeShell = (workspace: Workspace, progress: Progress) =>
  timed("pages", progress, async () => {
    const shell = await buildShell({root: ROOT, out: workspace.shell});
    return [shell, shell.built ? "built beside the data" : "unchanged"];
  });

interface StagedData {
  report: IngestReport;
  files: number;
  commit(print: string): void;
  discard(): void;
}

async function stageData(config: Config, workspace: Workspace, progress: Progress): Promise<StagedData> {
  mkdirSync(workspace.folder, {recursive: true});
  const warehouse = stage(workspace.warehouse);
  const data = stage(workspace.data);
  const discard = () => {
    for (const path of [warehouse, `${warehouse}.wal`, data]) rmSync(path, {recursive: true, force: true});
  };
  try {
    const db = await openDatabase(warehouse);
    try {
      const report = await fillWarehouse(db, config, progress);
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
        commit(print) {
          swap(warehouse, workspace.warehouse);
          swap(data, workspace.data);
          stampWorkspace(workspace, print);
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

/** Exports → raw → staging → marts → metrics, checked, in an open database. */
export async function fillWarehouse(db: Database, config: Config, progress: Progress = SILENT): Promise<IngestReport> {
  const report = await timed("ingest", progress, async () => {
    const result = await ingest(db, config, {});
    const rows = result.files.reduce((sum, file) => sum + file.rows_read, 0);
    return [result, `${rows.toLocaleString("en")} rows`];
  });
  await timed("models", progress, async () => {
    await writeSettings(db, config);
    return [await runModels(db), ""];
  });
  await timed("metrics", progress, async () => [await computeMetrics(db, config), ""]);
  await timed("checks", progress, async () => {
    const failures = await checkModels(db);
    if (failures.length > 0) {
      throw new UserError(describeProblems(`${failures.length} ${failures.length === 1 ? "check" : "checks"} failed`, failures));
    }
    return [undefined, "all hold"];
  });
  return report;
}

async function timed<T>(step: string, progress: Progress, act: () => Promise<[T, string]>): Promise<T> {
  const start = performance.now();
  progress.begin(step);
  const [result, detail] = await act();
  progress.end(step, (performance.now() - start) / 1000, detail);
  return result;
}

/** Opens the warehouse for reading, building the data first when they are missing or out of date. */
export async function openWarehouse(config: Config, workspace: Workspace, progress: Progress = SILENT): Promise<Database> {
  await buildData(config, workspace, progress);
  if (!existsSync(workspace.warehouse)) throw new UserError(`${workspace.warehouse}: not there\n  → run: npm run build`);
  return openDatabase(workspace.warehouse, {readOnly: true});
}
