import {closeSync, openSync, readSync} from "node:fs";
import {writeAll} from "./clean.js";

const CHUNK = 4 << 20;
const LINE_FEED = 10;

/**
 * Copies some lines of a text into a file of their own, each behind its number and the delimiter: few rows of a long file are then read again
 * without going through all of it.
 * @param lines numbers from 1, rising
 */
export function copyLines(from: string, to: string, lines: readonly number[], delimiter: string): void {
  const [source, target] = [openSync(from, "r"), openSync(to, "w")];
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let [line, next] = [1, 0];
    let isBegun = false;
    for (let length; next < lines.length && (length = readSync(source, buffer)) > 0;) {
      const out: (Buffer | string)[] = [];
      for (let at = 0; at < length && next < lines.length;) {
        const found = buffer.subarray(0, length).indexOf(LINE_FEED, at);
        const end = found < 0 ? length : found + 1;
        if (line === lines[next]) {
          if (!isBegun) out.push(`${line}${delimiter}`);
          out.push(buffer.subarray(at, end));
          isBegun = found < 0;
          if (found >= 0) next++;
        }
        if (found >= 0) line++;
        at = end;
      }
      if (out.length > 0)
        writeAll(target, Buffer.concat(out.map((part) => (typeof part === "string" ? Buffer.from(part) : part))));
    }
  } finally {
    closeSync(source);
    closeSync(target);
  }
}
