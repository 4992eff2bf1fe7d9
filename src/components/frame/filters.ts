import type {Manifest} from "../../../pipeline/contract/datasets.js";
import type {Dimension} from "../../../pipeline/contract/funnel.js";
import {PAGES, say} from "../words/words.js";
import type {PageKind} from "../words/words.js";

/** What numbers can be narrowed to: the month of the meeting, and what handoffs are told apart by. They live in the address, a team by its slug. */
export const FILTERS = ["period", "team", "source", "motion", "segment", "region"] as const;
export type FilterName = (typeof FILTERS)[number];

/** Which filters a kind of page narrows by, where its site holds what that takes; null where there is no number to narrow, or all is of one handoff. */
const NARROWS: Readonly<Record<PageKind, readonly FilterName[] | null>> = {
  overview: ["source", "motion", "segment", "region"],
  funnel: FILTERS,
  team: ["team"],
  sdr: [],
  one_on_one: null,
  ae: [],
  ae_team: [],
  company: [],
  board: ["team"],
  brief: null,
  documentation: [],
  feedback: [],
  routing: [],
  practices: ["motion"],
  focuses: [],
  raters: [],
  health: [],
  playbook: null,
  how_to_read: null,
  glossary: null,
  notice: null,
  dictionary: null,
};
/** Pages whose address names a team as what they are about, or where the way back leads. */
const ABOUT_TEAMS: readonly PageKind[] = ["team", "board", "brief"];
/** Pages about one person, whose team is no question. */
const ABOUT_PEOPLE: readonly PageKind[] = ["sdr", "ae", "ae_team"];

/** The filters that a page of this site narrows by. */
export function listNarrowing(kind: PageKind, {holds}: Pick<Manifest, "holds">): readonly FilterName[] {
  const own = NARROWS[kind] ?? [];
  if (kind === "overview" && !holds.includes("cube")) return [];
  // Counts of any choice are in no site but where single people may be seen.
  return kind === "funnel" && !holds.includes("cube") ? own.filter((name) => name === "period") : own;
}

/** A filter as it is called within a sentence. */
export const nameFilter = (name: FilterName): string => (name === "period" ? say("filter_period") : say(`scope_${name}`));

/** The filters that an address names. */
export function readFilters(search: string): Partial<Record<FilterName, string>> {
  const query = new URLSearchParams(search);
  return Object.fromEntries(FILTERS.flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : [])));
}

/** What the overview is narrowed to: one thing at a time, since numbers of two at once are nowhere but in the funnel's counts. */
export function findNarrowing(
  search: string,
  manifest: Pick<Manifest, "holds">,
): {dimension: Dimension; value: string} | undefined {
  const asked = readFilters(search);
  const dimension = (listNarrowing("overview", manifest) as readonly Dimension[]).find((name) => asked[name]);
  return dimension && {dimension, value: asked[dimension]!};
}

/** The filters in an address that the page does not narrow by though it has numbers; none on a page without any. */
export function listIgnored(kind: PageKind, search: string, manifest: Pick<Manifest, "holds">): FilterName[] {
  if (NARROWS[kind] === null) return [];
  const narrowing = kind === "overview" ? findNarrowing(search, manifest) : undefined;
  const known = narrowing ? [narrowing.dimension] : listNarrowing(kind, manifest);
  const isAsked = (name: FilterName) => !known.includes(name) && !(name === "team" && ABOUT_PEOPLE.includes(kind));
  return (Object.keys(readFilters(search)) as FilterName[]).filter(isAsked);
}

/** The kind of page at a path, wherever the site is served from; what stands at the top is the overview, or what the site starts with. */
export function findKind(pathname: string): PageKind | undefined {
  const path = pathname.replace(/\.html$/, "").replace(/\/$/, "/index");
  return (Object.keys(PAGES) as PageKind[]).find((kind) => path.endsWith(PAGES[kind].path));
}

/**
 * The address of a page with the filters of the page that leads there: what it names itself stays, and a team that the page is about is no filter
 * of pages that know none, nor of another that is about one. Any other address is as it was.
 */
export function carryFilters(href: string, here: string): string {
  const [to, from] = [new URL(href), new URL(here)];
  const [kind, own] = [findKind(to.pathname), findKind(from.pathname)];
  if (to.origin !== from.origin || !kind || !own) return href;
  for (const [name, value] of Object.entries(readFilters(from.search)) as [FilterName, string][]) {
    if (to.searchParams.has(name)) continue;
    const isSubject = name === "team" && ABOUT_TEAMS.includes(own);
    if (isSubject && (ABOUT_TEAMS.includes(kind) || !NARROWS[kind]?.includes("team"))) continue;
    to.searchParams.set(name, value);
  }
  return to.href;
}
