/** What each byte is, by the kind of text that it stands in. */

export const LOWER = 0;
export const UPPER = 1;
export const DIGIT = 2;
/** Parts words, but not names. */
export const SOFT = 3;
/** The same, and a cell ends. */
export const ENDS = 4;
/** Parts names. */
export const HARDLY = 5;
/** Parts everything; a cell ends. */
export const CUTS = 6;
/** Within names; in code, perhaps the end of a text. */
export const APOSTROPHE = 7;
export const ESCAPE = 8;
/** Parts names, and may part cells: quotes and brackets that are escaped, what parts the fields of an address. */
export const EDGE = 9;

export interface Mode {
  classes: Uint8Array;
  /** Cells stand between quotes, and nothing else is told by them. */
  isJson: boolean;
  /** Numbers may be calculated with. */
  isCode: boolean;
}

/** Small ASCII letters for capitals; every other byte is itself. */
export const SMALL = Uint8Array.from({length: 256}, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

function makeMode(ends: string, cuts: string, apostrophe = SOFT): Mode {
  const classes = new Uint8Array(256).fill(HARDLY);
  const set = (letters: string, kind: number) => {
    for (const letter of letters) classes[letter.charCodeAt(0)] = kind;
  };
  for (let byte = 128; byte < 256; byte++) classes[byte] = ESCAPE;
  set("abcdefghijklmnopqrstuvwxyz", LOWER);
  set("ABCDEFGHIJKLMNOPQRSTUVWXYZ", UPPER);
  set("0123456789", DIGIT);
  set(" \t\n\r,.-_+*", SOFT);
  set("=<>", EDGE);
  set("'", apostrophe);
  set("\\%&", ESCAPE);
  set(ends, ENDS);
  set(cuts, CUTS);
  return {classes, isJson: false, isCode: false};
}

/** A cell that was taken out of its table, a part of a path. */
export const WHOLE = makeMode("", "");
export const JSON_TEXT: Mode = {...makeMode("", '"'), isJson: true};
/** Calendars, and whatever else is text. */
export const TEXT = makeMode("\n\t", '"`<>', APOSTROPHE);
export const CODE: Mode = {...TEXT, isCode: true};
export const MARKUP = makeMode("", '"<>');
export const CSV = makeMode('\n\t,;"', "");
