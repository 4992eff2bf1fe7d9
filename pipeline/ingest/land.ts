import {ENTITIES} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {DELETED} from "./marks.js";
import type {Plan, PlannedColumn} from "./plan.js";
import type {FoundFile} from "./types.js";

/** What was taken for a text of a row per line is none. */
export class Distrusted extends Error {}

/** Rows that went through raw.<entity>: of the entity, of these odd, and not of it where all went in. */
export interface Landed {
  rows: number;
  odd: number;
  /** Undefined where only the entity's rows went in. */
  aside?: number;
  /** What is told of rows not of it stands in `temp.apart` (reason, rows, line of the first) and `temp.ended` (line, key of records that are deleted). */
  isToldApart?: boolean;
}

/**
 * Puts every row that can be loaded into raw.<entity>: one pass over the landed file, which finds the odd ones, too.
 * @returns what was found, with the lines of odd rows in `temp.odd_lines`
 */
export async function loadRows(
  db: Database,
  file: FoundFile,
  fileId: number,
  plan: Plan,
  exportedAt: string | null,
): Promise<Landed> {
  const source = file.sourceIndex;
  const bad = plan.columns.flatMap((column) => column.bad ?? []);
  const isOdd = ["not _is_ok", ...bad].join(" or ");
  const value = ({column}: PlannedColumn) =>
    column === plan.spare ? `case when _aside is null then "v_${column}" else _aside end` : `"v_${column}"`;
  // What cannot be loaded goes in under the file's negative id, an odd row under its source's, and what belongs elsewhere under none.
  const insert = (converted: string, which: string) =>
    db.run(
      `insert into raw.${plan.entity} (${plan.columns.map(({column}) => quoteName(column)).join(", ")}, _file_id, _source, _line, _exported_at)
       ${converted} select ${plan.columns.map(value).join(", ")}, case when _is_ok then ${fileId} else ${-fileId} end,
       case when _aside is not null then null when ${isOdd} then ${-1 - source} else ${source} end, _line,
       ${exportedAt ? `timestamp ${quoteText(exportedAt)}` : "null"} from converted ${which}`,
    );
  const {unnumbered} = plan;
  if (unnumbered) {
    // All rows go in, those that do not belong there too: so each one's place tells its line.
    await insert(unnumbered.converted, "").catch((cause: unknown) => {
      throw unnumbered.expected === undefined ? cause : new Distrusted("", {cause});
    });
    const landed = await settleRows(db, fileId, plan, source, unnumbered, (rows, start) =>
      isInFileOrder(db, fileId, plan, rows, start),
    ).catch(async (error: unknown) => {
      if (error instanceof Distrusted) await unloadRows(db, fileId, plan);
      throw error;
    });
    if (landed) return landed;
    await unloadRows(db, fileId, plan);
  }
  await insert(plan.converted, "where _aside is null");
  return {...(await settleRows(db, fileId, plan, source))!, aside: undefined};
}

/**
 * Notes the lines of the odd rows among those just inserted, and takes out what cannot be loaded.
 * @param unnumbered line of the first row, where lines are not written yet: rows stand in the order of the file
 * @param isOrdered whether they do
 * @returns undefined when they do not stand in one run, and so tell no line.
 * @throws Distrusted when they are not as many as expected
 */
async function settleRows(
  db: Database,
  fileId: number,
  plan: Plan,
  source: number,
  unnumbered?: Plan["unnumbered"],
  isOrdered: (rows: number, start: number) => Promise<boolean> = async () => true,
): Promise<Landed | undefined> {
  const {entity} = plan;
  const own = `_file_id in (${fileId}, ${-fileId})`;
  await db.run("begin");
  try {
    const [run] = await db.rows<Record<"rows" | "start" | "span" | "others" | "aside" | "odd", number>>(
      `select count(*) as rows, min(rowid) as start, max(rowid) - min(rowid) + 1 as span, count(*) filter (_file_id < 0) as others,
        count(*) filter (_source is null) as aside, count(*) filter (_source < 0) as odd from raw.${entity} where ${own}`,
    );
    const {rows, start, span, others, aside, odd} = run!;
    const {first, expected = rows} = unnumbered ?? {};
    if (rows !== expected) throw new Distrusted();
    const isInOrder = first === undefined || rows === 0 || (span === rows && (await isOrdered(rows, start)));
    if (isInOrder) {
      if (first !== undefined && rows > 0)
        await db.run(`update raw.${entity} set _line = rowid - ${start} + ${first} where ${own}`);
      if (odd > 0)
        await db.run(`create or replace temp table odd_lines as select _line as line from raw.${entity} where ${own} and _source < 0;
          update raw.${entity} set _source = ${source} where _file_id = ${fileId} and _source < 0`);
      if (aside > 0 && plan.spare) await tellApart(db, plan, `${own} and _source is null`);
      if (others > 0) await db.run(`delete from raw.${entity} where _file_id = ${-fileId}`);
    }
    await db.run("commit");
    return isInOrder ? {rows: rows - aside, odd, aside, isToldApart: aside > 0 && plan.spare !== undefined} : undefined;
  } catch (error) {
    await db.run("rollback");
    throw error;
  }
}

/** Notes what rows that belong elsewhere tell, before they go: why they do, and which records they end. */
async function tellApart(db: Database, {entity, spare, key}: Plan, isApart: string): Promise<void> {
  const reason = quoteName(spare!);
  await db.run(`create or replace temp table apart as
      select ${reason} as reason, count(*) as rows, min(_line) as line from raw.${entity} where ${isApart} group by reason;
    create or replace temp table ended as
      select _line as line, ${key} as key from raw.${entity} where ${isApart} and ${reason} = ${quoteText(DELETED)}`);
}

/** Rows that one thread puts into a table by itself. */
const ONE_THREAD = 122_880;

/**
 * Whether the rows just inserted stand as they do in the file, their keys read once more from first to last. The database promises it; the sums of
 * what each place holds tell. (A join by position does not: beside a condition on the table it goes astray in long ones.)
 */
async function isInFileOrder(db: Database, fileId: number, plan: Plan, rows: number, start: number): Promise<boolean> {
  const {unnumbered, columns, entity} = plan;
  const key = columns.find(({column}) => ENTITIES[entity].keys.some((names) => names.includes(column)));
  if (rows <= ONE_THREAD || !unnumbered || !key) return true;
  const [found] = await db.rows<{is_same: boolean}>(
    `select (select sum(hash(place, cell)::hugeint) from (${unnumbered.converted} select row_number() over () as place, "v_${key.column}" as cell from converted))
       = (select sum(hash(rowid - ${start} + 1, ${quoteName(key.column)})::hugeint) from raw.${entity} where _file_id in (${fileId}, ${-fileId})) as is_same`,
  );
  return found!.is_same;
}

/** Takes a file's rows out of raw.<entity> again. */
export async function unloadRows(db: Database, fileId: number, plan: Plan): Promise<void> {
  await db.run(`delete from raw.${plan.entity} where _file_id in (${fileId}, ${-fileId})`);
}
