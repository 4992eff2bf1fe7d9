import {quoteName, quoteText, type Database} from "../db.js";
import {listAgeColumns} from "../privacy/dates.js";
import type {Plan, PlannedColumn} from "./plan.js";
import type {FoundFile, Landing} from "./types.js";

/** What the loaded rows, held against the landed ones, say. */
export interface Outcome {
  /** Rows of the file, and of these: not of this entity, loaded (before repeated keys are merged), distinct keys. */
  rows: number;
  aside: number;
  loaded: number;
  keys: number;
  /** Newest past event, UTC; null without one. */
  newest: string | null;
  /** When the row that was touched longest ago was touched, UTC; null where nothing dates rows. */
  oldest: string | null;
  /** Columns with filled cells that did not arrive, and the required ones when rows did not. */
  suspects: PlannedColumn[];
}

/** Puts every row that can be loaded into raw.<entity>: one pass over the landed file. */
export async function loadRows(
  db: Database,
  file: FoundFile,
  fileId: number,
  plan: Plan,
  exportedAt: string | null,
): Promise<void> {
  const insert = (converted: string, id: string, which: string) =>
    db.run(
      `insert into raw.${plan.entity} (${plan.columns.map(({column}) => quoteName(column)).join(", ")}, _file_id, _source, _line, _exported_at)
       ${converted} select ${plan.columns.map(({column}) => `"v_${column}"`).join(", ")}, ${id}, ${file.sourceIndex}, _line,
       ${exportedAt ? `timestamp ${quoteText(exportedAt)}` : "null"} from converted ${which}`,
    );
  const {unnumbered} = plan;
  if (unnumbered) {
    // All rows go in, those that do not belong there under the file's negative id: so each one's place tells its line.
    await insert(unnumbered.converted, `case when _is_ok then ${fileId} else ${-fileId} end`, "");
    if (await numberRows(db, fileId, plan.entity, unnumbered.first)) return;
    await unloadRows(db, fileId, plan);
  }
  await insert(plan.converted, `${fileId}`, "where _is_ok");
}

/**
 * Writes the line of each row just inserted, which stand in the order of the file, and takes out those under the negative id.
 * @returns false when they do not stand in one run, and so tell nothing.
 */
async function numberRows(db: Database, fileId: number, entity: string, first: number): Promise<boolean> {
  const own = `_file_id in (${fileId}, ${-fileId})`;
  await db.run("begin");
  try {
    const [run] = await db.rows<{rows: number; start: number; span: number; others: number}>(
      `select count(*) as rows, min(rowid) as start, max(rowid) - min(rowid) + 1 as span, count(*) filter (_file_id < 0) as others from raw.${entity} where ${own}`,
    );
    const {rows, start, span, others} = run!;
    const isOneRun = rows === 0 || span === rows;
    if (isOneRun && rows > 0) {
      await db.run(`update raw.${entity} set _line = rowid - ${start} + ${first} where ${own}`);
      if (others > 0) await db.run(`delete from raw.${entity} where _file_id = ${-fileId}`);
    }
    await db.run("commit");
    return isOneRun;
  } catch (error) {
    await db.run("rollback");
    throw error;
  }
}

/** Takes a file's rows out of raw.<entity> again. */
export async function unloadRows(db: Database, fileId: number, plan: Plan): Promise<void> {
  await db.run(`delete from raw.${plan.entity} where _file_id in (${fileId}, ${-fileId})`);
}

/** Compares what was loaded with what was landed by counts alone, so that clean files cost no second conversion. */
export async function checkRows(db: Database, fileId: number, plan: Plan, landing: Landing): Promise<Outcome> {
  const typed = plan.columns.filter(({bad}) => bad !== undefined);
  const past = plan.columns
    .filter(({definition}) => definition.past)
    .map(({column, definition}) => {
      const condition = typeof definition.past === "string" ? ` filter (where ${definition.past})` : "";
      return `max(${quoteName(column)})${condition}`;
    });
  const [there] = await db.rows<Record<string, number>>(
    `select count(*) as loaded, count(distinct hash(${plan.key})) as keys, ${past.length > 0 ? `greatest(${past.join(", ")})` : "null"} as newest, ${writeOldest(plan)} as oldest
      ${typed.map(({column}) => `, count(${quoteName(column)}) as "v_${column}"`).join("")}
    from raw.${plan.entity} where _file_id = ${fileId}`,
  );
  const {loaded, newest, oldest} = there as unknown as Omit<Outcome, "suspects">;
  let {keys} = there as unknown as Omit<Outcome, "suspects">;
  const row = findLanded(plan, landing, typed, loaded) ?? (await countLanded(db, plan, typed));
  const {rows, aside} = row as unknown as Omit<Outcome, "suspects">;
  // Two keys may share a hash: fewer hashes than rows are no proof yet.
  if (keys < loaded) {
    const [exact] = await db.rows<{keys: number}>(
      `select count(distinct ${plan.key}) as keys from raw.${plan.entity} where _file_id = ${fileId}`,
    );
    keys = exact!.keys;
  }
  const isShort = rows - aside > loaded;
  const suspects = plan.columns.filter(
    ({column, definition, conversion, bad}) =>
      (bad !== undefined && row[`r_${column}`] !== there![`v_${column}`]) ||
      (conversion.bad !== undefined && row[`r_${column}`] !== 0) ||
      (isShort && definition.required),
  );
  return {rows, aside, loaded, keys, newest, oldest, suspects};
}

function writeOldest({entity, columns}: Plan): string {
  const ages = listAgeColumns(entity).filter((name) => columns.some(({column}) => column === name)).map(quoteName); // prettier-ignore
  return ages.length === 0 ? "null" : ages.length === 1 ? `min(${ages[0]})` : `min(greatest(${ages.join(", ")}))`;
}

type Landed = Record<string, number>;

/**
 * What landing has counted already, where it serves: each row of the file was loaded, and each column is a header's cells as they stand.
 * (A cell of blanks alone is counted as filled there: its column is then looked at, and found in order.)
 */
function findLanded(plan: Plan, {rows, filled}: Landing, typed: readonly PlannedColumn[], loaded: number): Landed | undefined {
  if (!plan.unnumbered || !filled || loaded !== rows) return undefined;
  const byName = new Map([...filled].map(([header, count]) => [quoteName(header), count]));
  if (!typed.every(({sql}) => byName.has(sql))) return undefined;
  return {rows, aside: 0, ...Object.fromEntries(typed.map(({column, sql}) => [`r_${column}`, byName.get(sql)!]))};
}

async function countLanded(db: Database, plan: Plan, typed: readonly PlannedColumn[]): Promise<Landed> {
  const [row] = await db.rows<Landed>(
    `${(plan.unnumbered ?? plan).cells}
    select count(*) as rows, count(_aside) as aside ${typed.map(({column}) => `, count("r_${column}") filter (_aside is null) as "r_${column}"`).join("")} from cells`,
  );
  return row!;
}
