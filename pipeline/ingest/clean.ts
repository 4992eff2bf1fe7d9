import {closeSync, openSync, writeSync} from "node:fs";
import type {CarefulRow} from "./careful.js";

export interface CleanFile {
  rows: number;
  /** Characters of the longest row. */
  longest: number;
  /** A cell begins or ends with a blank other than a space. */
  hasOddBlanks: boolean;
}

/** Writes rows as CSV that every reader understands: the line first, then `width` cells. */
export function writeClean(path: string, batches: Iterable<CarefulRow[]>, width: number): CleanFile {
  const handle = openSync(path, "w");
  try {
    let [rows, longest] = [0, 0];
    let hasOddBlanks = false;
    for (const batch of batches) {
      const lines = batch.map(({line, cells}) => `${line},${formatCells(cells, width)}\n`);
      for (const line of lines) if (line.length > longest) longest = line.length;
      writeAll(handle, Buffer.from(lines.join("")));
      hasOddBlanks ||= batch.some(({cells}) => cells.some((cell) => ODD_BLANK.test(cell)));
      rows += batch.length;
    }
    return {rows, longest, hasOddBlanks};
  } finally {
    closeSync(handle);
  }
}

function formatCells(cells: readonly string[], width: number): string {
  let text = "";
  for (let index = 0; index < width; index++) {
    const cell = cells[index] ?? "";
    text += (index > 0 ? "," : "") + (SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  }
  return text;
}

// A blank at either end is part of the cell, which readers are not at one about.
const SPECIAL = /[",\r\n]|^\s|\s$/;

const ODD_BLANK = /^ *[^\S ]|[^\S ] *$/;

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}
