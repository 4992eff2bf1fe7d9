/** Files of one folder that say what those of another say, kept on disk once. */
import {existsSync, linkSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {join, relative} from "node:path";

/**
 * Replaces files below `next` by links to those of the same name below `before`, where both hold the same bytes. Only for folders whose files
 * are never written to again. Where links cannot be made, everything stays as it is.
 * @returns files and bytes that are shared now
 */
export function shareFiles(next: string, before: string): {files: number; bytes: number} {
  const shared = {files: 0, bytes: 0};
  if (!existsSync(before)) return shared;
  // Trees share files among themselves: each pair is read once, however many paths lead to it.
  const compared = new Map<string, boolean>();
  const isSame = (path: string, old: string, key: string) => {
    const known = compared.get(key) ?? readFileSync(path).equals(readFileSync(old));
    compared.set(key, known);
    return known;
  };
  for (const entry of readdirSync(next, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const old = join(before, relative(next, path));
    const [is, was] = [lstatSync(path), lstatSync(old, {throwIfNoEntry: false})];
    if (!was?.isFile() || was.size !== is.size || was.ino === is.ino) continue;
    if (!isSame(path, old, `${is.ino} ${was.ino}`)) continue;
    const aside = `${path}.link`;
    try {
      linkSync(old, aside);
    } catch (error) {
      // As many links as this one file may have; the others go on.
      if ((error as NodeJS.ErrnoException).code === "EMLINK") continue;
      return shared;
    }
    renameSync(aside, path);
    rmSync(aside, {force: true});
    shared.files++;
    shared.bytes += is.size;
  }
  return shared;
}
