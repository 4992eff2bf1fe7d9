/**
 * Where published builds lie. Each is a folder of its own that never changes; the served one is what the link at `out` leads to, so that
 * one rename puts another into its place and no reader ever meets half of two.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {basename, dirname, join} from "node:path";
import {UserError} from "../errors.js";
import {escapeRegex} from "../escape.js";
import type {BuildRecord, KeptBuild} from "./build-record.js";

export interface Place {
  /** What the web server's root names: a link to a build. */
  out: string;
  /** Folder of the kept builds, beside it. */
  builds: string;
  lock: string;
  status: string;
  /** What the change guard refused last. */
  refused: string;
  /** What the builds were made from that were rolled back: the same is not published again by itself. */
  withdrawn: string;
}

export const locatePlace = (out: string): Place => ({
  out,
  builds: `${out}.builds`,
  lock: `${out}.lock`,
  status: `${out}.status.json`,
  refused: join(`${out}.builds`, "refused.json"),
  withdrawn: join(`${out}.builds`, "withdrawn.json"),
});

/** Says of a folder of trees that it was made by us, and may be replaced. */
export const MARK = ".baton-published";

/** @throws UserError when something of somebody else's lies at `out`: it is never replaced */
export function refuseForeign({out, builds}: Place): void {
  const found = lstatSync(out, {throwIfNoEntry: false});
  if (!found) return;
  const isOwn = found.isSymbolicLink()
    ? dirname(join(dirname(out), readlinkSync(out))) === builds
    : found.isDirectory() && (existsSync(join(out, MARK)) || readdirSync(out).length === 0);
  if (!isOwn)
    throw new UserError(`${out}: not a folder of published trees, and not empty\n  → name another with --out DIR, or empty it`);
}

/** Name of the served build; undefined when there is none. */
export function readServed({out}: Place): string | undefined {
  return lstatSync(out, {throwIfNoEntry: false})?.isSymbolicLink() ? basename(readlinkSync(out)) : undefined;
}

const RECORD = /^(\d{6}-[0-9a-f]+)\.json$/;

/** The builds that are there with their records, oldest first. */
export function listKept(place: Place): KeptBuild[] {
  if (!existsSync(place.builds)) return [];
  const names = readdirSync(place.builds).flatMap((file) => RECORD.exec(file)?.[1] ?? []);
  return names
    .filter((name) => existsSync(join(place.builds, name)))
    .sort()
    .flatMap((name) => readRecord(join(place.builds, `${name}.json`)).map((record) => ({...record, name})));
}

/** A record that a failing disk has damaged is none. */
function readRecord(path: string): BuildRecord[] {
  try {
    return [JSON.parse(readFileSync(path, "utf8")) as BuildRecord];
  } catch {
    return [];
  }
}

/** What was refused last, as if it were kept; undefined when nothing was since the last build. */
export const readRefused = ({refused}: Place): KeptBuild | undefined =>
  readRecord(refused).map((record) => ({...record, name: "refused"}))[0];

/** A folder to make a build in; whatever stood there is removed. */
export function openAside({builds}: Place): string {
  const aside = join(builds, `next-${process.pid}`);
  rmSync(aside, {recursive: true, force: true});
  mkdirSync(builds, {recursive: true, mode: 0o755});
  return aside;
}

/** Records hold the ids of people. */
export const PRIVATE = 0o640;

/** Makes a build that is whole one of the kept ones. It is not served yet. */
export function keepBuild(place: Place, aside: string, record: BuildRecord): KeptBuild {
  const name = `${String(record.number).padStart(6, "0")}-${record.version.slice(0, 8)}`;
  // The record first: a folder without one is what a killed run has left.
  writeAside(join(place.builds, `${name}.json`), JSON.stringify(record), PRIVATE);
  renameSync(aside, join(place.builds, name));
  return {...record, name};
}

/** The next build's number; names are in order whatever the clock says. */
export function nextNumber(place: Place): number {
  return Math.max(0, ...listKept(place).map(({number}) => number)) + 1;
}

/** Serves a kept build: from one request to the next, by one rename. */
export function serveBuild({out, builds}: Place, name: string): void {
  const link = `${out}.next-${process.pid}`;
  rmSync(link, {force: true});
  symlinkSync(join(basename(builds), name), link, "dir");
  const found = lstatSync(out, {throwIfNoEntry: false});
  // A folder of an earlier version, or an empty one, has to go first: only this once is there a moment without a site.
  const old = join(builds, OLD);
  if (found && !found.isSymbolicLink()) renameSync(out, old);
  renameSync(link, out);
  rmSync(old, {recursive: true, force: true});
}
const OLD = "old";

/** Removes builds beyond `keep`, oldest first, and those that `isOutdated` names; never the served one. @returns names of those that went */
export function pruneBuilds(place: Place, keep: number, isOutdated: (build: KeptBuild) => boolean): string[] {
  const served = readServed(place);
  const others = listKept(place).filter(({name}) => name !== served);
  const going = others.filter((build, index) => isOutdated(build) || index < others.length - (keep - 1));
  for (const {name} of going) removeBuild(place, name);
  return going.map(({name}) => name);
}

function removeBuild({builds}: Place, name: string): void {
  rmSync(join(builds, `${name}.json`), {force: true});
  rmSync(join(builds, name), {recursive: true, force: true});
}

/** Removes what killed runs have left, and gives back what one of them had moved away. Only for who holds the lock. */
export function tidyPlace(place: Place): void {
  const {out, builds} = place;
  const folder = dirname(out);
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (new RegExp(`^${escapeRegex(basename(out))}\\.(next|old|status\\.json\\.next)-[0-9a-f]+$`).test(name))
      rmSync(join(folder, name), {recursive: true, force: true});
  if (!existsSync(builds)) return;
  if (!lstatSync(out, {throwIfNoEntry: false}) && existsSync(join(builds, OLD))) renameSync(join(builds, OLD), out);
  const known = new Set(listKept(place).flatMap(({name}) => [name, `${name}.json`]));
  for (const path of [place.refused, place.withdrawn]) known.add(basename(path));
  const served = readServed(place);
  for (const name of readdirSync(builds))
    if (!known.has(name) && name !== served) rmSync(join(builds, name), {recursive: true, force: true});
}

/** Writes a text that appears at its place whole or not at all. @param mode who may read it; whoever may read new files, if left out */
export function writeAside(path: string, text: string, mode = 0o666): void {
  const aside = `${path}.next-${process.pid}`;
  try {
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(aside, text, {mode});
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, {force: true});
    throw error;
  }
}

/** What builds that were rolled back were made from. */
export function readWithdrawn({withdrawn}: Place): string[] {
  return existsSync(withdrawn) ? (JSON.parse(readFileSync(withdrawn, "utf8")) as string[]) : [];
}

/** What a build was made from, and how: a quick pass over the same exports is another build than a whole one. */
export const madeFrom = ({made_from, kind}: Pick<BuildRecord, "made_from" | "kind">): string => `${kind} ${made_from}`;
