import type {Database} from "../db.js";

/** Room for rows that are under way; more of them wait on disk. With Node's own part a large export stays under two gigabytes. */
const LIMIT = "1000MB";

/** Runs `act` with a bound on the database's memory, where it has a file beside which rows can wait. */
export async function withLittleMemory<T>(db: Database, act: () => Promise<T>): Promise<T> {
  const [found] = await db.rows<{path: string | null}>(
    "select path from duckdb_databases() where database_name = current_database()",
  );
  if (!found?.path) return act();
  await db.run(`set memory_limit = '${LIMIT}'`);
  try {
    return await act();
  } finally {
    await db.run("reset memory_limit");
  }
}
