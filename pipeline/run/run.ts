import type {Database} from "../db.js";
import {runInLanes} from "../lanes.js";
import {UserError} from "../errors.js";
import {generateStaging} from "../models/staging/generate.js";
import {findModels} from "./find.js";
import {orderModels, type Model} from "./order.js";

export interface RunOptions {
  /** Told of each model as it has been made. */
  onProgress?: (progress: {model: string; done: number; total: number}) => void;
}

/**
 * Makes every model as a table, each after what it reads. Needs schemas raw and config.
 * @returns the models in the order they were made, for the checks.
 * @throws Error naming the model whose query failed.
 */
export async function runModels(db: Database, options: RunOptions = {}): Promise<Model[]> {
  const models = orderModels(await listModels(db));
  for (const schema of ["staging", "intermediate", "marts"]) await db.run(`create schema if not exists ${schema}`);
  let done = 0;
  await runInLanes(db, models, async (lane, model) => {
    try {
      await lane.run(`create or replace ${model.isView ? "view" : "table"} ${model.name} as\n${await model.write(lane)}`);
    } catch (cause) {
      if (cause instanceof UserError) throw cause;
      throw new Error(`${model.name} (${model.path}): ${(cause as Error).message}`, {cause});
    }
    options.onProgress?.({model: model.name, done: ++done, total: models.length});
  });
  return models;
}

/** Staging models from the contract and the exports at hand, then the files of `pipeline/models`. */
export async function listModels(db: Database): Promise<Model[]> {
  const staging = await generateStaging(db);
  return [
    ...staging.map(({name, grain, key, why, reads, sql, isView}): Model => ({
      name: `staging.${name}`, path: "models/staging/generate.ts", grain, key, why, isView,
      reads: reads.map((table) => `staging.${table}`),
      write: async () => sql,
    })), // prettier-ignore
    ...(await findModels()),
  ];
}
