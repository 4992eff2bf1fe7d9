import {DOUBLE, DuckDBDataChunk, INTEGER, VARCHAR, type DuckDBType, type DuckDBValue} from "@duckdb/node-api";
import {quoteName, type Database} from "../db.js";

const TYPES = {text: VARCHAR, double: DOUBLE, integer: INTEGER} satisfies Record<string, DuckDBType>;
export type ColumnKind = keyof typeof TYPES;
/** Rows of a data chunk. */
const CHUNK = 2048;

/** Writes a temporary table of these columns; what a row leaves out is null. Numbers that are not finite are refused: none may reach a page. */
export async function writeTable<T extends object>(
  db: Database,
  name: string,
  columns: Readonly<Partial<Record<keyof T & string, ColumnKind>>>,
  rows: readonly T[],
): Promise<void> {
  const entries = Object.entries(columns) as [keyof T & string, ColumnKind][];
  await db.run(
    `create or replace temp table ${name} (${entries.map(([column, type]) => `${quoteName(column)} ${type}`).join(", ")})`,
  );
  const appender = await db.connection.createAppender(name, "main", "temp");
  for (let start = 0; start < rows.length; start += CHUNK) {
    const part = rows.slice(start, start + CHUNK);
    const chunk = DuckDBDataChunk.create(
      entries.map(([, type]) => TYPES[type]),
      part.length,
    );
    entries.forEach(([column, type], index) => chunk.setColumnValues(index, part.map((row) => check(row[column], type, `${name}.${column}`)))); // prettier-ignore
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function check(value: unknown, type: string, where: string): DuckDBValue {
  if (value === undefined || value === null) return null;
  if (type !== "text" && !Number.isFinite(value)) throw new Error(`${where}: ${String(value)} is no number`);
  return value as DuckDBValue;
}
