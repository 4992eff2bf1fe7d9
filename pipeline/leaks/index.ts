/**
 * Looks through trees for what their audiences may not see. Who may see whom is read from the exports; nothing is asked of the code that
 * writes the trees, nor of any list in them.
 */
import type {Database} from "../db.js";
import {openSearch} from "./search.js";
import type {Leak, LeakOptions, LeakProgress, Tree} from "./types.js";

export {searchBeside, type SearchBeside} from "./beside.js";
export {formatLeaks} from "./report.js";
export {
  REVOPS_FIELDS,
  type AudienceKind,
  type Leak,
  type LeakKind,
  type LeakOptions,
  type LeakProgress,
  type Tree,
} from "./types.js";

/**
 * Everything in `trees` that may not be there.
 * @param db a warehouse with raw, staging and config; nothing is written to it
 * @throws UserError for a tree of a person or team that no export names
 */
export async function findLeaks(
  db: Database,
  trees: readonly Tree[],
  options: LeakOptions = {},
  progress: LeakProgress = () => {},
): Promise<Leak[]> {
  const search = await openSearch(db, trees, options, progress);
  try {
    return await search.look();
  } finally {
    search.close();
  }
}
