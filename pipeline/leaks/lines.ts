/** Lines of texts as words, and their runs in the lexicon. */
import {CELL_WORDS} from "./cells.js";
import {keyOf, kindOf, own, PARTIES, type Builder, type Words} from "./claims.js";
import {CELL, EXACT, FIELD, finish1, ROLL, ROLLED} from "./lexicon.js";
import {announce, chain1, find, mayHold, put} from "./table.js";
import {BEGINS, CUT, type Tape} from "./tape.js";
import {BRIEF, COMMENT, MENTIONS, NOTE} from "./text-rows.js";
import {RUN} from "./types.js";

/** Of a brief, one run in so many is kept: a brief that is copied is found by its longer texts, and there are a hundred million runs. */
const SPARSE = 4;
const GROWN = ROLLED(RUN);

/** Where each line of a text lies among the words kept, for the second look. */
export interface Kept {
  t1: Int32Array;
  t2: Int32Array;
  words: number;
  /** Three numbers a line: first word, value (0 where it claims nothing), kind. */
  lines: number[];
}

export const keepNothing = (words = 1 << 16): Kept => ({
  t1: new Int32Array(words),
  t2: new Int32Array(words),
  words: 0,
  lines: [],
});

/** Keeps the words of the last text read, line by line. */
export function keepLines(kept: Kept, {t1, t2, info, mask}: Tape, count: number, value: number, kind: number): void {
  while (kept.words + count > kept.t1.length) {
    for (const side of ["t1", "t2"] as const) {
      const larger = new Int32Array(kept[side].length * 2 + count);
      larger.set(kept[side]);
      kept[side] = larger;
    }
  }
  for (let k = 0; k < count; k++) {
    if (k === 0 || info[k & mask]! & (BEGINS | CUT)) kept.lines.push(kept.words, value, kind);
    kept.t1[kept.words] = t1[k & mask]!;
    kept.t2[kept.words++] = t2[k & mask]!;
  }
}

/** Hands over the first half of each run's key in a line, and the word it begins with. */
function eachRun({t1}: Kept, first: number, end: number, act: (key: number, at: number) => void): void {
  let sum = 0;
  for (let k = first; k < end; k++) {
    sum = (Math.imul(sum, ROLL) + t1[k]!) | 0;
    if (k - first >= RUN) sum = (sum - Math.imul(t1[k - RUN]!, GROWN)) | 0;
    if (k - first >= RUN - 1) act(finish1(sum), k - RUN + 1);
  }
}

/** The second half of the key of the run that begins with word `at`. */
function secondOf({t2}: Kept, at: number): number {
  let second = 0;
  for (let k = at; k < at + RUN; k++) second = chain1(second, t2[k]!);
  return second;
}

/** Puts the runs of all lines kept into the lexicon, and short comments as whole cells. */
export function claimLines({lexicon: {grams}, cell}: Builder, kept: Kept): void {
  const set = (k1: number, k2: number, value: number) => {
    const known = find(grams, k1, k2);
    if (known === 0) {
      put(grams, k1, k2, value);
      announce(grams, k1);
    } else if (known !== -1 && (known - 1) >> 2 !== (value - 1) >> 2) put(grams, k1, k2, -1);
  };
  forLines(kept, (first, end, value, kind) => {
    if (value === 0 || kind === MENTIONS) return;
    const length = end - first;
    if (length < RUN) {
      if (length > 1 && kind !== BRIEF)
        cell(wordsOf(kept, first, end), 0, length, EXACT, kind === NOTE ? "note" : "comment", own(PARTIES, (value - 1) >> 2));
      return;
    }
    if (kind === COMMENT || kind === NOTE) {
      eachRun(kept, first, end, (key, at) => set(key, secondOf(kept, at), value));
      return;
    }
    // Of each few runs in a row, the one with the smallest key.
    let [best, bestAt, seen] = [0, -1, 0];
    eachRun(kept, first, end, (key, at) => {
      if (bestAt < 0 || key < best) [best, bestAt] = [key, at];
      if (++seen % SPARSE > 0) return;
      set(best, secondOf(kept, bestAt), value);
      bestAt = -1;
    });
    if (bestAt >= 0) set(best, secondOf(kept, bestAt), value);
  });
}

const wordsOf = ({t1, t2}: Kept, first: number, end: number): Words => ({
  count: end - first,
  t1: t1.subarray(first, end),
  t2: t2.subarray(first, end),
});

/** What stands in texts of several parties is nobody's. */
export function dropShared({lexicon: {grams, exact, flags}, claims}: Builder, kept: Kept): void {
  const comment = [kindOf("comment"), kindOf("note")];
  forLines(kept, (first, end, value, kind) => {
    // All runs of comments and notes stand in the lexicon already: whose they met there was seen then.
    const isSettled = value !== 0 && (kind === COMMENT || kind === NOTE);
    const whose = value === 0 ? -1 : (value - 1) >> 2;
    const length = end - first;
    if (length >= RUN) {
      if (isSettled) return;
      eachRun(kept, first, end, (k1, at) => {
        if (!mayHold(grams, k1)) return;
        const k2 = secondOf(kept, at);
        const known = find(grams, k1, k2);
        if (known > 0 && (known - 1) >> 2 !== whose) put(grams, k1, k2, -1);
      });
    } else if (length <= CELL_WORDS) {
      const [k1, k2] = keyOf(CELL, wordsOf(kept, first, end), 0, length);
      const node = mayHold(exact, k1) ? find(exact, k1, k2) : 0;
      if (node === 0) return;
      for (let at = claims.heads[node]!; at > 0; at = claims.next[at]!)
        if (comment.includes(claims.kinds[at]!) && claims.owners[at] !== own(PARTIES, whose)) flags[node]! &= FIELD;
    }
  });
}

function forLines({lines, words}: Kept, act: (first: number, end: number, value: number, kind: number) => void): void {
  for (let k = 0; k < lines.length; k += 3) act(lines[k]!, lines[k + 3] ?? words, lines[k + 1]!, lines[k + 2]!);
}
