/** An export opened, whatever form it has: text, Parquet, Arrow, or a table of a DuckDB database. */
import {statSync} from "node:fs";
import type {Database} from "../db.js";
import {openArrow} from "./arrow-file.js";
import {openTable} from "./database-table.js";
import {openParquet} from "./parquet.js";
import {landFile} from "./read.js";
import {scanFile} from "./scan.js";
import {readHead, sniffDialect} from "./sniff.js";
import type {OpenFile} from "./opened.js";
import type {FoundFile} from "./types.js";
import {openExport} from "./unpack.js";

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
      first: readHead(facts, dialect, 1)[0],
      land: (own, view, isTrusted) => landFile(own, opened.path, file.name, view, facts, dialect, isTrusted),
      hasChanged: () => statSync(opened.path, {throwIfNoEntry: false})?.size !== facts.bytes,
      close: opened.close,
    };
  } catch (error) {
    opened.close();
    throw error;
  }
}
