import type {BriefField} from "../contract/brief.js";
import {readBlocks, type Block} from "./blocks.js";
import {compileHeadings} from "./compile.js";
import {countWords, readLines, unmark} from "./lines.js";
import {splitContact, splitPains, splitValue, tellsSize, type Parts} from "./values.js";

/** A note taken apart. */
export interface TakenApart {
  /** Field: its text, lines parted by a line feed. Also `meeting_time`, `duration` and `touchpoints`, which briefs tell beside. */
  fields: Record<string, string>;
  /** Fields whose heading stands in the note, with text or without. */
  named: string[];
  /** Paragraphs that no field could be found for, in their order. */
  unplaced: string[];
  /** 0 to 1: the share of words that are placed, each as sure as the heading it stands under. */
  certainty: number;
}

const PAINS = ["pain_primary", "pain_secondary", "pain_tertiary"];
/** Surer than a guess by shape, less sure than a heading. */
const BY_SHAPE = 0.6;
/** "Contact: Jane Doe, VP Sales". */
const NEARLY = 0.9;

/**
 * Takes a note, plain text or HTML, apart by the headings of a template. Never throws; takes time in proportion to the note.
 * Nothing is lost: each word that is no heading stands in a field or in `unplaced`.
 */
export function takeApart(note: string, template: readonly BriefField[]): TakenApart {
  const fields: Record<string, string> = {};
  const named = new Set<string>();
  const unplaced: string[] = [];
  const known = new Set(template.map(({field}) => field));
  const has = (field: string) => known.has(field);
  let [placed, words] = [0, 0];
  const put = (parts: Parts, certainty: number) => {
    for (const [field, text] of Object.entries(parts)) {
      if (text === "") continue;
      named.add(field);
      fields[field] = fields[field] ? `${fields[field]}\n${text}` : text;
      const count = countWords(text);
      words += count;
      placed += count * certainty;
    }
  };
  const leave = (text: string) => {
    const clean = unmark(text);
    if (clean === "") return;
    unplaced.push(clean);
    words += countWords(clean);
  };
  const pains: {items: string[]; certainty: number}[] = [];
  for (const block of readBlocks(readLines(note), compileHeadings(template))) {
    const text = block.lines.map((line) => line.text).join("\n");
    if (block.target?.kind === "pains") pains.push({items: splitPains(block.lines), certainty: block.certainty});
    else if (block.target?.kind === "field" && block.target.isElsewhere) leave(text);
    else if (block.target?.kind === "field") {
      named.add(block.target.field);
      put(splitValue(block.target.field, text, has), block.certainty);
    } else placeByShape(block, text, {fields, has, put, leave});
  }
  for (const {items, certainty} of pains) placePains(items, certainty, {fields, named, has, put, leave});
  return {fields, named: [...named], unplaced, certainty: words === 0 ? 0 : Math.round((placed / words) * 1000) / 1000};
}

interface Places {
  fields: Record<string, string>;
  has: (field: string) => boolean;
  put: (parts: Parts, certainty: number) => void;
  leave: (text: string) => void;
}

/** Items into the first, second and third pain as far as they are free; the rest joins the last. */
function placePains(
  items: readonly string[],
  certainty: number,
  {fields, named, has, put, leave}: Places & {named: Set<string>},
): void {
  const free = PAINS.filter((field) => has(field) && fields[field] === undefined);
  if (has(PAINS[0]!)) named.add(PAINS[0]!);
  for (const [index, item] of items.entries()) {
    const field = free[Math.min(index, free.length - 1)];
    if (field) put({[field]: item}, certainty);
    else leave(item);
  }
}

/** What stands under a section's heading, or under none: people and companies are known by their shape, the rest is left over. */
function placeByShape({target, lines, certainty: sure, isOwnLine}: Block, text: string, {fields, has, put, leave}: Places): void {
  const certainty = sure * (isOwnLine ? BY_SHAPE : NEARLY);
  const section = target?.kind === "section" ? target.section : undefined;
  if (section === "contact" && has("contact_name")) {
    for (const line of lines) put(withoutDouble(splitContact(unmark(line.text), has), fields), certainty);
  } else if (section === "account" && has("company")) {
    for (const line of lines) {
      const plain = unmark(line.text);
      if (has("size") && tellsSize(plain)) put({size: plain}, certainty);
      else if (!fields["company"] && countWords(plain) <= 8) put({company: plain}, certainty);
      else leave(plain);
    }
  } else if (section === "meeting" && lines.length === 1 && /\d/.test(text)) put({meeting_time: unmark(text)}, certainty);
  else leave(text);
}

/** A line without a name below one with a name is the title. */
function withoutDouble(parts: Parts, fields: Record<string, string>): Parts {
  const {contact_name: name, ...rest} = parts;
  return name === undefined || !fields["contact_name"] ? parts : {contact_title: [name, rest["contact_title"]].filter(Boolean).join(", "), ...omit(rest)}; // prettier-ignore
}
const omit = ({contact_title: _, ...rest}: Parts): Parts => rest;
