/** Whose each mark is: the claims of people, prospects and handoffs on the nodes of a lexicon while it is being made. */
import {phoneKey} from "./cells.js";
import {fold} from "./fold.js";
import {CELL, EMAIL, NUMBERED, step1, step2, type Lexicon} from "./lexicon.js";
import {WHOLE} from "./modes.js";
import {makeScanner} from "./scan.js";
import {announce, chain1, chain2, find, makeTable, put} from "./table.js";
import type {LeakKind} from "./types.js";

/** Who a claim is of: in the lowest bits of an owner; the rest is its number. */
export const PERSON = 0;
export const CONTACT = 1;
/** Whoever may see handoffs of the same parties. */
export const PARTIES = 2;
/** RevOps alone. */
export const REVOPS = 3;
export const own = (kind: number, index: number): number => (index << 2) | kind;

export const KINDS: readonly LeakKind[] = ["name", "surname", "id", "slug", "e-mail", "telephone", "profile", "handoff", "comment", "brief", "note", "field"]; // prettier-ignore
export const kindOf = (kind: LeakKind): number => KINDS.indexOf(kind);

export interface Words {
  count: number;
  t1: Int32Array;
  t2: Int32Array;
}

/** Claims lie in lists: `heads[node]` is the first, `next` leads on; 0 ends. */
export interface Claims {
  heads: Int32Array;
  next: Int32Array;
  as: Uint16Array;
  kinds: Uint8Array;
  owners: Int32Array;
}

export function makeClaims(expected: number) {
  const lexicon: Lexicon = {
    words: makeTable(expected),
    exact: makeTable(expected),
    grams: makeTable(expected),
    flags: new Uint16Array(new SharedArrayBuffer(2048)),
    hasNumericIds: false,
  };
  const claims: Claims = {heads: new Int32Array(1024), next: new Int32Array(1024), as: new Uint16Array(1024), kinds: new Uint8Array(1024), owners: new Int32Array(1024)}; // prettier-ignore
  const nobody = makeTable(16);
  const none: Lexicon = {words: nobody, exact: nobody, grams: nobody, flags: lexicon.flags, hasNumericIds: true};
  const reader = makeScanner(none, {mark() {}, run() {}, encoded() {}}, 4096);
  const scratch = Buffer.alloc(1 << 16);
  let nodes = 1;
  let count = 1;

  /** The words of a short text. They are good until the next call. */
  function readWords(text: string): Words {
    const length = scratch.write(text);
    return {count: Math.min(4096, reader.scan(scratch, 0, length, WHOLE)), t1: reader.tape.t1, t2: reader.tape.t2};
  }

  function addNode(): number {
    if (nodes + 1 >= claims.heads.length) {
      const flags = new Uint16Array(new SharedArrayBuffer(lexicon.flags.byteLength * 2));
      flags.set(lexicon.flags);
      lexicon.flags = flags;
      claims.heads = grow(claims.heads, new Int32Array(claims.heads.length * 2));
    }
    return nodes++;
  }

  function claim(node: number, as: number, kind: LeakKind, owner: number): void {
    const code = kindOf(kind);
    // The same again in a row is one; a common name's list is not gone through to its end each time.
    for (let at = claims.heads[node]!, looked = 0; at > 0 && looked < 8; at = claims.next[at]!, looked++)
      if (claims.owners[at] === owner && claims.kinds[at] === code && claims.as[at] === (as & ~NUMBERED)) return;
    if (count + 1 >= claims.next.length) {
      const size = claims.next.length * 2;
      claims.next = grow(claims.next, new Int32Array(size));
      claims.as = grow(claims.as, new Uint16Array(size));
      claims.kinds = grow(claims.kinds, new Uint8Array(size));
      claims.owners = grow(claims.owners, new Int32Array(size));
    }
    claims.next[count] = claims.heads[node]!;
    claims.as[count] = as & ~NUMBERED;
    claims.kinds[count] = code;
    claims.owners[count] = owner;
    claims.heads[node] = count++;
    lexicon.flags[node]! |= as;
  }

  /** Claims the sequence of the words `order` names, to be met `as`. @returns its node */
  function sequence({t1, t2}: Words, order: readonly number[], as: number, kind: LeakKind, owner: number): number {
    let node = 0;
    for (const k of order) {
      const k1 = node === 0 ? t1[k]! : step1(node, t1[k]!);
      const k2 = node === 0 ? t2[k]! : step2(node, t2[k]!);
      let next = find(lexicon.words, k1, k2);
      if (next === 0) {
        next = addNode();
        put(lexicon.words, k1, k2, next);
        if (node === 0) announce(lexicon.words, k1);
      }
      node = next;
    }
    claim(node, as, kind, owner);
    return node;
  }

  function exactly(k1: number, k2: number, as: number, kind: LeakKind, owner: number): number {
    let node = find(lexicon.exact, k1, k2);
    if (node === 0) {
      node = addNode();
      put(lexicon.exact, k1, k2, node);
      announce(lexicon.exact, k1);
    }
    claim(node, as, kind, owner);
    return node;
  }

  return {
    lexicon,
    claims,
    readWords,
    sequence,
    claim,
    /** Claims a cell that holds the words from `first` on, and nothing else. */
    cell(words: Words, first: number, count: number, as: number, kind: LeakKind, owner: number): number {
      const [k1, k2] = keyOf(CELL, words, first, count);
      return exactly(k1, k2, as, kind, owner);
    },
    email(words: Words, as: number, owner: number): number {
      const [k1, k2] = keyOf(EMAIL, words, 0, words.count);
      return exactly(k1, k2, as, "e-mail", owner);
    },
    phone(digits: string, as: number, owner: number): void {
      const [k1, k2] = phoneKey(digits);
      exactly(k1, k2, as, "telephone", owner);
    },
    /** How many nodes there are. */
    size: () => nodes,
  };
}
export type Builder = ReturnType<typeof makeClaims>;

export function keyOf(seed: number, {t1, t2}: Words, first: number, count: number): [number, number] {
  let [k1, k2] = [seed, seed];
  for (let k = first; k < first + count; k++) [k1, k2] = [chain1(k1, t1[k]!), chain2(k2, t2[k]!)];
  return [k1, k2];
}

/** All letters of a text as they are compared, with nothing between. */
export function squash(text: string): string {
  return [...text].map((letter) => fold(letter.codePointAt(0)!) ?? "").join("");
}

function grow<T extends Int32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
