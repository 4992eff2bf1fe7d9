import "./allocator.js";
import {DuckDBInstance, DuckDBResultReader, DuckDBTypeId} from "@duckdb/node-api";
import type {DuckDBConnection, DuckDBDataChunk, DuckDBValue} from "@duckdb/node-api";
import {UserError} from "./errors.js";

// Of the client's values others take theirs from here, so that nobody loads it before its allocator has been told.
export {DOUBLE, DuckDBDataChunk, INTEGER, VARCHAR} from "@duckdb/node-api";

/** Values that may be bound to a statement's `$name` parameters. */
export type Parameters = Record<string, DuckDBValue>;
export type Row = Record<string, unknown>;
/**
 * Columns of numbers, one after the other; texts are numbered, and `names` has what the numbers of each column of texts stand for. An ENUM's
 * texts are numbered already, and handed over at the cost of numbers.
 */
export type Columns<K extends string> = {length: number; names: Record<string, readonly string[]>} & Record<
  Exclude<K, "length" | "names">,
  Float64Array
>;

/** An open warehouse. All instants in it are UTC timestamps without zone. */
export interface Database {
  /** Runs one or several statements for their effect. */
  run(sql: string, parameters?: Parameters): Promise<void>;
  /** Runs a query; rows as plain objects: whole numbers as numbers, instants as `YYYY-MM-DD HH:MM:SS` texts, decimals as numbers. */
  rows<T extends object = Row>(sql: string, parameters?: Parameters): Promise<T[]>;
  /** Runs a query of numbers and texts, none of them null; a column each. For long tables: many times faster than an object per row. */
  columns<K extends string>(sql: string): Promise<Columns<K>>;
  /** Answers of `askOnce`, shared by all connections to the warehouse. */
  asked: Map<string, Promise<unknown>>;
  /** The client's own connection, for appenders and chunked reads. */
  connection: DuckDBConnection;
  /**
   * Another connection to the same warehouse, for work that goes on beside; temporary tables are its own. Statements of its `start` may lead it, and
   * those that are forked from it, to another database of the same process.
   */
  fork(start?: string): Promise<Database>;
  close(): void;
}

/**
 * Opens the DuckDB file at `path` (":memory:" for none). What is written to one that `isUnlogged` stands in its file once `checkpoint` has been
 * run, and nothing of it before.
 * @throws Error when the file is no DuckDB database or is held by another process.
 */
export async function openDatabase(
  path = ":memory:",
  options: {readOnly?: boolean; isUnlogged?: boolean} = {},
): Promise<Database> {
  // New files are written in the form that DuckDB 1.2 and later read: it packs texts better.
  const writable = {storage_compatibility_version: "v1.2.0"};
  const {readOnly, isUnlogged} = options;
  const instance = await DuckDBInstance.create(isUnlogged ? ":memory:" : path, readOnly ? {access_mode: "READ_ONLY"} : writable);
  const database = await connect(instance, isUnlogged ? `attach if not exists ${quoteText(path)} as warehouse (recovery_mode 'no_wal_writes', storage_version 'v1.2.0'); use warehouse` : "", new Map()); // prettier-ignore
  return {
    ...database,
    close() {
      database.close();
      instance.closeSync();
    },
  };
}

async function connect(instance: DuckDBInstance, start: string, asked: Database["asked"]): Promise<Database> {
  const connection = await instance.connect();
  if (start) await connection.run(start);
  // The zone of the machine must never shine through: every model works in UTC and converts by name.
  await connection.run("set TimeZone = 'UTC'; set preserve_insertion_order = true");
  return {
    asked,
    connection,
    fork: (other) => (other === undefined ? connect(instance, start, asked) : connect(instance, other, new Map())),
    async run(sql, parameters) {
      await withSql(sql, () => connection.run(sql, parameters));
    },
    async rows<T extends object>(sql: string, parameters?: Parameters) {
      const result = await withSql(sql, () => connection.run(sql, parameters));
      const names = result.deduplicatedColumnNames();
      const types = names.map((_, index) => result.columnTypeId(index));
      if (types.every((type) => PLAIN.has(type))) return readPlain<T>(await result.fetchAllChunks(), names);
      const numeric = names.filter((_, index) => WIDE_NUMBERS.has(types[index]!));
      const reader = new DuckDBResultReader(result);
      await reader.readAll();
      const rows = reader.getRowObjectsJson() as Row[];
      for (const row of rows) for (const name of numeric) if (row[name] != null) row[name] = Number(row[name]);
      return rows as T[];
    },
    async columns<K extends string>(sql: string) {
      const result = await withSql(sql, () => connection.run(sql));
      return readColumns<K>(await result.fetchAllChunks(), result.deduplicatedColumnNames());
    },
    close() {
      connection.closeSync();
    },
  };
}

