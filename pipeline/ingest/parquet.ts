/** Parquet files, and folders of them whose names say what column their rows share (`month=2026-09/`). */
import {quoteText, type Database} from "../db.js";
import {escapeGlob} from "../escape.js";
import {UserError} from "../errors.js";
import {listPaths, sumBytes, tableDialect, type OpenFile} from "./opened.js";
import {describeRows, landRows} from "./typed-rows.js";
import type {FoundFile} from "./types.js";

/** @throws UserError when one of the files is no Parquet */
export async function openParquet(db: Database, file: FoundFile): Promise<OpenFile> {
  const paths = listPaths(file).map((path) => quoteText(escapeGlob(path)));
  const isHive = file.parts !== undefined;
  // Files of one folder may have been written at different times, with and without a column.
  const from = `read_parquet([${paths.join(", ")}], hive_partitioning = ${isHive}, union_by_name = ${isHive})`;
  const columns = await describeRows(db, from).catch((error: unknown) => {
    throw explain(error, file.name);
  });
  const bytes = sumBytes(file);
  return {
    facts: {bytes, encoding: "utf-8", damaged: 0},
    dialect: tableDialect(columns.map(({name}) => name)),
    land: (own, view) =>
      landRows(own, from, columns, view).catch((error: unknown) => {
        throw explain(error, file.name);
      }),
    hasChanged: () => sumBytes(file) !== bytes,
    close() {},
  };
}

function explain(cause: unknown, name: string): unknown {
  const message = ((cause as Error).cause as Error | undefined)?.message ?? (cause as Error).message;
  const what = /magic bytes|too small to be a Parquet/i.test(message)
    ? "is no Parquet file, or was cut short"
    : /parquet|thrift|decompress|codec/i.test(message)
      ? `cannot be read as Parquet (${message.split("\n")[0]!.trim()})`
      : undefined;
  return what ? new UserError(`${name}: ${what}\n  → write or copy it again`, 1, {cause}) : cause;
}
