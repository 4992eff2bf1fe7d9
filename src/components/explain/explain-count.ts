import type {HandoffFact, Manifest} from "../../../pipeline/contract/datasets.js";
import {NoList} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {RecordList} from "./fact-list.js";
import {byNewest, COMPANY, isOnly, loadHandoffFacts, makeIsIn, onlyOf} from "./facts.js";
import type {Place, Span} from "./facts.js";
import {formatCount, formatInterval, formatShare, formatTime} from "../base/format.js";
import {measureShare} from "../base/wilson.js";
import {say} from "../words/words.js";

/** A count of handoffs, or the share it is of others. */
export interface CountQuestion {
  title: string;
  meaning: string;
  /** What is counted, and out of what; the latter empty for a plain count. */
  part: string;
  whole?: string;
  numerator: number;
  denominator?: number;
  /** Members whose decimals the share has, where the page gives those beside it no more. */
  fewest?: number;
  /** Its value in words, where that is not the plain share. */
  value?: string;
  place?: Place;
  span?: Span;
  /** Which handoffs the whole is made of. */
  isMember(fact: HandoffFact): boolean;
  /** As what one of them counts, in words. */
  counts(fact: HandoffFact): string;
  /** How many handoffs the list should have, where that is neither the whole nor a plain count; null where it is not known. */
  listed?: number | null;
  /** Where no list of handoffs can be given. */
  isUnlisted?: boolean;
}

/** The question about a count: what it counts out of what, and the handoffs behind it. */
export function askCount(question: CountQuestion, manifest: Manifest): Asked {
  const {title, meaning, part, whole = "", numerator, denominator, fewest = denominator, value} = question;
  const measured = denominator === undefined ? null : measureShare(numerator, denominator);
  const share =
    measured && denominator !== undefined
      ? `${formatShare(measured.value, fewest)} (${formatInterval(measured, {unit: "share"}, {n: fewest ?? 0})})`
      : formatCount(numerator);
  return {
    title,
    value: value ?? share,
    entries: [
      [say("definition"), meaning],
      [say("formula"), whole ? say("count_share", {part, whole}) : part],
      [say("numerator"), formatCount(numerator)],
      [say("denominator"), denominator === undefined ? "" : formatCount(denominator)],
      [say("data_time"), formatTime(manifest.as_of, {zone: manifest.timezone, year: true})],
    ],
    ...(!question.isUnlisted && {list: () => listHandoffs(question, manifest)}),
  };
}

async function listHandoffs(question: CountQuestion, manifest: Manifest): Promise<Node> {
  const {title, place = COMPANY, span, isMember, counts, numerator, denominator, listed} = question;
  const loaded = await loadHandoffFacts(place);
  if (loaded.state !== "ready") return NoList(loaded.state, "", manifest);
  const only = onlyOf(place);
  const isIn = span ? makeIsIn(span, manifest) : () => true;
  const facts = loaded.data.filter((fact) => isMember(fact) && isOnly(fact, only) && isIn(fact.dated_at)).sort(byNewest);
  return RecordList(facts, {
    manifest,
    record: "handoff",
    counts,
    caption: `${say("records")}: ${title}`,
    file: "slug" in place ? place.slug : "handoffs",
    total: listed === null ? null : (listed ?? denominator ?? numerator),
    command: "",
  });
}
