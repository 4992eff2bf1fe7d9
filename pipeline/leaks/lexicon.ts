/** What is looked for, packed so that threads share it: sequences of words, whole cells, and runs of words of texts. */
import type {Table} from "./table.js";

/** How a mark was met; also what a sequence may be met as. */
export const NAME = 1;
/** Family name first. */
export const REVERSED = 2;
/** An id that tells itself from words and numbers. */
export const ID = 4;
/** A person's id that could be a word or a count: it counts where the word before says that such an id follows. Those of prospects and of handoffs, below. */
export const WEAK = 8;
/** As part of a page's address: small letters and hyphens. */
export const SLUG = 16;
/** A whole cell, an e-mail address, a telephone number. */
export const EXACT = 32;
/** Of a whole cell: it is the name of a field. (Cells are never met as `WEAK`.) */
export const FIELD = WEAK;
/** Of a name: all its words are ordinary ones, so that capitals, or a slug, must tell it. */
export const ORDINARY = 64;
/** Of a slug: it ends in two hyphens and a number, for the second and later person of a name. */
export const NUMBERED = 128;
export const WEAK_CONTACT = 256;
export const WEAK_HANDOFF = 512;
/** Ids of any kind: each kind of record may be numbered from 1. */
export const ANY_WEAK = WEAK | WEAK_CONTACT | WEAK_HANDOFF;

export interface Lexicon {
  /** A step from a node of the tree of sequences, 0 at its root, by a word to the next node. */
  words: Table;
  /** Whole cells, e-mail addresses and telephone numbers, to their node. */
  exact: Table;
  /** Runs of `RUN` words: the cell that they are of times 4, its kind, plus 1; -1 where they are nobody's. */
  grams: Table;
  /** Of each node, what it may be met as. */
  flags: Uint16Array;
  /** Whether numbers outside of texts may be ids. */
  hasNumericIds: boolean;
}

/** First numbers of the keys of `exact`. */
export const CELL = 0x1b873593;
export const EMAIL = 0x38d1a6c7;
export const PHONE = 0x5f3c9e21;

/** The halves of a word's key, before its letters are mixed in, and by what they are mixed; the first one is finished at its end. */
export const SEED1 = 0x811c9dc5 | 0;
export const SEED2 = 0x2f0b4c47;
export const PRIME1 = 0x01000193;
export const PRIME2 = 0x5bd1e995;
export const finish1 = (h: number): number => {
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
};
/** What the rolling sum of a run's words is multiplied with at each, and by how much the word that leaves it has grown. */
export const ROLL = 0x01a3f5b1;
export const ROLLED = (run: number): number => Array.from({length: run}).reduce<number>((product) => Math.imul(product, ROLL), 1);

/** The first half of the key of a word written in small ASCII letters and digits. */
export function hashWord(word: string): number {
  let h = SEED1;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), PRIME1);
  return finish1(h);
}

const table = (kinds: Record<number, string>): ReadonlyMap<number, number> =>
  new Map(
    Object.entries(kinds).flatMap(([kind, words]) => words.split(" ").map((word) => [hashWord(word), Number(kind)] as const)),
  );

/** Words before which even a number is an id, and of what. */
export const ID_WORDS = table({
  [WEAK]: "sdr ae person owner manager uid slug sdrid aeid personid ownerid managerid userid",
  [WEAK_CONTACT]: "contactid",
  [WEAK_HANDOFF]: "handoffid meetingid",
  [ANY_WEAK]: "id",
});
/** Words that say, before an "id", of what it is: of nothing that anybody is told by, or of one kind. */
export const WHOSE_ID = table({
  0: "account opportunity lead activity record call feedback company deal source file",
  [WEAK]: "sdr ae person owner manager user",
  [WEAK_CONTACT]: "contact prospect",
  [WEAK_HANDOFF]: "handoff meeting",
});

/** The kinds of ids that follow a word. @param whose the word before it, where there is one @param alone what an "id" is of which that says nothing */
export function listIdsAfter(word: number, whose: number | undefined, alone: number): number {
  const ids = ID_WORDS.get(word) ?? 0;
  return ids === ANY_WEAK ? ((whose === undefined ? undefined : WHOSE_ID.get(whose)) ?? alone) : ids;
}

const STEP = 0x9e3779b1 | 0;
/** The key of the step from a node by a word; that of a step from the root begins with the word's own. */
export const step1 = (node: number, t1: number): number => (Math.imul(node, STEP) ^ t1) | 0;
export const step2 = (node: number, t2: number): number => (Math.imul(node, 0x85ebca6b) + t2) | 0;
