/** What kind of text bytes are, by a look at them. */
import {ANY_WEAK, hashWord, listIdsAfter} from "./lexicon.js";

/** The kinds of ids that a column may hold, by its name. */
export function listIdsIn(column: string): number {
  const [, whose, last = ""] = /(?:([a-z0-9]+)[-._])?([a-z0-9]+)$/.exec(column.toLowerCase()) ?? [];
  return listIdsAfter(hashWord(last), whose === undefined ? undefined : hashWord(whose), ANY_WEAK);
}

/** The first byte that is no blank, behind a byte order mark. */
export function firstSign(bytes: Uint8Array): number {
  let i = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  while (i < bytes.length && bytes[i]! <= 32) i += 1;
  return bytes[i] ?? 0;
}

/** Text in UTF-16 or UTF-32 as UTF-8; undefined for other bytes. */
export function widen(bytes: Uint8Array): Uint8Array | undefined {
  const [a, b, c, d] = bytes;
  const isLittle = a === 0xff && b === 0xfe;
  const isBig = a === 0xfe && b === 0xff;
  if (isLittle && c === 0 && d === 0) return Buffer.from(readWide(bytes, 4, true));
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return Buffer.from(readWide(bytes, 4, false));
  if (isLittle || isBig) return Buffer.from(new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes));
  return undefined;
}

function readWide(bytes: Uint8Array, size: number, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = "";
  for (let at = size; at + size <= bytes.length; at += size) {
    const code = view.getUint32(at, isLittle);
    text += code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  }
  return text;
}

/** By a look at its beginning: a file with zeros in it is none. */
export function isMostlyText(bytes: Uint8Array): boolean {
  const looked = Math.min(bytes.length, 4096);
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) return false;
  return true;
}
