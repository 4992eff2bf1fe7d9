/** An export opened, whatever form it has: text, Parquet, Arrow, or a table of a DuckDB database. */
import {statSync} from "node:fs";
import type {Database} from "../db.js";
import {openArrow} from "./arrow-file.js";
import {openTable} from "./database-table.js";
import {openParquet} from "./parquet.js";
import {landFile} from "./read.js";
import {scanFile} from "./scan.js";
import {sniffDialect} from "./sniff.js";
import type {ByteFacts, Dialect, FoundFile, Landing} from "./types.js";
import {openExport} from "./unpack.js";

/** A file whose header is known and whose rows are ready to be landed. */
export interface OpenFile {
  facts: Pick<ByteFacts, "bytes" | "encoding" | "damaged">;
  dialect: Dialect;
  /** Makes the rows readable as the temporary view of that name. */
  land(db: Database, view: string): Promise<Landing>;
  /** Whether the file is no longer what it was when it was opened. */
  hasChanged(): boolean;
  close(): void;
}

/** Files on disk that an export is made of: several where a folder is read as one table. */
export const listPaths = ({path, parts}: Pick<FoundFile, "path" | "parts">): readonly string[] => parts ?? [path];

/** Bytes of all of them; a file that is gone has none. */
export const sumBytes = (file: Pick<FoundFile, "path" | "parts">): number =>
  listPaths(file).reduce((sum, path) => sum + (statSync(path, {throwIfNoEntry: false})?.size ?? 0), 0);

/** How a table that brings its own columns is told: its rows count from 1, and there is no header line above them. */
export const tableDialect = (headers: string[]): Dialect => ({
  delimiter: "",
  quote: "",
  escape: "",
  newline: "\n",
  headerLine: 0,
  headers,
});

/**
 * Opens an export.
 * @throws UserError when it cannot be read, is not what its name says, or holds no table
 */
export async function openFile(db: Database, file: FoundFile): Promise<OpenFile> {
  if (file.form === "parquet") return openParquet(db, file);
  if (file.form === "arrow") return openArrow(file);
  if (file.form === "duckdb") return openTable(db, file);
  const opened = await openExport(file);
  try {
    const facts = scanFile(opened.path, file.name, file.source.encoding);
    const dialect = sniffDialect(facts, file.name, file.source);
    return {
      facts,
      dialect,
      land: (own, view) => landFile(own, opened.path, file.name, view, facts, dialect),
      hasChanged: () => statSync(opened.path, {throwIfNoEntry: false})?.size !== facts.bytes,
      close: opened.close,
    };
  } catch (error) {
    opened.close();
    throw error;
  }
}
