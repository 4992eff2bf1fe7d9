import {closeSync, openSync, writeSync} from "node:fs";
import type {CarefulRow} from "./careful.js";

export interface CleanFile {
  rows: number;
  /** Characters of the longest row. */
  longest: number;
  /** A cell begins or ends with a blank other than a space. */
  hasOddBlanks: boolean;
}

/** Between cells of a clean file: commas, common in text, then ask for no quotes. */
export const CLEAN_DELIMITER = "\u001f";

/** Writes rows as delimited text that every reader understands: the line first, then `width` cells. */
export function writeClean(path: string, batches: Iterable<CarefulRow[]>, width: number): CleanFile {
  const out = openClean(path, width);
  try {
    for (const batch of batches) out.add(batch);
    return out.end();
  } finally {
    out.close();
  }
}

/** The same piece by piece. */
export function openClean(
  path: string,
  width: number,
): {add(rows: readonly CarefulRow[]): void; end(): CleanFile; close(): void} {
  const handle = openSync(path, "w");
  let [rows, longest] = [0, 0];
  let hasOddBlanks = false;
  // Most rows are plain: asked once of the whole row, and not of each cell.
  const isPlain = new RegExp(`^${PLAIN}(?:${CLEAN_DELIMITER}${PLAIN}){${width - 1}}$`);
  return {
    add(batch) {
      const lines = batch.map(({line, cells}) => {
        let text = cells.join(CLEAN_DELIMITER);
        if (cells.length < width || !isPlain.test(text)) {
          hasOddBlanks ||= cells.some((cell) => ODD_BLANK.test(cell));
          text = cells.map(formatCell).join(CLEAN_DELIMITER) + CLEAN_DELIMITER.repeat(width - cells.length);
        }
        if (text.length > longest) longest = text.length;
        return `${line}${CLEAN_DELIMITER}${text}\n`;
      });
      writeAll(handle, Buffer.from(lines.join("")));
      rows += batch.length;
    },
    end: () => ({rows, longest, hasOddBlanks}),
    close: () => closeSync(handle),
  };
}

const formatCell = (cell: string): string => (PLAIN_CELL.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`);

// Of blanks only spaces, and none at either end: one there is part of the cell, which readers are not at one about.
const OTHER_BLANKS = "\\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const PLAIN = `(?:[^\\s"${CLEAN_DELIMITER}](?:[^"${CLEAN_DELIMITER}${OTHER_BLANKS}]*[^\\s"${CLEAN_DELIMITER}])?)?`;
const PLAIN_CELL = new RegExp(`^${PLAIN}$`);

const ODD_BLANK = /^ *[^\S ]|[^\S ] *$/;

/** Writes all bytes, however few the system takes at once. */
export function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}
