/** Rows between DuckDB and the engine, as Parquet files: either writes and reads them faster than anything row by row. */
import {rmSync} from "node:fs";
import {join} from "node:path";
import {quoteName, quoteText, type Database} from "../db.js";
import type {Added} from "./added.js";
import {sendInBatches} from "./batches.js";
import type {Engine} from "./database.js";
import type {Name} from "./statement.js";
import {readType, type Column, type Type} from "./types.js";

interface Described extends Column {
  /** As DuckDB writes it. */
  written: string;
}

/** A table's columns and their types, from DuckDB's catalogue. */
export async function describeTable(db: Database, {schema, name}: Name): Promise<Described[]> {
  const rows = await db.rows<{name: string; written: string}>(
    `select column_name as name, data_type as written from duckdb_columns()
    where database_name = current_database() and schema_name = ${quoteText(schema)} and table_name = ${quoteText(name)} order by column_index`,
  );
  return rows.map((row) => ({...row, type: readType(row.written)}));
}

/** Every table and view of the schemas. */
export function listTables(db: Database, schemas: readonly string[]): Promise<Name[]> {
  return db.rows<Name & object>(
    `select schema_name as schema, name from (
      select database_name, schema_name, table_name as name from duckdb_tables()
      union all select database_name, schema_name, view_name from duckdb_views() where not internal
    ) where database_name = current_database() and schema_name in (${schemas.map(quoteText).join(", ")}) order by all`,
  );
}

/** The row of `config.settings`: what is the same for all rows, for what must be a literal there. */
export async function readSettings(db: Database): Promise<Map<string, string | number>> {
  const [row = {}] = await db.rows("from config.settings");
  return new Map(
    Object.entries(row).filter((entry): entry is [string, string | number] => ["string", "number"].includes(typeof entry[1])),
  );
}

/** Sends a table of DuckDB to the engine, in place of what stands there under its name. `folder` holds a batch meanwhile. */
export async function sendTable(
  db: Database,
  engine: Engine,
  name: Name,
  folder: string,
  added: readonly Added[] = [],
): Promise<void> {
  await sendInBatches(engine, {db, name, columns: await describeTable(db, name), folder, added});
}

/** Fetches a table of the engine into DuckDB, in the types that the models say. */
export async function fetchTable(engine: Engine, db: Database, name: Name, folder: string): Promise<void> {
  const columns = engine.columnsOf(name);
  if (!columns) throw new Error(`the engine has no table ${name.schema}.${name.name}`);
  const path = join(folder, `${name.schema}.${name.name}.fetched.parquet`);
  try {
    rmSync(path, {force: true});
    await engine.client.save(`SELECT * FROM ${engine.place(name)}`, path);
    const selected = columns.map(
      ({name: column, type}) => `${fetched(quoteName(column), type)}::${duckType(type)} as ${quoteName(column)}`,
    );
    await db.run(`create schema if not exists ${name.schema}; create or replace table ${name.schema}.${quoteName(name.name)} as
      select ${selected.join(", ")} from read_parquet(${quoteText(path)})`);
  } finally {
    rmSync(path, {force: true});
  }
}

/** An empty list that stands for null is null again. */
const fetched = (column: string, type: Type): string =>
  type.kind === "list" && type.empty !== "list" ? `case when len(${column}) > 0 then ${column} end` : column;

/** A type as DuckDB writes it. */
export function duckType(type: Type): string {
  switch (type.kind) {
    case "list":
      return `${duckType(type.of)}[]`;
    case "struct":
      return `struct(${type.fields.map(([name, of]) => `${quoteName(name)} ${duckType(of)}`).join(", ")})`;
    case "enum":
      return `enum(${type.words.map(quoteText).join(", ")})`;
    case "int":
      return type.name;
    default:
      return {bool: "boolean", float: "double", decimal: "double", text: "varchar", date: "date", timestamp: "timestamp", zoned: "timestamptz", time: "time", span: "bigint", interval: "interval", null: "integer"}[type.kind]; // prettier-ignore
  }
}
