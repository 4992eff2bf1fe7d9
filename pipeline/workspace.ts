/** Where a build keeps its things, and whether what is there is still true. */
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import type {KnownHashes} from "./inputs.js";

/** The project's own folder. */
export const ROOT = resolve(import.meta.dirname, "..");

/** Folders and files of one company's build; several stand side by side. */
export interface Workspace {
  folder: string;
  /** The DuckDB file. */
  warehouse: string;
  /** The datasets as the site fetches them. */
  data: string;
  /** The site without data, the same for every company. */
  shell: string;
  /** The finished site. */
  site: string;
  /** What the warehouse was made from. */
  stamp: string;
  /** Rows of exports as they were read, so that an unchanged one is not read again. */
  cache: string;
  /** Held by the build at work. */
  lock: string;
}

const DEFAULT_FOLDER = "build";

/** The workspace in `folder`. The default one puts its site into `dist/`, others into their own folder. */
export function locateWorkspace(folder = DEFAULT_FOLDER, out?: string): Workspace {
  const absolute = resolve(folder);
  const isDefault = absolute === resolve(DEFAULT_FOLDER);
  return {
    folder: absolute,
    warehouse: join(absolute, "warehouse.duckdb"),
    data: join(absolute, "data"),
    shell: join(absolute, "shell"),
    site: resolve(out ?? (isDefault ? "dist" : join(absolute, "dist"))),
    stamp: join(absolute, "stamp.json"),
    cache: join(absolute, "cache"),
    lock: join(absolute, "lock"),
  };
}

/** What the warehouse and the datasets were made from. */
export interface Stamp {
  /** Hash over sizes, times and inodes. */
  print: string;
  /** Hash over contents. */
  contents: string;
  /** Hash over our own code. */
  code: string;
  /** Hashes of exports, so that an unchanged one is not read for it again. */
  known: KnownHashes;
}

/** The stamp of the last good build; undefined when there is none, or not all that it made is there. */
export function readStamp(workspace: Workspace): Stamp | undefined {
  if (![workspace.warehouse, workspace.data, workspace.stamp].every((path) => existsSync(path))) return undefined;
  try {
    return JSON.parse(readFileSync(workspace.stamp, "utf8")) as Stamp;
  } catch {
    return undefined;
  }
}

/** A name beside `path` for what is still being made; whatever stood there is removed. */
export function stage(path: string): string {
  const aside = `${path}.next-${process.pid}`;
  rmSync(aside, {recursive: true, force: true});
  mkdirSync(resolve(aside, ".."), {recursive: true});
  return aside;
}

/** Puts what was made aside into its place: a file at once, a folder after the old one has been moved out of the way. */
export function swap(aside: string, path: string): void {
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    renameSync(aside, path);
    return;
  }
  const old = `${path}.old-${process.pid}`;
  rmSync(old, {recursive: true, force: true});
  renameSync(path, old);
  renameSync(aside, path);
  rmSync(old, {recursive: true, force: true});
}

/**
 * Puts a whole state of the data into place. In between there is no stamp, so that a build killed here is made again and never
 * taken for the one before.
 */
export function putInPlace(workspace: Workspace, made: {warehouse: string; data: string}, stamp: Stamp): void {
  rmSync(workspace.stamp, {force: true});
  swap(made.warehouse, workspace.warehouse);
  swap(made.data, workspace.data);
  writeStamp(workspace, stamp);
}

/** Marks the workspace as made from what `stamp` tells. */
export function writeStamp(workspace: Workspace, stamp: Stamp): void {
  const aside = `${workspace.stamp}.next-${process.pid}`;
  writeFileSync(aside, JSON.stringify(stamp));
  renameSync(aside, workspace.stamp);
}

/** What a build that was killed leaves beside `warehouse.duckdb`, `data`, `shell` and the site. */
const LEFTOVER = /^(.+?)\.(next|old|work)-[0-9a-f]{1,8}(\.wal|\.tmp(-aside)?)?$/;

/**
 * Removes what builds that were killed have left, and gives back what one of them had moved away and not replaced. Only for
 * who holds the lock.
 */
export function tidyWorkspace(workspace: Workspace): void {
  for (const path of [workspace.warehouse, workspace.data, workspace.shell, workspace.site, workspace.stamp]) {
    const folder = dirname(path);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const [, of, kind] = LEFTOVER.exec(name) ?? [];
      if (of !== basename(path)) continue;
      if (kind === "old" && !existsSync(path)) renameSync(join(folder, name), path);
      else rmSync(join(folder, name), {recursive: true, force: true});
    }
  }
}
