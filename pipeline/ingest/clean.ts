import {closeSync, openSync, writeSync} from "node:fs";
import type {CarefulRow} from "./careful.js";

/** Writes rows as CSV that every reader understands: the line first, then `width` cells. @returns rows, and characters of the longest. */
export function writeClean(path: string, batches: Iterable<CarefulRow[]>, width: number): {rows: number; longest: number} {
  const handle = openSync(path, "w");
  try {
    let [rows, longest] = [0, 0];
    for (const batch of batches) {
      const lines = batch.map(({line, cells}) => `${line},${formatCells(cells, width)}\n`);
      for (const line of lines) if (line.length > longest) longest = line.length;
      writeAll(handle, Buffer.from(lines.join("")));
      rows += batch.length;
    }
    return {rows, longest};
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

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}
