import {fold, type Token} from "./tokens.js";

/** The words of all phrases, numbered; tells which of them a word of a text is. */
export interface WordBook {
  /** Number of a word as phrases write it. */
  add(pattern: string): number;
  look(token: Token): readonly number[];
  /** How many patterns there are. */
  size(): number;
  /** How many letters a word of a phrase has, its star apart. */
  lettersOf(id: number): number;
}

/** From so many letters on one slip is forgiven: a letter left out, put in, changed, or two changed over. */
const FORGIVING = 7;
/** Words of texts that are kept looked up. */
const KEPT = 50_000;
const NUMBERS =
  "one two three four five six ten fifteen twenty thirty couple few eine zwei drei vier fünf sechs zehn fünfzehn zwanzig dreißig paar";

export function createWordBook(others: readonly string[]): WordBook {
  const numbers = new Map<string, number>();
  const whole = new Map<string, number[]>();
  const starts = new Map<string, number[]>();
  const ends = new Map<string, number[]>();
  const parts: [string, number][] = [];
  const exact = new Map<string, number[]>();
  const shapes: [RegExp, number][] = [];
  const slips = new Map<string, [string, number][]>();
  const known = new Set(others.map(fold));
  const looked = new Map<string, readonly number[]>();
  const letters: number[] = [];
  let longest = 0;

  function add(pattern: string): number {
    const before = numbers.get(pattern);
    if (before !== undefined) return before;
    const id = numbers.size;
    numbers.set(pattern, id);
    const [fromStart, toEnd] = [!pattern.startsWith("*"), !pattern.endsWith("*")];
    const key = fold(pattern.replaceAll("*", ""));
    letters[id] = key.length;
    longest = Math.max(longest, key.length);
    if (pattern.startsWith("=")) push(exact, pattern.slice(1), id);
    else if (pattern === "#") {
      shapes.push([/^\d+$/, id]);
      for (const word of NUMBERS.split(" ")) push(whole, fold(word), id);
    } else if (pattern.startsWith("#")) shapes.push([new RegExp(`^\\d+${key.slice(1)}${toEnd ? "$" : ""}`), id]);
    else if (fromStart && toEnd) push(whole, key, id);
    else if (fromStart) push(starts, key, id);
    else if (toEnd) push(ends, key, id);
    else parts.push([key, id]);
    if (fromStart && /^\p{L}+$/u.test(key) && key.length >= FORGIVING) for (const slip of leaveOneOut(key)) push(slips, slip, [key, id]);
    return id;
  } // prettier-ignore

  function look(token: Token): readonly number[] {
    const capitals = exact.get(token.text);
    const found = looked.get(token.key) ?? search(token.key);
    return capitals ? [...found, ...capitals] : found;
  }

  function search(key: string): readonly number[] {
    if (key === "") return [];
    const found = [...(whole.get(key) ?? [])];
    if (key.length > 4 && key.endsWith("s")) found.push(...(whole.get(key.slice(0, -1)) ?? []));
    for (let length = 3; length <= Math.min(key.length, longest); length++) {
      found.push(...(starts.get(key.slice(0, length)) ?? []), ...(ends.get(key.slice(-length)) ?? []));
    }
    for (const [part, id] of parts) if (key.includes(part)) found.push(id);
    for (const [shape, id] of shapes) if (shape.test(key)) found.push(id);
    if (found.length === 0 && key.length >= FORGIVING && !known.has(key)) {
      const near = [key, key.replace(/s$/, "")].flatMap((word) =>
        [...leaveOneOut(word)].flatMap((slip) => slips.get(slip) ?? []),
      );
      for (const [word, id] of near) if (word[0] === key[0]) found.push(id);
    }
    const once = [...new Set(found)];
    if (looked.size > KEPT) looked.clear();
    looked.set(key, once);
    return once;
  }
  return {add, look, size: () => numbers.size, lettersOf: (id) => letters[id]!};
}

/** The word itself, and without each of its letters: two words that are one slip apart share one of these. */
const leaveOneOut = (word: string): Set<string> =>
  new Set([word, ...[...word].map((_, index) => word.slice(0, index) + word.slice(index + 1))]);

/** Adds to the list of a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
