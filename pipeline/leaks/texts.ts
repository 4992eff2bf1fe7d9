/** Puts the texts that people wrote into the lexicon, by runs of words; and notes whom they name. */
import type {Database} from "../db.js";
import {CELL_WORDS} from "./cells.js";
import {CONTACT, keyOf, kindOf, own, PARTIES, PERSON, type Builder, type Words} from "./claims.js";
import {CELL, EXACT, FIELD, finish1, ROLL, ROLLED, type Lexicon} from "./lexicon.js";
import {CSV, WHOLE, type Mode} from "./modes.js";
import {makeScanner, type Scanner} from "./scan.js";
import {announce, chain1, find, mayHold, put} from "./table.js";
import {BEGINS, CAPITAL, CUT, type Tape} from "./tape.js";
import {BRIEF, COMMENT, MENTIONS, NOTE, streamTexts, type TextRow} from "./text-rows.js";
import {RUN, type LeakOptions} from "./types.js";
import type {Company} from "./who.js";

/** Of a brief, one run in so many is kept: a brief that is copied is found by its longer texts, and there are a hundred million runs. */
const SPARSE = 4;
const TAPE = 1 << 15;
const GROWN = ROLLED(RUN);
/** Longest piece of a text that is read at a time. */
const PIECE = 100_000;
/** Cells within texts stand on lines of their own. */
const LINES: Mode = {...WHOLE, classes: Uint8Array.from(WHOLE.classes, (kind, byte) => (byte === 10 ? CSV.classes[10]! : kind))};

export interface Texts {
  /** Names that a text of the parties' handoffs holds: node and parties, as `node * parties.length + parties`. */
  mentions: Set<number>;
  /** Words, by the first half of their key, that stand in small letters within sentences. */
  small: Set<number>;
  /** Takes back what the words of `text`, which everybody may see, would tell. */
  release(text: string): void;
}

/** Where each line of a text lies among the words kept, for the second look. */
interface Kept {
  t1: Int32Array;
  t2: Int32Array;
  words: number;
  /** Three numbers a line: first word, value (0 where it claims nothing), kind. */
  lines: number[];
}

export async function claimTexts(db: Database, builder: Builder, company: Company, options: LeakOptions): Promise<Texts> {
  const {lexicon, claims} = builder;
  const size = company.parties.length;
  const mentions = new Set<number>();
  const small = new Set<number>();
  const kept: Kept = {t1: new Int32Array(1 << 16), t2: new Int32Array(1 << 16), words: 0, lines: []};
  let parties = -1;
  const scanner: Scanner = makeScanner(
    lexicon,
    {
      mark(node) {
        if (parties > 0 && !isTheirs(node, parties)) mentions.add(node * size + parties);
      },
      run() {},
      encoded() {},
    },
    TAPE,
  );
  const agreed = options.exemplars === "all" ? undefined : new Set(options.exemplars ?? []);
  for (const {person_id, email} of await db.rows<{person_id: string; email: string}>(
    "select distinct person_id, email from raw.people where email is not null",
  ))
    // prettier-ignore
    if (agreed?.has(email) || agreed?.has(email.toLowerCase())) agreed.add(person_id);
  const bytes = Buffer.alloc(PIECE * 4);

  /** Whether a claim on the node is of somebody whom these parties may see anyway. */
  function isTheirs(node: number, number: number): boolean {
    for (let at = claims.heads[node]!, looked = 0; at > 0 && looked < 64; at = claims.next[at]!, looked++) {
      const owner = claims.owners[at]!;
      const index = owner >> 2;
      if ((owner & 3) === PARTIES && index === number) return true;
      if ((owner & 3) === PERSON && (company.parties[number]!.sdrs.includes(index) || company.parties[number]!.aes.includes(index))) return true; // prettier-ignore
      if ((owner & 3) !== CONTACT) continue;
      for (let k = company.prospectAt[index]!; k < company.prospectAt[index + 1]!; k++) if (company.prospectParties[k] === number) return true; // prettier-ignore
    }
    return false;
  }

  function take({parties: number, person, kind, author, text}: TextRow): void {
    const whose = number ?? (person === null ? 0 : company.ownOf(company.numberOf.get(person)!));
    const isShown = kind === BRIEF && author !== null && (agreed === undefined || agreed.has(author));
    parties = number ?? -1;
    for (let from = 0; from < text.length; from += PIECE) {
      const length = bytes.write(text.slice(from, from + PIECE));
      const count = Math.min(TAPE, scanner.scan(bytes, 0, length, LINES));
      noteSmall(scanner.tape, lexicon, count, bytes, small);
      keepLines(kept, scanner.tape, count, isShown ? 0 : whose * 4 + kind + 1, kind);
    }
  }
  await streamTexts(db, take);
  claimLines(builder, kept);
  dropShared(builder, kept);
  return {
    mentions,
    small,
    release(text) {
      const length = bytes.write(text.slice(0, PIECE));
      const count = Math.min(TAPE, scanner.scan(bytes, 0, length, LINES));
      const passing: Kept = {t1: new Int32Array(count), t2: new Int32Array(count), words: 0, lines: []};
      keepLines(passing, scanner.tape, count, 0, MENTIONS);
      dropShared(builder, passing);
    },
  };
}

/** Words in small letters between blanks: of the words that a name may begin with. */
function noteSmall(
  {mask, t1, info, start, end}: Tape,
  {words}: Lexicon,
  count: number,
  bytes: Uint8Array,
  small: Set<number>,
): void {
  for (let k = 0; k < count; k++) {
    const r = k & mask;
    if (info[r]! & CAPITAL || bytes[start[r]! - 1] !== 32 || bytes[end[r]!] !== 32) continue;
    if (mayHold(words, t1[r]!)) small.add(t1[r]!);
  }
}

function keepLines(kept: Kept, {t1, t2, info, mask}: Tape, count: number, value: number, kind: number): void {
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

function claimLines({lexicon: {grams}, cell}: Builder, kept: Kept): void {
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
function dropShared({lexicon: {grams, exact, flags}, claims}: Builder, kept: Kept): void {
  const comment = [kindOf("comment"), kindOf("note")];
  forLines(kept, (first, end, value) => {
    const whose = value === 0 ? -1 : (value - 1) >> 2;
    const length = end - first;
    if (length >= RUN) {
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
