/** What is told by more than a sequence of words: whole cells, e-mail addresses, telephone numbers. */
import {read, readEscaped} from "./escapes.js";
import {fold} from "./fold.js";
import {CELL, EMAIL, EXACT, PHONE, type Lexicon} from "./lexicon.js";
import type {Sink} from "./scan.js";
import {chain1, chain2, find, mayHold, type Table} from "./table.js";
import {BEGINS, DIALLED, DIGITS, type Tape} from "./tape.js";
import {RUN} from "./types.js";

/** Words of a cell that is looked up whole, at most: from there on runs tell. */
export const CELL_WORDS = RUN - 1;

/** A cell ends with word `n - 1`: looks up what begins where a cell may have begun, from word `cellStart` on. */
export function checkCells({exact}: Lexicon, tape: Tape, sink: Sink, n: number, cellStart: number): void {
  const {mask, t1, t2, info, start} = tape;
  for (let length = 1; length <= CELL_WORDS && length <= n - cellStart; length++) {
    const first = n - length;
    if (!(info[first & mask]! & BEGINS)) continue;
    let k1 = CELL;
    for (let k = first; k < n; k++) k1 = chain1(k1, t1[k & mask]!);
    if (mayHold(exact, k1)) {
      let k2 = CELL;
      for (let k = first; k < n; k++) k2 = chain2(k2, t2[k & mask]!);
      const node = find(exact, k1, k2);
      if (node > 0) sink.mark(node, EXACT, start[first & mask]!);
    }
  }
}

const DOT = 46;
const WITHIN_LOCAL = new Set([DOT, 45, 95, 43, 37, 39]);

/** Word `n` may end an address whose domain begins with word `domain`. @returns `domain`, or -1 when the domain is over */
export function checkEmail({exact}: Lexicon, tape: Tape, sink: Sink, n: number, domain: number): number {
  const {mask, t1, t2, gap, start} = tape;
  if (n > domain && gap[n & mask] !== DOT && gap[n & mask] !== 45) return -1;
  if (n === domain || n - domain > 12) return domain;
  for (let first = domain - 1; first >= 0 && first > domain - 8; first--) {
    let [k1, k2] = [EMAIL, EMAIL];
    for (let k = first; k <= n; k++) [k1, k2] = [chain1(k1, t1[k & mask]!), chain2(k2, t2[k & mask]!)];
    if (mayHold(exact, k1)) {
      const node = find(exact, k1, k2);
      if (node > 0) sink.mark(node, EXACT, start[first & mask]!);
    }
    if (!WITHIN_LOCAL.has(gap[first & mask]!)) break;
  }
  return domain;
}

/** Digits of a telephone number. */
export const FEWEST = 7;
const MOST = 16;
/** Most groups of digits. */
const GROUPS = 7;

/** The key that a number is known by: its digits, of ten and more the last nine, whatever it is dialled with from where. */
export function phoneKey(digits: string): [number, number] {
  const bare = digits.replace(/^0+/, "");
  const telling = bare.length >= 10 ? bare.slice(-9) : bare;
  let [k1, k2] = [PHONE, PHONE];
  for (let k = 0; k < telling.length; k++) [k1, k2] = [chain1(k1, telling.charCodeAt(k)), chain2(k2, telling.charCodeAt(k))];
  return [k1, k2];
}

/** A number may have ended with word `end`. */
export function checkPhones({exact}: Lexicon, tape: Tape, sink: Sink, bytes: Uint8Array, end: number, isCode: boolean): void {
  const {mask, info, start, end: END, gap} = tape;
  if (end < 0 || !(info[end & mask]! & DIGITS)) return;
  let first = end;
  let digits = END[end & mask]! - start[end & mask]!;
  while (first > 0 && first > end - GROUPS && info[first & mask]! & DIALLED && info[(first - 1) & mask]! & DIGITS) {
    first -= 1;
    digits += END[first & mask]! - start[first & mask]!;
  }
  if (digits < FEWEST) return;
  // Most of what has as many digits is a day: 2026-10-01.
  const century = bytes[start[first & mask]!]! * 256 + bytes[start[first & mask]! + 1]!;
  if (end - first === 2 && digits === 8 && (century === 0x3230 || century === 0x3139) && gap[end & mask] === 45) return;
  if (isCode && first === end && isLiteral(bytes, start[end & mask]!, END[end & mask]!)) return;
  tryGroups(exact, tape, sink, bytes, first, end);
}

