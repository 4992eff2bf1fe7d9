/** Briefs as documents, out of the parts that they are made of. */
import type {Config} from "../../config.js";
import type {BriefDocument} from "../../contract/datasets.js";
import {quoteText, type Database} from "../../db.js";
import {hideWithheld} from "../hide-withheld.js";
import {CALLS_MADE, PEOPLE, TOUCHES, USAGE} from "./engagement.js";
import {FIELDS} from "./fields.js";
import {AFTER, HANDOFF} from "./handoff.js";
import {CRITERIA, NOTE, ROUTING} from "./judged.js";
import type {BriefPart} from "./part.js";
import {sliceBriefs} from "./slice.js";

/** What a brief is made of. Another mart is another part. */
const PARTS: readonly BriefPart[] = [HANDOFF, FIELDS, PEOPLE, TOUCHES, USAGE, CALLS_MADE, CRITERIA, ROUTING, NOTE, AFTER];

export interface BriefRow {
  handoff_id: string;
  folder: string;
  stem: string;
  /** The handoff's, whose manager may see it. */
  team: string | null;
  json: string;
}

/** The briefs of `temp.brief_slice`, each as the text of its document. @param order SQL columns of the slice */
export async function* readBriefs(db: Database, config: Config, order: string): AsyncGenerator<BriefRow> {
  const columns = PARTS.flatMap((part, at) => part.columns.map((column) => `"${column}" := part_${at}."${column}"`));
  // Each part is made by itself: planned as one query they would all be in memory at once, and for many more handoffs.
  const handoffs = await listHandoffs(db);
  for (const [at, part] of PARTS.entries())
    await db.run(`create or replace temp table brief_part_${at} as ${part.sql(config, handoffs)}`);
  const joins = PARTS.map((_, at) => `left join temp.brief_part_${at} as part_${at} on part_${at}.handoff_id = slice.handoff_id`);
  const document = `to_json(struct_pack(handoff_id := slice.handoff_id, ${columns.join(", ")}))::text`;
  // What is null is left out. Inside a text a quote is written \\", so that no text looks like a name without a value.
  const result = await db.connection.stream(`
    select slice.handoff_id, slice.folder, slice.stem, slice.team,
      regexp_replace(regexp_replace(${document}, ',"\\w+":null', '', 'g'), '\\{"\\w+":null,?', '{', 'g') as json
    from temp.brief_slice as slice ${joins.join("\n")}
    order by ${order}`);
  for await (const rows of result.yieldRowObjectJs()) yield* rows as unknown as BriefRow[];
}

/** SQL literals of the slice's handoffs: a view that makes much of each handoff is asked for these alone, which a join would not tell it. */
async function listHandoffs(db: Database): Promise<string> {
  const rows = await db.rows<{handoff_id: string}>("select handoff_id from temp.brief_slice");
  return rows.map(({handoff_id}) => quoteText(handoff_id)).join(", ") || "null";
}

/** A few briefs at once, soonest first. @param handoffs SQL with the columns of BRIEF_HANDOFFS */
export async function readBriefDocuments(db: Database, config: Config, handoffs: string): Promise<BriefDocument[]> {
  await sliceBriefs(db, handoffs);
  const briefs: BriefDocument[] = [];
  for await (const {json} of readBriefs(db, config, "slice.meeting_at, slice.handoff_id"))
    briefs.push(hideWithheld(JSON.parse(json) as BriefDocument));
  return briefs;
}
