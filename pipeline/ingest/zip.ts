import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {UserError} from "../errors.js";
import type {ZipEntry} from "./types.js";

const [END, END_64, LOCATOR_64, CENTRAL, LOCAL] = [0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50, 0x04034b50];
const MOST_ENTRIES = 10_000;

/**
 * The files of a ZIP archive by its directory, in its order; folders left out. Zip64 is understood.
 * @throws UserError when the archive is damaged, lies about its files, or one of them would land outside its folder.
 */
export function listZip(path: string, name: string): ZipEntry[] {
  const handle = openSync(path, "r");
  try {
    const bytes = fstatSync(handle).size;
    const {count, size, offset} = findDirectory(handle, bytes, name);
    if (count > MOST_ENTRIES)
      throw new UserError(`${name}: holds ${count} files, more than ${MOST_ENTRIES}\n  → pack only the exports`);
    if (offset + size > bytes) throw damaged(name);
    const directory = read(handle, offset, size);
    const entries: ZipEntry[] = [];
    for (let at = 0; at + 46 <= directory.length && entries.length < count;) {
      if (directory.readUInt32LE(at) !== CENTRAL) throw damaged(name);
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
        number,
        number,
        number,
      ];
      entries.push(readEntry(directory.subarray(at, at + 46 + nameLength + extraLength), nameLength));
      at += 46 + nameLength + extraLength + commentLength;
    }
    if (entries.length !== count) throw damaged(name);
    refuseEscapes(entries, name);
    refuseOverlaps(entries, offset, name);
    return entries.filter((entry) => !entry.name.endsWith("/"));
  } finally {
    closeSync(handle);
  }
}

/** Where the packed bytes of an entry begin. */
export function findData(path: string, name: string, entry: ZipEntry): number {
  const handle = openSync(path, "r");
  try {
    const header = read(handle, entry.offset, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw damaged(name);
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    closeSync(handle);
  }
}

const damaged = (name: string) =>
  new UserError(`${name}: is a damaged ZIP archive, or one still being written\n  → download or copy it again`);

function read(handle: number, offset: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(handle, buffer, 0, length, offset));
}

function findDirectory(handle: number, bytes: number, name: string): {count: number; size: number; offset: number} {
  const start = Math.max(0, bytes - 65_557);
  const tail = read(handle, start, bytes - start);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw damaged(name);
  const found = {count: tail.readUInt16LE(end + 10), size: tail.readUInt32LE(end + 12), offset: tail.readUInt32LE(end + 16)};
  const isLarge = found.count === 0xffff || found.size === 0xffffffff || found.offset === 0xffffffff;
  if (!isLarge || end < 20 || tail.readUInt32LE(end - 20) !== LOCATOR_64) return found;
  const wide = read(handle, Number(tail.readBigUInt64LE(end - 20 + 8)), 56);
  if (wide.length < 56 || wide.readUInt32LE(0) !== END_64) throw damaged(name);
  return {
    count: Number(wide.readBigUInt64LE(32)),
    size: Number(wide.readBigUInt64LE(40)),
    offset: Number(wide.readBigUInt64LE(48)),
  };
}

function readEntry(record: Buffer, nameLength: number): ZipEntry {
  const flags = record.readUInt16LE(8);
  const raw = record.subarray(46, 46 + nameLength);
  const entry: ZipEntry = {
    // Names are UTF-8 when flagged so; most tools that do not flag them write it all the same.
    name: new TextDecoder().decode(raw),
    method: record.readUInt16LE(10),
    crc: record.readUInt32LE(16),
    packed: record.readUInt32LE(20),
    unpacked: record.readUInt32LE(24),
    offset: record.readUInt32LE(42),
    isEncrypted: (flags & 1) === 1,
  };
  for (let at = 46 + nameLength; at + 4 <= record.length; at += 4 + record.readUInt16LE(at + 2)) {
    if (record.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const key of ["unpacked", "packed", "offset"] as const) {
      if (entry[key] !== 0xffffffff || field + 8 > record.length) continue;
      entry[key] = Number(record.readBigUInt64LE(field));
      field += 8;
    }
  }
  return entry;
}

function refuseEscapes(entries: readonly ZipEntry[], name: string): void {
  const escape = entries.find(
    (entry) => /^([a-z]:|[\\/])/i.test(entry.name) || entry.name.includes("\0") || entry.name.split(/[\\/]/).includes(".."),
  );
  if (escape) {
    const shown = JSON.stringify(escape.name);
    throw new UserError(`${name}: refused, because its file ${shown} would land outside its folder\n  → ask whoever packed it`);
  }
}

/** Files that share their bytes are how a small archive unpacks to a vast one. */
function refuseOverlaps(entries: readonly ZipEntry[], directory: number, name: string): void {
  let free = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const end = entry.offset + 30 + Buffer.byteLength(entry.name) + entry.packed;
    if (entry.offset < free || end > directory) {
      throw new UserError(`${name}: refused, because its files overlap or reach past its end\n  → pack it again`);
    }
    free = end;
  }
}
