import type {BriefField, BriefSection} from "../contract/brief.js";
import {FIELD_HEADINGS, HEADING_FILLERS, PAIN_HEADINGS, SECTION_HEADINGS, TITLE_HEADINGS} from "../contract/brief-headings.js";

/** What a heading opens. `elsewhere`: a part of the brief that this template does not ask for. */
export type Target =
  | {kind: "field"; field: string; section: string; isElsewhere?: boolean}
  | {kind: "pains"}
  | {kind: "section"; section: BriefSection}
  | {kind: "title"};

/** A heading as people may write it: what it opens anywhere, and what in certain sections only. */
export interface Entry {
  anywhere: Target[];
  within: Map<string, Target>;
  /** One word that prose uses as well. */
  isWeak: boolean;
}

/** What a label was found to be. */
export type Label = {entry: Entry; certainty: number; aside?: string} | undefined;

/** Every heading by its key. */
export interface Headings {
  entries: ReadonlyMap<string, Entry>;
  /** Headings that go on in the same line without a colon, by number of words, longest first. */
  open: readonly {key: string; words: number; pattern: RegExp}[];
  /** Labels looked up before: without a slip allowed, and with. */
  seen: readonly [Map<string, Label>, Map<string, Label>];
  fillers: ReadonlySet<string>;
  /** Finds the one heading that differs by a slip of the pen. */
  findNear(key: string): string | undefined;
}

/** Parts of a brief that are read for themselves, whatever the template asks for. */
const BESIDE: Readonly<Record<string, BriefSection>> = {meeting_time: "meeting", duration: "meeting", touchpoints: "engagement"};
const WEAK = new Set(
  "name title size date when today web users access style typ focus money prep history location mail tel mobile usage adoption stack employees staff fit sponsor coach ort sitz titel bereich kunde termin wann stil dauer length zoom position role city country account region status link url reason impact folgen buyer prospect competition need needs problem problems".split(" "),
); // prettier-ignore

/** The form in which headings are compared: lower case, no marks or accents that typing leaves out, single blanks. */
export function toKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’'`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const compiled = new WeakMap<readonly BriefField[], Headings>();

/** The headings of a template; made once for each. */
export function compileHeadings(template: readonly BriefField[]): Headings {
  const known = compiled.get(template);
  if (known) return known;
  const entries = new Map<string, Entry>();
  const open: {key: string; words: number; pattern: RegExp}[] = [];
  const add = (heading: string, target: Target) => {
    const [text, section] = heading.split("@") as [string, string?];
    const key = toKey(text);
    if (key === "") return;
    if (text.endsWith("…")) open.push(makeOpen(key));
    const entry: Entry = entries.get(key) ?? {anywhere: [], within: new Map(), isWeak: WEAK.has(key)};
    entries.set(key, entry);
    if (section) entry.within.set(section, target);
    else entry.anywhere.push(target);
  };
  for (const {field, section, label, headings} of template) {
    const target: Target = {kind: "field", field, section};
    for (const heading of new Set([...headings, label, field.replaceAll("_", " ")])) add(heading, target);
  }
  const asked = new Set(template.map(({field}) => field));
  for (const [field, headings] of Object.entries(FIELD_HEADINGS)) {
    if (asked.has(field)) continue;
    const section = BESIDE[field];
    for (const heading of headings)
      add(heading, {kind: "field", field, section: section ?? "", ...(section ? {} : {isElsewhere: true})});
  }
  for (const heading of PAIN_HEADINGS) add(heading, {kind: "pains"});
  for (const [section, headings] of Object.entries(SECTION_HEADINGS))
    for (const heading of headings) add(heading, {kind: "section", section: section as BriefSection});
  for (const heading of TITLE_HEADINGS) add(heading, {kind: "title"});
  const headings: Headings = {
    entries,
    open: open.sort((a, b) => b.words - a.words),
    seen: [new Map(), new Map()],
    fillers: new Set(HEADING_FILLERS.map(toKey)),
    findNear: makeFinder([...entries.keys()]),
  };
  compiled.set(template, headings);
  return headings;
}

function makeOpen(key: string): Headings["open"][number] {
  const words = key.split(" ").length;
  return {
    key,
    words,
    pattern: new RegExp(`^[\\p{L}\\p{N}]+(?:[^\\p{L}\\p{N}]+[\\p{L}\\p{N}]+){${words - 1}}(?=[^\\p{L}\\p{N}])`, "u"),
  };
}

/** Most labels remembered: a note of strange lines must not fill the memory. */
const REMEMBERED = 2000;

/** Words of their own that are one letter from a heading. */
const NO_SLIPS = new Set(["contract", "contracts", "contacted", "process", "person", "persons", "problem"]);

/** Finds the key that differs by one letter (two in a long one) and begins alike; undefined when there is none or several. */
function makeFinder(keys: readonly string[]): (key: string) => string | undefined {
  const buckets = new Map<string, string[]>();
  for (const key of keys) {
    if (key.length < 6) continue;
    const bucket = `${key[0]}${key.length}`;
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), key]);
  }
  const found = new Map<string, string | undefined>();
  return (key) => {
    if (key.length < 6 || key.length > 40 || NO_SLIPS.has(key)) return undefined;
    if (found.has(key)) return found.get(key);
    const most = key.length >= 12 ? 2 : 1;
    const near = [-2, -1, 0, 1, 2]
      .flatMap((more) => (Math.abs(more) <= most ? (buckets.get(`${key[0]}${key.length + more}`) ?? []) : []))
      .filter((candidate) => countEdits(candidate, key) <= most);
    if (found.size >= REMEMBERED) found.clear();
    const only = near.length === 1 ? near[0] : undefined;
    found.set(key, only);
    return only;
  };
}

/** Letters added, left out, changed or swapped with their neighbour. */
function countEdits(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({length: b.length + 1}, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
