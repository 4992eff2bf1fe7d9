import {isUtf8} from "node:buffer";
import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {UserError} from "../errors.js";
import {decodeBytes} from "./decode.js";
import type {ByteFacts, Encoding} from "./types.js";

const CHUNK = 4 << 20;
const SAMPLE = 256 << 10;

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
    let [lineFeeds, carriageReturns, pairs, nuls, last] = [0, 0, 0, 0, 0];
    let isValid = true;
    let hasOddBlanks = false;
    let carry: Buffer = Buffer.alloc(0);
    for (let length; (length = readSync(handle, buffer)) > 0;) {
      const chunk = buffer.subarray(0, length);
      for (let i = 0; i < length; i++) {
        const byte = chunk[i]!;
        if (byte === 10) {
          lineFeeds++;
          if (last === 13) pairs++;
        } else if (byte === 13) carriageReturns++;
        else if (byte === 0) nuls++;
        last = byte;
      }
      hasOddBlanks ||= chunk.includes(9) || chunk.includes("\u00a0") || chunk.includes("\u3000") || chunk.includes("\ufeff", 3);
      if (isValid) {
        const joined = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
        const cut = lastBoundary(joined);
        isValid = isUtf8(joined.subarray(0, cut));
        carry = Buffer.from(joined.subarray(cut));
      }
      if (head.length < SAMPLE) head = Buffer.concat([head, chunk.subarray(0, SAMPLE - head.length)]);
      tail = Buffer.concat([tail, chunk.subarray(-4096)]).subarray(-4096);
    }
    refuse(head, name);
    const found = findEncoding(head, isValid && isUtf8(carry));
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
      endsWithNewline: last === 10 || last === 13,
      hasOddBlanks,
      sample: decode(head.subarray(found.bom)),
      isWholeSample: bytes <= SAMPLE,
      tail: decode(tail.subarray(encoding.startsWith("utf-16") ? tail.length % 2 : 0)),
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

/** Where the last whole character of UTF-8 ends. */
function lastBoundary(buffer: Buffer): number {
  let start = buffer.length - 1;
  while (start > 0 && buffer.length - start < 4 && (buffer[start]! & 0xc0) === 0x80) start--;
  const lead = buffer[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + length <= buffer.length ? buffer.length : start;
}

function findEncoding(head: Buffer, isValid: boolean): {encoding: Encoding; bom: number} {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return {encoding: "utf-8", bom: 3};
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

const SIGNS: readonly [RegExp, string, string][] = [
  [/^PK\x03\x04/, "is a ZIP archive or an Excel workbook, not delimited text", "save it as CSV, or unpack it"],
  [/^\x1f\x8b/, "is compressed (gzip)", "unpack it"],
  [/^\xd0\xcf\x11\xe0/, "is an old Excel workbook, not delimited text", "save it as CSV"],
  [/^%PDF/, "is a PDF, not delimited text", "export it as CSV"],
  [/^(\xff\xfe\x00\x00|\x00\x00\xfe\xff)/, "is UTF-32, which no exporting system writes", "save it as UTF-8"],
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
