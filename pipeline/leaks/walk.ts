/** Which files lie in which trees. A file that is linked into many is one. */
import {lstatSync, readdirSync} from "node:fs";
import {extname, join} from "node:path";
import type {Tree} from "./types.js";

export interface Walked {
  /** A path of each file, and its size in bytes. */
  paths: string[];
  sizes: number[];
  /** File and tree, two numbers a link. */
  links: Int32Array;
  /** Names of files and folders, each once. */
  names: string[];
  /** Name and tree, two numbers for each name in a tree. */
  uses: Int32Array;
  /** What is neither file nor folder: nobody could say where it leads. */
  strange: {tree: number; path: string}[];
}

export function walkTrees(trees: readonly Tree[]): Walked {
  const paths: string[] = [];
  const sizes: number[] = [];
  const names: string[] = [];
  const strange: Walked["strange"] = [];
  const fileOf = new Map<string, number>();
  const nameOf = new Map<string, number>();
  const links = makeList();
  const uses = makeList();
  trees.forEach(({folder}, tree) => {
    const here = new Set<number>();
    const visit = (path: string): void => {
      for (const entry of readdirSync(path, {withFileTypes: true})) {
        const full = `${path}/${entry.name}`;
        let name = nameOf.get(entry.name);
        if (name === undefined) nameOf.set(entry.name, (name = names.push(entry.name) - 1));
        if (!here.has(name)) {
          here.add(name);
          uses.push(name, tree);
        }
        if (entry.isDirectory()) visit(full);
        else if (entry.isFile()) {
          const {dev, ino, size} = lstatSync(full);
          // How a file is read is told by its ending as well, so that under another one it is another.
          const key = `${dev}:${ino}:${extname(entry.name).toLowerCase()}`;
          let file = fileOf.get(key);
          if (file === undefined) {
            fileOf.set(key, (file = paths.push(full) - 1));
            sizes.push(size);
          }
          links.push(file, tree);
        } else strange.push({tree, path: full.slice(folder.length + 1)});
      }
    };
    visit(join(folder));
  });
  return {paths, sizes, links: links.take(), names, uses: uses.take(), strange};
}

/** The path within `tree` of a file that is known by another path. */
export function findPath(tree: Tree, path: string): string {
  const wanted = lstatSync(path);
  const seek = (folder: string): string | undefined => {
    for (const entry of readdirSync(folder, {withFileTypes: true})) {
      const full = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        const found = seek(full);
        if (found !== undefined) return found;
      } else if (entry.isFile() && extname(full).toLowerCase() === extname(path).toLowerCase()) {
        const {dev, ino} = lstatSync(full);
        if (dev === wanted.dev && ino === wanted.ino) return full;
      }
    }
    return undefined;
  };
  const root = join(tree.folder);
  const found = path.startsWith(`${root}/`) ? path : seek(root);
  return (found ?? path).slice(found === undefined ? 0 : root.length + 1);
}

/** The path within `tree` of the first file or folder called `name`. */
export function findNamed(tree: Tree, name: string): string {
  const root = join(tree.folder);
  const seek = (folder: string): string | undefined => {
    for (const entry of readdirSync(folder, {withFileTypes: true})) {
      if (entry.name === name) return `${folder}/${name}`;
      const found = entry.isDirectory() ? seek(`${folder}/${entry.name}`) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (seek(root) ?? `${root}/${name}`).slice(root.length + 1);
}

/** Pairs of numbers that grow in number. */
function makeList() {
  let list = new Int32Array(1 << 12);
  let length = 0;
  return {
    push(a: number, b: number) {
      if (length + 2 > list.length) {
        const larger = new Int32Array(list.length * 2);
        larger.set(list);
        list = larger;
      }
      list[length++] = a;
      list[length++] = b;
    },
    take: () => list.slice(0, length),
  };
}
