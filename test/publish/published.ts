import {mkdtempSync, readdirSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import {parseConfig} from "../../pipeline/config.js";
import type {Database} from "../../pipeline/db.js";
import {coach} from "../../pipeline/inference/coaching.js";
import {infer} from "../../pipeline/inference/index.js";
import {computeMetrics} from "../../pipeline/metrics/index.js";
import {publishDatasets} from "../../pipeline/publish/datasets.js";
import {given, type Given} from "../models/given.js";

export interface Published {
  db: Database;
  version: string;
  /** Folder that they lie in. */
  out: string;
  files: string[];
  json<T>(path: string): T;
  table(path: string): Record<string, unknown>[];
  text(path: string): string;
}

/** The datasets of a few rows, by way of models and metrics; `also` runs in between, for what no export can say. */
export async function published(entities: Given, config: object = {}, also = ""): Promise<Published> {
  const db = await given(entities, config);
  if (also) await db.run(also);
  const settings = parseConfig(JSON.stringify({company: "Test", ...config}), "/test/baton.config.yaml");
  await computeMetrics(db, settings);
  await infer(db, settings);
  await coach(db, settings);
  const out = mkdtempSync(join(tmpdir(), "baton-publish-"));
  const {version} = await publishDatasets(db, settings, {out});
  return {
    db,
    version,
    out,
    files: (readdirSync(out, {recursive: true}) as string[]).filter((path) => path.includes(".")).sort(),
    json: (path) => JSON.parse(readFileSync(join(out, path), "utf8")),
    table: (path) => tableFromIPC(readFileSync(join(out, path))).toArray() as Record<string, unknown>[],
    text: (path) => readFileSync(join(out, path), "latin1"),
  };
}