function tryGroups(
  exact: Table,
  {mask, start, end: END, gap}: Tape,
  sink: Sink,
  bytes: Uint8Array,
  first: number,
  end: number,
): void {
  const groups: string[] = [];
  for (let k = first; k <= end; k++) groups.push(readDigits(bytes, start[k & mask]!, END[k & mask]!));
  if (groups.length === 2 && isDecimal(groups, gap[end & mask]!)) return;
  for (let a = 0; a < groups.length; a++)
    for (let b = a; b < groups.length; b++) {
      const part = groups.slice(a, b + 1);
      const digits = part.join("");
      if (digits.length < FEWEST || digits.length > MOST || isOther(part, gap[(first + a + 1) & mask]!)) continue;
      if (isTorn(bytes, start[(first + a) & mask]!, END[(first + b) & mask]!)) continue;
      const [k1, k2] = phoneKey(digits);
      const node = mayHold(exact, k1) ? find(exact, k1, k2) : 0;
      if (node > 0) sink.mark(node, EXACT, start[(first + a) & mask]!);
    }
}

/** The digits of a word that is nothing else, however they are written. */
function readDigits(bytes: Uint8Array, from: number, to: number): string {
  let digits = "";
  for (let i = from; i < to;) {
    const byte = bytes[i]!;
    if (byte >= 48 && byte <= 57) {
      digits += byte - 48;
      i += 1;
    } else {
      readEscaped(bytes, i, to);
      digits += (read.codePoint < 128 ? String.fromCharCode(read.codePoint) : fold(read.codePoint)) ?? "";
      i = read.next;
    }
  }
  return digits;
}

const isDecimal = (groups: readonly string[], gap: number) =>
  gap === DOT && !(groups[0]!.length === 3 && groups[1]!.length === 4);

/** Most digits of a number that code calculates with: 32 bits. */
const MOST_OF_CODE = 10;
const BEFORE_LITERAL = new Set([...":=([?+*/%&|^<>!~"].map((sign) => sign.charCodeAt(0)));
const AFTER_LITERAL = new Set([..."),;]}:?+*/%&|^<>."].map((sign) => sign.charCodeAt(0)));
/** Whether a number of code is one that is calculated with, such as a colour: `{darkorchid:10040012}`. What stands between quotes is none. */
function isLiteral(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > MOST_OF_CODE || !BEFORE_LITERAL.has(bytes[from - 1]!) || !AFTER_LITERAL.has(bytes[to]!)) return false;
  const named = bytes[from - 2]!;
  return named === 36 || named === 95 || (named >= 48 && named <= 57) || (named >= 65 && named <= 90) || (named >= 97 && named <= 122) || named === 41 || named === 93; // prettier-ignore
}

const OPENS = 40;
const CLOSES = 41;
/** Whether a bracket closes that was not opened by the number's first sign: `(r&1023)/1024` is arithmetic. */
function isTorn(bytes: Uint8Array, from: number, to: number): boolean {
  let isOpen = bytes[from - 1] === OPENS || bytes[from - 2] === OPENS;
  for (let i = from; i < to; i++) {
    if (bytes[i] === CLOSES && !isOpen) return true;
    if (bytes[i] === OPENS || bytes[i] === CLOSES) isOpen = bytes[i] === OPENS;
  }
  return false;
}

/** A day, or a number with decimals. */
function isOther(groups: readonly string[], gap: number): boolean {
  const lengths = groups.map(({length}) => length).join("-");
  if (/^(4-[12]-[12]|[12]-[12]-4|8-6)$/.test(lengths) && /^(19|20)\d\d$|^\d{1,2}$/.test(groups[0]!)) return true;
  return groups.length === 2 && isDecimal(groups, gap);
}
