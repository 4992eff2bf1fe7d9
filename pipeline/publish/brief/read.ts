/** Briefs as documents, out of the parts that they are made of. */
import type {Config} from "../../config.js";
import type {BriefDocument} from "../../contract/datasets.js";
import type {DuckDBBlobVector, DuckDBVector} from "@duckdb/node-api";
import {quoteText, type Database} from "../../db.js";
import {hideWithheld} from "../protect/hide-withheld.js";
import {EARLIER} from "./earlier.js";
import {CALLS_MADE, PEOPLE, TOUCHES, USAGE} from "./engagement.js";
import {FIELDS} from "./fields.js";
import {AFTER, HANDOFF} from "./handoff.js";
import {CRITERIA, NOTE, ROUTING} from "./judged.js";
import {readTemplate, writePart, type BriefPart} from "./part.js";
import {EVERYTHING, readReach, sliceBriefs} from "./slice.js";

/** What a brief is made of. Another mart is another part. */
export const PARTS: readonly BriefPart[] = [
  HANDOFF,
  FIELDS,
  PEOPLE,
  TOUCHES,
  USAGE,
  CALLS_MADE,
  CRITERIA,
  ROUTING,
  NOTE,
  AFTER,
  EARLIER,
];

export interface BriefRow {
  handoff_id: string;
  shard: string;
  /** The document's text in UTF-8. */
  json: Uint8Array;
}

/** Parts of which what they go by is gathered, with the names of the tables that hold it, by the slice's `number`. */
const GATHERED = PARTS.flatMap(({lookUp}, at) => (lookUp ? [{at, lookUp, table: `temp.brief_found_${at}`}] : []));

/** Looks up once for all handoffs of `temp.brief_slice` what the parts of their briefs go by, for who makes these piece by piece. */
export async function gatherFound(db: Database): Promise<void> {
  const template = await readTemplate(db);
  for (const {table, lookUp} of GATHERED)
    await db.run(`create or replace temp table ${table} as ${lookUp({...EVERYTHING, more: "slice.number, "}, template)}`);
}

export const dropFound = (db: Database): Promise<void> =>
  db.run(GATHERED.map(({table}) => `drop table if exists ${table}`).join("; "));

/** Makes the parts of the briefs of `temp.brief_slice`, for `readBriefs`. @param which SQL condition on `number` of what is gathered for them; without one it is looked up */
export async function makeParts(db: Database, config: Config, which?: string): Promise<void> {
  // Each part is made by itself: planned as one query they would all be in memory at once, and for many more handoffs.
  const template = await readTemplate(db);
  const reach = await readReach(db);
  for (const [at, part] of PARTS.entries()) {
    const gathered = which === undefined ? undefined : GATHERED.find((each) => each.at === at);
    const sql = gathered
      ? part.sql(config, template, `select * exclude (number) from ${gathered.table} where ${which}`)
      : writePart(part, config, template, reach);
    await db.run(
      `create or replace temp table brief_part_${at} as select handoff_id, ${writeMembers(part)} as members from (${sql})`,
    );
  }
}

/** Briefs out of the parts that were made, in order of their `number` in `temp.brief_slice`. @param which SQL condition on it; all if left out */
export async function readBriefs(db: Database, which = "true"): Promise<BriefRow[]> {
  const joins = PARTS.map((_, at) => `left join temp.brief_part_${at} as part_${at} on part_${at}.handoff_id = slice.handoff_id`);
  const members = PARTS.map((_, at) => `part_${at}.members`);
  const result = await db.connection.run(`
    select slice.number::integer as number, slice.handoff_id, slice.shard, encode('{' || concat_ws(',', '"handoff_id":' || to_json(slice.handoff_id)::text, ${members.join(", ")}) || '}') as json
    from (from temp.brief_slice where ${which}) as slice ${joins.join("\n")}`);
  const briefs: [number: number, brief: BriefRow][] = [];
  for (const chunk of await result.fetchAllChunks()) {
    const [numbers, ids, shards, documents] = Array.from({length: 4}, (_, column) => chunk.getColumnVector(column));
    for (let at = 0; at < chunk.rowCount; at++) {
      const text = <T = string>(vector: DuckDBVector | undefined) => vector!.getItem(at) as T;
      // Taken as bytes: they are written as they are.
      const json = (documents as DuckDBBlobVector).getItemBytes(at)!;
      briefs.push([text<number>(numbers), {handoff_id: text(ids), shard: text(shards), json}]);
    }
  }
  // Sorted here: the database would carry every document along.
  return briefs.sort(([a], [b]) => a - b).map(([, brief]) => brief);
}

/** SQL of a part's members of a JSON object; what is null is left out, and looked for only where there is any. Inside a text a quote is written \\", so that no text looks like a name without a value. */
function writeMembers({columns, written}: BriefPart): string {
  const members = columns.map((column) => {
    const [name, value] = [quoteText(`"${column}":`), `"${column}"`];
    if (written?.includes(column)) return `${name} || ${value}`;
    const json = `to_json(${value})::text`;
    const known = `regexp_replace(regexp_replace(${json}, ',"\\w+":null', '', 'g'), '\\{"\\w+":null,?', '{', 'g')`;
    return `case when ${value} is not null then ${name} || case when contains(${json}, '":null') then ${known} else ${json} end end`;
  });
  return `nullif(concat_ws(',', ${members.join(", ")}), '')`;
}

/** A few briefs at once, soonest first. @param handoffs SQL with the columns of BRIEF_HANDOFFS */
export async function readBriefDocuments(db: Database, config: Config, handoffs: string): Promise<BriefDocument[]> {
  await sliceBriefs(
    db,
    `select row_number() over (order by meeting_at, handoff_id) as number, '' as shard, * from (${handoffs})`,
  );
  await makeParts(db, config);
  const briefs = await readBriefs(db);
  return briefs.map(({json}) => hideWithheld(JSON.parse(Buffer.from(json).toString()) as BriefDocument));
}