function readColumns<K extends string>(chunks: readonly DuckDBDataChunk[], names: readonly string[]): Columns<K> {
  const length = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns = names.map(() => new Float64Array(length));
  const texts = names.map(() => new Map<string, number>());
  const known = new Map<number, readonly string[]>();
  let start = 0;
  for (const chunk of chunks) {
    const count = chunk.rowCount;
    columns.forEach((column, k) => {
      const vector = chunk.getColumnVector(k);
      // Numbers lie there as they are; taken as one they cost next to nothing.
      const {items, type} = vector as {items?: unknown; type: {values?: readonly string[]}};
      if (type.values) known.set(k, type.values);
      if (NUMBERS.some((kind) => items instanceof kind)) column.set(items as Float64Array, start);
      else for (let at = 0; at < count; at++) column[start + at] = numberIn(texts[k]!, vector.getItem(at));
    });
    start += count;
  }
  const named = names.flatMap((name, k) => {
    const own = known.get(k) ?? [...texts[k]!.keys()];
    return own.length > 0 ? [[name, own] as const] : [];
  });
  const byName = Object.fromEntries(names.map((name, k) => [name, columns[k]!]));
  return {length, names: Object.fromEntries(named), ...byName} as Columns<K>;
}

/** Arrays in which numbers lie; those without a sign are an ENUM's places too. */
const NUMBERS = [Int32Array, Uint8Array, Uint16Array, Uint32Array, Float64Array];

/** A value's number: itself, or its place among the texts. */
function numberIn(texts: Map<string, number>, value: DuckDBValue): number {
  if (typeof value !== "string") return Number(value);
  const known = texts.get(value) ?? texts.size;
  if (known === texts.size) texts.set(value, known);
  return known;
}

/** Rows of nothing but plain values, straight from the columns: a tenth of the time of the general way. */
function readPlain<T extends object>(chunks: readonly DuckDBDataChunk[], names: readonly string[]): T[] {
  const rows: Row[] = [];
  for (const chunk of chunks) {
    const columns = names.map((_, column) => chunk.getColumnVector(column));
    const count = chunk.rowCount;
    for (let at = 0; at < count; at++) {
      const row: Row = {};
      for (let k = 0; k < names.length; k++) {
        const value = columns[k]!.getItem(at);
        // What is no number is a text, as everywhere in JSON.
        row[names[k]!] = typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
      }
      rows.push(row);
    }
  }
  return rows as T[];
}

/** Types whose values are what they are handed over as. */
const PLAIN = new Set([
  DuckDBTypeId.BOOLEAN,
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.VARCHAR,
  DuckDBTypeId.ENUM,
]);

/**
 * Asks what many ask and what stays the same while others work: once, whoever asks. Whoever changes what the answers rest on clears
 * `asked`. Nobody may change an answer.
 */
export function askOnce<T>({asked}: Pick<Database, "asked">, what: string, ask: () => Promise<T>): Promise<T> {
  const known = asked.get(what) as Promise<T> | undefined;
  if (known) return known;
  const answer = ask();
  asked.set(what, answer);
  answer.catch(() => asked.delete(what));
  return answer;
}

/** Quotes an identifier. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Quotes a text literal. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Says with an error what was asked; what is expected goes on as it is. */
export async function withSql<T>(sql: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new Error(`${(cause as Error).message}\nin SQL:\n${sql.slice(0, 4000)}`, {cause});
  }
}

// The JSON reader hands these over as texts; ours all fit a double. (Inside lists and structs: cast in SQL.)
const WIDE_NUMBERS = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
]);
