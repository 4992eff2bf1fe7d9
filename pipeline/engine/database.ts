import type {DuckDBConnection} from "@duckdb/node-api";
import {withSql, type Database, type Parameters, type Row} from "../db.js";
import {readColumns, readValue} from "./answers.js";
import {carry, readMacro, type Macro} from "./carry.js";
import type {Client} from "./client.js";
import {shimConnection} from "./connection.js";
import type {Source} from "./from.js";
import type {Query} from "./query.js";
import {placeOf, sayMadeBy, writeDrop, type Layout} from "./layout.js";
import {readStanding, replaceTable} from "./standing.js";
import {readStatement, splitStatements, type Name, type Statement} from "./statement.js";
import {listTables, readDefinition, stored} from "./tables.js";
import type {Column, Type} from "./types.js";
import {quoteIdentifier} from "./value.js";

/** What all connections to one engine share. */
interface Shared {
  client: Client;
  /** A DuckDB whose parser reads the statements. */
  parser: Database;
  layout: Layout;
  /** Where files lie that are on their way. */
  folder: string;
  tables: Map<string, readonly Column[]>;
  types: Map<string, Type>;
  /** The row of `config.settings`. */
  settings: Map<string, string | number>;
  forks: number;
  /** Answers of `askOnce`, for all connections. */
  asked: Database["asked"];
}

export interface Engine extends Database {
  /**
   * Makes a table of these columns that stands in place of one of its name; `fill` puts rows into the one aside.
   * @param sent what it holds, where its rows are sent from here
   */
  replace(name: Name, columns: readonly Column[], fill: (aside: string) => Promise<void>, sent?: string): Promise<void>;
  /** What was said to be held by the table that stands there; undefined where nothing was, or there is none. */
  readSent(name: Name): Promise<string | undefined>;
  columnsOf(name: Name): readonly Column[] | undefined;
  /** Every table but temporary ones. */
  list(): Name[];
  /** Takes down that a table of these columns is there. */
  know(name: Name, columns: readonly Column[]): void;
  /** Takes down what is the same for all rows. */
  note(settings: ReadonlyMap<string, string | number>): void;
  client: Client;
  /** A table's name as ClickHouse knows it. */
  place(name: Name): string;
}

/**
 * A ClickHouse that understands DuckDB's dialect: every statement is carried over on its way. Tables are `<schema>_<table>` in one
 * database; temporary ones belong to a connection and go with it.
 */
export function openEngine(client: Client, parser: Database, layout: Layout, folder: string): Engine {
  return connect({
    client,
    parser,
    layout,
    folder,
    tables: new Map(),
    types: new Map(),
    settings: new Map(),
    forks: 0,
    asked: new Map(),
  });
}

