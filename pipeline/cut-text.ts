/** Texts of which only the beginning is shown. */

/** A word at the cut, of which only a part may be left: half a number would be another number, which may stand in somebody else's brief. */
const CUT_WORD = String.raw`\s\S{0,40}$`;

/** SQL of the first letters of a text, cut between words. The text has more. */
export const writeCut = (text: string, letters: number): string => `regexp_replace(left(${text}, ${letters}), '${CUT_WORD}', '')`;

/** The same of a text that may be shorter. */
export const cutText = (text: string, letters: number): string =>
  text.length <= letters ? text : clip(text.slice(0, letters).replace(new RegExp(CUT_WORD), ""), letters);

/** The beginning of a text, without half a sign at its end. */
export const clip = (text: string, letters: number): string => text.slice(0, letters).replace(/[\ud800-\udbff]$/, "");
