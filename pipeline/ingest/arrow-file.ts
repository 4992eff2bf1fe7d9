/** Arrow files and streams (Feather 2). DuckDB does not read them by itself: they are written out as clean text, batch by batch. */
import {mkdtempSync, rmSync} from "node:fs";
import {open} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DataType, RecordBatchReader, type RecordBatch, type Vector} from "apache-arrow";
import {UserError} from "../errors.js";
import type {CarefulRow} from "./careful.js";
import {openClean} from "./clean.js";
import {sumBytes, tableDialect, type OpenFile} from "./opened.js";
import {landClean} from "./read.js";
import type {FoundFile} from "./types.js";

/** @throws UserError when it is no Arrow, or packed */
export async function openArrow(file: FoundFile): Promise<OpenFile> {
  const bytes = sumBytes(file);
  const folder = mkdtempSync(join(tmpdir(), "baton-arrow-"));
  const close = () => rmSync(folder, {recursive: true, force: true});
  try {
    const clean = join(folder, "clean.csv");
    const written = await writeRows(file.path, clean);
    return {
      facts: {bytes, encoding: "utf-8", damaged: 0},
      dialect: tableDialect(written.headers),
      land: (db, view) => landClean(db, view, clean, written.headers, written),
      hasChanged: () => sumBytes(file) !== bytes,
      close,
    };
  } catch (cause) {
    close();
    throw explain(cause, file.name);
  }
}

async function writeRows(path: string, target: string) {
  const handle = await open(path);
  try {
    const reader = await RecordBatchReader.from(handle);
    await reader.open();
    const headers = reader.schema.fields.map(({name}) => name);
    if (headers.length === 0) throw new UserError("no columns");
    const out = openClean(target, headers.length);
    try {
      let line = 1;
      for await (const batch of reader as AsyncIterable<RecordBatch>) {
        out.add(listRows(batch, line));
        line += batch.numRows;
      }
      return {headers, ...out.end()};
    } finally {
      out.close();
    }
  } finally {
    await handle.close();
  }
}

function listRows(batch: RecordBatch, first: number): CarefulRow[] {
  const columns = batch.schema.fields.map((_, index) => batch.getChildAt(index)!);
  const writers = columns.map((column) => writerOf(column.type as DataType));
  return Array.from({length: batch.numRows}, (_, row) => ({
    line: first + row,
    cells: columns.map((column, index) => {
      const value: unknown = (column as Vector).get(row);
      return value === null || value === undefined ? "" : writers[index]!(value);
    }),
  }));
}

/** How a value of the type becomes a cell's text. */
function writerOf(type: DataType): (value: unknown) => string {
  if (DataType.isDictionary(type)) return writerOf(type.dictionary as DataType);
  if (DataType.isTimestamp(type)) {
    const zone = type.timezone ? "Z" : "";
    return (value) =>
      `${new Date(Number(value))
        .toISOString()
        .slice(0, 23)
        .replace("T", zone ? "T" : " ")}${zone}`;
  }
  if (DataType.isDate(type)) return (value) => new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isDecimal(type)) return (value) => placePoint(String(value), type.scale);
  if (DataType.isList(type)) {
    const write = writerOf(type.children[0]!.type as DataType);
    return (value) => [...(value as Iterable<unknown>)].map((part) => (part === null ? "" : write(part))).join(";");
  }
  return String;
}

/** A decimal comes as its digits alone. */
function placePoint(digits: string, scale: number): string {
  if (scale <= 0 || !/^-?\d+$/.test(digits)) return digits;
  const [sign, number] = digits.startsWith("-") ? ["-", digits.slice(1)] : ["", digits];
  const padded = number.padStart(scale + 1, "0");
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function explain(cause: unknown, name: string): unknown {
  const {message, code} = cause as NodeJS.ErrnoException;
  if (code?.startsWith("E") && !code.startsWith("ERR_")) return cause;
  const [what, hint] = /compress|codec/i.test(message)
    ? ["is packed, which Baton does not undo", "write it without compression, or as Parquet"]
    : ["is no Arrow file, or was cut short", "write or copy it again; Feather 1 has to be written as Parquet"];
  return new UserError(`${name}: ${what}\n  → ${hint}`, 1, {cause});
}
