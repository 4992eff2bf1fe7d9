import type {Database} from "../db.js";
import {runInLanes} from "../lanes.js";
import {UserError} from "../errors.js";
import {generateStaging} from "../models/staging/generate.js";
import {findModels} from "./find.js";
import {findGround, orderModels, type Model} from "./order.js";
import {readPrints} from "./prints.js";

export interface RunOptions {
  /** Told of each model as it has been made, or left as it was. */
  onProgress?: (progress: {model: string; done: number; total: number; isKept: boolean}) => void;
}

/**
 * Makes every model as a table, each after what it reads; one that an earlier build left and that would come out the same stays. Needs
 * schemas raw and config.
 * @returns the models in the order they were made, for the checks.
 * @throws Error naming the model whose query failed.
 */
export async function runModels(db: Database, options: RunOptions = {}): Promise<Model[]> {
  db.asked.clear();
  const models = orderModels(await listModels(db));
  const prints = await readPrints(db);
  for (const schema of ["staging", "intermediate", "marts"]) await db.run(`create schema if not exists ${schema}`);
  const standing = await findStanding(db);
  let done = 0;
  const tell = ({name}: Model, isKept: boolean) =>
    options.onProgress?.({model: name, done: ++done, total: models.length, isKept});
  await runInLanes(db, models, async (lane, model) => {
    if (prints.isStanding(model)) return tell(model, true);
    let kind: Kind;
    try {
      kind = await makeModel(lane, model, standing.get(model.name));
    } catch (cause) {
      if (cause instanceof UserError) throw cause;
      throw new Error(`${model.name} (${model.path}): ${(cause as Error).message}`, {cause});
    }
    await prints.noteMade(lane, model, kind);
    tell(model, false);
  });
  await prints.write(db);
  return models;
}

type Kind = "view" | "table";

/** Makes a model's table or view, in place of what stands there. */
export async function makeModel(db: Database, model: Model, standing?: Kind): Promise<Kind> {
  const kind = model.isView && !(await model.isTable?.(db)) ? "view" : "table";
  // What was a table becomes a view, or the other way round, when an entity comes from one export more or less.
  if (standing && standing !== kind) await db.run(`drop ${standing} ${model.name}`);
  await db.run(`create or replace ${kind} ${model.name} as\n${await model.write(db)}`);
  return kind;
}

/** What an earlier build left, by name; asked once, since small builds would spend a tenth of their time on asking for each model. */
export async function findStanding(db: Database): Promise<Map<string, Kind>> {
  const rows = await db.rows<{name: string; kind: Kind}>(
    `select schema_name || '.' || table_name as name, 'table' as kind from duckdb_tables()
    union all select schema_name || '.' || view_name, 'view' from duckdb_views() where not internal`,
  );
  return new Map(rows.map(({name, kind}) => [name, kind]));
}

/** Staging models from the contract and the exports at hand, then the files of `pipeline/models`. */
export async function listModels(db: Database): Promise<Model[]> {
  const staging = await generateStaging(db);
  return [
    ...staging.map(({name, grain, key, why, reads, sql, isView}): Model => ({
      name: `staging.${name}`, path: "models/staging/generate.ts", grain, key, why, isView,
      reads: reads.map((table) => `staging.${table}`), ground: findGround(sql),
      text: sql, write: async () => sql,
    })), // prettier-ignore
    ...(await findModels()),
  ];
}
