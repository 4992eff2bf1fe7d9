import type {DuckDBAppender, DuckDBConnection} from "@duckdb/node-api";
import {quoteName, type Database} from "../db.js";
import {sendInBatches} from "./batches.js";
import type {Engine} from "./database.js";
import {duckType} from "./ship.js";

/**
 * The few of a DuckDB connection's ways that models and conclusions use: rows read one after the other, and rows appended to a temporary
 * table. These are gathered in the DuckDB at hand and sent before the next statement (`before`), since an appender closes without waiting.
 */
export function shimConnection(
  engine: Engine,
  parser: Database,
  before: (() => Promise<void>)[],
  folder: string,
): DuckDBConnection {
  const connection = {
    async createAppender(table: string): Promise<DuckDBAppender> {
      const columns = engine.columnsOf({schema: "temp", name: table});
      if (!columns) throw new Error(`no temporary table ${table} to append to`);
      const side = await parser.fork();
      const definition = columns.map(({name, type}) => `${quoteName(name)} ${duckType(type)}`).join(", ");
      await side.run(`create or replace temp table ${quoteName(table)} (${definition})`);
      const appender = await side.connection.createAppender(table, "main", "temp");
      const closeSync = appender.closeSync.bind(appender);
      appender.closeSync = () => {
        closeSync();
        before.push(async () => {
          await sendInBatches(engine, {db: side, name: {schema: "temp", name: table}, columns, folder});
          side.close();
        });
      };
      return appender;
    },
    async stream(sql: string) {
      const rows = (await engine.rows(sql)).map((row) => Object.values(row));
      let isRead = false;
      return {
        async fetchChunk() {
          if (isRead) return null;
          isRead = true;
          return {rowCount: rows.length, getRows: () => rows};
        },
      };
    },
  };
  return connection as unknown as DuckDBConnection;
}
