import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOfData, readAddress} from "./address.js";

/** What came of asking for a data file. It never rejects: a page shows its own state instead of a red block. */
export type Loaded<T> =
  | {state: "ready"; data: T; manifest: Manifest}
  | {state: "absent"; path: string; manifest: Manifest; subject?: string}
  | {state: "failed"; path: string; why: string};

let manifest: Promise<Manifest> | undefined;

/** The manifest, asked for once per page; always fresh, since it names the version of everything else. @throws when it cannot be had */
export function loadManifest(): Promise<Manifest> {
  return (manifest ??= fetchFile("manifest.json", "", {cache: "no-cache"}).then(
    (response) => response.json() as Promise<Manifest>,
  ));
}

/** A document of `data/` (JSON). A file that does not exist is `absent`, which is not an error: its source was not supplied. */
export function loadDocument<T>(path: string): Promise<Loaded<T>> {
  return load(path, (response) => response.json() as Promise<T>);
}

/** A long table of `data/` (Arrow IPC), as rows. Whole numbers of 64 bits come as numbers, instants as numbers of milliseconds. */
export function loadTable<T>(path: string): Promise<Loaded<T[]>> {
  return load(path, async (response) => {
    const [buffer, {readTable}] = await Promise.all([response.arrayBuffer(), import("../base/arrow.js")]);
    return readTable<T>(buffer);
  });
}

const tables = new Map<string, Promise<Loaded<unknown[]>>>();

/** The same, asked for once on a page, however many numbers need it. */
export function loadTableOnce<T>(path: string): Promise<Loaded<T[]>> {
  const known = tables.get(path) as Promise<Loaded<T[]>> | undefined;
  if (known) return known;
  const answer = loadTable<T>(path);
  tables.set(path, answer);
  return answer;
}

/** Kinds of subjects that have a page, with the folder of their documents. */
const FOLDERS = {team: "team", sdr: "sdr", ae: "ae", ae_team: "ae-team"} as const;
export type SubjectKind = keyof typeof FOLDERS;

/**
 * The document of whom or what the page's address names (`?team=…`, `?sdr=…`, `?ae=…`), else of whom the site is for. `data` is null when
 * there is none, and the page lets the reader choose; `absent` when there is nobody by that name.
 */
export async function loadSubject<T extends {slug: string}>(kind: SubjectKind): Promise<Loaded<T | null>> {
  const slug = readAddress(kind) || (await readOwnSlug(kind));
  if (!slug) return load("manifest.json", () => Promise.resolve(null));
  const folder = FOLDERS[kind];
  // What the site does not hold is not asked for.
  const known = await loadManifest().catch(() => null);
  const list = known && (kind === "team" || kind === "ae_team" ? known.teams : known.people);
  if (known?.pages && list && !list.some((each) => each.slug === slug))
    return {state: "absent", path: `${folder}/${slug}.json`, manifest: known, subject: slug};
  const loaded = await loadDocument<T>(`${folder}/${encodeURIComponent(slug)}.json`);
  return loaded.state === "absent" ? {...loaded, subject: slug} : loaded;
}

/** Whom the site is for, where that is one of the kind; empty otherwise, or where the manifest cannot be had. */
export async function readOwnSlug(kind: SubjectKind): Promise<string> {
  const known = await loadManifest().catch(() => null);
  return known?.audience.kind === kind ? known.audience.slug : "";
}

async function load<T>(path: string, decode: (response: Response) => Promise<T>): Promise<Loaded<T>> {
  try {
    const known = await loadManifest();
    const response = await fetchFile(path, known.version).catch((error: unknown) => {
      if (error instanceof NotThere) return undefined;
      throw error;
    });
    return response ? {state: "ready", data: await decode(response), manifest: known} : {state: "absent", path, manifest: known};
  } catch (error) {
    return {
      state: "failed",
      path: error instanceof Unreachable ? error.path : path,
      why: error instanceof Error ? error.message : String(error),
    };
  }
}

class Unreachable extends Error {
  constructor(
    readonly path: string,
    why: string,
  ) {
    super(why);
  }
}
class NotThere extends Unreachable {}

async function fetchFile(path: string, version: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(addressOfData(path, version), options);
  if (response.status === 404) throw new NotThere(path, "404");
  if (!response.ok) throw new Unreachable(path, String(response.status));
  return response;
}

/** Forgets what was loaded; for tests. */
export function forgetLoaded(): void {
  manifest = undefined;
  tables.clear();
}
