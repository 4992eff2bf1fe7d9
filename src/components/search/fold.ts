/** Letters that keep their mark when accents are taken off. */
const PLAIN: Readonly<Record<string, string>> = {ø: "o", ł: "l", đ: "d", ı: "i", ς: "σ", ß: "ss", æ: "ae", œ: "oe"};

/**
 * A text as names are looked for: without case, accents and punctuation, words of letters and digits with a blank between. The pipeline has the
 * same in SQL in `publish/search/fold.ts`; a test holds the two together.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/[øłđıςßæœ]/g, (letter) => PLAIN[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const folded = new Map<string, string>();
/** The same of what is looked through again with every letter that is typed. */
export function foldOnce(text: string): string {
  const known = folded.get(text) ?? fold(text);
  folded.set(text, known);
  return known;
}

/** The folded words of a query. */
export const foldWords = (query: string): string[] => fold(query).split(" ").filter(Boolean);

/** Whether each word of a folded query begins a word of a folded text. */
export function isFound(query: readonly string[], folded: string): boolean {
  const text = ` ${folded}`;
  return query.every((word) => text.includes(` ${word}`));
}
