import {isAscii, isUtf8} from "node:buffer";
import type {Encoding} from "./types.js";

/** Counts whole and broken characters beyond ASCII; a few thousand broken ones settle it. */
export function judgeUtf8(bytes: Buffer, validity: {multibyte: number; damaged: number}): void {
  if (validity.damaged > 4000) return;
  if (isUtf8(bytes)) {
    validity.multibyte += isAscii(bytes) ? 0 : 1;
    return;
  }
  for (const [letters] of new TextDecoder().decode(bytes).matchAll(/[^\0-\x7f]+/g)) {
    for (const letter of letters) validity[letter === "\ufffd" ? "damaged" : "multibyte"]++;
  }
}

/** Where the last whole character of UTF-8 ends. */
export function lastBoundary(buffer: Buffer): number {
  let start = buffer.length - 1;
  while (start > 0 && buffer.length - start < 4 && (buffer[start]! & 0xc0) === 0x80) start--;
  const lead = buffer[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + length <= buffer.length ? buffer.length : start;
}

/** What the beginning of a file, and whether the whole is UTF-8, say of its encoding; `bom` is the length of its byte order mark. */
export function findEncoding(head: Buffer, isValid: boolean): {encoding: Encoding; bom: number} {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return {encoding: "utf-8", bom: 3};
  if (head.length >= 4 && head.readUInt32BE(0) === 0x0000feff) return {encoding: "utf-32be", bom: 4};
  if (head.length >= 4 && head.readUInt32LE(0) === 0x0000feff) return {encoding: "utf-32le", bom: 4};
  // Some tools put the mark of UTF-16 before UTF-32.
  const mark = head.length > 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) ? 2 : 0;
  if (isWide(head.subarray(mark), [2, 3])) return {encoding: "utf-32le", bom: mark};
  if (isWide(head.subarray(mark), [0, 1])) return {encoding: "utf-32be", bom: mark};
  if (head[0] === 0xff && head[1] === 0xfe) return {encoding: "utf-16le", bom: 2};
  if (head[0] === 0xfe && head[1] === 0xff) return {encoding: "utf-16be", bom: 2};
  const start = head.subarray(0, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < start.length; i++) if (start[i] === 0) zeros[i % 2]!++;
  if (zeros[1]! > start.length / 4 && zeros[0]! < start.length / 20) return {encoding: "utf-16le", bom: 0};
  if (zeros[0]! > start.length / 4 && zeros[1]! < start.length / 20) return {encoding: "utf-16be", bom: 0};
  // Windows-1252 reads every ISO-8859-1 text the same but for control characters nobody types.
  return {encoding: isValid ? "utf-8" : "windows-1252", bom: 0};
}

/** Of every four bytes the two given ones are zero, as in UTF-32. */
function isWide(bytes: Buffer, [first, second]: readonly [number, number]): boolean {
  const end = Math.min(bytes.length - (bytes.length % 4), 4096);
  for (let at = 0; at < end; at += 4) if (bytes[at + first] !== 0 || bytes[at + second] !== 0) return false;
  return end >= 8;
}
