/** Puts files into trees: linked where the bytes are there already, so that they are on disk once. */
import {createHash} from "node:crypto";
import {copyFileSync, linkSync, mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";

export interface TreeShelf {
  /** Links a file into a tree; where the file system cannot (another one), it is copied once and the copy linked from then on. */
  link(from: string, to: string): void;
  /** Writes a text; the same text at another path is linked to the first. */
  write(to: string, text: string): void;
  /** Files in all trees, and how many of them were written rather than linked. */
  count(): {files: number; written: number};
}

/** @param root folder of all trees; paths are below it */
export function openTreeShelf(root: string): TreeShelf {
  const folders = new Set<string>();
  const texts = new Map<string, string>();
  const copies = new Map<string, string>();
  let isOneSystem = true;
  let [files, written] = [0, 0];
  const prepare = (to: string) => {
    const target = join(root, to);
    const folder = dirname(target);
    if (!folders.has(folder)) {
      mkdirSync(folder, {recursive: true});
      folders.add(folder);
    }
    files++;
    return target;
  };
  const link = (from: string, target: string) => {
    if (isOneSystem) {
      try {
        linkSync(from, target);
        return;
      } catch (error) {
        if (!["EXDEV", "EMLINK", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
        isOneSystem = (error as NodeJS.ErrnoException).code === "EMLINK";
      }
    }
    const copy = copies.get(from);
    try {
      if (copy !== undefined) {
        linkSync(copy, target);
        return;
      }
    } catch (error) {
      // As many links as a file may have: another copy begins.
      if ((error as NodeJS.ErrnoException).code !== "EMLINK") throw error;
    }
    copyFileSync(from, target);
    copies.set(from, target);
  };
  return {
    link: (from, to) => link(from, prepare(to)),
    write(to, text) {
      const target = prepare(to);
      const hash = createHash("sha256").update(text).digest("base64");
      const same = texts.get(hash);
      if (same !== undefined) return link(same, target);
      writeFileSync(target, text);
      texts.set(hash, target);
      written++;
    },
    count: () => ({files, written}),
  };
}
