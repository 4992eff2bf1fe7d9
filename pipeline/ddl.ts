/** The statements that make every table of a warehouse, without one: of a company that has no rows. */
import {fillWarehouse} from "./build-data.js";
import type {Config} from "./config.js";
import {openDatabase, type Database} from "./db.js";
import {carryAll} from "./engine/carried.js";
import {sayMadeBy, writeTable, type Layout} from "./engine/layout.js";
import {describeTable, listTables} from "./engine/ship.js";
import {describeProblems, UserError} from "./errors.js";

/** Which day it is changes no column. */
const SOME_DAY = "2026-01-01T00:00:00Z";
const SCHEMAS = ["raw", "config", "staging", "intermediate", "marts"];

/**
 * Statements that make the tables of the engine that the configuration names, in order of their names. Reads no export and asks no server.
 * @throws UserError where the configuration does not work, or a model cannot be carried
 */
export async function listDefinitions(config: Config): Promise<string[]> {
  const db = await openDatabase();
  try {
    await fillWarehouse(db, {...config, engine: "duckdb", sources: [], as_of: config.as_of ?? SOME_DAY});
    return config.engine === "duckdb" ? await listHere(db) : await listThere(db, config, config.engine.clickhouse);
  } finally {
    db.close();
  }
}

async function listHere(db: Database): Promise<string[]> {
  const rows = await db.rows<{sql: string}>(
    `select sql from (
      select schema_name, table_name as name, sql from duckdb_tables() union all select schema_name, view_name, sql from duckdb_views() where not internal
    ) where schema_name in (${SCHEMAS.map((schema) => `'${schema}'`).join(", ")}) order by schema_name, name`,
  );
  return [...SCHEMAS.map((schema) => `CREATE SCHEMA ${schema}`), ...rows.map(({sql}) => sql.trim().replace(/;$/, ""))];
}

async function listThere(db: Database, config: Config, layout: Layout): Promise<string[]> {
  const {engine, problems} = await carryAll(db, config);
  if (problems.length > 0) throw new UserError(describeProblems("engine: clickhouse: cannot run every model", problems));
  const statements: string[] = [];
  for (const name of await listTables(db, SCHEMAS)) {
    // What no model makes, as metrics and conclusions, is of the types that it is declared with.
    const columns = engine.columnsOf(name) ?? (await describeTable(db, name));
    const isLoaded = name.schema === "raw" || name.schema === "config";
    const table = `${name.schema}_${name.name}`;
    statements.push(...writeTable(layout, {table, columns, comment: sayMadeBy(layout), isLoaded}, "1"));
  }
  return statements;
}
