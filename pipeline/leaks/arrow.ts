/** The parts of an Arrow file: its texts as cells, and every byte that is none. */
import {RecordBatchReader, type Data, type Field, type Vector} from "apache-arrow";

export interface ArrowParts {
  /** Texts back to back, with where each begins; `column` is what they are of. */
  texts: {bytes: Uint8Array; offsets: ArrayLike<number | bigint>; column: string}[];
  columns: string[];
  /** Whole numbers. */
  numbers: {values: ArrayLike<number | bigint>; column: string}[];
  /** What no text or buffer covers: names of columns, metadata, padding, leftovers. */
  gaps: {from: number; to: number}[];
  /** Buffers that hold no text, or ought to hold none. */
  others: {from: number; to: number}[];
}

export const isArrow = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 &&
  ((bytes[0] === 0xff && bytes[1] === 0xff && bytes[2] === 0xff && bytes[3] === 0xff) ||
    Buffer.from(bytes.buffer, bytes.byteOffset, 6).toString("latin1") === "ARROW1");

/** @throws Error for what is no whole Arrow file, or a packed one */
export function takeArrowApart(bytes: Uint8Array): ArrowParts {
  const parts: ArrowParts = {texts: [], columns: [], numbers: [], gaps: [], others: []};
  const covered: {from: number; to: number}[] = [];
  const done = new Set<string>();
  /** Notes where a buffer lies in the file. */
  const cover = (buffer: ArrayBufferView | undefined, isText: boolean) => {
    if (!buffer || buffer.byteLength === 0 || buffer.buffer !== bytes.buffer) return;
    const from = buffer.byteOffset - bytes.byteOffset;
    covered.push({from, to: from + buffer.byteLength});
    if (!isText) parts.others.push({from, to: from + buffer.byteLength});
  };
  const visit = (data: Data, column: string): void => {
    const {values, valueOffsets, dictionary} = data as {values?: ArrayBufferView; valueOffsets?: Int32Array; dictionary?: Vector};
    const key = values ? `${values.byteOffset}:${values.byteLength}:${column}` : "";
    if (values && values.byteLength > 0 && done.has(key)) return;
    done.add(key);
    cover(data.nullBitmap, false);
    cover(valueOffsets, false);
    if (valueOffsets && values instanceof Uint8Array) {
      // Only what the offsets lead to is covered by cells.
      const last = Number(valueOffsets[valueOffsets.length - 1] ?? 0);
      const begin = Number(valueOffsets[0] ?? 0);
      parts.texts.push({bytes: values, offsets: valueOffsets, column});
      cover(values.subarray(begin, last), true);
    } else if (values) {
      cover(values, false);
      if (!dictionary && (values instanceof Int32Array || values instanceof BigInt64Array || values instanceof Int16Array))
        parts.numbers.push({values, column});
    }
    for (const chunk of dictionary?.data ?? []) visit(chunk, column);
    data.children.forEach((child, k) => {
      const field = (data.type as {children?: {name: string}[]}).children?.[k];
      visit(child, field ? (column ? `${column}.${field.name}` : field.name) : column);
    });
  };
  const reader = RecordBatchReader.from(bytes).open();
  const name = (fields: readonly Field[]) => {
    for (const {name: column, type} of fields) {
      parts.columns.push(column);
      name((type as {children?: Field[]}).children ?? []);
    }
  };
  name(reader.schema.fields);
  for (const batch of reader) visit(batch.data, "");
  covered.sort((a, b) => a.from - b.from);
  let at = 0;
  for (const {from, to} of covered) {
    if (from > at) parts.gaps.push({from: at, to: from});
    at = Math.max(at, to);
  }
  if (at < bytes.length) parts.gaps.push({from: at, to: bytes.length});
  return parts;
}
