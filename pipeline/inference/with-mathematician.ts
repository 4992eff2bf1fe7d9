/** Who does the mathematics: in a large company another core, which is then its own. */
import type {Database} from "../db.js";
import {workBeside, workHere, type Mathematician} from "./mathematician.js";

/** Handoffs from which on mathematics is done on another core. */
const MANY_HANDOFFS = 50_000;

/** @param isHere where each task is to be done at once, so that each part has its own time */
export async function withMathematician<T>(
  db: Database,
  isHere: boolean,
  act: (mathematician: Mathematician) => Promise<T>,
): Promise<T> {
  const [{handoffs, threads}] = (await db.rows<{handoffs: number; threads: number}>(
    "select (select count(*) from marts.handoffs) as handoffs, current_setting('threads')::integer as threads",
  )) as [{handoffs: number; threads: number}];
  const isBeside = !isHere && handoffs >= MANY_HANDOFFS;
  const mathematician = isBeside ? workBeside() : workHere();
  try {
    // With a thread of the database for each core they would wait for one another, and not idly.
    if (isBeside) await setThreads(db, Math.max(1, threads - 1));
    return await act(mathematician);
  } finally {
    if (isBeside) await setThreads(db, threads);
    await mathematician.close();
  }
}

const setThreads = (db: Database, threads: number): Promise<void> => db.run(`set threads = ${threads}`);
