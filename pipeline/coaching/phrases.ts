/**
 * Phrases of the lexicon and where they stand in a text. A phrase is words one after another, each written so:
 *
 *     budget        the word, its plural with s; from seven letters on also with one slip of the pen
 *     budget*       words that begin so; `*budget` that end so, `*budget*` that hold it
 *     tool|system   either
 *     =IT           in these capitals
 *     #             a number, in figures or words; `#min*` figures with letters behind them
 *     ...           up to four other words
 *
 * Between two words small ones such as "the" or "ihre" may stand.
 */
import {fold, type Token} from "./tokens.js";
import {createWordBook, push} from "./words.js";

/** A phrase found: what it stands for, and the places of the words that matched, ascending. */
export interface Match<T> {
  of: T;
  places: number[];
  /** Letters of the patterns that matched: of two phrases for the same words the one that says more about them. */
  letters: number;
}

export interface Matcher<T> {
  /** All places of all phrases, by first word; in time that grows with the number of words. */
  find(tokens: readonly Token[]): Match<T>[];
}

interface Phrase<T> {
  of: T;
  /** Per word the numbers of the patterns that fit. */
  words: ReadonlySet<number>[];
  /** Per word, whether others may stand before it. */
  gaps: boolean[];
  /** The numbers of its second and last word, one of which each a text must hold; none for a single word. */
  needed: readonly (readonly number[])[];
}

const GAP = "...";
/** Words that `...` may stand for. */
const GAP_WORDS = 4;
/** Small words between two of a phrase. */
const SMALL_WORDS = 2;

/** What is wrong with a phrase, or undefined. */
export function objectToPhrase(text: string): string | undefined {
  const words = split(text);
  if (words.length === 0) return "is empty";
  if (words.length > 8) return "has more than eight words";
  if (words[0] === GAP || words.at(-1) === GAP) return `begins or ends with ${GAP}`;
  for (const word of words.filter((part) => part !== GAP)) {
    for (const choice of word.split("|")) {
      if (!/^(=[\p{L}\p{N}]+|#|#\p{L}+\*?|\*?[\p{L}\p{N}\p{M}'’€$£]+\*?)$/u.test(choice))
        return `is no phrase: "${choice}" must be a word, or the beginning or end of one with a star`;
      if (/^\*|\*$/.test(choice) && choice.replaceAll(/[*#]/g, "").length < 3)
        return `is no phrase: "${choice}" has too few letters for a star`;
    }
  }
  return undefined;
}

const split = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** Makes ready to find these phrases. `small` are the words that may stand in between, `others` words that are no slip of one of ours. */
export function compile<T>(
  phrases: readonly {text: string; of: T}[],
  {small, others}: {small: readonly string[]; others: readonly string[]},
): Matcher<T> {
  const book = createWordBook(others);
  const byFirst = new Map<number, Phrase<T>[]>();
  for (const {text, of} of phrases) {
    const parts = split(text);
    const words = parts.flatMap((part, index) => (part === GAP ? [] : [{part, gap: parts[index - 1] === GAP}]));
    const numbers = words.map(({part}) => new Set(part.split("|").map((choice) => book.add(choice))));
    const needed = [...new Set([numbers[1], numbers.slice(1).at(-1)])].flatMap((word) => (word ? [[...word]] : []));
    const phrase: Phrase<T> = {of, words: numbers, gaps: words.map(({gap}) => gap), needed};
    for (const first of phrase.words[0]!) push(byFirst, first, phrase);
  }
  const isSmall = new Set(small.map(fold));
  /** Per number of a word the last text that held it. */
  const heldBy = new Uint32Array(book.size());
  let texts = 0;
  return {
    find(tokens) {
      const ids = tokens.map((token) => book.look(token));
      texts = (texts + 1) >>> 0;
      for (const own of ids) for (const id of own) heldBy[id] = texts;
      const isHeld = (phrase: Phrase<T>): boolean => {
        for (const word of phrase.needed) {
          let index = 0;
          while (index < word.length && heldBy[word[index]!] !== texts) index++;
          if (index === word.length) return false;
        }
        return true;
      };
      const matches: Match<T>[] = [];
      ids.forEach((own, start) => {
        const tried: Phrase<T>[] = [];
        for (const id of own)
          for (const phrase of byFirst.get(id) ?? []) {
            if (!isHeld(phrase) || tried.includes(phrase)) continue;
            tried.push(phrase);
            const match = follow(phrase, start);
            if (match) matches.push(match);
          }
      });
      return matches;

      /** A phrase that begins here, never across a sign that parts; the first word that fits is taken. */
      function follow({of, words, gaps}: Phrase<T>, start: number): Match<T> | undefined {
        const places = [start];
        let letters = fit(words[0]!, ids[start]!);
        let at = start + 1;
        for (let next = 1; next < words.length; next++) {
          let [others, smalls] = [gaps[next] ? GAP_WORDS : 0, SMALL_WORDS];
          for (let found = 0; found === 0; at++) {
            const token = tokens[at];
            if (!token || token.break) return undefined;
            found = fit(words[next]!, ids[at]!);
            letters += found;
            if (found > 0) places.push(at);
            else if (smalls > 0 && isSmall.has(token.key)) smalls--;
            else if (others-- <= 0) return undefined;
          }
        }
        return {of, places, letters};
      }
    },
  };

  /** Letters of the longest pattern of a phrase's word that a word of a text fits; 0 where it fits none. */
  function fit(word: ReadonlySet<number>, own: readonly number[]): number {
    let letters = 0;
    for (const id of own) if (word.has(id)) letters = Math.max(letters, book.lettersOf(id));
    return letters;
  }
}
