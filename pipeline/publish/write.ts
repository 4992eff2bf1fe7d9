/** Writes datasets into a folder and keeps count of them. */
import {createHash} from "node:crypto";
import {copyFileSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";

/** A folder that datasets are written into. */
export interface Shelf {
  /** Writes a document as JSON, numbers rounded as by `roundNumber`. */
  putJson(path: string, document: unknown): void;
  /** Writes bytes as they are. */
  putBytes(path: string, bytes: Uint8Array): void;
  /** Takes a file from the build before, which is known to say the same. @returns false when it is not there; it has to be put then. */
  keep(path: string, written: Written): boolean;
  /** What lies at `path` by now. */
  tell(path: string): Written | undefined;
  /** Hash over `last` and over names and contents of all that was written so far, in order of name: the same data give the same text. */
  hashContents(last: unknown): string;
  /** How many files, and their bytes. */
  count(): {files: number; bytes: number};
}

/** A file by what it holds. */
export interface Written {
  /** SHA-256 of its content. */
  content: string;
  bytes: number;
}

/**
 * Opens the folder `out` for writing; it is made when it is not there. What stands in the folder `before` with the same content is
 * not written again, but linked: nobody writes into a file that is there.
 */
export function openShelf(out: string, before?: string): Shelf {
  const files = new Map<string, Written>();
  const folders = new Set<string>();
  let bytes = 0;
  function makeRoom(path: string): string {
    const target = join(out, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, {recursive: true});
    folders.add(folder);
    return target;
  }
  function note(path: string, written: Written): void {
    files.set(path, written);
    bytes += written.bytes;
  }
  function put(path: string, content: Uint8Array): void {
    const target = makeRoom(path);
    if (before === undefined || !tryLink(join(before, path), target, content)) writeFileSync(target, content);
    note(path, {content: createHash("sha256").update(content).digest("hex"), bytes: content.byteLength});
  }
  return {
    putJson: (path, document) => put(path, Buffer.from(formatJson(document))),
    putBytes: put,
    keep(path, written) {
      if (before === undefined || sizeOf(join(before, path)) !== written.bytes) return false;
      const [source, target] = [join(before, path), makeRoom(path)];
      if (!link(source, target)) copyFileSync(source, target);
      note(path, written);
      return true;
    },
    tell: (path) => files.get(path),
    hashContents(last) {
      const hash = createHash("sha256").update(formatJson(last));
      for (const path of [...files.keys()].sort()) hash.update(`${path}\0${files.get(path)!.content}\n`);
      return hash.digest("hex").slice(0, 16);
    },
    count: () => ({files: files.size, bytes}),
  };
}

/** Links `target` to a file of the same content. @returns false when there is none */
function tryLink(source: string, target: string, content: Uint8Array): boolean {
  return sizeOf(source) === content.byteLength && readFileSync(source).equals(content) && link(source, target);
}

const sizeOf = (path: string): number | undefined => statSync(path, {throwIfNoEntry: false})?.size;

function link(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch {
    // Not every file system links.
    return false;
  }
}

/** A document as compact JSON. */
export function formatJson(document: unknown): string {
  return JSON.stringify(document, (_, value: unknown) => (typeof value === "number" ? roundNumber(value) : value));
}

/**
 * Six significant digits, which no page shows more of; whole numbers stay whole and large ones keep their cents.
 * What is no number (infinite, undefined) becomes null, so that JSON never invents one.
 */
export function roundNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  if (Number.isInteger(value)) return value;
  return Math.abs(value) >= 1e4 ? Math.round(value * 100) / 100 : Number(value.toPrecision(6));
}
