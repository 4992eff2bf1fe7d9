/**
 * Reads bytes once, word by word, and tells what of the lexicon stands in them. All that is looked for is looked up by numbers made of
 * the words as they are read: no text is made, and nothing is copied.
 */
import {checkCells, checkEmail, checkPhones} from "./cells.js";
import {read, readEscaped} from "./escapes.js";
import {fold, isSymbol, NOTHING, PARTS, plainSign} from "./fold.js";
import {finish1, PRIME1, PRIME2, ROLL, ROLLED, SEED1, SEED2, type Lexicon} from "./lexicon.js";
import {makeMeeter} from "./meet.js";
import {APOSTROPHE, CUTS, DIGIT, EDGE, ENDS, ESCAPE, HARDLY, SMALL, SOFT, UPPER, WHOLE, type Mode} from "./modes.js";
import {BETWEEN, isDialled, skipNumber} from "./signs.js";
import {chain1, find, mayHold} from "./table.js";
import {BEGINS, CAPITAL, COMMA, CUT, DIALLED, DIGITS, DOUBLE, HARD, makeTape, WIDE, type Tape} from "./tape.js";
import {RUN} from "./types.js";

/** Told what was met, and at which byte. */
export interface Sink {
  mark(node: number, as: number, at: number): void;
  /** A run of words; `value` as the lexicon has it. */
  run(value: number, at: number): void;
  /** What may be base64: a word with capitals inside. */
  encoded(from: number, to: number): void;
}

/** Also told of words that would be a mark elsewhere. */
export interface DoubtingSink extends Sink {
  doubt(): void;
}

export interface Scanner {
  /** @returns how many words were read; they lie on the tape, the last of them if it is too short */
  scan(bytes: Uint8Array, from: number, to: number, mode: Mode, idsBefore?: number): number;
  tape: Tape;
}

/** Places to remember texts in, and the longest that are. */
const CELLS = 1 << 15;
const LONGEST = 120;
const EMPTY = 1;
const WORDS = 2;
const BACKSLASH = 92;
const GROWN = ROLLED(RUN);
const AT = 64;
const QUOTE = 34;
const AMPERSAND = 38;
const HYPHEN = 45;

