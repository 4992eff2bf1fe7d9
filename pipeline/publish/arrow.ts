/** Long tables as Arrow IPC: texts as dictionaries, so that a name that comes back costs a byte or two. */
import {
  Bool,
  Dictionary,
  Float64,
  Int16,
  Int32,
  makeData,
  makeVector,
  Schema,
  Field,
  RecordBatch,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
  type DataType,
  type Vector,
} from "apache-arrow";

/** A column: texts, numbers, or truths. All columns of a table are equally long. */
export type ColumnData = {text: readonly string[]} | {number: ArrayLike<number>} | {truth: readonly boolean[]};

/**
 * An Arrow IPC stream of the columns, in the order given. A dictionary holds only the texts of its own column, in order of
 * first appearance: nothing of another person's file can be in it. Numbers are Int32 where all are whole, else Float64.
 */
export function encodeArrow(columns: Record<string, ColumnData>, length: number): Uint8Array {
  const names = Object.keys(columns);
  const vectors = names.map((name, index) => makeColumn(columns[name]!, index));
  const schema = new Schema(names.map((name, index) => new Field(name, vectors[index]!.type as DataType, false)));
  // Readers stumble over batches without bytes: an empty table is its schema alone.
  if (length === 0) return tableToIPC(new Table(schema, []), "stream");
  const children = vectors.map((vector) => vector.data[0]!);
  const batch = new RecordBatch(schema, makeData({type: new Struct(schema.fields), length, nullCount: 0, children}));
  return tableToIPC(new Table(schema, [batch]), "stream");
}

function makeColumn(column: ColumnData, id: number): Vector {
  if ("text" in column) return makeDictionary(column.text, id);
  if ("truth" in column) return vectorFromArray([...column.truth], new Bool());
  const isWhole = Array.prototype.every.call(
    column.number,
    (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  );
  if (isWhole) return makeVector(makeData({type: new Int32(), data: Int32Array.from(column.number), nullCount: 0}));
  return makeVector(makeData({type: new Float64(), data: Float64Array.from(column.number), nullCount: 0}));
}

// The id is the column's place: the library's own counter would make the bytes depend on what was written before.
function makeDictionary(texts: readonly string[], id: number): Vector {
  const codes = new Map<string, number>();
  const indices = Int32Array.from(texts, (text) => {
    let code = codes.get(text);
    if (code === undefined) codes.set(text, (code = codes.size));
    return code;
  });
  const dictionary = vectorFromArray([...codes.keys()], new Utf8());
  // Half the bytes, where half is enough.
  if (codes.size <= 32767) {
    const type = new Dictionary(new Utf8(), new Int16(), id);
    return makeVector(makeData({type, data: Int16Array.from(indices), dictionary, nullCount: 0}));
  }
  return makeVector(makeData({type: new Dictionary(new Utf8(), new Int32(), id), data: indices, dictionary, nullCount: 0}));
}
