import type {Manifest, PersonLink} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {addressOfBrief} from "./brief-link.js";
import {fold, isFound} from "./fold.js";
import {formatDay} from "./format.js";
import type {Hit} from "./search-handoffs.js";
import {addressOfSubject, hasPage} from "./site-pages.js";
import {TERMS} from "./terms.js";
import {PAGES, say} from "./words.js";
import type {PageKind} from "./words.js";

/** What can be found, in the order that it is listed in. */
export const THING_KINDS = ["people", "teams", "handoffs", "metrics", "terms", "pages"] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** Something that the search found: its name, what tells it from others of the name, and where it leads. */
export interface Thing {
  kind: ThingKind;
  name: string;
  detail: string;
  href: string;
}

/** Of each kind so many are shown. */
const MOST = 6;

/** Everything that the manifest and the glossary name and the site has a page of. */
export function listThings(manifest: Manifest): Thing[] {
  const glossary = addressOf("glossary");
  const hasGlossary = hasPage(manifest, "glossary");
  return [
    ...manifest.people.flatMap((person) => listPerson(person, manifest)),
    ...manifest.teams.flatMap(({slug, name, kind}): Thing[] => [
      ...(kind === "ae" ? [] : listSubject("team", slug, name, "", manifest)),
      ...(kind === "sdr" ? [] : listSubject("ae_team", slug, name, say("search_ae_team"), manifest)),
    ]),
    ...(hasGlossary ? manifest.metrics : []).map(({name, label, meaning}): Thing => ({kind: "metrics", name: label, detail: meaning, href: `${glossary}#${name}`})),
    ...(hasGlossary ? TERMS : []).map(({id, name, meaning}): Thing => ({kind: "terms", name, detail: meaning, href: `${glossary}#word-${id}`})),
    ...(Object.keys(PAGES) as PageKind[])
      .filter((kind) => kind !== "brief" && hasPage(manifest, kind))
      .map((kind): Thing => ({kind: "pages", name: PAGES[kind].name, detail: PAGES[kind].question, href: addressOf(kind)})),
  ]; // prettier-ignore
}

function listPerson({slug, name, team_slug, is_current, has_page, has_ae_page}: PersonLink, manifest: Manifest): Thing[] {
  const team = manifest.teams.find((each) => each.slug === team_slug)?.name;
  const describe = (role: string) => [role, team, is_current ? "" : say("former")].filter(Boolean).join(" · ");
  return [
    ...(has_page ? listSubject("sdr", slug, name, describe(say("search_sdr")), manifest) : []),
    ...(has_ae_page ? listSubject("ae", slug, name, describe(say("search_ae")), manifest) : []),
  ];
}

function listSubject(
  page: "team" | "ae_team" | "sdr" | "ae",
  slug: string,
  name: string,
  detail: string,
  manifest: Manifest,
): Thing[] {
  const href = addressOfSubject(manifest, page, slug);
  return href ? [{kind: page === "sdr" || page === "ae" ? "people" : "teams", name, detail, href}] : [];
}

/** A handoff that was found, as a thing: its account, and contact, day and whom it was booked by. */
export function nameHit({handoff_id, day, account, contact, name}: Hit): Thing {
  const detail = [account && contact, day && formatDay(day, {year: true}), name].filter(Boolean).join(" · ");
  const title = account ?? contact ?? say("search_handoff", {id: handoff_id});
  return {kind: "handoffs", name: title, detail, href: addressOfBrief(handoff_id)};
}

/** The things whose name holds the query's words, those that begin with it first, at most so many of a kind; what explains a thing counts for pages alone. */
export function findThings(things: readonly Thing[], query: string): Thing[] {
  const words = fold(query).split(" ").filter(Boolean);
  if (!words.length) return [];
  const start = words.join(" ");
  const ranked = things
    .map((thing) => ({thing, name: fold(thing.name)}))
    .filter(({thing, name}) => isFound(words, thing.kind === "pages" ? `${name} ${fold(thing.detail)}` : name))
    .sort((a, b) => Number(b.name.startsWith(start)) - Number(a.name.startsWith(start)));
  return THING_KINDS.flatMap((kind) => ranked.filter(({thing}) => thing.kind === kind).slice(0, MOST)).map(({thing}) => thing);
}

/** The kinds that a site has anything of, as the end of a sentence. */
export function describeScope(kinds: readonly ThingKind[]): string {
  const names = kinds.map((kind) => say(`search_${kind}`));
  return names.length > 1 ? say("list_and", {list: names.slice(0, -1).join(", "), last: names.at(-1)!}) : names.join("");
}
