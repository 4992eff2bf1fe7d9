/** The data part of the road, made aside: exports → raw → staging → marts → metrics → datasets. */
import {constants, copyFileSync, existsSync, mkdirSync, rmSync} from "node:fs";
import {relative} from "node:path";
import type {Config} from "./config.js";
import type {Database} from "./db.js";
import {deliverWarehouse} from "./deliver.js";
import {dropFetched, findServer, makeReader} from "./at-engine/index.js";
import type {Added} from "./engine/added.js";
import {atWork} from "./engine/work.js";
import {describeProblems, UserError} from "./errors.js";
import {ingest, Soiled, type Cache, type IngestReport} from "./ingest/index.js";
import type {Inputs} from "./inputs.js";
import {coach} from "./inference/coaching.js";
import {infer} from "./inference/index.js";
import {awaitAll} from "./lanes.js";
import {ROOM, withLittleMemory} from "./memory.js";
import {computeMetrics} from "./metrics/index.js";
import {SILENT, timed, type Progress} from "./progress.js";
import {publishDatasets} from "./publish/datasets.js";
import {checkRules} from "./run/check-rules.js";
import {checkModels, listChecks} from "./run/checks.js";
import {runModels, type RunOptions} from "./run/run.js";
import {writeSettings} from "./run/settings.js";
import {shareFiles} from "./share-files.js";
import {finishWarehouse, openNewWarehouse} from "./warehouse.js";
import {putInPlace, readStamp, stage, type Workspace} from "./workspace.js";

/** A warehouse and its datasets that do not count yet. */
export interface StagedData {
  report: IngestReport;
  files: number;
  commit(): void;
  discard(): void;
}

/** Makes the warehouse, from the last one where that still holds, and the datasets, both aside; nothing is left of them when something fails. */
export async function stageData(config: Config, workspace: Workspace, inputs: Inputs, progress: Progress): Promise<StagedData> {
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
    let db = await openNewWarehouse(warehouse, inputs.bytes);
    try {
      const cache = {folder: workspace.cache, hashFile: inputs.hashFile, isStill: inputs.isStill, code: inputs.hashReader()};
      const start = performance.now();
      const report = await fillWarehouse(db, config, progress, cache).catch(async (error: unknown) => {
        if (!(error instanceof Soiled)) throw error;
        progress.end("ingest", (performance.now() - start) / 1000, "once more, from what is kept, into a new warehouse");
        // What may no longer be held lies in its unused parts still: made anew, from what is kept.
        db.close();
        for (const path of [warehouse, `${warehouse}.wal`]) rmSync(path, {force: true});
        db = await openNewWarehouse(warehouse, inputs.bytes);
        return fillWarehouse(db, config, progress, cache);
      });
      refuseChanged(inputs, config);
      const {files} = await timed("datasets", progress, async () => {
        // A check that failed has stopped the build before.
        const checks = (await listChecks(db)).map((check) => ({...check, ok: true}));
        const result = await withLittleMemory(db, ROOM.datasets, () =>
          publishDatasets(db, config, {out: data, before: workspace.data, checks}),
        );
        return [result, `${result.files} files, ${(result.bytes / 1e6).toFixed(1)} MB`];
      });
      if (config.database !== undefined)
        await timed("database", progress, async () => {
          const count = await deliverWarehouse(db, config);
          return [undefined, `${count} tables and views handed over`];
        });
      await finishWarehouse(db);
      return {
        report,
        files,
        discard,
        commit() {
          // What says the same as before stays the same file, with its time: kept builds share it, and browsers need not ask for it again.
          shareFiles(data, workspace.data);
          const stamp = {print: inputs.print, contents: inputs.hashContents(), code: inputs.hashCode(), known: inputs.known()};
          putInPlace(workspace, {warehouse, data}, stamp);
        },
      };
    } finally {
      db.close();
    }
  } catch (error) {
    discard();
    refuseChanged(inputs, config, error);
    throw error;
  }
}

/** Data of exports that were written, or vanished, while they were read would be of no moment at all. */
export function refuseChanged(inputs: Inputs, config: Config, cause?: unknown): void {
  const changed = inputs.listChanged();
  if (changed.length === 0) return;
  const names = changed.map((path) => `${relative(config.folder, path)}${existsSync(path) ? "" : " (gone)"}`).join(", ");
  throw new ExportsChanged(
    `${names}: changed while ${changed.length === 1 ? "it was" : "they were"} read\n  → build again when the export is finished`,
    1,
    {cause},
  );
}

/** Exports are not what they were when the build began. */
export class ExportsChanged extends UserError {}

/** Exports → raw → staging → marts → metrics, checked, in an open database. Rules that do not work are refused before. */
export async function fillWarehouse(
  db: Database,
  config: Config,
  progress: Progress = SILENT,
  cache?: Cache,
): Promise<IngestReport> {
  const {report, added} = await fillRaw(db, config, progress, cache);
  const make = async (work: Database) => {
    await makeMarts(db, work, progress);
    await conclude(db, work, config, progress);
  };
  await atWork(db, config, make, {isWhole: true, added});
  return report;
}

/** Checks and metrics, and what follows from them, of the marts that stand in `work`. */
async function conclude(db: Database, work: Database, config: Config, progress: Progress): Promise<void> {
  // The checks look at the models alone, so that nothing need wait for them; where one fails, that is what is told.
  const side = await work.fork();
  const checks = () => checkMarts(side, progress).finally(() => side.close());
  const others = async () => {
    await timed("metrics", progress, async () => [await computeMetrics(work, config), ""]);
    await timed("inference", progress, async () => [undefined, `${await infer(work, config)}, ${await coach(work, config)}`]);
  };
  await withLittleMemory(db, ROOM.marts, () => awaitAll([checks(), others()]));
}

/** Stops when a model does not keep what it promises. */
export const checkMarts = (db: Database, progress: Progress): Promise<undefined> =>
  timed("checks", progress, async () => {
    const failures = await checkModels(db);
    if (failures.length > 0) {
      throw new UserError(describeProblems(`${failures.length} ${failures.length === 1 ? "check" : "checks"} failed`, failures));
    }
    return [undefined, "all hold"];
  });

/** Exports → raw, and the configuration as tables beside it. Rows that the engine reads itself wait there to be added. */
export async function fillRaw(
  db: Database,
  config: Config,
  progress: Progress,
  cache?: Cache,
): Promise<{report: IngestReport; added: Added[]}> {
  await checkRules(db, config);
  await dropFetched(db);
  const server = findServer(config);
  const reader = server && makeReader(config, server);
  const report = await timed("ingest", progress, async () => {
    let [files, kept] = [0, 0];
    const result = await ingest(db, config, {
      cache,
      readMore: reader?.read,
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
  const added = reader ? await reader.settle(db) : [];
  await writeSettings(db, config);
  return {report, added};
}

/** Raw → staging → marts, in `work`, which is the warehouse `db` itself or an engine. */
export async function makeMarts(db: Database, work: Database, progress: Progress): Promise<void> {
  await timed("models", progress, async () => {
    let kept = 0;
    const onProgress: RunOptions["onProgress"] = ({model, isKept, ...counts}) => {
      if (isKept) kept++;
      progress.item?.("models", {name: model, ...counts, isKept, isDone: true});
    };
    const models = await withLittleMemory(db, ROOM.marts, () => runModels(work, {onProgress}));
    return [models, `${models.length} models${kept > 0 ? `, ${kept} of them unchanged` : ""}`];
  });
}
