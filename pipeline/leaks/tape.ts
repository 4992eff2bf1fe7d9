/** The last words read, in a ring: what they are, where they stand, and what was before them. */
export interface Tape {
  mask: number;
  t1: Int32Array;
  t2: Int32Array;
  start: Int32Array;
  end: Int32Array;
  /** Bits of `tape.ts`. */
  info: Uint8Array;
  /** The code point between the word and the one before, `DOUBLE` for two hyphens, `WIDE` for anything longer. */
  gap: Uint16Array;
}

/** The word begins with a capital. */
export const CAPITAL = 1;
/** A cell, or something like one, begins with the word. */
export const BEGINS = 2;
/** What parts it from the word before may not stand within a name, or within anything at all. */
export const HARD = 4;
export const CUT = 8;
export const DIGITS = 16;
/** A comma stands before it. */
export const COMMA = 32;
/** Nothing but what telephone numbers are parted by stands before it. */
export const DIALLED = 64;

export const DOUBLE = 0xfffe;
export const WIDE = 0xffff;

export function makeTape(size: number): Tape {
  return {
    mask: size - 1,
    t1: new Int32Array(size),
    t2: new Int32Array(size),
    start: new Int32Array(size),
    end: new Int32Array(size),
    info: new Uint8Array(size),
    gap: new Uint16Array(size),
  };
}
