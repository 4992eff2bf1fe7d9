/** Tables of an existing DuckDB database. It is attached for reading while exports are read, and let go of afterwards. */
import {createHash} from "node:crypto";
import {quoteName, quoteText, type Database} from "../db.js";
import {findNearMiss, UserError} from "../errors.js";
import {sumBytes, tableDialect, type OpenFile} from "./opened.js";
import {describeRows, landRows} from "./typed-rows.js";
import type {FoundFile} from "./types.js";

/** @throws UserError when the database is held by another process, of a newer version, or has no such table */
export async function openTable(db: Database, file: FoundFile): Promise<OpenFile> {
  const alias = await attach(db, file);
  const {schema, table} = await findTable(db, alias, file);
  const from = [alias, schema, table].map(quoteName).join(".");
  const columns = await describeRows(db, from);
  const bytes = sumBytes(file);
  return {
    facts: {bytes, encoding: "utf-8", damaged: 0},
    dialect: tableDialect(columns.map(({name}) => name)),
    land: (own, view) => landRows(own, from, columns, view),
    hasChanged: () => sumBytes(file) !== bytes,
    close() {},
  };
}

const PREFIX = "baton_source_";

/** Two tables of one database share an attachment: a file is opened once. */
async function attach(db: Database, {path, name, table}: FoundFile): Promise<string> {
  const alias = PREFIX + createHash("sha256").update(path).digest("hex").slice(0, 12);
  const file = table ? name.slice(0, -table.length - 1) : name;
  try {
    await db.run(`attach if not exists ${quoteText(path)} as ${alias} (read_only)`);
  } catch (cause) {
    const message = ((cause as Error).cause as Error | undefined)?.message ?? "";
    throw new UserError(`${file}: ${explain(message)}`, 1, {cause});
  }
  return alias;
}

function explain(message: string): string {
  if (/(set|conflicting) lock/i.test(message))
    return "is held by another process that writes to it\n  → build when that has ended, or name a copy";
  if (/version number|newer version|serialization version/i.test(message))
    return "was written by another version of DuckDB, which Baton's cannot read\n  → write it with storage_compatibility_version = 'v1.2.0', or export its tables as Parquet";
  if (/not a valid DuckDB/i.test(message))
    return "is no DuckDB database\n  → name the file itself, or take `table` away if it is another kind of export";
  return `cannot be opened (${message.split("\n")[0]!.trim()})`;
}

/** Lets go of all databases that were attached to read from. */
export async function detachSources(db: Database): Promise<void> {
  const found = await db.rows<{name: string}>(
    `select database_name as name from duckdb_databases() where starts_with(database_name, '${PREFIX}')`,
  );
  for (const {name} of found) await db.run(`detach ${quoteName(name)}`);
}

async function findTable(db: Database, alias: string, {name, table, sourceIndex}: FoundFile): Promise<{schema: string; table: string}> {
  const known = await db.rows<{schema: string; table: string}>(
    `select schema_name as schema, table_name as "table" from duckdb_tables() where database_name = '${alias}' and not internal
    union all select schema_name, view_name from duckdb_views() where database_name = '${alias}' and not internal order by 1, 2`,
  );
  const full = (each: {schema: string; table: string}) => `${each.schema}.${each.table}`;
  const listed = known.map(full);
  const where = `→ name one or several under sources[${sourceIndex}].table`;
  if (table === undefined) {
    if (known.length === 1) return known[0]!;
    const what = known.length === 0 ? "holds no table" : `holds ${known.length} tables: ${listed.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}`;
    throw new UserError(`${name}: ${what}\n  ${known.length === 0 ? "→ leave it out of the sources" : where}`);
  }
  const found = known.filter((each) => full(each) === table || each.table === table);
  const chosen = found.length > 1 ? found.find((each) => full(each) === table || each.schema === "main") : found[0];
  if (chosen) return chosen;
  const file = name.slice(0, -table.length - 1);
  if (found.length > 1) throw new UserError(`${file}: ${table} stands in ${found.map(({schema}) => schema).join(" and ")}\n  ${where}, with its schema`);
  const near = findNearMiss(table, [...listed, ...known.map((each) => each.table)]);
  throw new UserError(`${file}: has no table ${table}${near ? `; did you mean ${near}?` : ""}\n  → it holds ${listed.slice(0, 12).join(", ") || "none"}${known.length > 12 ? ", …" : ""}`);
} // prettier-ignore
