/**
 * How letters are compared: compatibility forms, capitals and accents are one, and what cannot be seen is nothing. Works code point by
 * code point, so that composed and decomposed text come to the same.
 */

/** A code point that parts words. */
export const PARTS = null;
/** A code point that parts nothing and says nothing: accents that stand alone, soft hyphens, zero-width joiners. */
export const NOTHING = "";

const STROKES: Record<string, string> = {ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ħ: "h", ı: "i", ŋ: "n"}; // prettier-ignore
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;
const cache = new Map<number, string | null>();

/** The letters and digits that `codePoint` counts as, `NOTHING`, or `PARTS`. A symbol, such as an emoji, is itself. */
export function fold(codePoint: number): string | null {
  let folded = cache.get(codePoint);
  if (folded === undefined) cache.set(codePoint, (folded = work(codePoint)));
  return folded;
}

function work(codePoint: number): string | null {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return PARTS;
  const plain = String.fromCodePoint(codePoint).normalize("NFKD").replace(UNSEEN, "");
  if (plain === "") return NOTHING;
  const small = plain.toUpperCase().toLowerCase().normalize("NFKD").replace(UNSEEN, "");
  const letters = [...small].map((letter) => STROKES[letter] ?? letter).join("").replace(/[^\p{L}\p{N}]/gu, ""); // prettier-ignore
  if (letters) return letters;
  return isSymbol(codePoint) ? plain : PARTS;
}

const symbols = new Map<number, boolean>();
/** Whether it is a word of its own, whatever stands beside it. */
export function isSymbol(codePoint: number): boolean {
  let is = symbols.get(codePoint);
  if (is === undefined)
    symbols.set(codePoint, (is = codePoint > 127 && /^[\p{So}\p{Sk}]$/u.test(String.fromCodePoint(codePoint))));
  return is;
}

const signs = new Map<number, number>();
/** What a code point that parts words stands for: a hyphen for every dash, a blank for every blank, ASCII for wide forms. */
export function plainSign(codePoint: number): number {
  let sign = signs.get(codePoint);
  if (sign === undefined) signs.set(codePoint, (sign = workSign(codePoint)));
  return sign;
}

function workSign(codePoint: number): number {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return codePoint;
  const text = String.fromCodePoint(codePoint);
  if (/[\p{Z}\s]/u.test(text)) return 32;
  if (/\p{Pd}/u.test(text)) return 45;
  if (/[‘’ʼ]/u.test(text)) return 39;
  if (text === "·") return 46;
  const plain = text.normalize("NFKD");
  return plain.length === 1 ? plain.charCodeAt(0) : codePoint;
}
