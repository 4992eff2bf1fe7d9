/** Writes the briefs: in shards of one SDR, AE and team each, with an index that leads from a handoff's id to its shard. */
import type {BriefDocument, BriefIndex} from "../../contract/datasets.js";
import type {Database} from "../../db.js";
import type {Ground} from "../ground.js";
import type {Shelf} from "../write.js";
import {bucketOf} from "./bucket.js";
import {readBriefs, type BriefRow} from "./read.js";
import {BRIEF_HANDOFFS, sliceBriefs} from "./slice.js";

/** Handoffs whose briefs are made by one query: what is in memory does not grow with the company. */
const SLICE = 30_000;
/** A shard is closed when it holds as much: it opens at once on a slow line. */
const SHARD_BYTES = 40_000;
/** A single brief is shortened to this. */
const BRIEF_BYTES = 80_000;

/** What stands around the briefs of a shard. */
const [HEAD, BETWEEN, TAIL] = ['{"briefs":[', ",\n", "]}"].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];

/** Puts a brief for every handoff, and the index. The same data give the same files. Contact details are in none of them. */
export async function putBriefs(shelf: Shelf, {db, config: own}: Pick<Ground, "db" | "config">): Promise<void> {
  const config = {...own, publish: {...own.publish, contact_details: false}};
  const count = await orderBriefs(db);
  const index = new Map<string, BriefIndex>();
  const open = openShard(shelf, index);
  for (let from = 0; from < count; from += SLICE) {
    await sliceBriefs(db, `select * from temp.brief_order where number between ${from} and ${from + SLICE - 1}`);
    for (const row of await readBriefs(db, config)) open.add(row);
  }
  open.close();
  for (const [bucket, entries] of index) shelf.putJson(`briefs/index/${bucket}.json`, entries);
}

/** Numbers the handoffs in the order of their shards. @returns how many there are */
async function orderBriefs(db: Database): Promise<number> {
  await db.run(`create or replace temp table brief_order as
    select row_number() over (order by folder, stem, team, meeting_at, handoff_id) - 1 as number, * from (${BRIEF_HANDOFFS}) order by number`);
  const [row] = await db.rows<{count: number}>("select count(*)::integer as count from temp.brief_order");
  return row!.count;
}

/** Gathers briefs into shards: a shard never holds briefs of two pairs or two teams, and is put as soon as it is full. */
function openShard(shelf: Shelf, index: Map<string, BriefIndex>) {
  let pair = "";
  let shared: string | null = null;
  let number = 0;
  let briefs: Uint8Array[] = [];
  let bytes = 0;
  function close(): void {
    if (briefs.length > 0)
      shelf.putBytes(
        `briefs/${pair}-${number}.json`,
        Buffer.concat([HEAD, ...briefs.flatMap((brief, at) => (at === 0 ? [brief] : [BETWEEN, brief])), TAIL]),
      );
    [briefs, bytes] = [[], 0];
  }
  function add({handoff_id, folder, stem, team, json}: BriefRow): void {
    const brief = json.byteLength <= BRIEF_BYTES ? json : shorten(json);
    const size = brief.byteLength;
    const own = `${folder}/${stem}`;
    if (own !== pair || team !== shared || bytes + size > SHARD_BYTES) {
      close();
      number = own === pair ? number + 1 : 1;
      [pair, shared] = [own, team];
    }
    briefs.push(brief);
    bytes += size;
    const bucket = bucketOf(handoff_id);
    const entries = index.get(bucket) ?? (Object.create(null) as BriefIndex);
    index.set(bucket, entries);
    entries[handoff_id] = `${pair}-${number}`;
  }
  return {add, close};
}

/** A brief that is too large by itself, shortened at its longest texts, which say how long they were. */
function shorten(json: Uint8Array): Uint8Array {
  const brief = JSON.parse(Buffer.from(json).toString()) as BriefDocument;
  for (let limit = 8000; limit > 100 && Buffer.byteLength(JSON.stringify(brief)) > BRIEF_BYTES; limit /= 2) {
    for (const [field, text] of Object.entries(brief.values ?? {})) {
      if (text.length <= limit) continue;
      brief.cut = {...brief.cut, [field]: brief.cut?.[field] ?? text.length};
      brief.values![field] = clip(text, limit);
    }
    for (const [field, text] of Object.entries(brief.later ?? {})) brief.later![field] = clip(text, limit);
    if (brief.note?.unplaced) brief.note.unplaced = clip(brief.note.unplaced, limit);
  }
  return Buffer.from(JSON.stringify(brief));
}

/** The beginning of a text, without half a sign at its end. */
const clip = (text: string, limit: number) => text.slice(0, limit).replace(/[\ud800-\udbff]$/, "");
