import {openDatabase, type Database} from "../pipeline/db.js";

/**
 * A warehouse in memory, or at `path`, with one thread, as a build of small exports has it (`openNewWarehouse`): more of them find nothing to do,
 * which costs a tenth of the time.
 */
export async function openSmall(path?: string): Promise<Database> {
  const db = await openDatabase(path);
  await db.run("set threads = 1");
  return db;
}
