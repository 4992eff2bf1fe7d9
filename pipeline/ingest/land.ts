import {ENTITIES} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {listAgeColumns} from "../privacy/dates.js";
import {DELETED} from "./marks.js";
import type {Plan, PlannedColumn} from "./plan.js";
import type {FoundFile, Landing} from "./types.js";

/** What the loaded rows say. */
export interface Outcome {
  /** Rows of the file, and of these: not of this entity, loaded (before repeated keys are merged), distinct keys. */
  rows: number;
  aside: number;
  loaded: number;
  keys: number;
  /** Rows of the entity that could not be loaded, or with a filled cell that did not arrive: their lines stand in `temp.odd_lines`. */
  odd: number;
  /** Newest past event, UTC; null without one. */
  newest: string | null;
  /** When the row that was touched longest ago was touched, UTC; null where nothing dates rows. */
  oldest: string | null;
  /** As `Landed` has it. */
  isToldApart: boolean;
  /** Where rows are odd: columns with cells that may not have arrived, and the required ones when rows did not. */
  suspects: PlannedColumn[];
}

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

/** What was loaded, counted. */
export async function checkRows(db: Database, fileId: number, plan: Plan, landing: Landing, landed: Landed): Promise<Outcome> {
  const past = plan.columns
    .filter(({definition}) => definition.past)
    .map(({column, definition}) => {
      const condition = typeof definition.past === "string" ? ` filter (where ${definition.past})` : "";
      return `max(${quoteName(column)})${condition}`;
    });
  const [there] = await db.rows<Pick<Outcome, "loaded" | "keys" | "newest" | "oldest">>(
    `select count(*) as loaded, count(distinct ${plan.keyHash}) as keys, ${past.length > 0 ? `greatest(${past.join(", ")})` : "null"} as newest, ${writeOldest(plan)} as oldest
    from raw.${plan.entity} where _file_id = ${fileId}`,
  );
  const {loaded, newest, oldest} = there!;
  let {keys} = there!;
  const aside = landed.aside ?? (await countAside(db, plan, landing, landed));
  // Two keys may share a hash: fewer hashes than rows are no proof yet. Of many rows few repeat one, and only these need a closer look.
  if (keys < loaded) {
    const own = `raw.${plan.entity} where _file_id = ${fileId}`;
    await db.run(
      `create or replace temp table repeated_keys as select ${plan.keyHash} as key_hash from ${own} group by key_hash having count(*) > 1`,
    );
    const [found] = await db.rows<{more: number}>(
      `select count(*) - count(distinct ${plan.key}) as more from ${own} and ${plan.keyHash} in (from temp.main.repeated_keys)`,
    );
    keys = loaded - found!.more;
  }
  const isShort = landed.rows > loaded;
  const {odd, isToldApart = false} = landed;
  const suspects = plan.columns.filter(({definition, bad}) => odd > 0 && (bad !== undefined || (isShort && definition.required)));
  return {rows: landed.rows + aside, aside, loaded, keys, odd, newest, oldest, isToldApart, suspects};
}

/** Rows of the file that are none of the entity, where these did not go in. */
async function countAside(db: Database, plan: Plan, landing: Landing, {rows}: Landed): Promise<number> {
  if (!plan.isUnpivoted) return landing.rows - rows;
  const [found] = await db.rows<{aside: number}>(`${plan.cells} select count(_aside) as aside from cells`);
  return found!.aside;
}

function writeOldest({entity, columns}: Plan): string {
  const ages = listAgeColumns(entity).filter((name) => columns.some(({column}) => column === name)).map(quoteName); // prettier-ignore
  return ages.length === 0 ? "null" : ages.length === 1 ? `min(${ages[0]})` : `min(greatest(${ages.join(", ")}))`;
}
