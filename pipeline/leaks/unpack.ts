/** What is packed or encoded, taken out again. */
import {brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync} from "node:zlib";

/** What is unpacked at most, in bytes, and how many times larger it may become. More is refused: nobody could say what is in it. */
const MOST = 512e6;
const maxOutputLength = MOST;

export class Unreadable extends Error {}

export interface Unpacked {
  bytes: Uint8Array;
  how: string;
  /** Of an archive's entry. */
  name?: string;
}

const beginsGzip = (first: number, second: number) => first === 0x1f && second === 0x8b;
const beginsZip = (first: number, second: number, third: number) =>
  first === 0x50 && second === 0x4b && (third === 3 || third === 5);
const beginsZlib = (first: number, second: number) =>
  (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
const isGzip = (bytes: Uint8Array) => bytes.length > 18 && beginsGzip(bytes[0]!, bytes[1]!);
const isZip = (bytes: Uint8Array) => bytes.length > 30 && beginsZip(bytes[0]!, bytes[1]!, bytes[2]!);
const isZlib = (bytes: Uint8Array) => bytes.length > 6 && beginsZlib(bytes[0]!, bytes[1]!);

/**
 * What the bytes are packed versions of; undefined when they are not packed.
 * @param name what the file is called: that it is packed by brotli, or deflated, shows nowhere else
 * @throws Unreadable for what is packed and cannot be unpacked
 */
export function unpack(bytes: Uint8Array, name: string): Unpacked[] | undefined {
  const suffix = /\.(br|deflate|zz|z)$/i.exec(name)?.[1]?.toLowerCase();
  if (isGzip(bytes)) return [{bytes: attempt(() => gunzipSync(bytes, {maxOutputLength})), how: "gzip"}];
  if (isZip(bytes)) return listEntries(bytes);
  if (suffix === "br") return [{bytes: attempt(() => brotliDecompressSync(bytes, {maxOutputLength})), how: "brotli"}];
  if (isZlib(bytes)) {
    const bare = tryTo(() => inflateSync(bytes, {maxOutputLength}));
    if (bare) return [{bytes: bare, how: "deflate"}];
  }
  if (suffix) return [{bytes: attempt(() => inflateRawSync(bytes, {maxOutputLength})), how: "deflate"}];
  return undefined;
}

const isPacked = (bytes: Uint8Array) => isGzip(bytes) || isZip(bytes) || isZlib(bytes);

/** Shortest piece of base64 in which packed bytes without a mark of their own are looked for. */
const LONG = 40;

/** What was behind base64: packed bytes, or text; undefined where it is neither, as with most words that look like it. */
export function unpackDecoded(bytes: Uint8Array): Unpacked[] | undefined {
  if (isPacked(bytes)) {
    const found = tryTo(() => unpack(bytes, ""));
    if (found) return found;
  }
  if (bytes.length < LONG || isText(bytes)) return undefined;
  const raw = tryTo(() => inflateRawSync(bytes, {maxOutputLength}));
  if (raw && raw.length > 0) return [{bytes: raw, how: "deflate"}];
  const brotli = tryTo(() => brotliDecompressSync(bytes, {maxOutputLength}));
  return brotli && brotli.length > 0 ? [{bytes: brotli, how: "brotli"}] : undefined;
}

/** Entries of an archive by the headers in front of each, not by its directory: what is not listed is in it all the same. */
function listEntries(bytes: Uint8Array): Unpacked[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Unpacked[] = [];
  for (let at = view.indexOf("PK\u0003\u0004", 0, "latin1"); at >= 0; at = view.indexOf("PK\u0003\u0004", at + 4, "latin1")) {
    if (at + 30 > view.length) break;
    const method = view.readUInt16LE(at + 8);
    const nameLength = view.readUInt16LE(at + 26);
    const begin = at + 30 + nameLength + view.readUInt16LE(at + 28);
    const name = view.subarray(at + 30, at + 30 + nameLength).toString();
    if (method !== 0 && method !== 8)
      throw new Unreadable(`its entry ${JSON.stringify(name)} is packed in a way that is not known`);
    const size = view.readUInt32LE(at + 18);
    const body = view.subarray(begin, method === 0 && size > 0 ? begin + size : undefined);
    // What follows an entry is left alone by inflate.
    const content = method === 0 ? body : attempt(() => inflateRawSync(body, {maxOutputLength}));
    found.push({bytes: content, how: "zip", name});
  }
  // Names in the directory and its comments, too.
  const directory = view.indexOf("PK\u0001\u0002", 0, "latin1");
  if (directory > 0)
    found.push({bytes: Buffer.from(printable(view.subarray(directory))), how: "zip directory", name: "directory.txt"});
  return found;
}

const printable = (bytes: Buffer) => bytes.toString("utf8").replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]+/gu, "\n");

