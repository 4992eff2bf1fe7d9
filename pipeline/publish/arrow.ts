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
  type DataType,
  type Vector,
} from "apache-arrow";

/**
 * A column: texts, texts by their places in a list where each stands once, numbers, or truths (0 is false). All columns of a table are equally
 * long.
 */
export type ColumnData =
  | {text: readonly string[]}
  | {places: ArrayLike<number>; of: readonly string[]}
  | {number: ArrayLike<number>}
  | {truth: ArrayLike<boolean | number>};

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
  if ("text" in column) return makeDictionary(...numberTexts(column.text), id);
  if ("places" in column) return makeDictionary(...numberPlaces(column.places, column.of), id);
  if ("truth" in column) return makeTruths(column.truth);
  if (areWhole(column.number))
    return makeVector(makeData({type: new Int32(), data: new Int32Array(column.number), nullCount: 0}));
  return makeVector(makeData({type: new Float64(), data: new Float64Array(column.number), nullCount: 0}));
}

function areWhole(numbers: ArrayLike<number>): boolean {
  for (let at = 0; at < numbers.length; at++) {
    const value = numbers[at]!;
    if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 31) return false;
  }
  return true;
}

function makeTruths(truths: ArrayLike<boolean | number>): Vector {
  // In words of eight bytes, as Arrow lays them out.
  const data = new Uint8Array(Math.ceil(truths.length / 64) * 8);
  for (let at = 0; at < truths.length; at++) if (truths[at]) data[at >> 3]! |= 1 << (at & 7);
  return makeVector(makeData({type: new Bool(), length: truths.length, data, nullCount: 0}));
}

type Numbered = [texts: readonly string[], indices: Int32Array];

/** The texts that appear, each once, in order of first appearance, and which of them stands where. */
function numberTexts(texts: readonly string[]): Numbered {
  const codes = new Map<string, number>();
  const indices = Int32Array.from(texts, (text) => {
    let code = codes.get(text);
    if (code === undefined) codes.set(text, (code = codes.size));
    return code;
  });
  return [[...codes.keys()], indices];
}

/** Where the texts of a list stand in the dictionary that is made; -1 for all of them in between. */
const NUMBERS = new WeakMap<readonly string[], Int32Array>();

function numberPlaces(places: ArrayLike<number>, of: readonly string[]): Numbered {
  let numbers = NUMBERS.get(of);
  if (!numbers || numbers.length < of.length) NUMBERS.set(of, (numbers = new Int32Array(of.length * 2).fill(-1)));
  const indices = new Int32Array(places.length);
  const used: number[] = [];
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    if (numbers[place] === -1) numbers[place] = used.push(place) - 1;
    indices[at] = numbers[place]!;
  }
  for (const place of used) numbers[place] = -1;
  return [used.map((place) => of[place]!), indices];
}

// The id is the column's place: the library's own counter would make the bytes depend on what was written before.
function makeDictionary(texts: readonly string[], indices: Int32Array, id: number): Vector {
  const dictionary = makeTexts(texts);
  // Half the bytes, where half is enough.
  if (texts.length <= 32767) {
    const type = new Dictionary(new Utf8(), new Int16(), id);
    return makeVector(makeData({type, data: new Int16Array(indices), dictionary, nullCount: 0}));
  }
  return makeVector(makeData({type: new Dictionary(new Utf8(), new Int32(), id), data: indices, dictionary, nullCount: 0}));
}

/** Written by hand: the library's own builder goes text by text through several layers. */
function makeTexts(texts: readonly string[]): Vector<Utf8> {
  const all = Buffer.from(texts.join(""));
  const plainOffsets = new Int32Array(texts.length + 1);
  for (let at = 0, end = 0; at < texts.length; at++) plainOffsets[at + 1] = end += texts[at]!.length;
  // Nothing but ASCII, as nearly always: written at once, a unit a byte.
  if (all.length === plainOffsets[texts.length])
    return makeVector(makeData({type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets: plainOffsets, data: all}));
  // No sign takes more than three bytes per unit of its text.
  const data = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + text.length * 3, 0));
  const valueOffsets = new Int32Array(texts.length + 1);
  let end = 0;
  for (const [at, text] of texts.entries()) valueOffsets[at + 1] = end += data.write(text, end);
  return makeVector(makeData({type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data: data.subarray(0, end)}));
}
