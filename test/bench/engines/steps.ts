/** What the bench of the engines measures, one step per process: so each has a peak memory of its own. */
import {cpSync, existsSync, mkdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {fillRaw} from "../../../pipeline/build-data.js";
import {readConfig, type Config} from "../../../pipeline/config.js";
import {openDatabase, type Database} from "../../../pipeline/db.js";
import {openEngine} from "../../../pipeline/engine/database.js";
import {fetchTable, listTables} from "../../../pipeline/engine/ship.js";
import {coach} from "../../../pipeline/inference/coaching.js";
import {infer} from "../../../pipeline/inference/index.js";
import {listExports} from "../../../pipeline/inputs.js";
import {ROOM, withLittleMemory} from "../../../pipeline/memory.js";
import {computeMetrics} from "../../../pipeline/metrics/index.js";
import {SILENT} from "../../../pipeline/progress.js";
import {sumLedger} from "../../../pipeline/report.js";
import {checkModels} from "../../../pipeline/run/checks.js";
import {orderModels} from "../../../pipeline/run/order.js";
import {listModels, makeModel} from "../../../pipeline/run/run.js";
import {openNewWarehouse} from "../../../pipeline/warehouse.js";
import {generate} from "../workload/generate.js";
import {openChdb} from "../../engines/chdb.js";
import {sendAll} from "../../engines/send.js";
import {hashMarts} from "./checksum.js";
import {openGauge, type Taken} from "./gauge.js";

export interface Measured {
  /** What was done one after the other: raw sent, each model, checks, metrics, conclusions, marts fetched. */
  parts: Taken[];
  /** Of the exports. */
  bytes?: number;
  /** Of the exports, or of all marts. */
  rows?: number;
  /** Of all rows of all marts. */
  checksum?: string;
}

const GROUND = "engines-ground.duckdb";
const config = (folder: string): Config => readConfig(join(folder, "baton.config.yaml"));
const bytesOf = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + statSync(path).size, 0);

/** The steps, in their order; each finds what those before it left in `folder`. */
export const STEPS = {
  /** Exports that are there already are taken: they are the same bytes. */
  async generate(folder: string, sdrs: number, months: number): Promise<Measured> {
    if (!existsSync(join(folder, "baton.config.yaml"))) await generate({sdrs, months, seed: 1, out: folder});
    return {parts: [], bytes: bytesOf(listExports(config(folder)))};
  },

  /** Exports → raw and config, which both engines start from. */
  async ground(folder: string): Promise<Measured> {
    const path = join(folder, GROUND);
    rmSync(path, {force: true});
    const db = await openDatabase(path);
    const gauge = openGauge();
    const {report} = await gauge.take("exports → raw and config, from which both go on", () =>
      withLittleMemory(db, ROOM.aside, () => fillRaw(db, config(folder), SILENT)),
    );
    db.close();
    return {parts: gauge.taken, rows: sumLedger(report.files).rows_read};
  },

  async duckdb(folder: string): Promise<Measured> {
    const path = join(folder, "engines-duckdb.duckdb");
    cpSync(join(folder, GROUND), path);
    const db = await openNewWarehouse(path, Infinity);
    try {
      const gauge = openGauge();
      await withLittleMemory(db, ROOM.marts, () => makeAll(db, config(folder), gauge));
      return {parts: gauge.taken, ...(await hashMarts(db, await listTables(db, ["marts"])))};
    } finally {
      db.close();
      rmSync(path, {force: true});
    }
  },

  async clickhouse(folder: string): Promise<Measured> {
    const work = join(folder, "engines-work");
    mkdirSync(work, {recursive: true});
    const [db, parser, fetched] = [await openDatabase(join(folder, GROUND)), await openDatabase(), await openDatabase(join(work, "fetched.duckdb"))]; // prettier-ignore
    const client = openChdb();
    try {
      await client.command("CREATE DATABASE baton");
      const engine = openEngine(client, parser, {database: "baton"}, work);
      const gauge = openGauge();
      await gauge.take("raw and config sent", () => sendAll(db, engine, work));
      await makeAll(engine, config(folder), gauge);
      await gauge.take("marts fetched", async () => {
        for (const name of engine.list()) if (name.schema === "marts") await fetchTable(engine, fetched, name, work);
      });
      return {parts: gauge.taken, ...(await hashMarts(fetched, await listTables(fetched, ["marts"])))};
    } finally {
      for (const each of [db, parser, fetched]) each.close();
      await client.close();
      rmSync(work, {recursive: true, force: true});
    }
  },
} satisfies Record<string, (folder: string, sdrs: number, months: number) => Promise<Measured>>;
export type StepName = keyof typeof STEPS;

/** Everything after raw, one after the other, so that each has its own time and memory. */
async function makeAll(work: Database, company: Config, {take}: ReturnType<typeof openGauge>): Promise<void> {
  for (const schema of ["staging", "intermediate", "marts"]) await work.run(`create schema if not exists ${schema}`);
  for (const model of orderModels(await listModels(work))) await take(model.name, () => makeModel(work, model));
  const failures = await take("checks", () => checkModels(work));
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  await take("metrics", () => computeMetrics(work, company));
  await take("conclusions", async () => {
    await infer(work, company);
    await coach(work, company);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [name, folder, sdrs, months] = process.argv.slice(2) as [StepName, string, string, string];
  process.stdout.write(`\n${JSON.stringify(await STEPS[name](folder, Number(sdrs), Number(months)))}`);
}
