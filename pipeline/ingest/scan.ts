import {isAscii} from "node:buffer";
import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {UserError} from "../errors.js";
import {decodeBytes} from "./decode.js";
import {findEncoding, judgeUtf8, lastBoundary} from "./encoding.js";
import {describeLongLine} from "./records.js";
import type {ByteFacts, Encoding} from "./types.js";

const CHUNK = 4 << 20;
const SAMPLE = 256 << 10;
/** Bytes without a line end after which a file is no table. */
const LONGEST_LINE = 16 << 20;

/**
 * Reads a file once, as bytes: its encoding, line ends and beginning.
 * @throws UserError when it is empty, unreadable, or plainly no delimited text.
 */
export function scanFile(path: string, name: string, given?: Encoding): ByteFacts {
  const handle = open(path, name);
  try {
    const bytes = fstatSync(handle).size;
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(bytes, 1)));
    let head: Buffer = Buffer.alloc(0);
    let tail: Buffer = Buffer.alloc(0);
    const ends = {lineFeeds: 0, carriageReturns: 0, pairs: 0, nuls: 0, tabs: 0, last: 0};
    const validity = {multibyte: 0, damaged: 0};
    let hasOddBlanks = false;
    let carry: Buffer = Buffer.alloc(0);
    let read = 0;
    for (let length; (length = readSync(handle, buffer)) > 0; read += length) {
      const chunk = buffer.subarray(0, length);
      countEnds(chunk, ends);
      if (carry.length > 0 || !isAscii(chunk)) {
        hasOddBlanks ||= chunk.includes("\u00a0") || chunk.includes("\u3000") || chunk.includes("\ufeff", 3);
        const joined = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
        const cut = lastBoundary(joined);
        judgeUtf8(joined.subarray(0, cut), validity);
        carry = Buffer.from(joined.subarray(cut));
      }
      if (head.length < SAMPLE) head = Buffer.concat([head, chunk.subarray(0, SAMPLE - head.length)]);
      tail = Buffer.concat([tail, chunk.subarray(-4096)]).subarray(-4096);
      if (read === 0) refuse(head, name);
      if (ends.lineFeeds + ends.carriageReturns === 0 && read + length > LONGEST_LINE)
        throw new UserError(describeLongLine(name, 1));
    }
    judgeUtf8(carry, validity);
    const {lineFeeds, carriageReturns, pairs, nuls, last} = ends;
    hasOddBlanks ||= ends.tabs > 0;
    refuse(head, name);
    // Windows-1252 seldom makes up a character of UTF-8: more whole ones than broken ones are a damaged UTF-8 file.
    const found = findEncoding(head, validity.damaged <= validity.multibyte);
    const encoding = given ?? found.encoding;
    const decode = (part: Buffer) => decodeBytes(part, encoding);
    return {
      bytes,
      encoding,
      bom: found.bom,
      lineFeeds,
      carriageReturns,
      pairs,
      nuls,
      damaged: encoding === "utf-8" ? validity.damaged : 0,
      endsWithNewline: last === 10 || last === 13,
      hasOddBlanks,
      sample: decode(head.subarray(found.bom)),
      isWholeSample: bytes <= SAMPLE,
      tail: decode(tail.subarray(tail.length % (encoding.startsWith("utf-32") ? 4 : encoding.startsWith("utf-16") ? 2 : 1))),
    };
  } finally {
    closeSync(handle);
  }
}

function open(path: string, name: string): number {
  try {
    return openSync(path, "r");
  } catch (cause) {
    throw new UserError(`${name}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? "error"})`, 1, {cause});
  }
}

interface Ends {
  lineFeeds: number;
  carriageReturns: number;
  pairs: number;
  nuls: number;
  tabs: number;
  last: number;
}

function countEnds(chunk: Buffer, ends: Ends): void {
  // Four bytes at once are passed over where none is below 14 ("hasless", S. E. Anderson, Bit Twiddling Hacks), which most are.
  const words = chunk.byteOffset % 4 === 0 ? new Int32Array(chunk.buffer, chunk.byteOffset, chunk.length >> 2) : [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (((word - 0x0e0e0e0e) & ~word & 0x80808080) === 0) continue;
    for (let at = index * 4; at < index * 4 + 4; at++) countEnd(chunk, at, ends);
  }
  for (let at = words.length * 4; at < chunk.length; at++) countEnd(chunk, at, ends);
  ends.last = chunk[chunk.length - 1]!;
}

function countEnd(chunk: Buffer, at: number, ends: Ends): void {
  const byte = chunk[at]!;
  if (byte === 10) {
    ends.lineFeeds++;
    if ((at > 0 ? chunk[at - 1] : ends.last) === 13) ends.pairs++;
  } else if (byte === 13) ends.carriageReturns++;
  else if (byte === 0) ends.nuls++;
  else if (byte === 9) ends.tabs++;
}

const SIGNS: readonly [RegExp, string, string][] = [
  [
    /^PK\x03\x04/,
    "is a ZIP archive or an Excel workbook, not delimited text",
    "save it as CSV, or, if it is an archive, end its name in .zip",
  ],
  [/^\x1f\x8b/, "is compressed (gzip)", "end its name in .gz, or unpack it"],
  [/^\xd0\xcf\x11\xe0/, "is an old Excel workbook, not delimited text", "save it as CSV"],
  [/^%PDF/, "is a PDF, not delimited text", "export it as CSV"],
  [
    /^\s*(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml)/i,
    "is a web page or XML, not delimited text; perhaps the log-in page of the exporting system",
    "export it again",
  ],
];

function refuse(head: Buffer, name: string): void {
  if (head.length === 0)
    throw new UserError(`${name}: is empty, not even a header\n  → export it again, or leave it out of the sources`);
  const start = head.subarray(0, 512).toString("latin1");
  for (const [sign, what, hint] of SIGNS) if (sign.test(start)) throw new UserError(`${name}: ${what}\n  → ${hint}`);
}
