import type {
  BriefIndex,
  Manifest,
  SEARCH_SIGNS,
  SearchList,
  SearchPages,
  SearchRow,
} from "../../../pipeline/contract/datasets.js";
import {bucketOf} from "../base/bucket.js";
import {foldOnce, foldWords, isFound} from "./fold.js";
import {loadDocument} from "../frame/load.js";
import {say} from "../words/words.js";

/** A handoff that was found. `name`: who booked it, on an SDR's own site whom it went to, on a manager's both; empty where nobody is named. */
export interface Hit {
  handoff_id: string;
  /** Of its meeting, YYYY-MM-DD; empty where only the id is known. */
  day: string;
  account: string | null;
  contact: string | null;
  name: string;
}

export interface Hits {
  hits: Hit[];
  /** Whether there may be more than were looked at. */
  hasMore: boolean;
}

/** Pages fetched for a word: one that few names begin with has one. */
const MOST_PAGES = 3;
/** As many signs of a word as pages are ordered by: of another number the type check would tell. */
const SIGNS: typeof SEARCH_SIGNS = 24;
/** Found and no more than these shown: whoever wants another adds a word. */
const MOST_HITS = 20;

/** Handoffs of the site by the words of their account and contact, or the beginning of their id; newest first. Nothing is fetched before it is called. */
export async function findHandoffs(query: string, manifest: Manifest): Promise<Hits> {
  const words = foldWords(query);
  if (!words.length) return {hits: [], hasMore: false};
  const {paths, hasMore} = isWhole(manifest) ? await pickPages(words) : {paths: listOwn(manifest), hasMore: false};
  const found = new Map<string, Hit>();
  const lists = await Promise.all(paths.map((path) => loadOnce<SearchList>(`search/${path}.json`)));
  for (const [at, list] of lists.entries())
    for (const hit of list ? searchList(list, words, query.trim()) : [])
      found.set(hit.handoff_id, {...hit, name: nameBoth(hit.name, paths[at]!, manifest)});
  if (!found.size) for (const hit of await findById(query.trim(), manifest)) found.set(hit.handoff_id, hit);
  const hits = [...found.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return {hits: hits.slice(0, MOST_HITS), hasMore: hasMore || hits.length > MOST_HITS};
}

/** Whether the site holds any handoffs to look through. */
export const hasHandoffs = (manifest: Manifest): boolean => isWhole(manifest) || listOwn(manifest).length > 0;

/** A site with the company's lists of records has pages of everybody's; each other one has lists of its own people. */
const isWhole = ({holds}: Manifest): boolean => holds.includes("lists");

function listOwn({audience: {kind, slug}, people}: Manifest): string[] {
  const own = (folder: "sdr" | "ae") =>
    people.flatMap((person) => ((folder === "sdr" ? person.has_page : person.has_ae_page) ? [`${folder}/${person.slug}`] : []));
  if (kind === "sdr" || kind === "ae") return [`${kind}/${slug}`];
  if (kind === "team") return [...own("sdr"), `team/${slug}`];
  return kind === "ae_team" ? own("ae") : [];
}

/** The pages that names with a word stand on: of each word, and of all as they follow each other, which is the narrowest. */
async function pickPages(words: readonly string[]): Promise<{paths: string[]; hasMore: boolean}> {
  const pages = (await loadOnce<SearchPages>("search/all.json")) ?? [];
  const ranges = [...new Set([words.join(" "), ...words])].map((word) => findPages(pages, word));
  // A word that few names begin with says it all; one of many pages says little more.
  const fewest = Math.min(...ranges.map((range) => range.length));
  const picked = ranges.filter((range) => range.length === fewest);
  return {
    paths: [...new Set(picked.flatMap((range) => range.slice(0, MOST_PAGES)))].map((page) => `all/${page}`),
    hasMore: fewest > MOST_PAGES,
  };
}

/** Names of the pages on which words stand that begin so. */
export function findPages(pages: SearchPages, beginning: string): string[] {
  const word = [...beginning].slice(0, SIGNS).join("");
  const isBefore = ([first]: SearchPages[number]) => compareSigns(first, word) <= 0;
  const last = pages.findLastIndex(isBefore);
  const end = pages.findIndex(([first], at) => at > last && !first.startsWith(word));
  return pages.slice(Math.max(last, 0), end === -1 ? undefined : end).map(([, page]) => page);
}

/** In the order that the database has: by code point. */
function compareSigns(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((sign, index) => sign !== right[index]);
  if (at === -1) return left.length - right.length;
  return right[at] === undefined ? 1 : left[at]!.codePointAt(0)! - right[at].codePointAt(0)!;
}

/** On a manager's site a list is one person's of several: who it is tells its handoffs from others. */
function nameBoth(name: string, path: string, {audience, people, is_team_only}: Manifest): string {
  const [folder, slug] = path.split("/");
  const owner = people.find((person) => person.slug === slug)?.name;
  if (!owner || is_team_only || (audience.kind !== "team" && audience.kind !== "ae_team")) return name;
  if (!name) return owner;
  return folder === "sdr" ? say("search_for", {sdr: owner, ae: name}) : say("search_for", {sdr: name, ae: owner});
}

function searchList({names, rows}: SearchList, words: readonly string[], id: string): Hit[] {
  const start = id.toLowerCase();
  const isHit = ([handoff_id, , account, contact]: SearchRow) =>
    handoff_id.toLowerCase().startsWith(start) || isFound(words, foldOnce(`${account ?? ""} ${contact ?? ""}`));
  return rows.filter(isHit).map(([handoff_id, day, account, contact, name]) => ({
    handoff_id,
    day: new Date(day * 86_400_000).toISOString().slice(0, 10),
    account,
    contact,
    name: names[name] ?? "",
  }));
}

/** A handoff by its whole id, which the index of briefs knows. */
async function findById(id: string, {holds, index_digits}: Manifest): Promise<Hit[]> {
  if (!holds.includes("lists") || !/^\S*\d\S*$/.test(id)) return [];
  const index = await loadOnce<BriefIndex>(`briefs/index/${bucketOf(id).slice(0, index_digits) || "all"}.json`);
  return index && Object.hasOwn(index, id) ? [{handoff_id: id, day: "", account: null, contact: null, name: ""}] : [];
}

const files = new Map<string, Promise<unknown>>();
/** A file of the index, fetched once on a page; undefined where the site lacks it. */
function loadOnce<T>(path: string): Promise<T | undefined> {
  const known = files.get(path) ?? loadDocument<T>(path).then((loaded) => (loaded.state === "ready" ? loaded.data : undefined));
  files.set(path, known);
  return known as Promise<T | undefined>;
}

/** Forgets what was fetched; for tests. */
export const forgetSearched = (): void => files.clear();
