/** Follows the sequences of words that are looked for, and judges by what stands between the words whether one was met. */
import {ANY_WEAK, hashWord, ID, ID_WORDS, listIdsAfter, NAME, NUMBERED, ORDINARY, REVERSED, SLUG, step1, step2, WEAK, WEAK_CONTACT, WEAK_HANDOFF, WHOSE_ID, type Lexicon} from "./lexicon.js"; // prettier-ignore
import type {DoubtingSink} from "./scan.js";
import {find, mayHold} from "./table.js";
import {CAPITAL, COMMA, CUT, DOUBLE, HARD, type Tape} from "./tape.js";

/** Most sequences that are followed at a time. */
const MOST = 32;
const HYPHEN = 45;
const JOINTS = new Set([HYPHEN, 46, 95, DOUBLE]);

/** One word for each kind of id. */
const IN_ONE = new Map([
  [WEAK, hashWord("personid")],
  [WEAK_CONTACT, hashWord("contactid")],
  [WEAK_HANDOFF, hashWord("handoffid")],
]);

export interface Meeter {
  /** Starts anew; `idsBefore` are the kinds of ids that a column, by what it is called, may hold. */
  begin(idsBefore: number): void;
  /** Goes on by word `n`, which is on the tape already. @returns 0 where the next word need not be told but for its own sake */
  meet(n: number, t1: number, t2: number, hardness: number): number;
  /** The key of the last of `n` words; that of one word for two where they say of what an id is, since one alone is remembered of a text. */
  shortenIds(n: number): number;
  /** Nothing goes on over this place. */
  cut(): void;
}

export function makeMeeter({words, flags}: Lexicon, tape: Tape, sink: DoubtingSink): Meeter {
  const {mask, t1: T1, start: START, info: INFO, gap: GAP} = tape;
  const nodes = new Int32Array(MOST);
  const firsts = new Int32Array(MOST);
  const worst = new Uint8Array(MOST);
  let count = 0;
  let before = 0;
  /** The word that the last name, given name first, ended with. */
  let nameEnd = -1;
  // What the next word decides: "Osei, Bo" is no name in "Ada Osei, Bo Lind"; `ada-osei` is not who `ada-osei--2` is.
  let turned = 0, turnedFirst = 0, turnedEnd = 0; // prettier-ignore
  let slug = 0, slugFirst = 0; // prettier-ignore

  const hasCapitals = (first: number, n: number) => {
    for (let k = first; k <= n; k++) if (!(INFO[k & mask]! & CAPITAL)) return false;
    return true;
  };
  /** Whether hyphens, or what stands for them, and nothing else part the words. */
  const isJoined = (first: number, n: number, isNumbered: boolean) => {
    for (let k = first + 1; k <= n; k++) {
      const gap = GAP[k & mask]!;
      if (!JOINTS.has(gap) || (gap === DOUBLE) !== (isNumbered && k === n)) return false;
    }
    return first < n || !isNumbered;
  };
  /** Whether it is written as a page's address is: small letters, parted by hyphens. */
  const isAddress = (first: number, n: number) => {
    for (let k = first; k <= n; k++) if ((k > first && GAP[k & mask] !== HYPHEN) || INFO[k & mask]! & CAPITAL) return false;
    return true;
  };
  function tellTurned(): void {
    if (turned > 0) sink.mark(turned, REVERSED, START[turnedFirst & mask]!);
    turned = 0;
  }
  function tellSlug(isNumberNext: boolean): void {
    if (slug > 0) sink.mark(slug, isNumberNext ? NAME : NAME | SLUG, START[slugFirst & mask]!);
    slug = 0;
  }

  /** What kinds of ids the words before the one at `first` speak of. */
  function listIdsBefore(first: number): number {
    if (first === 0) return before;
    // `account_id`, and the `id` of an `account`; by itself it is somebody's of ours.
    return listIdsAfter(T1[(first - 1) & mask]!, first > 1 ? T1[(first - 2) & mask]! : undefined, WEAK);
  }

  /** The sequence of words from `first` to `n` leads to a node: whether that is a mark, here. */
  function judge(node: number, flag: number, first: number, n: number, hardness: number): void {
    let as = 0;
    const isPlain = (hardness & HARD) === 0;
    const isTold = !(flag & ORDINARY) || hasCapitals(first, n);
    if (flag & ID) as |= ID;
    if (flag & ANY_WEAK) {
      const told = flag & listIdsBefore(first);
      if (told) as |= told;
      else sink.doubt();
    }
    if (flag & SLUG && isPlain && isJoined(first, n, (flag & NUMBERED) !== 0)) as |= SLUG;
    if (flag & NAME && isPlain && isTold) as |= NAME;
    if (as & NAME) {
      nameEnd = n;
      if (turned > 0 && turnedEnd === first) turned = 0;
    } else if (flag & REVERSED && isPlain && isTold && nameEnd !== first) {
      const hasComma = (INFO[(first + 1) & mask]! & COMMA) !== 0;
      if (hasComma || !(flag & ORDINARY)) {
        tellTurned();
        turned = node;
        turnedFirst = first;
        turnedEnd = n;
      }
    }
    if (as & NAME && as & SLUG && !(flag & NUMBERED) && isAddress(first, n)) {
      tellSlug(false);
      slug = node;
      slugFirst = first;
    } else if (as) sink.mark(node, as & NAME && !(flag & NUMBERED) ? as & ~SLUG : as, START[first & mask]!);
  }

  return {
    begin(idsBefore) {
      count = turned = slug = 0;
      before = idsBefore;
      nameEnd = -1;
    },
    meet(n, t1, t2, hardness) {
      if (slug > 0) tellSlug(GAP[n & mask] === DOUBLE);
      let kept = 0;
      if (!(hardness & CUT)) {
        for (let q = 0; q < count; q++) {
          const next = find(words, step1(nodes[q]!, t1), step2(nodes[q]!, t2));
          if (next === 0) continue;
          const first = firsts[q]!;
          const hard = worst[q]! | hardness;
          nodes[kept] = next;
          firsts[kept] = first;
          worst[kept++] = hard;
          if (flags[next]! !== 0) judge(next, flags[next]!, first, n, hard);
        }
      }
      if (mayHold(words, t1)) {
        const next = find(words, t1, t2);
        if (next > 0) {
          if (kept < MOST) {
            nodes[kept] = next;
            firsts[kept] = n;
            worst[kept++] = 0;
          }
          if (flags[next]! !== 0) judge(next, flags[next]!, n, n, 0);
        }
      }
      count = kept;
      if (turned > 0 && turnedEnd < n) tellTurned();
      return count + turned + slug;
    },
    shortenIds(n) {
      const last = T1[(n - 1) & mask]!;
      const whose =
        ID_WORDS.get(last) === ANY_WEAK && JOINTS.has(GAP[(n - 1) & mask]!) ? WHOSE_ID.get(T1[(n - 2) & mask]!) : undefined;
      return whose === undefined ? last : (IN_ONE.get(whose) ?? 0);
    },
    cut() {
      tellSlug(false);
      tellTurned();
      count = 0;
    },
  };
}
