import type {Column} from "../contract/entities.js";
import type {Database} from "../db.js";
import type {Problem} from "../errors.js";
import {countBadCells, improveStyles, startStyles} from "./decide.js";
import {checkRows, loadRows, unloadRows} from "./land.js";
import {planEntity} from "./plan.js";
import {mergeDuplicates, writeRejects} from "./rejects.js";
import type {FileReport, FoundFile, Landing, Mapping, Recognition} from "./types.js";

type Counts = Pick<FileReport, "rows_read" | "loaded" | "merged" | "rejected" | "set_aside">;

/**
 * Takes a landed file's rows into one entity. First as if the file were clean; what did not arrive is then looked at, and the
 * file loaded again only when another way to write dates or numbers explains it.
 */
export async function readEntity(
  db: Database, file: FoundFile, fileId: number, landing: Landing, recognition: Recognition, mapping: Mapping, exportedAt: string | null,
): Promise<{counts: Counts; newest: string | null; problems: Problem[]}> {
  const styles = startStyles(file, recognition, mapping);
  const makePlan = () => planEntity(landing, mapping, (column: Column) => styles.get(column.name)!);
  const load = async () => {
    const plan = makePlan();
    await loadRows(db, file, fileId, plan, exportedAt);
    const outcome = await checkRows(db, fileId, plan);
    const counts = await countBadCells(db, plan, outcome.suspects);
    return {plan, outcome, bad: plan.columns.filter(({column}) => (counts.get(column) ?? 0) > 0)};
  };
  let done = await load();
  const {isChanged, problems} = await improveStyles(db, file, recognition, done.plan, done.bad, styles);
  if (isChanged) {
    await unloadRows(db, fileId, done.plan);
    done = await load();
  }
  const {plan, outcome, bad} = done;
  await writeRejects(db, file, fileId, landing, plan, outcome, bad);
  if (outcome.keys < outcome.loaded) await mergeDuplicates(db, file, fileId, plan);
  const {malformed, setAside} = landing;
  const counts = {
    rows_read: outcome.rows + malformed.length + setAside.length,
    loaded: outcome.keys,
    merged: outcome.loaded - outcome.keys,
    rejected: outcome.rows - outcome.aside - outcome.loaded + malformed.length,
    set_aside: outcome.aside + setAside.length,
  };
  return {counts, newest: outcome.newest, problems};
}
