/** The quick pass: what the hours before a meeting can change is written anew, the rest is what the last whole build said. */
import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import type {Config} from "../config.js";
import type {AeData, Manifest, SdrData, TeamData} from "../contract/datasets.js";
import type {Database} from "../db.js";
import {partTurns, putContacts, putTurns} from "./apart.js";
import {readEarlierOfAes} from "./brief/earlier.js";
import {putBriefs} from "./brief/shelve.js";
import {needsSdr} from "./coming/calendar.js";
import {shelveComing} from "./coming/lines.js";
import {putComing} from "./coming/put.js";
import {readComing} from "./coming/read.js";
import {joinTasks} from "./coming/tasks.js";
import {keepGranularity} from "./protect/granularity.js";
import {readGround, type Ground} from "./ground.js";
import {keepContacts, readHideContacts} from "./protect/hide-contacts.js";
import {formatJson, openShelf, type Shelf} from "./write.js";
import {listCriteria} from "./manifest.js";
import {putSearch} from "./search/put.js";
import {openTreeShelf} from "./trees/tree-shelf.js";

/** Written anew as a whole. Everything else is numbers and the records behind them, which have to stay together. */
const OWN = /^(coming|briefs|contacts|turns|search)\//;

/**
 * Writes coming meetings, briefs, what the search finds, whose turn it was and contact details of the present data into `out`, and puts the coming meetings into the
 * documents of teams, SDRs and AEs; all else are links to `from`, the datasets of a whole build. The manifest keeps the time of the
 * numbers and tells that of the meetings.
 */
export async function publishHandoffs(
  db: Database,
  config: Config,
  {from, out}: {from: string; out: string},
): Promise<{version: string; files: number; bytes: number}> {
  const hide = await readHideContacts(db);
  const ground = await readGround(db, config);
  const shelf = keepContacts(keepGranularity(openShelf(out), config, ground), hide);
  const {coming, turns} = partTurns(await readComing(ground));
  putComing(shelf, ground, coming);
  if (Object.keys(turns).length > 0) shelf.putJson("coming/turns.json", turns);
  await putTurns(shelf, ground);
  await putContacts(shelf, ground);
  await putBriefs(shelf, ground);
  await putSearch(shelf, ground);
  const patched = patchDocuments(shelf, ground, from, {coming, earlier: await readEarlierOfAes(db, config)});
  linkOthers(from, out, patched);
  const night = JSON.parse(readFileSync(join(from, "manifest.json"), "utf8")) as Manifest;
  const manifest: Omit<Manifest, "version"> = {...night, criteria: listCriteria(config), handoffs_as_of: ground.asOf};
  const version = shelf.hashContents(formatJson(manifest));
  shelf.putJson("manifest.json", {...manifest, version});
  return {version, ...shelf.count()};
}

/** Whoever has a page lists the same coming meetings there as on the board. @returns paths of the documents that were written */
function patchDocuments(
  shelf: Shelf,
  {teams, sdrs, aes}: Ground,
  from: string,
  {coming, earlier}: {coming: Parameters<typeof shelveComing>[0]; earlier: Awaited<ReturnType<typeof readEarlierOfAes>>},
): Set<string> {
  const lines = shelveComing(coming);
  const written = new Set(["manifest.json"]);
  const patch = <T>(path: string, change: (document: T) => Partial<T>) => {
    const text = readDocument(join(from, path));
    // Who is new since has a page from the next whole build on.
    if (text === undefined) return;
    const document = JSON.parse(text) as T;
    shelf.putJson(path, {...document, ...change(document)});
    written.add(path);
  };
  const meetingsOf = (key: "sdr_id" | "ae_id", id: string) =>
    coming.flatMap((each) => (each[key] === id && each.meeting ? [each.meeting] : []));
  for (const {team, slug} of teams) patch<TeamData>(`team/${slug}.json`, () => ({coming: lines.ofTeam(team)}));
  for (const {person_id, slug} of sdrs)
    patch<SdrData>(`sdr/${slug}.json`, () => ({
      coming: lines.ofSdr(person_id),
      has_calendar: meetingsOf("sdr_id", person_id).map(joinTasks).some(needsSdr),
    }));
  for (const {person_id, slug} of aes) {
    const meetings = meetingsOf("ae_id", person_id);
    patch<AeData>(`ae/${slug}.json`, () => ({
      coming: meetings,
      earlier: earlier.get(person_id) ?? {},
      has_calendar: meetings.length > 0,
    }));
  }
  return written;
}

function readDocument(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function linkOthers(from: string, out: string, written: ReadonlySet<string>): void {
  const shelf = openTreeShelf(out);
  for (const entry of readdirSync(from, {recursive: true, withFileTypes: true})) {
    const path = relative(from, join(entry.parentPath, entry.name));
    if (!entry.isFile() || OWN.test(path) || written.has(path)) continue;
    shelf.link(join(from, path), path);
  }
}
