/** What stands between words, and numbers outside of texts. */

/** Signs between the texts of a document. */
export const BETWEEN = new Uint8Array(256);
for (const sign of " \t\n\r,:{}[]") BETWEEN[sign.charCodeAt(0)] = 1;

/** Signs that part the digits of a telephone number. */
export const isDialled = (code: number) =>
  code === 32 || (code >= 40 && code <= 47 && code !== 42 && code !== 44) || code === 160;

/** Digits of a number that could be a telephone number or an id, outside of texts. */
const LONG_NUMBER = 8;

/** Past a number outside of a text, unless it could be an id or a telephone number: then where it begins. */
export function skipNumber(bytes: Uint8Array, at: number, to: number, hasNumericIds: boolean): number {
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
