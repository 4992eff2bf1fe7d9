import {mkdirSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";

/**
 * Writes a sheet where `out` says (a file, or a folder that is there), else as `name` into `folder`, which no repository keeps.
 * @returns the file's path
 */
export function writeSheet(html: string, name: string, folder: string, out?: string): string {
  const path = out === undefined ? join(folder, name) : isFolder(out) ? join(out, name) : out;
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, html);
  return path;
}

const isFolder = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;
