import type {Database} from "../db.js";
import {COACHING_TABLES, TABLES, type TableName} from "./tables.js";
import {writeTable, type ColumnKind} from "./write.js";

/** Makes a table of `TABLES` in `marts`. */
export async function put<T extends object>(db: Database, name: TableName, rows: readonly T[]): Promise<void> {
  await writeTable(db, name, columnsOf<T>(name), rows);
  await db.run(`create or replace table marts.${name} as select * from temp.${name}; drop table temp.${name}`);
}

const columnsOf = <T>(name: TableName) =>
  ({...TABLES, ...COACHING_TABLES})[name] as Partial<Record<keyof T & string, ColumnKind>>;
