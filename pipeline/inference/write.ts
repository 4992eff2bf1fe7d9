import type {DuckDBDoubleVector, DuckDBIntegerVector} from "@duckdb/node-api";
import {DOUBLE, DuckDBDataChunk, INTEGER, quoteName, quoteText, type Database} from "../db.js";

export type ColumnKind = "text" | "double" | "integer";
/** Rows of a data chunk. */
const CHUNK = 2048;

/**
 * Writes a table (`temp.` or `marts.` and its name) of these columns; what a row leaves out is null. Numbers that are not finite are refused: none may reach a
 * page. Texts, of which few differ, cross over as places in a list.
 */
export async function writeTable<T extends object>(
  db: Database,
  name: string,
  columns: Readonly<Partial<Record<keyof T & string, ColumnKind>>>,
  rows: readonly T[],
): Promise<void> {
  const entries = Object.entries(columns) as [keyof T & string, ColumnKind][];
  const coded = entries.map(([column, kind]) => ({column, kind, type: kind === "double" ? DOUBLE : INTEGER, texts: new Map<unknown, number>()})); // prettier-ignore
  const definition = coded.map(({column, type}) => `${quoteName(column)} ${type.toString()}`).join(", ");
  await db.run(`create or replace temp table coded_rows (${definition})`);
  const appender = await db.connection.createAppender("coded_rows", "main", "temp");
  const types = coded.map(({type}) => type);
  for (let start = 0; start < rows.length; start += CHUNK) {
    const count = Math.min(CHUNK, rows.length - start);
    const chunk = DuckDBDataChunk.create(types, count);
    coded.forEach(({column, kind, texts}, index) => {
      const vector = chunk.getColumnVector(index) as DuckDBDoubleVector | DuckDBIntegerVector;
      for (let k = 0; k < count; k++) {
        const value: unknown = rows[start + k]![column];
        vector.setItem(k, kind === "text" ? place(value, texts) : check(value, name, column));
      }
      vector.flush();
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const selected = coded.map(({column, kind, texts}) =>
    kind === "text"
      ? `list_extract([${[...texts.keys()].map((text) => quoteText(String(text))).join(", ")}]::text[], ${quoteName(column)}) as ${quoteName(column)}`
      : quoteName(column),
  );
  await db.run(
    `create or replace ${name.startsWith("temp.") ? "temp " : ""}table ${name} as select ${selected.join(", ")} from temp.coded_rows; drop table temp.coded_rows`,
  );
}

/** Place of a text in the list, from 1. */
function place(text: unknown, texts: Map<unknown, number>): number | null {
  if (text === undefined || text === null) return null;
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, texts.size + 1);
  return texts.size;
}

function check(value: unknown, table: string, column: string): number | null {
  if (value === undefined || value === null) return null;
  if (!Number.isFinite(value)) throw new Error(`${table}.${column}: ${String(value)} is no number`);
  return value as number;
}
