/** A file of briefs of one SDR and AE. */
import type {BriefDocument} from "../../contract/datasets.js";
import {clip} from "../../cut-text.js";
import type {Shelf} from "../write.js";
import type {BriefRow} from "./read.js";

/** A single brief is shortened to this. */
const BRIEF_BYTES = 80_000;

/** What stands around the briefs of a shard. */
const [HEAD, BETWEEN, TAIL] = ['{"briefs":[', ",\n", "]}"].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];

export const pathOf = (shard: string): string => `briefs/${shard}.json`;

/**
 * Gathers briefs, which come in the order of their shards, and puts each shard as soon as it is complete; `close` tells which.
 * @throws Error when briefs of a shard come in two goes: the second would take the place of the first
 */
export function openShard(shelf: Pick<Shelf, "putBytes">): {add(brief: BriefRow): void; close(): string[]} {
  const made = new Set<string>();
  let current = "";
  let briefs: Uint8Array[] = [];
  function put(): void {
    if (briefs.length === 0) return;
    if (made.has(current)) throw new Error(`briefs of ${current} come in two goes`);
    shelf.putBytes(
      pathOf(current),
      Buffer.concat([HEAD, ...briefs.flatMap((brief, at) => (at === 0 ? [brief] : [BETWEEN, brief])), TAIL]),
    );
    made.add(current);
    briefs = [];
  }
  function add({shard, json}: BriefRow): void {
    if (shard !== current) put();
    current = shard;
    briefs.push(json.byteLength <= BRIEF_BYTES ? json : shorten(json));
  }
  function close(): string[] {
    put();
    return [...made];
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
    for (const said of Object.values(brief.said ?? {})) said.text = clip(said.text, limit);
    if (brief.note?.unplaced) brief.note.unplaced = clip(brief.note.unplaced, limit);
  }
  return Buffer.from(JSON.stringify(brief));
}
