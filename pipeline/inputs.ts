/** What the data are made from, and whether that has changed. */
import {createHash} from "node:crypto";
import {closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import type {Config} from "./config.js";
import {findFiles} from "./ingest/find.js";
import {listPaths} from "./ingest/opened.js";
import {locateForgotten} from "./privacy/forgotten.js";
import {takeSalt} from "./privacy/salt.js";
import {readStamp, ROOT, type Workspace} from "./workspace.js";

/** A state of the inputs, told twice: by what the file system says of them, and by what they hold. */
export interface Inputs {
  /** Hash over size, times and inode of every export and file of our own code, and the configuration's text. */
  print: string;
  /** Bytes of all exports. */
  bytes: number;
  /** Hash over their contents; reads only files that are not known already. */
  hashContents(): string;
  /** Hash of an export's content. */
  hashFile(path: string): string;
  /** Whether the export at `path` is still what it was when the inputs were looked at. */
  isStill(path: string): boolean;
  /** Hash over the code that turns an export into rows. */
  hashReader(): string;
  /** Hash over all of our own code, and over who is not to be held. */
  hashCode(): string;
  /** Hash over all of our own code alone. */
  hashOwnCode(): string;
  /** Hash over who is to be forgotten. */
  hashForgotten(): string;
  /** Hash over the contents of all exports, whatever the configuration and our code. */
  hashExports(): string;
  /** Exports that are not what they were when the inputs were looked at. */
  listChanged(): string[];
  /** Hashes of exports, by path, each with the state of the file it holds for. */
  known(): KnownHashes;
}
export type KnownHashes = Record<string, {state: string; hash: string}>;

/** Code whose change makes every export be read again. */
const READER =
  /^pipeline\/(ingest|brief|coaching|privacy|profiles|contract)\/|^pipeline\/models\/intermediate\/(judge|copied)-[a-z]+\.ts$|^pipeline\/(db|errors|instant|config-[a-z]+)\.ts$|^package-lock\.json$/;

/** Looks at everything the data follow from. With `known` hashes an export is read for its hash only when its state has changed. */
export function lookAtInputs(config: Config, known: KnownHashes = {}): Inputs {
  const exports = listExports(config);
  const code = listCode();
  const states = new Map([...exports, ...code].map((path) => [path, describeFile(path)]));
  const hashes: KnownHashes = {};
  const list = locateForgotten(config.path);
  const forgotten = existsSync(list) ? readFileSync(list) : "";
  const salt = config.pseudonymise ? takeSalt(config.path, true) : "";
  const text = hashTexts([readFileSync(config.path), forgotten, salt]);
  // A warehouse that held somebody who is not to be held is not gone on from: what is deleted there stays in the file.
  const held = JSON.stringify([forgotten.toString(), salt, config.retention_months, config.pseudonymise]);
  const hashFile = (path: string): string => {
    const state = states.get(path) ?? describeFile(path);
    const found = hashes[path] ?? known[path];
    hashes[path] = found?.state === state ? found : {state, hash: hashContent(path)};
    return hashes[path].hash;
  };
  const hashFiles = (paths: readonly string[]) =>
    hashTexts(paths.map((path) => `${relative(ROOT, path)}\0${hashTexts([readFileSync(path)])}`));
  // By their names from the configuration on: what is moved as a whole stays what it was.
  const hashEach = () => exports.map((path) => `${relative(config.folder, path)}\0${hashFile(path)}`);
  return {
    print: hashTexts([text, ...[...states].map(([path, state]) => `${path}\0${state}`)]),
    bytes: exports.reduce((sum, path) => sum + (statSync(path, {throwIfNoEntry: false})?.size ?? 0), 0),
    hashContents: () => hashTexts([text, hashFiles(code), ...hashEach()]),
    hashFile,
    isStill: (path) => states.get(path) === describeFile(path),
    hashReader: () => hashFiles(code.filter((path) => READER.test(relative(ROOT, path).replaceAll("\\", "/")))),
    hashCode: () => hashTexts([hashFiles(code), held]),
    hashOwnCode: () => hashFiles(code),
    hashForgotten: () => hashTexts([forgotten]),
    hashExports: () => hashTexts(hashEach()),
    listChanged: () => exports.filter((path) => states.get(path) !== describeFile(path)),
    known: () => hashes,
  };
}

/** Whether the last build was made from just this, as far as sizes, times and inodes tell. */
export function isUnchanged(config: Config, workspace: Workspace): boolean {
  return readStamp(workspace)?.print === lookAtInputs(config).print;
}

/** Absolute paths of the exports that the configuration names, each once, sorted. */
export function listExports(config: Config): string[] {
  return [...new Set(findFiles(config).files.flatMap(listPaths))].sort();
}

function listCode(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
      entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  return [...below(join(ROOT, "pipeline")), join(ROOT, "package-lock.json")].sort();
}

/** What `hashForgotten` gives for the list as it stands now. */
export function hashForgottenNow(config: Pick<Config, "path">): string {
  const list = locateForgotten(config.path);
  return hashTexts([existsSync(list) ? readFileSync(list) : ""]);
}

function describeFile(path: string): string {
  const found = statSync(path, {bigint: true, throwIfNoEntry: false});
  return found ? `${found.size} ${found.mtimeNs} ${found.ctimeNs} ${found.ino}` : "";
}

function hashTexts(parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex");
}

/** In pieces, so that a file of any size passes through. */
function hashContent(path: string): string {
  const hash = createHash("sha256");
  const handle = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(1 << 20);
    for (let length; (length = readSync(handle, buffer)) > 0;) hash.update(buffer.subarray(0, length));
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}
