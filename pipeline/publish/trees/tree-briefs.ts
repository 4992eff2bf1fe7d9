/** Which briefs lie in which tree, and the index that leads to them there. */
import type {Audience} from "./audiences.js";
import {bucketOf} from "../brief/bucket.js";
import type {HandoffOwners} from "./roster.js";

/** The briefs of one tree: shards by their path there, without `.json`, and where each stands in the whole. */
export interface TreeBriefs {
  shards: Map<string, string>;
  /** Handoff to shard, by file of the index. */
  index: Map<string, Record<string, string>>;
  /** Digits in the names of the index's files. */
  digits: number;
}

/** A file of the index is asked for before any brief: so many handoffs in one are still small. */
const PER_FILE = 1500;

/**
 * Lays every handoff into the trees of those who may see it: its SDR's and AE's, their present teams', and that of the team it was booked
 * in. @param shardOf where the whole has a handoff's brief
 */
export function layBriefs(
  owners: Record<keyof HandoffOwners, readonly (string | null)[]>,
  audiences: readonly Audience[],
  shardOf: (handoff: string) => string | undefined,
): Map<Audience, TreeBriefs> {
  const [bySdr, byAe, byTeam] = [new Map<string, Audience[]>(), new Map<string, Audience[]>(), new Map<string, Audience[]>()];
  const add = (map: Map<string, Audience[]>, id: string, audience: Audience) => {
    const list = map.get(id);
    if (list) list.push(audience);
    else map.set(id, [audience]);
  };
  for (const audience of audiences) {
    if (audience.kind === "revops" || audience.kind === "exec") continue;
    for (const {person_id} of audience.sdrs) add(bySdr, person_id, audience);
    for (const {person_id} of audience.aes) add(byAe, person_id, audience);
    if (audience.kind === "team") add(byTeam, audience.id, audience);
  }
  const handoffs = new Map<Audience, Map<string, string>>();
  for (const audience of audiences) handoffs.set(audience, new Map());
  const none: readonly Audience[] = [];
  for (const [row, id] of owners.handoff_id.entries()) {
    const shard = shardOf(id!);
    if (shard === undefined) continue;
    const {[row]: sdr} = owners.sdr_id;
    const {[row]: ae} = owners.ae_id;
    const {[row]: team} = owners.team;
    for (const audience of (sdr && bySdr.get(sdr)) || none) handoffs.get(audience)!.set(id!, shard);
    for (const audience of (ae && byAe.get(ae)) || none) handoffs.get(audience)!.set(id!, shard);
    for (const audience of (team && byTeam.get(team)) || none) handoffs.get(audience)!.set(id!, shard);
  }
  return new Map([...handoffs].map(([audience, own]) => [audience, lay(audience, own)]));
}

function lay({kind}: Audience, handoffs: ReadonlyMap<string, string>): TreeBriefs {
  const digits = handoffs.size <= PER_FILE ? 0 : handoffs.size <= 16 * PER_FILE ? 1 : 2;
  const shards = new Map<string, string>();
  const index = new Map<string, Record<string, string>>();
  for (const [handoff, shard] of handoffs) {
    // An AE meets most SDRs: a folder of each would hold a file or two.
    const place = kind === "ae" || kind === "ae_team" ? turnRound(shard) : shard;
    shards.set(place, shard);
    const file = bucketOf(handoff).slice(0, digits) || "all";
    let entries = index.get(file);
    if (!entries) index.set(file, (entries = Object.create(null) as Record<string, string>));
    entries[handoff] = place;
  }
  if (digits === 0 && index.size === 0) index.set("all", {});
  return {shards, index, digits};
}

/** `<sdr>/<ae>-<n>` as `<ae>/<sdr>-<n>`. */
function turnRound(shard: string): string {
  const [folder, file] = shard.split("/") as [string, string];
  const dash = file.lastIndexOf("-");
  return `${file.slice(0, dash)}/${folder}${file.slice(dash)}`;
}
