import type {BriefFieldInfo, Manifest, PersonLink} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {addressOfBrief} from "../frame/brief-link.js";
import {foldOnce, foldWords, isFound} from "./fold.js";
import {formatDay} from "../base/format.js";
import type {Hit} from "./search-handoffs.js";
import {addressOfSubject, hasPage} from "../frame/site-pages.js";
import {TERMS} from "../words/terms.js";
import {PAGES, say, WORDS} from "../words/words.js";
import type {PageKind, WordKey} from "../words/words.js";

/** What can be found, in the order that it is listed in. */
export const THING_KINDS = ["people", "teams", "handoffs", "metrics", "fields", "behaviours", "terms", "pages"] as const;
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
/** Rank of what is not found. */
const NONE = 3;

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
    ...manifest.brief_fields.flatMap((field) => listField(field, manifest)),
    ...(hasPage(manifest, "documentation") ? manifest.criteria : []).map(({checklist, label}): Thing => ({kind: "fields", name: label, detail: say(`checklist_${checklist}`), href: addressOf("documentation")})),
    ...(hasPage(manifest, "playbook") ? manifest.other_behaviours : []).map(({behaviour, label, practice}): Thing => ({kind: "behaviours", name: label, detail: practice, href: `${addressOf("playbook")}#behaviour-${behaviour}`})),
    ...(hasGlossary ? TERMS : []).map(({id, name, meaning}): Thing => ({kind: "terms", name, detail: meaning, href: `${glossary}#word-${id}`})),
    ...(Object.keys(PAGES) as PageKind[])
      .filter((kind) => kind !== "brief" && hasPage(manifest, kind))
      .map((kind): Thing => ({kind: "pages", name: PAGES[kind].name, detail: PAGES[kind].question, href: addressOf(kind)})),
  ]; // prettier-ignore
}

/** A field of the brief leads to what the playbook says of it, else to how often it is filled. */
function listField({field, label, section_label}: BriefFieldInfo, manifest: Manifest): Thing[] {
  const key = `playbook_for_${field}`;
  const why = key in WORDS ? say(key as WordKey) : section_label;
  if (key in WORDS && hasPage(manifest, "playbook"))
    return [{kind: "fields", name: label, detail: why, href: `${addressOf("playbook")}#field-${field}`}];
  return hasPage(manifest, "documentation") ? [{kind: "fields", name: label, detail: why, href: addressOf("documentation")}] : [];
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

/** Kinds whose detail says what the thing means: a word of it finds the thing, too. */
const EXPLAINED: readonly ThingKind[] = ["metrics", "fields", "behaviours", "terms", "pages"];

/**
 * The things whose name, or what it means, holds the query's words, at most so many of a kind: names that begin with it first, then other names,
 * then meanings.
 */
export function findThings(things: readonly Thing[], query: string): Thing[] {
  const words = foldWords(query);
  if (!words.length) return [];
  const start = words.join(" ");
  const rank = (thing: Thing): number => {
    const name = foldOnce(thing.name);
    if (isFound(words, name)) return name.startsWith(start) ? 0 : 1;
    return EXPLAINED.includes(thing.kind) && isFound(words, `${name} ${foldOnce(thing.detail)}`) ? 2 : NONE;
  };
  const ranked = things
    .map((thing) => ({thing, at: rank(thing)}))
    .filter(({at}) => at < NONE)
    .sort((a, b) => a.at - b.at);
  return THING_KINDS.flatMap((kind) => ranked.filter(({thing}) => thing.kind === kind).slice(0, MOST)).map(({thing}) => thing);
}

/** The kinds that a site has anything of, as the end of a sentence. */
export function describeScope(kinds: readonly ThingKind[]): string {
  const names = kinds.map((kind) => say(`search_${kind}`));
  return names.length > 1 ? say("list_and", {list: names.slice(0, -1).join(", "), last: names.at(-1)!}) : names.join("");
}
