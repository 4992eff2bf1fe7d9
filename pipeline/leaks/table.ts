/** A hash table of whole numbers in one shared piece of memory, so that threads read it without copies. */

/** Open addressing; four numbers a place: two of the key, the value, and one unused. Value 0 is an empty place. */
export interface Table {
  cells: Int32Array;
  /** Places less one; a power of two less one. */
  mask: number;
  used: number;
  /** A bit for each first half of a key that was announced, so that most misses cost one look. */
  bits: Int32Array;
  bitMask: number;
}

const shared = (length: number) => new Int32Array(new SharedArrayBuffer(length * 4));

/** An empty table for about `expected` keys, of which `announced` are looked for unasked; it grows. */
export function makeTable(expected = 1024, announced = expected): Table {
  const places = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 1.7)));
  const words = 2 ** Math.ceil(Math.log2(Math.max(32, announced / 4)));
  return {cells: shared(places * 4), mask: places - 1, used: 0, bits: shared(words), bitMask: words - 1};
}

/** The value of a key, or 0. */
export function find({cells, mask}: Table, k1: number, k2: number): number {
  let at = (k1 ^ (k2 >>> 7)) & mask;
  for (;;) {
    const place = at << 2;
    const value = cells[place + 2]!;
    if (value === 0) return 0;
    if (cells[place] === k1 && cells[place + 1] === k2) return value;
    at = (at + 1) & mask;
  }
}

/** Whether a key that begins with `k1` may have been announced. */
export const mayHold = ({bits, bitMask}: Table, k1: number): boolean => ((bits[(k1 >>> 5) & bitMask]! >>> (k1 & 31)) & 1) === 1;

/** Says that keys beginning with `k1` are to be found by `mayHold`. */
export function announce({bits, bitMask}: Table, k1: number): void {
  bits[(k1 >>> 5) & bitMask]! |= 1 << (k1 & 31);
}

/** Sets the value of a key; not 0. */
export function put(table: Table, k1: number, k2: number, value: number): void {
  if (table.used * 1.6 > table.mask) grow(table);
  const {cells, mask} = table;
  let at = (k1 ^ (k2 >>> 7)) & mask;
  for (;;) {
    const place = at << 2;
    if (cells[place + 2] === 0) {
      cells[place] = k1;
      cells[place + 1] = k2;
      table.used += 1;
    } else if (cells[place] !== k1 || cells[place + 1] !== k2) {
      at = (at + 1) & mask;
      continue;
    }
    cells[place + 2] = value;
    return;
  }
}

function grow(table: Table): void {
  const {cells, mask} = table;
  const larger = makeTable((mask + 1) * 1.1);
  for (let place = 0; place <= mask * 4; place += 4)
    if (cells[place + 2] !== 0) put(larger, cells[place]!, cells[place + 1]!, cells[place + 2]!);
  Object.assign(table, {cells: larger.cells, mask: larger.mask});
}

/** Mixes another word into the key of a sequence. */
export const chain1 = (key: number, t1: number): number => (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) + t1) | 0;
export const chain2 = (key: number, t2: number): number => (Math.imul(key ^ (key >>> 13), 0x297a2d39) ^ t2) | 0;