const attempt = (act: () => Uint8Array): Uint8Array => {
  try {
    return act();
  } catch (error) {
    throw new Unreadable(`it cannot be unpacked: ${(error as Error).message}`);
  }
};
const tryTo = <T>(act: () => T): T | undefined => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

/** What each letter of base64 stands for; -1 for other bytes. */
const BASE64 = new Int8Array(256).fill(-1);
for (const [value, letter] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries())
  BASE64[letter.charCodeAt(0)] = value;
for (const [value, letter] of [[62, "-"], [63, "_"]] as const) BASE64[letter.charCodeAt(0)] = value; // prettier-ignore
/** Shortest run that is tried. */
const FEWEST = 11;

/**
 * What the run of base64 letters about a word may stand for, where that is text or packed. The word may stand behind others (a path, an
 * address), so each place it may begin at is tried.
 * @param least where the piece begins that the word is in: what stands before is another's
 * @returns the decoded bytes, and where the run ends
 */
export function decodeBase64(bytes: Uint8Array, from: number, to: number, least = 0): {decoded: Uint8Array[]; end: number} {
  let [begin, end] = [from, to];
  while (begin > least && BASE64[bytes[begin - 1]!]! >= 0) begin -= 1;
  while (end < bytes.length && BASE64[bytes[end]!]! >= 0) end += 1;
  const decoded: Uint8Array[] = [];
  const starts = [begin, begin + 1, begin + 2, begin + 3];
  for (let start = from; start <= from + 3; start++) if (start > begin + 3) starts.push(start);
  for (const start of starts) {
    if (end - start < FEWEST) continue;
    const isLong = ((end - start) * 3) >> 2 >= LONG;
    // Nearly every word that looks like base64 is an id, and shows by its first letters that it is not.
    if (!isLong && !mayBegin(bytes, start)) continue;
    const plain = Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1"), "base64");
    if (isLong || isText(plain) || isPacked(plain)) decoded.push(plain);
  }
  return {decoded, end};
}

/** Whether text, or something packed, may begin with what four letters of base64 stand for. */
function mayBegin(bytes: Uint8Array, at: number): boolean {
  const [a, b, c, d] = [BASE64[bytes[at]!]!, BASE64[bytes[at + 1]!]!, BASE64[bytes[at + 2]!]!, BASE64[bytes[at + 3]!]!];
  const first = (a << 2) | (b >> 4);
  const second = ((b & 15) << 4) | (c >> 2);
  const third = ((c & 3) << 6) | d;
  if (beginsGzip(first, second) || beginsZip(first, second, third) || beginsZlib(first, second)) return true;
  if (!isVisible(first)) return first >= 0xc2 && first < 0xf5 && second >> 6 === 2;
  return isVisible(second) ? isVisible(third) || third >= 0xc2 : second >= 0xc2;
}

const isVisible = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;

/** Whether all of it is text that can be seen. */
export function isText(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (isVisible(byte)) continue;
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 0;
    if (length === 0 || byte >= 0xf5) return false;
    for (let k = 1; k < length; k++) if ((bytes[i + k] ?? 0) >> 6 !== 2) return i + k >= bytes.length;
    i += length - 1;
  }
  return bytes.length > 0;
}
