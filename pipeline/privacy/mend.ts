/**
 * Puts somebody who is here again back into rows that were kept while nothing had touched them. What stood for an id is the id's own hash, so that whoever names them now tells
 * what it stood for; addresses and names lose how they were written, and are in their export alone.
 */
import {ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {escapeGlob} from "../escape.js";
import {listAgeColumns, writeRowDate} from "./dates.js";
import {listNaming, SELVES} from "./holdings.js";
import {MASKS_PRINT, type KeptRows} from "./named.js";

/** Kept rows in which a mask may stand, and how many texts of theirs are withheld. */
export interface MaskedRows extends KeptRows {
  texts: number;
}

/** Their rows name people and are none, and it is their date that tells whether their texts are held. What a field held before may be anybody. */
const MENDABLE: readonly string[] = ENTITY_NAMES.filter(
  (entity) => listNaming(entity).length > 0 && listAgeColumns(entity).length > 0 && !SELVES[entity] && entity !== "field_changes",
);

const LEDGER = ["rejects", "marks"];
/** Whether the rows of a file are of the kind that can be mended. */
export const mayMend = ({paths}: Pick<KeptRows, "paths">): boolean =>
  [...paths.keys()].every((table) => LEDGER.includes(table) || MENDABLE.includes(table));

const scan = (path: string) => `read_parquet(${quoteText(escapeGlob(path))})`;
const namingOf = (entity: EntityName) => listNaming(entity).map(({name}) => quoteName(name));

/** Queries of every id by which rows in raw name somebody. */
const IDS = [
  "select contact_id as value from raw.contacts",
  "select person_id from raw.people",
  ...ENTITY_NAMES.flatMap((entity) => namingOf(entity).map((name) => `select ${name} from raw.${entity}`)),
];

/**
 * Which of the files, of which each may be, can be mended, with `temp.back` (mask, value) made for `mend`. Needs the plan; whom exports name that were read since stands in raw.
 * @returns their numbers: all that is to be put back into them is known, and nothing else of them would be another if they were read again
 */
export async function findMendable(db: Database, files: readonly MaskedRows[]): Promise<Set<number>> {
  if (files.length === 0) return new Set();
  const within = `named.file in (${files.map(({number}) => number).join(", ")})`;
  // A mask without a plan of its own stands for somebody who is here.
  await db.run(`create or replace temp table back_masks as
      select named.file, named.value as mask from temp.named left join temp.masks on masks.kind = named.kind and masks.value = named.value
      where ${within} and is_mask(named.value) and masks.mask is null group by all;
    create or replace temp table back as
      select id_mask(value) as mask, any_value(value) as value from (
        select value from temp.named union ${IDS.join(" union ")}
      ) where not is_mask(value) and id_mask(value) in (select mask from temp.back_masks) group by mask`);
  const unknown = await db.rows<{file: number}>(
    "select distinct file from temp.back_masks where mask not in (select mask from temp.back)",
  );
  const masked = await db.rows<{file: number}>(
    `select distinct named.file from temp.named inner join temp.masks on masks.kind = named.kind and masks.value = named.value where ${within}`,
  );
  const mendable = new Set<number>();
  for (const {number, paths, texts} of files) {
    const isTold = texts > 0 || masked.some(({file}) => file === number);
    if (!isTold || unknown.some(({file}) => file === number)) continue;
    if (!(await tellsMore(db, paths))) mendable.add(number);
  }
  return mendable;
}

/** Whether more of the rows would be another: a text of no date, of which it depends on whom it is about whether it is held, or what the ledger says. */
async function tellsMore(db: Database, paths: ReadonlyMap<string, string>): Promise<boolean> {
  const queries = [...paths]
    .filter(([table]) => table !== "rejects")
    .map(([table, path]) => {
      if (table === "marks")
        return `select 1 from ${scan(path)} as marks inner join temp.back on contains(concat_ws(' ', marks.record_key, marks.target), back.mask)`;
      const entity = table as EntityName;
      const names = namingOf(entity).map((name) => `${name} in (select mask from temp.back)`);
      return `select 1 from ${scan(path)} where ${writeRowDate(entity)} is null and (${names.join(" or ")})`;
    });
  return (await db.rows(`from (${queries.map((query) => `(${query} limit 1)`).join(" union all ")})`)).length > 0;
}

/** Lets the plan that is made next take the files for what they become. */
export const nameMended = (db: Database, numbers: readonly number[]): Promise<void> =>
  db.run(`update temp.own_names set value = back.value from temp.back where own_names.value = back.mask and own_names.file in (${numbers.join(", ")})`); // prettier-ignore

/**
 * Brings the kept rows of a file into raw, with who is back in the place of what stood for them. After the plan, and after what raw holds was blanked: theirs is already.
 * @returns what tells this state of the file from another, as `withhold` does
 */
export async function mend(db: Database, {number, paths}: KeptRows): Promise<string> {
  for (const [table, path] of paths) {
    const isLedger = LEDGER.includes(table);
    const names = isLedger ? [] : namingOf(table as EntityName);
    const replaced = [
      ...names.map((name) => `coalesce((select value from temp.back where mask = ${name}), ${name}) as ${name}`),
      `${number} as ${isLedger ? "file_id" : "_file_id"}`,
    ];
    await db.run(`insert into raw.${table} by name select * replace (${replaced.join(", ")}) from ${scan(path)}`);
  }
  const [row] = await db.rows<{print: string | null}>(`select ${MASKS_PRINT} as print
    from temp.named inner join temp.masks on masks.kind = named.kind and masks.value = named.value where named.file = ${number}`);
  return row?.print ?? "";
}
