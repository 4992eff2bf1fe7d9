/** Rows of one export with the key of another row of it. */
import {quoteName, quoteText, type Database} from "../db.js";
import type {Plan} from "./plan.js";
import type {FoundFile} from "./types.js";

/**
 * Finds the keys that several rows of a file in raw have, for `mergeDuplicates`. Of many rows few repeat one, and only these need a closer
 * look: two keys may share a hash.
 * @returns how many rows are more than keys
 */
export async function countRepeated(db: Database, fileId: number, plan: Plan): Promise<number> {
  const own = `raw.${plan.entity} where _file_id = ${fileId}`;
  await db.run(
    `create or replace temp table repeated_keys as select ${plan.keyHash} as key_hash from ${own} group by key_hash having count(*) > 1`,
  );
  const [found] = await db.rows<{more: number}>(
    `select count(*) - count(distinct ${plan.key}) as more from ${own} and ${plan.keyHash} in (from temp.main.repeated_keys)`,
  );
  return found!.more;
}

/** Keeps of each key, among those that `countRepeated` found, the row on the latest line; an earlier one that says something else gets an entry, those that say the same one together. */
export async function mergeDuplicates(db: Database, file: FoundFile, fileId: number, plan: Plan): Promise<void> {
  const row = `hash(${plan.columns.map(({column}) => quoteName(column)).join(", ")})`;
  const own = `raw.${plan.entity} where _file_id = ${fileId}`;
  await db.run(
    `create or replace temp table repeated as
       select _line, _winner, _key, _row <> first_value(_row) over (partition by _key order by _line desc) as _differs from (
         select _line, ${plan.key} as _key, ${row} as _row, max(_line) over (partition by ${plan.key}) as _winner from ${own}
         and ${plan.keyHash} in (from temp.main.repeated_keys));
     insert into raw.rejects
       select ${fileId}, ${quoteText(file.name)}, ${quoteText(plan.entity)}, _line, null, substr(replace(_key, chr(31), ' '), 3),
         'same key as line ' || _winner || ', which says something else and wins', ${quoteText(plan.entity === "people" ? ONE_TEAM : "export each record once, or map its own id")}, 'duplicate'
       from repeated where _line < _winner and _differs order by _line;
     insert into raw.rejects
       select ${fileId}, ${quoteText(file.name)}, ${quoteText(plan.entity)}, min(_line), null, null,
         case when count(*) = 1 then 'says the same as another line, word for word'
           else 'say the same as another line, word for word: lines ' || array_to_string(list_sort(list(_line))[1:3], ', ')
             || case when count(*) > 3 then ' and ' || (count(*) - 3) || ' more' else '' end end, ${quoteText(ONCE)}, 'duplicate'
       from repeated where _line < _winner and not _differs having count(*) > 0;
     delete from raw.${plan.entity} where _file_id = ${fileId} and _line in (select _line from repeated where _line < _winner);
     drop table repeated; drop table temp.main.repeated_keys`,
  );
}

/** What says the same twice does no harm. */
const ONCE = "nothing: it counts once; export each record once to be rid of this line";
/** Somebody in two teams stands in the export twice. */
const ONE_TEAM = "a person is in one team at a time: leave one row, or say in valid_from when each began";
