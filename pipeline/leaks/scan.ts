/**
 * Reads bytes once, word by word, and tells what of the lexicon stands in them. All that is looked for is looked up by numbers made of
 * the words as they are read: no text is made, and nothing is copied.
 */
import {checkCells, checkEmail, checkPhones} from "./cells.js";
import {read, readEscaped} from "./escapes.js";
import {fold, isSoft, isSymbol, NOTHING, PARTS} from "./fold.js";
import {finish1, finish2, PRIME1, PRIME2, ROLL, ROLLED, SEED1, SEED2, type Lexicon} from "./lexicon.js";
import {makeMeeter} from "./meet.js";
import {APOSTROPHE, CUTS, DIGIT, ENDS, ESCAPE, HARDLY, SMALL, SOFT, UPPER, WHOLE, type Mode} from "./modes.js";
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

export interface Scanner {
  /** @returns how many words were read; they lie on the tape, the last of them if it is too short */
  scan(bytes: Uint8Array, from: number, to: number, mode: Mode, wordBefore?: number): number;
  tape: Tape;
}

const GROWN = ROLLED(RUN);
const AT = 64;
const HYPHEN = 45;
const isDialled = (code: number) => code === 32 || (code >= 40 && code <= 47 && code !== 42 && code !== 44) || code === 160;
/** Digits of a number that could be a telephone number or an id, outside of texts. */
const LONG_NUMBER = 8;

export function makeScanner(lexicon: Lexicon, sink: Sink, tapeSize = 64): Scanner {
  const tape = makeTape(tapeSize);
  const {mask, t1: T1, t2: T2, start: START, end: END, info: INFO, gap: GAP} = tape;
  const {grams, hasNumericIds} = lexicon;
  const meeter = makeMeeter(lexicon, tape, sink);

  function scan(bytes: Uint8Array, from: number, to: number, {classes, isJson}: Mode, wordBefore = 0): number {
    let n = 0;
    let i = from;
    let inWord = false;
    let h1 = 0, h2 = 0, start = 0, bits = 0, capital = 0; // prettier-ignore
    let gap = WIDE, seps = 0, hardness = CUT, begins = BEGINS, comma = 0, dialled = 0, apostrophes = 0; // prettier-ignore
    let inText = !isJson, cellStart = 0, sum = 0, domain = -1, closes = false, isDone = false; // prettier-ignore
    meeter.begin(wordBefore);
    for (;;) {
      let kind: number;
      let code: number;
      let next = i + 1;
      if (closes) {
        // A symbol is a word of its own.
        closes = false;
        [kind, code, next] = [SOFT, 0, i];
      } else if (i >= to) {
        if (isDone) break;
        isDone = true;
        [kind, code] = [CUTS, 0];
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
            [inWord, start, h1, h2] = [true, i, SEED1, SEED2];
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
          ({codePoint: code, next} = read);
          if (code < 128) {
            kind = WHOLE.classes[code]!;
            // Escaped backslashes, ampersands and signs of percent are signs like others.
            if (kind === ESCAPE) kind = HARDLY;
          } else kind = HARDLY;
          const folded = code < 128 ? (kind <= DIGIT ? String.fromCharCode(SMALL[code]!) : PARTS) : fold(code);
          if (folded === NOTHING) {
            i = next;
            continue;
          }
          if (folded !== PARTS) {
            if (isSymbol(code)) {
              if (inWord) [kind, next] = [SOFT, i];
              else closes = true;
            }
            if (!inWord || !isSymbol(code)) {
              if (!inWord) {
                [inWord, start, h1, h2, bits] = [true, i, SEED1, SEED2, 0];
                capital = code < 128 ? (kind === UPPER ? CAPITAL : 0) : /\p{Lu}/u.test(String.fromCodePoint(code)) ? CAPITAL : 0;
              }
              for (let k = 0; k < folded.length; k++) {
                h1 = Math.imul(h1 ^ folded.charCodeAt(k), PRIME1);
                h2 = Math.imul(h2 ^ folded.charCodeAt(k), PRIME2);
              }
              bits |= kind === DIGIT ? 4 : 16;
              i = next;
              continue;
            }
          } else if (code >= 128) kind = isSoft(code) ? SOFT : HARDLY;
        }
      }

      if (inWord) {
        inWord = false;
        const t1 = finish1(h1);
        const t2 = finish2(h2);
        const r = n & mask;
        T1[r] = t1;
        T2[r] = t2;
        START[r] = start;
        END[r] = i;
        INFO[r] = capital | begins | hardness | (bits === 4 ? DIGITS : 0) | comma | dialled;
        GAP[r] = seps === 0 ? WIDE : gap;
        meeter.meet(n, t1, t2, hardness);
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
        if (bits !== 4 || dialled === 0) checkPhones(lexicon, tape, sink, bytes, n - 1);
        n += 1;
        [gap, seps, hardness, begins, comma, dialled, apostrophes] = [WIDE, 0, 0, 0, 0, DIALLED, 0];
      }

      seps += next > i ? 1 : 0;
      gap = seps === 1 && code > 0 && code < DOUBLE ? code : seps === 2 && code === HYPHEN && gap === HYPHEN ? DOUBLE : WIDE;
      if (seps > 3 || !isDialled(code)) dialled = 0;
      if (code === 44) comma = COMMA;
      if (kind === HARDLY) hardness |= HARD;
      else if (kind === APOSTROPHE && ++apostrophes > 1) hardness |= CUT;
      else if (kind === CUTS) hardness |= CUT;
      if (kind === CUTS || kind === ENDS || kind === APOSTROPHE) {
        if (begins === 0 && n > 0) {
          checkCells(lexicon, tape, sink, n, isJson);
          if (kind === CUTS || isDone) {
            checkPhones(lexicon, tape, sink, bytes, n - 1);
            dialled = 0;
          }
        }
        begins = BEGINS;
        if (isJson && kind === CUTS) {
          inText = !inText;
          [cellStart, sum, domain] = [n, 0, -1];
          meeter.cut();
        }
      }
      i = next;
    }
    meeter.cut();
    return n;
  }
  return {scan, tape};
}

/** Past a number outside of a text, unless it could be an id or a telephone number: then where it begins. */
function skipNumber(bytes: Uint8Array, at: number, to: number, hasNumericIds: boolean): number {
  let i = at;
  let isWhole = true;
  for (; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= 48 && byte <= 57) continue;
    if (byte !== 46) break;
    isWhole = false;
  }
  return isWhole && (hasNumericIds || i - at >= LONG_NUMBER) ? at : i;
}
