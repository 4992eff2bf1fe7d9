import {quoteName, type Database} from "../db.js";
import {listAgeColumns} from "../privacy/dates.js";
import type {Landed} from "./land.js";
import type {Plan, PlannedColumn} from "./plan.js";
import {countRepeated} from "./repeated.js";
import type {Landing} from "./types.js";

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
  // Fewer hashes than rows are no proof yet.
  if (keys < loaded) keys = loaded - (await countRepeated(db, fileId, plan));
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