function connect(shared: Shared): Engine {
  const {client, parser, layout} = shared;
  const own = new Map<string, readonly Column[]>();
  const macros = new Map<string, Macro>();
  const id = shared.forks++;
  const before: (() => Promise<void>)[] = [];

  const nameThere = ({schema, name}: Name): string => (schema === "temp" ? `temp_${id}_${name}` : `${schema}_${name}`);
  const place = (name: Name): string => placeOf(layout, nameThere(name));
  const find = ({schema, name}: Name): {name: Name; columns: readonly Column[]} | undefined => {
    const key = name.toLowerCase();
    const temporary = schema === "" || schema === "temp" ? own.get(key) : undefined;
    if (temporary) return {name: {schema: "temp", name: key}, columns: temporary};
    const columns = shared.tables.get(`${schema}.${name}`.toLowerCase());
    return columns && {name: {schema, name}, columns};
  };
  const note = ({schema, name}: Name, columns: readonly Column[] | undefined): void => {
    const [tables, key] = schema === "temp" ? [own, name.toLowerCase()] : [shared.tables, `${schema}.${name}`.toLowerCase()];
    if (columns) tables.set(key, columns);
    else tables.delete(key);
  };
  const catalog = {
    table(schema: string, name: string): Source | undefined {
      if (schema === "information_schema" && name === "tables") return listTables(shared.tables);
      if (name === "duckdb_tables()") return listTables(shared.tables);
      if (name === "duckdb_views()") return listTables(new Map());
      const found = find({schema, name});
      if (!found) return undefined;
      const of = `${found.name.schema}.${found.name.name}`;
      return {sql: place(found.name), columns: found.columns.map((column) => ({...column, origin: `${of}.${column.name}`}))};
    },
    constant: (origin: string) =>
      origin.startsWith("config.settings.") ? shared.settings.get(origin.slice("config.settings.".length)) : undefined,
    type: (name: string) => shared.types.get(name.toLowerCase()),
  };
  const carryOver = (sql: string, where?: string, parameters?: Parameters): Promise<Query> =>
    carry(parser, sql, catalog, {macros, where, parameters});

  async function replace(name: Name, columns: readonly Column[], fill: (aside: string) => Promise<void>, sent?: string) {
    const comment = `${sayMadeBy(layout)}${sent === undefined ? "" : `; ${sent}`}`;
    await replaceTable(client, layout, {table: nameThere(name), columns, comment, isLoaded: sent !== undefined}, fill);
    note(name, columns);
  }

  async function act(statement: Statement, parameters?: Parameters): Promise<void> {
    switch (statement.kind) {
      case "nothing":
        return;
      case "query":
        await client.query((await carryOver(statement.query, undefined, parameters)).sql);
        return;
      case "make": {
        const where = `${statement.name.schema}.${statement.name.name}`;
        const {sql, columns} = await carryOver(statement.query, where, parameters);
        return replace(statement.name, columns.map(stored), async (aside) => client.command(`INSERT INTO ${aside}\n${sql}`));
      }
      case "define":
        return replace(statement.name, await readDefinition(parser, statement.columns), async () => {});
      case "insert": {
        const found = find(statement.name);
        const {sql, columns} = await carryOver(statement.query, undefined, parameters);
        if (!found) throw new Error(`no table ${statement.name.name} to insert into`);
        const names =
          statement.columns ?? (statement.isByName ? columns.map(({name}) => name) : found.columns.map(({name}) => name));
        return client.command(`INSERT INTO ${place(found.name)} (${names.map(quoteIdentifier).join(", ")})\n${sql}`);
      }
      case "drop": {
        const found = find(statement.name);
        if (!found) return;
        note(found.name, undefined);
        return client.command(writeDrop(layout, nameThere(found.name)));
      }
      case "macro":
        macros.set(statement.name, await readMacro(parser, statement.parameters, statement.body));
        return;
      case "type": {
        const {sql} = await carryOver(statement.query);
        const {data} = await client.query(sql);
        shared.types.set(statement.name.toLowerCase(), {kind: "enum", words: data.map(([word]) => String(word))});
      }
    }
  }

  const settle = async (): Promise<void> => {
    // What is sent is a statement itself, and waits for nothing.
    for (const task of before.splice(0)) await task();
  };
  const ask = async (sql: string, parameters?: Parameters) => {
    await settle();
    const {sql: carried, columns} = await carryOver(sql, undefined, parameters);
    return {columns, data: (await withSql(carried, () => client.query(carried))).data};
  };
  const engine: Engine = {
    client,
    asked: shared.asked,
    place,
    replace,
    async readSent(name) {
      const comment = await readStanding(client, layout, nameThere(name));
      return comment === undefined ? undefined : comment.split("; ").slice(1).join("; ") || undefined;
    },
    know: note,
    columnsOf: (name) => find(name)?.columns,
    list: () =>
      [...shared.tables.keys()].map((key) => {
        const [schema, name] = key.split(".") as [string, string];
        return {schema, name};
      }),
    note(settings) {
      shared.settings = new Map(settings);
    },
    async run(sql, parameters) {
      await settle();
      for (const each of splitStatements(sql)) await withSql(each, () => act(readStatement(each), parameters));
    },
    async rows<T extends object = Row>(sql: string, parameters?: Parameters) {
      const {columns, data} = await ask(sql, parameters);
      return data.map((row) => Object.fromEntries(columns.map(({name, type}, at) => [name, readValue(row[at], type)]))) as T[];
    },
    async columns<K extends string>(sql: string) {
      const {columns, data} = await ask(sql);
      return readColumns<K>(columns.map(({name}) => name), columns.map(({type}) => type), data); // prettier-ignore
    },
    get connection(): DuckDBConnection {
      return shimConnection(engine, parser, before, shared.folder);
    },
    fork: async () => connect(shared),
    close() {
      for (const name of own.keys())
        void client.command(writeDrop(layout, nameThere({schema: "temp", name}))).catch(() => undefined);
      own.clear();
    },
  };
  return engine;
}
