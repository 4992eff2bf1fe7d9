import type {Database} from "../db.js";
import {COACHING_TABLES, TABLES, type TableName} from "./tables.js";
import {writeTable, type ColumnKind} from "./write.js";

/** Makes a table of `TABLES` in `marts`. */
export async function put<T extends object>(db: Database, name: TableName, rows: readonly T[]): Promise<void> {
  await writeTable(db, `marts.${name}`, columnsOf<T>(name), rows);
}

const columnsOf = <T>(name: TableName) =>
  ({...TABLES, ...COACHING_TABLES})[name] as Partial<Record<keyof T & string, ColumnKind>>;
