import {normaliseHeader} from "../profiles/index.js";

const EMPTY_WORDS = new Set([
  "the",
  "a",
  "an",
  "was",
  "is",
  "did",
  "do",
  "does",
  "this",
  "that",
  "it",
  "of",
  "to",
  "you",
  "your",
  "for",
  "in",
  "on",
  "at",
  "will",
  "be",
  "and",
  "or",
  "how",
  "what",
  "which",
]);

/**
 * The question among `headers` that asks nearest to one of the known `wordings`: the same normalised text, else the most
 * shared words (Dice coefficient, at least 0.6).
 */
export function matchQuestion(wordings: readonly string[], headers: readonly string[]): string | undefined {
  let [best, bestScore] = [undefined as string | undefined, 0.599];
  for (const wording of wordings) {
    if (wording.startsWith("=")) continue;
    const wanted = listWords(wording);
    for (const header of headers) {
      const score = normaliseHeader(header) === normaliseHeader(wording) ? 1 : compareWords(wanted, listWords(header));
      if (score > bestScore) [best, bestScore] = [header, score];
    }
  }
  return best;
}

function listWords(text: string): Set<string> {
  const words = text
    .replace(/<[^>]*>/g, " ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word && !EMPTY_WORDS.has(word)).map((word) => word.replace(/(ing|ed|s)$/, "")));
}

function compareWords(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / Math.max(1, a.size + b.size);
}

/** How many words two texts share: 0 to 1 (Dice coefficient). */
export const compareTexts = (a: string, b: string): number => compareWords(listWords(a), listWords(b));
