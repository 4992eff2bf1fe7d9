/** The warehouse while it is being made: how it is written, so that building one costs little. */
import {openDatabase, quoteText, type Database} from "./db.js";

/** Up to this many bytes of exports a warehouse is written as it is; beyond, packing costs less than the space it saves. */
const SMALL_BYTES = 256e6;

/**
 * Opens a new DuckDB file at `path` for exports of `bytes`. It is made aside and counts only when it is whole, so it needs no safety
 * of its own: no log is kept, and what is not yet in the file when `finishWarehouse` is done never will be. Texts are packed by zstd alone, which takes half the time of trying every method and half the space of none.
 */
export async function openNewWarehouse(path: string, bytes: number): Promise<Database> {
  const db = await openDatabase(path, {isUnlogged: true});
  await db.run(`set checkpoint_threshold = '1TB'; set temp_directory = ${quoteText(`${path}.tmp`)}`);
  await db.run(
    bytes <= SMALL_BYTES ? "set force_compression = 'uncompressed'; set threads = 1" : "set force_compression = 'zstd'",
  );
  return db;
}

/** Writes what was made down, so that the file is whole. */
export const finishWarehouse = (db: Database): Promise<void> => db.run("checkpoint");
