/** One more row for a delimited file, written the way the file is. */
import {UserError} from "../errors.js";
import {decodeBytes} from "./decode.js";
import type {ByteFacts, Dialect, Encoding} from "./types.js";

/**
 * The bytes to put behind the file: a line end first where the last line has none, then the row with one.
 * @param cells one per header
 * @throws UserError when the file's encoding or quoting cannot hold a cell
 */
export function encodeRow(cells: readonly string[], facts: ByteFacts, dialect: Dialect, name: string): Buffer {
  const newline = findLineEnd(facts.sample) ?? dialect.newline;
  const row = cells.map((cell) => writeCell(cell, dialect, name)).join(dialect.delimiter);
  const text = `${/[\r\n]$/.test(facts.tail) ? "" : newline}${row}${newline}`;
  const bytes = encodeText(text, facts.encoding);
  if (decodeBytes(bytes, facts.encoding) !== text)
    throw new UserError(
      `${name}: is written in ${facts.encoding}, which has no sign for part of the note\n  → save the file as UTF-8, or write the note in other letters`,
    );
  return bytes;
}

/** The bytes alone do not tell it of encodings that are wider than one. */
const findLineEnd = (text: string): string | undefined => /\r\n|\n|\r/.exec(text)?.[0];

function writeCell(cell: string, {delimiter, quote, escape}: Dialect, name: string): string {
  const isPlain =
    !cell.includes(delimiter) && !/[\r\n]/.test(cell) && cell === cell.trim() && (quote === "" || !cell.includes(quote));
  if (isPlain) return cell;
  if (quote === "")
    throw new UserError(
      `${name}: has no quotes, so no cell can hold ${JSON.stringify(delimiter)} or a line break\n  → write the note without`,
    );
  const inside = escape === quote ? cell : cell.replaceAll(escape, escape + escape);
  return `${quote}${inside.replaceAll(quote, escape + quote)}${quote}`;
}

function encodeText(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text, "utf8");
    case "utf-16le":
      return Buffer.from(text, "utf16le");
    case "utf-16be":
      return Buffer.from(text, "utf16le").swap16();
    case "utf-32le":
    case "utf-32be":
      return encodeWide(text, encoding === "utf-32le");
    default:
      return encodeNarrow(text, encoding);
  }
}

function encodeWide(text: string, isLittle: boolean): Buffer {
  const codes = [...text].map((sign) => sign.codePointAt(0)!);
  const bytes = Buffer.alloc(codes.length * 4);
  for (const [index, code] of codes.entries()) {
    if (isLittle) bytes.writeUInt32LE(code, index * 4);
    else bytes.writeUInt32BE(code, index * 4);
  }
  return bytes;
}

/** What has no byte becomes a question mark, which the caller sees by reading it back. */
function encodeNarrow(text: string, encoding: Encoding): Buffer {
  const signs = new Map(Array.from({length: 256}, (_, byte) => [decodeBytes(Buffer.from([byte]), encoding), byte]));
  return Buffer.from([...text].map((sign) => signs.get(sign) ?? 63));
}
