import type {Column} from "../contract/entities.js";
import type {Database} from "../db.js";
import type {Problem} from "../errors.js";
import {findDamage} from "./damage.js";
import {collectOddRows, improveStyles, startStyles} from "./decide.js";
import {checkRows} from "./count-rows.js";
import {loadRows, unloadRows} from "./land.js";
import {writeMarks} from "./marks.js";
import {planEntity} from "./plan.js";
import {writeDoubts, writeRejects} from "./rejects.js";
import {mergeDuplicates} from "./repeated.js";
import {isReadFromAmounts} from "./currency.js";
import {findShortScale} from "./short-scale.js";
import {findThousands} from "./thousands.js";
import type {FileReport, FoundFile, Landing, Mapping, Recognition} from "./types.js";

type Counts = Pick<FileReport, "rows_read" | "loaded" | "merged" | "rejected" | "set_aside">;

/**
 * Takes a landed file's rows into one entity. First as if the file were clean; what did not arrive is then looked at, and the
 * file loaded again only when another way to write dates or numbers explains it.
 * @returns undefined when the entity is optional and the file holds none of it.
 */
export async function readEntity(
  db: Database,
  file: FoundFile,
  fileId: number,
  landing: Landing,
  recognition: Recognition,
  mapping: Mapping,
  exportedAt: string | null,
  isOptional: boolean,
): Promise<{counts: Counts; newest: string | null; oldest: string | null; problems: Problem[]} | undefined> {
  const styles = startStyles(file, recognition, mapping);
  const makePlan = () => planEntity(landing, mapping, (column: Column) => styles.get(column.name)!);
  const load = async () => {
    const plan = makePlan();
    const landed = await loadRows(db, file, fileId, plan, exportedAt);
    const outcome = await checkRows(db, fileId, plan, landing, landed);
    return {plan, outcome, bad: await collectOddRows(db, landing, plan, outcome)};
  };
  let done = await load();
  if (isOptional && done.outcome.aside === done.outcome.rows) return undefined;
  const {isChanged, problems, doubts} = await improveStyles(db, file, recognition, done.bad, styles);
  const isDamaged = await findDamage(db, fileId, done.plan, styles);
  const thousands = await findThousands(db, file, fileId, done.plan, styles);
  problems.push(...thousands.problems, ...(await findShortScale(db, file, fileId, done.plan)));
  if (isChanged || isDamaged || thousands.isChanged) {
    await unloadRows(db, fileId, done.plan);
    done = await load();
  }
  const {plan, outcome, bad} = done;
  await forgetBlankCurrency(db, fileId, mapping);
  await writeRejects(db, file, fileId, landing, plan, outcome, bad);
  await writeDoubts(db, file, fileId, plan, doubts);
  await writeMarks(db, fileId, landing, mapping, plan, outcome);
  if (outcome.keys < outcome.loaded) await mergeDuplicates(db, file, fileId, plan);
  const {malformed, setAside} = landing;
  const counts = {
    rows_read: outcome.rows + malformed.length + setAside.length,
    loaded: outcome.keys,
    merged: outcome.loaded - outcome.keys,
    rejected: outcome.rows - outcome.aside - outcome.loaded + malformed.length,
    set_aside: outcome.aside + setAside.length,
  };
  return {counts, newest: outcome.newest, oldest: outcome.oldest, problems};
}

/** A blank cell is an edit; amounts without a sign say nothing of what an earlier export had as currency. */
async function forgetBlankCurrency(db: Database, fileId: number, mapping: Mapping): Promise<void> {
  const {entity, columns} = mapping;
  const derived = columns.find((column) => isReadFromAmounts(column, entity, columns));
  if (!derived) return;
  const [row] = await db.rows<{n: number}>(`select count(currency) as n from raw.${entity} where _file_id = ${fileId}`);
  if (row!.n === 0) mapping.columns = columns.filter((column) => column !== derived);
}