export function makeScanner(lexicon: Lexicon, told: Sink, tapeSize = 64): Scanner {
  let events = 0;
  const sink: DoubtingSink = {
    doubt: () => void (events += 1),
    mark: (node, as, at) => void ((events += 1), told.mark(node, as, at)),
    run: (value, at) => void ((events += 1), told.run(value, at)),
    encoded: (from, to) => void ((events += 1), told.encoded(from, to)),
  };
  // Most texts of documents are names of fields and words that come back by the million: which hold nothing is remembered. Each place
  // has the two halves of a key, the last word's key, and whether there are words in it.
  const dull = new Int32Array(CELLS * 4);
  const tape = makeTape(tapeSize);
  const {mask, t1: T1, t2: T2, start: START, end: END, info: INFO, gap: GAP} = tape;
  const {grams, words, hasNumericIds} = lexicon;
  const meeter = makeMeeter(lexicon, tape, sink);

  // One loop, and long: whatever is called for each byte or word costs as much as reading it.
  function scan(bytes: Uint8Array, from: number, to: number, {classes, isJson, isCode}: Mode, idsBefore = 0): number {
    let n = 0;
    let i = from;
    let inWord = false;
    let h1 = 0, h2 = 0, start = 0, bits = 0, capital = 0; // prettier-ignore
    let gap = WIDE, seps = 0, hardness = CUT, begins = BEGINS, comma = 0, dialled = 0, apostrophes = 0; // prettier-ignore
    const {bits: wordBits, bitMask: wordMask} = words;
    let active = 0,
      wasDigits = false;
    let inText = !isJson, cellStart = 0, sum = 0, domain = -1, closes = false, isDone = false; // prettier-ignore
    let cellAt = -1, a = 0, b = 0, wordsBefore = 0, eventsBefore = 0; // prettier-ignore
    meeter.begin(idsBefore);
    for (;;) {
      let kind: number;
      let code: number;
      let next = i + 1;
      if (closes) {
        // A symbol is a word of its own.
        closes = false;
        kind = SOFT;
        code = 0;
        next = i;
      } else if (i >= to) {
        if (isDone) break;
        isDone = true;
        kind = CUTS;
        code = 0;
      } else {
        code = bytes[i]!;
        kind = classes[code]!;
        if (kind <= DIGIT) {
          if (!inWord) {
            if (kind === DIGIT && !inText) {
              const after = skipNumber(bytes, i, to, hasNumericIds);
              if (after > i) {
                i = after;
                hardness |= HARD;
                continue;
              }
            }
            inWord = true;
            start = i;
            h1 = SEED1;
            h2 = SEED2;
            capital = kind === UPPER ? CAPITAL : 0;
            bits = kind === UPPER ? 8 : 1 << kind;
            const letter = SMALL[code]!;
            h1 = Math.imul(h1 ^ letter, PRIME1);
            h2 = Math.imul(h2 ^ letter, PRIME2);
            i += 1;
          }
          while (i < to && (kind = classes[(code = bytes[i]!)]!) <= DIGIT) {
            const letter = SMALL[code]!;
            h1 = Math.imul(h1 ^ letter, PRIME1);
            h2 = Math.imul(h2 ^ letter, PRIME2);
            bits |= 1 << kind;
            i += 1;
          }
          continue;
        }
        if (kind === ESCAPE) {
          readEscaped(bytes, i, to);
          code = read.codePoint;
          next = read.next;
          if (code < 128) {
            kind = WHOLE.classes[code]!;
            // Escaped quotes, backslashes, ampersands are signs like others.
            if (kind === ESCAPE || kind === HARDLY) kind = code === QUOTE || code === AMPERSAND ? EDGE : HARDLY;
          } else kind = HARDLY;
          const folded = code < 128 ? (kind <= DIGIT ? String.fromCharCode(SMALL[code]!) : PARTS) : fold(code);
          if (folded === NOTHING) {
            i = next;
            continue;
          }
          if (folded !== PARTS) {
            if (isSymbol(code)) {
              if (inWord) {
                kind = SOFT;
                next = i;
              } else closes = true;
            }
            if (!inWord || !isSymbol(code)) {
              if (!inWord) {
                inWord = true;
                start = i;
                h1 = SEED1;
                h2 = SEED2;
                bits = 0;
                capital = code < 128 ? (kind === UPPER ? CAPITAL : 0) : /\p{Lu}/u.test(String.fromCodePoint(code)) ? CAPITAL : 0;
              }
              for (let k = 0; k < folded.length; k++) {
                h1 = Math.imul(h1 ^ folded.charCodeAt(k), PRIME1);
                h2 = Math.imul(h2 ^ folded.charCodeAt(k), PRIME2);
              }
              bits |= folded.length === 1 && folded >= "0" && folded <= "9" ? 4 : 16;
              i = next;
              continue;
            }
          } else if (code >= 128) {
            code = plainSign(code);
            kind = code < 128 && WHOLE.classes[code] === SOFT ? SOFT : HARDLY;
          }
        }
      }

      if (inWord) {
        inWord = false;
        const t1 = finish1(h1);
        const r = n & mask;
        T1[r] = t1;
        T2[r] = h2;
        START[r] = start;
        END[r] = i;
        INFO[r] = capital | begins | hardness | (bits === 4 ? DIGITS : 0) | comma | dialled;
        GAP[r] = seps === 0 ? WIDE : gap;
        if (active > 0 || ((wordBits[(t1 >>> 5) & wordMask]! >>> (t1 & 31)) & 1) === 1) active = meeter.meet(n, t1, h2, hardness);
        sum = (Math.imul(sum, ROLL) + t1) | 0;
        if (n - cellStart >= RUN) sum = (sum - Math.imul(T1[(n - RUN) & mask]!, GROWN)) | 0;
        if (n - cellStart >= RUN - 1) {
          const key = finish1(sum);
          if (mayHold(grams, key)) {
            let second = 0;
            for (let k = n - RUN + 1; k <= n; k++) second = chain1(second, T2[k & mask]!);
            const value = find(grams, key, second);
            if (value > 0) sink.run(value, START[(n - RUN + 1) & mask]!);
          }
        }
        if ((bits & 3) === 3 && i - start >= 6) sink.encoded(start, i);
        if (GAP[r] === AT) domain = n;
        if (domain >= 0) domain = checkEmail(lexicon, tape, sink, n, domain);
        if (wasDigits && (bits !== 4 || dialled === 0)) checkPhones(lexicon, tape, sink, bytes, n - 1, isCode);
        wasDigits = bits === 4;
        n += 1;
        gap = WIDE;
        seps = hardness = begins = comma = apostrophes = 0;
        dialled = DIALLED;
      }

      if (next > i) seps += 1;
      if (seps === 1) gap = code > 0 && code < DOUBLE ? code : WIDE;
      else gap = seps === 2 && code === HYPHEN && gap === HYPHEN ? DOUBLE : WIDE;
      if (dialled !== 0 && (seps > 3 || !isDialled(code))) dialled = 0;
      if (code === 44) comma = COMMA;
      if (kind === HARDLY || kind === EDGE) hardness |= HARD;
      else if (kind === APOSTROPHE && ++apostrophes > 1) hardness |= CUT;
      else if (kind === CUTS) hardness |= CUT;
      if (kind === CUTS && wasDigits) {
        checkPhones(lexicon, tape, sink, bytes, n - 1, isCode);
        wasDigits = false;
        dialled = 0;
      }
      if (kind === CUTS || kind === ENDS || kind === APOSTROPHE || kind === EDGE) {
        if (begins === 0 && n > 0) checkCells(lexicon, tape, sink, n, cellStart);
        begins = BEGINS;
        if (isJson && kind === CUTS) {
          inText = !inText;
          cellStart = n;
          sum = 0;
          domain = -1;
          if (active > 0) meeter.cut();
          active = 0;
          if (!inText) {
            if (cellAt >= 0 && events === eventsBefore) {
              dull[cellAt] = a;
              dull[cellAt + 1] = b;
              dull[cellAt + 2] = n > wordsBefore + 1 ? meeter.shortenIds(n) : T1[(n - 1) & mask]!;
              dull[cellAt + 3] = n > wordsBefore ? WORDS : EMPTY;
            }
            cellAt = -1;
            // Between texts there is nothing but signs and numbers, nearly always.
            while (next < to && BETWEEN[bytes[next]!] === 1) next += 1;
          } else {
            let k = next;
            const limit = Math.min(to, next + LONGEST);
            a = SEED1;
            b = SEED2;
            while (k < limit && (code = bytes[k]!) !== QUOTE && code !== BACKSLASH) {
              a = Math.imul(a ^ code, PRIME1);
              b = Math.imul(b ^ code, PRIME2);
              k += 1;
            }
            if (k < limit && code === QUOTE) {
              cellAt = (finish1(a) & (CELLS - 1)) << 2;
              eventsBefore = events;
              wordsBefore = n;
              if (dull[cellAt] === a && dull[cellAt + 1] === b && dull[cellAt + 3] !== 0) {
                if (dull[cellAt + 3] === WORDS) {
                  const r = n++ & mask;
                  T1[r] = dull[cellAt + 2]!;
                  INFO[r] = BEGINS | CUT;
                  GAP[r] = WIDE;
                }
                cellAt = -1;
                next = k;
              }
            }
          }
        }
      }
      i = next;
    }
    meeter.cut();
    return n;
  }
  return {scan, tape};
}
