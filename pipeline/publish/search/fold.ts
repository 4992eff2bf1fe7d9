/** How names are spelt where they are looked for: without case, accents and punctuation. Pages do the same in `src/components/search/fold.ts`; a test holds the two together. */

/** SQL of a text folded: words of letters and digits with a blank between. */
export const foldSql = (text: string): string =>
  `trim(regexp_replace(replace(replace(replace(translate(strip_accents(lower(${text})), 'øłđıς', 'oldiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), '[^\\p{L}\\p{N}]+', ' ', 'g'))`;
