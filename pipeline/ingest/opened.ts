/** What every form of export is once it is opened. */
import {statSync} from "node:fs";
import type {Database} from "../db.js";
import type {ByteFacts, Dialect, FoundFile, Landing} from "./types.js";

/** A file whose header is known and whose rows are ready to be landed. */
export interface OpenFile {
  facts: Pick<ByteFacts, "bytes" | "encoding" | "damaged">;
  dialect: Dialect;
  /** Cells of the first row, where they are at hand. */
  first?: readonly string[];
  /** Makes the rows readable as the temporary view of that name; of a text that `isTrusted` it is found out as they are read whether each line is one. */
  land(db: Database, view: string, isTrusted?: boolean): Promise<Landing>;
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
