/** Fields as bits of whole numbers. */

/** Fields of one number. */
export const WORD = 30;

/** Whether a field's bit is set in the row's words. */
export const hasBit = (words: readonly ArrayLike<number>[], field: number, row: number): boolean =>
  ((words[Math.floor(field / WORD)]![row]! >> (field % WORD)) & 1) === 1;

/** Places of the fields that so many of these handoffs have, and as many lack, of those they are required of. */
export function findCompared(
  fields: number,
  {length, there, required}: {length: number; there: readonly ArrayLike<number>[]; required: readonly ArrayLike<number>[]},
  least: number,
): number[] {
  return Array.from({length: fields}, (_, field) => field).filter((field) => {
    const [word, bit] = [Math.floor(field / WORD), 1 << (field % WORD)];
    const [isThere, isRequired] = [there[word]!, required[word]!];
    let [asked, had] = [0, 0];
    for (let row = 0; row < length; row++) {
      if ((isRequired[row]! & bit) === 0) continue;
      asked++;
      if ((isThere[row]! & bit) !== 0) had++;
    }
    return had >= least && asked - had >= least;
  });
}

/** For each row a number (a text where they do not fit one) that is the same for those that have the same of some fields. */
export function keysOf(fields: readonly number[], there: readonly ArrayLike<number>[], length: number): (number | string)[] {
  const masks = there.map((_, word) =>
    fields.reduce((mask, field) => (Math.floor(field / WORD) === word ? mask | (1 << (field % WORD)) : mask), 0),
  );
  const used = there.filter((_, word) => masks[word] !== 0);
  const own = masks.filter((mask) => mask !== 0);
  const [first] = used;
  if (used.length === 1) return Array.from({length}, (_, row) => first![row]! & own[0]!);
  return Array.from({length}, (_, row) => used.map((word, k) => word[row]! & own[k]!).join(" "));
}
