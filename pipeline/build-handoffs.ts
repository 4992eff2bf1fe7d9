/** The quick pass for the hours before meetings: exports → marts, and of the datasets what those hours can change. */
import {constants, copyFileSync, mkdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {checkMarts, fillRaw, makeMarts, refuseChanged} from "./build-data.js";
import {atWork} from "./engine/work.js";
import type {DataReport} from "./build.js";
import type {Config} from "./config.js";
import type {Manifest} from "./contract/datasets.js";
import type {Database} from "./db.js";
import type {Inputs} from "./inputs.js";
import {SILENT, timed, type Progress} from "./progress.js";
import {publishHandoffs} from "./publish/handoffs-only.js";
import {finishWarehouse, openNewWarehouse} from "./warehouse.js";
import {readStamp, type Workspace} from "./workspace.js";

/** Where the quick pass works: beside the last whole build, which stays what it was and is what the next one goes on from. */
export function locateQuick(workspace: Workspace): Workspace {
  const folder = join(workspace.folder, "handoffs");
  return {...workspace, warehouse: join(folder, "warehouse.duckdb"), data: join(folder, "data")};
}

/** Why a quick pass cannot go on from what is there; undefined when it can. */
export function objectToQuick(workspace: Workspace, inputs: Inputs, served: {base: string} | undefined): string | undefined {
  const stamp = readStamp(workspace);
  if (!stamp || !served) return "there is no whole build to go on from";
  if (stamp.code !== inputs.hashCode()) return "Baton's code, or who is to be forgotten, has changed since the last whole build";
  return readVersion(workspace) === served.base ? undefined : "the last whole build is not the one that is served";
}

/** Version of the datasets of the last whole build. */
export const readVersion = ({data}: Workspace): string =>
  (JSON.parse(readFileSync(join(data, "manifest.json"), "utf8")) as Manifest).version;

/** Makes marts of the present exports beside the last whole build, and the datasets that the hours before a meeting change. */
export async function buildHandoffs(
  config: Config,
  workspace: Workspace,
  inputs: Inputs,
  progress: Progress = SILENT,
): Promise<DataReport> {
  const quick = locateQuick(workspace);
  const folder = join(workspace.folder, "handoffs");
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  copyFileSync(workspace.warehouse, quick.warehouse, constants.COPYFILE_FICLONE);
  const db = await openNewWarehouse(quick.warehouse, inputs.bytes);
  try {
    const cache = {folder: workspace.cache, hashFile: inputs.hashFile, isStill: inputs.isStill, code: inputs.hashReader()};
    const {report, added} = await fillRaw(db, config, progress, cache);
    const make = async (work: Database) => {
      await makeMarts(db, work, progress);
      await checkMarts(work, progress);
    };
    await atWork(db, config, make, {isWhole: false, added});
    refuseChanged(inputs, config);
    const {files} = await timed("datasets", progress, async () => {
      const result = await publishHandoffs(db, config, {from: workspace.data, out: quick.data});
      return [result, `${result.files} files, ${(result.bytes / 1e6).toFixed(1)} MB; the rest is of the last whole build`];
    });
    await finishWarehouse(db);
    return {isRebuilt: true, report, files};
  } catch (error) {
    refuseChanged(inputs, config, error);
    throw error;
  } finally {
    db.close();
  }
}
