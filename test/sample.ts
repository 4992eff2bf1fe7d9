import {existsSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {inject} from "vitest";
import {fillWarehouse} from "../pipeline/build-data.js";
import {readConfig} from "../pipeline/config.js";
import {openDatabase, type Database} from "../pipeline/db.js";
import {publishDatasets} from "../pipeline/publish/datasets.js";
import {inTurn} from "./in-turn.js";
import {openSmall} from "./open-small.js";
import {closeAfterFile} from "./opened.js";

/** The configuration of the sample company at the top of the project. */
export const sampleConfig = readConfig(join(import.meta.dirname, "../baton.config.yaml"));

export interface Sample {
  /** Its warehouse, to be read; closed after the file's last test. */
  db: Database;
  /** Folder of its datasets, in which nothing may be written. */
  data: string;
}

/** The sample company as a build leaves it: built once in a run, by the file that asks first, while others that ask wait. */
export async function openSample(): Promise<Sample> {
  const folder = inject("shared");
  const [warehouse, data, done] = ["sample.duckdb", "sample-data", "sample.done"].map((name) => join(folder, name)) as [string, string, string]; // prettier-ignore
  await inTurn("sample", async () => {
    if (existsSync(done)) return;
    // What a build that failed has left.
    for (const path of [warehouse, data]) rmSync(path, {recursive: true, force: true});
    const db = await openSmall(warehouse);
    try {
      await fillWarehouse(db, sampleConfig);
      await publishDatasets(db, sampleConfig, {out: data});
    } finally {
      db.close();
    }
    writeFileSync(done, "");
  });
  return {db: closeAfterFile(await openDatabase(warehouse, {readOnly: true})), data};
}
