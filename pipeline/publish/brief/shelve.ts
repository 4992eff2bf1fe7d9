/** Writes the briefs: in shards of one SDR, AE and team each, with an index that leads from a handoff's id to its shard. */
import {createHash} from "node:crypto";
import {setImmediate} from "node:timers/promises";
import {say} from "../../../src/components/words/words.js";
import type {BriefIndex} from "../../contract/datasets.js";
import {quoteText, type Database} from "../../db.js";
import type {Ground} from "../ground.js";
import type {HideContacts, Looked} from "../protect/hide-contacts.js";
import type {Shelf} from "../write.js";
import {bucketOf} from "./bucket.js";
import {printShards} from "./prints.js";
import {dropFound, gatherFound, makeParts, readBriefs, type BriefRow} from "./read.js";
import {openShard, pathOf} from "./shard.js";
import {orderBriefs, sliceBriefs} from "./slice.js";
import {noteShards, readStanding, type StandingShard} from "./standing.js";

/** Handoffs whose briefs are in memory at once: that does not grow with the company. */
const SLICE = 20_000;
/** … and that are written before anything else has its turn. */
const AT_ONCE = 100;
/** Slices whose parts are made at once, which may wait on disk: what a part looks up, it looks up for all of them. */
const SLICES = 3;
/** What is known of the build before, and remembered for the next one. */
export interface Before {
  /** Its datasets. */
  folder: string;
  hide: HideContacts;
  /** What this build's files were looked through for, by the shelf. */
  looked: Looked;
  /** Whether texts that are no longer held are told of. */
  hasWithheld: boolean;
}

/**
 * Puts a brief for every handoff, and the index. The same data give the same files. Contact details are in none of them. With `before` only shards are made
 * that would come out differently; the others are those of the build before.
 * @param slice handoffs whose briefs are in memory at once
 */
export async function putBriefs(
  shelf: Shelf,
  {db, config: own}: Pick<Ground, "db" | "config">,
  before?: Before,
  slice = SLICE,
): Promise<void> {
  const config = {...own, publish: {...own.publish, contact_details: false}};
  await orderBriefs(db);
  await putIndex(shelf, db);
  const kept = new Map<string, StandingShard>();
  if (before) {
    // Wherever they lie: what is moved as a whole stays what it was.
    const settings = JSON.stringify([{...config, path: "", folder: ""}, say("withheld"), before.hasWithheld, before.hide.kinds]);
    await printShards(db, config, createHash("sha256").update(settings).digest("hex"));
    for (const shard of await readStanding(db, before.folder))
      if (isSame(shard, before.hide) && shelf.keep(pathOf(shard.shard), shard)) kept.set(shard.shard, shard);
  }
  const made = await makeShards(shelf, db, config, {kept: [...kept.keys()], slice});
  if (before) await note(shelf, db, before, made, kept);
}

/** Whether what stands in the shard for contacts' addresses and numbers is still what does. */
function isSame({looked, hidden}: StandingShard, hide: HideContacts): boolean {
  return listHidden(looked === "" ? [] : looked.split(" ").map(Number), hide) === hidden;
}

const listHidden = (keys: Iterable<number>, {isHidden}: HideContacts): string => [...keys].filter(isHidden).join(" ");

/** Remembers every shard for the next build. */
async function note(
  shelf: Shelf,
  db: Database,
  {hide, looked}: Before,
  made: readonly string[],
  kept: Map<string, StandingShard>,
): Promise<void> {
  const prints = new Map(
    (await db.rows<{shard: string; print: string}>("from temp.brief_prints")).map(({shard, print}) => [shard, print]),
  );
  const fresh = made.map((shard): StandingShard => {
    const keys = looked.get(pathOf(shard)) ?? [];
    return {
      shard,
      print: prints.get(shard)!,
      ...shelf.tell(pathOf(shard))!,
      looked: [...keys].join(" "),
      hidden: listHidden(keys, hide),
    };
  });
  await noteShards(db, [...kept.values(), ...fresh]);
}

/** Makes and puts the shards but those that are kept. @returns their names */
async function makeShards(
  shelf: Shelf,
  db: Database,
  config: Ground["config"],
  {kept, slice}: {kept: readonly string[]; slice: number},
): Promise<string[]> {
  // In order: those that are left out are found by several threads, which leave the others in any.
  await db.run(`create or replace temp table brief_todo as
    select row_number() over (order by shard, place) - 1 as number, * from temp.brief_order
    ${kept.length > 0 ? `where shard not in (select unnest([${kept.map(quoteText).join(", ")}]))` : ""}`);
  const [row] = await db.rows<{count: number}>("select count(*)::integer as count from temp.brief_todo");
  const {count} = row!;
  const open = openShard(shelf);
  const pieces = readPieces(db, config, count, slice);
  let next = pieces.next();
  try {
    for (;;) {
      const {value: briefs, done} = await next;
      if (done) return open.close();
      // The database makes the next ones while these are written, and is asked in between.
      next = pieces.next();
      for (const [at, brief] of briefs.entries()) {
        open.add(brief);
        if (at % AT_ONCE === 0) await setImmediate();
      }
    }
  } finally {
    await next.catch(() => {});
    await dropFound(db);
  }
}

/** The briefs of `temp.brief_todo` in their order, `slice` at a time. */
async function* readPieces(
  db: Database,
  config: Ground["config"],
  count: number,
  slice: number,
): AsyncGenerator<BriefRow[], undefined> {
  const wide = SLICES * slice;
  const isGathered = count > wide;
  if (isGathered) {
    await sliceBriefs(db, "from temp.brief_todo");
    await gatherFound(db);
  }
  for (let from = 0; from < count; from += wide) {
    const own = writeRange(from, wide);
    await sliceBriefs(db, `from temp.brief_todo where ${own}`);
    await makeParts(db, config, isGathered ? own : undefined);
    for (let at = from; at < Math.min(count, from + wide); at += slice) yield await readBriefs(db, writeRange(at, slice));
  }
}

const writeRange = (from: number, count: number): string => `number between ${from} and ${from + count - 1}`;

async function putIndex(shelf: Shelf, db: Database): Promise<void> {
  const index = new Map<string, BriefIndex>();
  for (const {handoff_id, shard} of await db.rows<{handoff_id: string; shard: string}>(
    "select handoff_id, shard from temp.brief_order",
  )) {
    const bucket = bucketOf(handoff_id);
    const entries = index.get(bucket) ?? (Object.create(null) as BriefIndex);
    index.set(bucket, entries);
    entries[handoff_id] = shard;
  }
  for (const [bucket, entries] of index) shelf.putJson(`briefs/index/${bucket}.json`, entries);
}
