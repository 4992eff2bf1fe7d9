import {quoteText, type Database} from "./db.js";

/**
 * Room of the database for rows that are under way; more of them wait on disk. With Node's own part a large export is read within two
 * gigabytes (`aside`: where all rows are held until it is settled who is in them). From models to conclusions (`marts`) there is one bound: what
 * was just made need not go to disk only because the next step begins. Trees and the leak test (`trees`, each) read alone: without a bound all that they have
 * read would stay.
 */
export const ROOM = {ingest: "1000MB", aside: "2000MB", marts: "3000MB", datasets: "1500MB", trees: "1000MB"} as const;

/** Runs `act` with a bound on the database's memory, where it has a file beside which rows can wait; one that is tighter stays. Not for two at once: the bound is the database's. */
export async function withLittleMemory<T>(
  db: Database,
  room: (typeof ROOM)[keyof typeof ROOM],
  act: () => Promise<T>,
): Promise<T> {
  const [found] = await db.rows<{path: string | null; before: string}>(
    "select path, current_setting('memory_limit') as before from duckdb_databases() where database_name = current_database()",
  );
  if (!found?.path || readBytes(found.before) <= readBytes(room)) return act();
  await db.run(`set memory_limit = '${room}'`);
  try {
    return await act();
  } finally {
    // To reset it would change what the setting says, and leave the bound where it is.
    await db.run(`set memory_limit = ${quoteText(found.before)}`);
  }
}

const UNITS: Readonly<Record<string, number>> = {bytes: 1, MB: 1e6, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40};

/** Bytes of a size as DuckDB tells it, such as `18.8 GiB`. */
function readBytes(size: string): number {
  const [, number, unit] = /^([\d.]+) ?(\w+)$/.exec(size) ?? [];
  return Number(number) * (UNITS[unit ?? ""] ?? NaN);
}
