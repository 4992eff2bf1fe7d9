/** The warehouse handed over to another DuckDB database, where other tools read it. */
import {resolve} from "node:path";
import type {Config} from "./config.js";
import {quoteName, quoteText, type Database} from "./db.js";
import {UserError} from "./errors.js";
import {orderModels, type Model} from "./run/order.js";
import {listModels} from "./run/run.js";

const SCHEMAS = ["config", "raw", "staging", "intermediate", "marts"] as const;
const TARGET = "baton_delivery";

/**
 * Puts every table and view of the warehouse `db` into the database that the configuration names, in one transaction: readers there see
 * the state before or this one. Other schemas of it stay as they are. The name is passed to DuckDB as it is (`md:` included, whose
 * token stands in the environment); messages tell nothing behind its question mark.
 * @returns how many tables and views
 * @throws UserError when it cannot be opened, is held by another process, or holds schemas of these names that are not Baton's
 */
export async function deliverWarehouse(
  db: Database,
  {database, folder}: Pick<Config, "database" | "folder">,
  list: (db: Database) => Promise<readonly Model[]> = listModels,
): Promise<number> {
  if (database === undefined) return 0;
  const isAddress = /^[a-z]{2,}:/i.test(database);
  const told = database.split("?")[0]!;
  const side = await db.fork();
  try {
    await attach(side, isAddress ? database : resolve(folder, database), told);
    try {
      const [{name: own} = {name: ""}] = await side.rows<{name: string}>("select current_database() as name");
      await refuseForeign(side, told);
      return await copyAll(side, own, await writeViews(side, own, await list(side)));
    } finally {
      await side.run(`detach ${TARGET}`);
    }
  } finally {
    side.close();
  }
}

async function attach(db: Database, database: string, told: string): Promise<void> {
  try {
    await db.run(`attach ${quoteText(database)} as ${TARGET}`);
  } catch (error) {
    // Neither the error nor its cause goes on: DuckDB quotes the whole name, and a token may stand in it.
    const message = ((error as Error).cause as Error | undefined)?.message ?? "";
    const what = /(set|conflicting) lock/i.test(message)
      ? "is held by another process\n  → build when that has ended"
      : /^md:|^motherduck:/i.test(told)
        ? "cannot be opened\n  → DuckDB's extension motherduck has to be installed, and its token to stand in the environment as motherduck_token"
        : /version number|serialization version/i.test(message)
          ? "was written by another version of DuckDB, which Baton's cannot read\n  → name another database"
          : "cannot be opened as a DuckDB database\n  → see that its folder is there and can be written to";
    throw new UserError(`database: ${told}: ${what}`);
  }
}

/** Schemas of somebody else's that happen to have these names are not taken away. */
async function refuseForeign(db: Database, told: string): Promise<void> {
  const found = await db.rows<{schema: string; name: string}>(
    `select schema_name as schema, table_name as name from duckdb_tables() where database_name = '${TARGET}'
      and schema_name in (${SCHEMAS.map(quoteText).join(", ")})`,
  );
  const isOurs = ["config.settings", "raw.files"].every((table) => found.some(({schema, name}) => `${schema}.${name}` === table));
  if (found.length === 0 || isOurs) return;
  const schemas = [...new Set(found.map(({schema}) => schema))].join(", ");
  throw new UserError(
    `database: ${told}: has schemas that Baton would replace and did not make: ${schemas}\n  → name another database, or rename them there`,
  );
}

/**
 * Statements that make the warehouse's views, each after those that it reads. They are the models' own: what DuckDB tells of a view that was kept in a
 * file it does not always understand itself.
 */
async function writeViews(db: Database, own: string, models: readonly Model[]): Promise<string[]> {
  const views = await db.rows<{name: string; sql: string}>(
    `select schema_name || '.' || view_name as name, sql from duckdb_views()
    where database_name = ${quoteText(own)} and schema_name in (${SCHEMAS.map(quoteText).join(", ")}) order by view_oid`,
  );
  const left = new Map(views.map(({name, sql}) => [name, sql]));
  const statements: string[] = [];
  for (const model of orderModels(models)) {
    if (!left.delete(model.name)) continue;
    statements.push(`create view ${model.name} as\n${await model.write(db)}`);
  }
  return [...statements, ...left.values()];
}

async function copyAll(db: Database, own: string, views: readonly string[]): Promise<number> {
  const schemas = SCHEMAS.map(quoteText).join(", ");
  const tables = await db.rows<{schema: string; name: string}>(
    `select schema_name as schema, table_name as name from duckdb_tables() where database_name = ${quoteText(own)} and schema_name in (${schemas}) order by 1, 2`,
  );
  await db.run("begin");
  try {
    for (const schema of SCHEMAS)
      await db.run(`drop schema if exists ${TARGET}.${schema} cascade; create schema ${TARGET}.${schema}`);
    for (const {schema, name} of tables)
      await db.run(`create table ${TARGET}.${schema}.${quoteName(name)} as from ${quoteName(own)}.${schema}.${quoteName(name)}`);
    // Views name tables by schema alone, which is then looked for in the other database.
    await db.run(`use ${TARGET}`);
    for (const sql of views) await db.run(sql);
    await db.run(`use ${quoteName(own)}`);
    await db.run("commit");
  } catch (error) {
    await db.run(`rollback; use ${quoteName(own)}`);
    throw error;
  }
  return tables.length + views.length;
}
