import type {Database} from "../../pipeline/db.js";
import {findReferences, orderModels, type Model} from "../../pipeline/run/order.js";
import {listModels, makeModel} from "../../pipeline/run/run.js";
import {givenGround, type Given} from "./given.js";

/** What shows all tables at once. */
const CATALOGUE = /\b(duckdb_\w+|information_schema|show)\b/i;

/**
 * As `given`, but of the models only those are made that a query names, and what they read, since a test of models looks at one or two
 * of a hundred. Whoever writes or opens another connection finds all of them. `ALL_MODELS=1` makes all in every case.
 */
export async function givenAsAsked(entities: Given, config: object = {}): Promise<Database> {
  const db = await givenGround(entities, config);
  const models = orderModels(await listModels(db));
  const made = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  const make = (wanted: readonly Model[]) =>
    (last = last.then(async () => {
      for (const model of wanted.filter(({name}) => !made.has(name))) {
        await makeModel(db, model);
        made.add(model.name);
      }
    }));
  const makeFor = (sql: string) => make(CATALOGUE.test(sql) ? models : withParents(models, findReferences(sql)));

  for (const schema of ["staging", "intermediate", "marts"]) await db.run(`create schema ${schema}`);
  if (process.env["ALL_MODELS"]) await make(models);
  return {
    ...db,
    rows: async (sql, parameters) => (await makeFor(sql), db.rows(sql, parameters)),
    columns: async (sql) => (await makeFor(sql), db.columns(sql)),
    run: async (sql, parameters) => (await make(models), db.run(sql, parameters)),
    fork: async () => (await make(models), db.fork()),
  };
}

/** The models of these names and all that they read, in the order given. */
function withParents(models: readonly Model[], names: readonly string[]): Model[] {
  const wanted = new Set(names);
  for (const {name, reads} of [...models].reverse()) if (wanted.has(name)) for (const read of reads) wanted.add(read);
  return models.filter(({name}) => wanted.has(name));
}
