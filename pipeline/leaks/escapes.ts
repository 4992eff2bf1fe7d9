/** What stands behind the escapes of JSON, JavaScript, HTML, addresses and UTF-8, one code point at a time. */

/** The code point just read, and where the next one begins. Filled by `readEscaped`. */
export const read = {codePoint: 0, next: 0};

const BACKSLASH = 92;
const PERCENT = 37;
const AMPERSAND = 38;
const INVALID = 0xfffd;
const SPACES = new Map([..."ntrfbv0"].map((letter) => [letter.charCodeAt(0), 10]));
const NAMED: Record<string, number> = {lt: 60, gt: 62, quot: 34, apos: 39, nbsp: 160, ensp: 32, emsp: 32, thinsp: 32, shy: 0xad, zwj: 0x200d, zwnj: 0x200c, szlig: 0xdf, aelig: 0xe6, AElig: 0xc6, oelig: 0x153, OElig: 0x152, eth: 0xf0, ETH: 0xd0, thorn: 0xfe, THORN: 0xde, inodot: 0x131, lrm: 0x200e, rlm: 0x200f, commat: 64, period: 46, comma: 44, lowbar: 95, hyphen: 45, dash: 45, ndash: 0x2013, mdash: 0x2014, rsquo: 0x2019, lsquo: 0x2018, plus: 43, Tab: 9, NewLine: 10}; // prettier-ignore
/** Letters with accents: the letter is what counts. */
const ACCENTED = /^([A-Za-z])(?:grave|acute|circ|tilde|uml|cedil|ring|slash|caron|macr|breve|ogon|dot|strok|dblac)$/;

/** Reads the code point at `at`, where a backslash, `%`, `&` or a byte beyond ASCII stands. */
export function readEscaped(bytes: Uint8Array, at: number, end: number): void {
  const first = bytes[at]!;
  if (first >= 128) return readUtf8(bytes, at, end);
  if (first === BACKSLASH) return readBackslash(bytes, at, end);
  if (first === PERCENT) return readPercent(bytes, at, end);
  readEntity(bytes, at, end);
}

function settle(codePoint: number, next: number): void {
  read.codePoint = codePoint;
  read.next = next;
}

function readUtf8(bytes: Uint8Array, at: number, end: number): void {
  const first = bytes[at]!;
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
  if (length === 0 || at + length > end) return settle(INVALID, at + 1);
  let codePoint = first & (0x7f >> length);
  for (let k = 1; k < length; k++) {
    const byte = bytes[at + k]!;
    if ((byte & 0xc0) !== 0x80) return settle(INVALID, at + 1);
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  settle(codePoint <= 0x10ffff ? codePoint : INVALID, at + length);
}

/** However many backslashes: texts are escaped more than once where code or documents stand within documents. */
function readBackslash(bytes: Uint8Array, at: number, end: number): void {
  let i = at;
  while (i < end && bytes[i] === BACKSLASH) i += 1;
  const letter = i < end ? bytes[i]! : 0;
  if (letter === 117 /* u */ || letter === 120 /* x */ || letter === 85 /* U */) {
    if (readCode(bytes, i, end)) return;
    return settle(BACKSLASH, i);
  }
  // A quote after an even number of backslashes is not escaped by them.
  if (letter === 34 && (i - at) % 2 === 0) return settle(BACKSLASH, i);
  const space = SPACES.get(letter);
  if (space !== undefined) return settle(space, i + 1);
  const isLetter = (letter >= 48 && letter <= 57) || (letter >= 65 && letter <= 90) || letter >= 97;
  settle(isLetter ? BACKSLASH : letter || BACKSLASH, isLetter ? i : Math.min(end, i + 1));
}

/** `u0041`, `u{41}`, `x41` and pairs of surrogates. */
function readCode(bytes: Uint8Array, at: number, end: number): boolean {
  const digits = bytes[at] === 120 ? 2 : bytes[at] === 85 ? 8 : 4;
  if (bytes[at + 1] === 123) {
    const close = bytes.indexOf(125, at + 2);
    if (close < 0 || close > at + 8) return false;
    const code = readHex(bytes, at + 2, close);
    if (code < 0 || code > 0x10ffff) return false;
    settle(code, close + 1);
    return true;
  }
  if (at + 1 + digits > end) return false;
  const code = readHex(bytes, at + 1, at + 1 + digits);
  if (code < 0 || code > 0x10ffff) return false;
  let next = at + 1 + digits;
  if (code < 0xd800 || code > 0xdbff) {
    settle(code, next);
    return true;
  }
  let low = next;
  while (low < end && bytes[low] === BACKSLASH) low += 1;
  const second = low > next && bytes[low] === 117 && low + 5 <= end ? readHex(bytes, low + 1, low + 5) : -1;
  if (second < 0xdc00 || second > 0xdfff) settle(INVALID, next);
  else settle(0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00), (next = low + 5));
  return true;
}

/** `%41`, `%C3%BC`, and `%2541`. */
function readPercent(bytes: Uint8Array, at: number, end: number): void {
  const units: number[] = [];
  let i = at;
  for (let wanted = 1; wanted > 0; wanted--) {
    let byte = readHex(bytes, i + 1, i + 3);
    if (bytes[i] !== PERCENT || i + 3 > end || byte < 0) break;
    i += 3;
    while (byte === PERCENT && i + 2 <= end && readHex(bytes, i, i + 2) >= 0) {
      byte = readHex(bytes, i, i + 2);
      i += 2;
    }
    if (units.length === 0) wanted += byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    units.push(byte);
  }
  if (units.length === 0) return settle(PERCENT, at + 1);
  if (units[0]! < 128) return settle(units[0]!, i);
  readUtf8(Uint8Array.from(units), 0, units.length);
  // The bytes that belonged to it are gone either way.
  settle(read.codePoint, i);
}

/** `&amp;`, `&eacute;`, `&#233;`, `&#xe9;`, and `&amp;eacute;`. */
function readEntity(bytes: Uint8Array, at: number, end: number): void {
  let from = at + 1;
  while (from + 4 <= end && bytes[from] === 97 && bytes[from + 1] === 109 && bytes[from + 2] === 112 && bytes[from + 3] === 59) from += 4; // prettier-ignore
  let close = from;
  while (close < end && close < from + 10 && bytes[close] !== 59) close += 1;
  if (close >= end || bytes[close] !== 59) return settle(AMPERSAND, from);
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + from, close - from).toString("latin1");
  const number = /^#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (number) {
    const code = number[1] ? parseInt(number[1], 16) : Number(number[2]);
    return settle(code <= 0x10ffff ? code : INVALID, close + 1);
  }
  const code = NAMED[name] ?? ACCENTED.exec(name)?.[1]?.charCodeAt(0);
  if (code === undefined) settle(AMPERSAND, from);
  else settle(code, close + 1);
}

/** The number that hexadecimal digits write, or -1. */
function readHex(bytes: Uint8Array, from: number, to: number): number {
  if (to > bytes.length || from >= to) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    const digit =
      byte >= 48 && byte <= 57 ? byte - 48 : byte >= 97 && byte <= 102 ? byte - 87 : byte >= 65 && byte <= 70 ? byte - 55 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}
