/** Where a build keeps its things, and whether what is there is still true. */
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {globSync} from "tinyglobby";
import type {Config} from "./config.js";

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
  /** Fingerprint of what the warehouse was made from. */
  stamp: string;
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
    stamp: join(absolute, "stamp.txt"),
  };
}

/** Hash of everything the data follow from: configuration, exports (by size and time) and our own code. */
export function fingerprint(config: Config): string {
  const hash = createHash("sha256");
  hash.update(readFileSync(config.path));
  for (const path of listExports(config)) hash.update(describeFile(path));
  for (const path of listCode()) hash.update(describeFile(path));
  return hash.digest("hex");
}

/** Absolute paths of the exports that the configuration names, each once, sorted. */
export function listExports(config: Config): string[] {
  const patterns = config.sources.flatMap((source) => source.files);
  return [...new Set(globSync(patterns, {cwd: config.folder, absolute: true, onlyFiles: true}))].sort();
}

function listCode(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
      entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  return below(join(ROOT, "pipeline")).sort();
}

function describeFile(path: string): string {
  const {size, mtimeMs, ino} = statSync(path);
  return `${relative(ROOT, path)}\0${size}\0${mtimeMs}\0${ino}\n`;
}

/** Whether the warehouse and datasets in `workspace` were made from just this. */
export function isFresh(workspace: Workspace, print: string): boolean {
  return (
    [workspace.warehouse, workspace.data, workspace.stamp].every((path) => existsSync(path)) &&
    readFileSync(workspace.stamp, "utf8") === print
  );
}

/** A name beside `path` for what is still being made; whatever stood there is removed. */
export function stage(path: string): string {
  const aside = `${path}.next-${process.pid}`;
  rmSync(aside, {recursive: true, force: true});
  mkdirSync(resolve(aside, ".."), {recursive: true});
  return aside;
}

/** Puts what was made aside into its place. The old one is moved out of the way first, so that nothing half-made is ever seen. */
export function swap(aside: string, path: string): void {
  const old = `${path}.old-${process.pid}`;
  rmSync(old, {recursive: true, force: true});
  if (existsSync(path)) renameSync(path, old);
  renameSync(aside, path);
  rmSync(old, {recursive: true, force: true});
}

/** Marks the workspace as made from `print`. */
export function stampWorkspace(workspace: Workspace, print: string): void {
  writeFileSync(workspace.stamp, print);
}
