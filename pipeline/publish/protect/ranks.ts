/** Which groups' sums follow from others: elimination in the table of kinds of records by groups, modulo a prime. Pure. */
import {putTellingFirst, type Records} from "./people-records.js";

/** Calculation modulo a prime keeps the elimination exact. */
const PRIME = 67_108_859;

/** Rows in echelon form by the column that each begins with: a column that does not follow from those before it. */
export type Basis = Map<number, Float64Array>;

/**
 * The rows that all kinds' rows are sums of, by elimination; column 0 is the sum over everybody, the others are the groups shown. In
 * which order the kinds come makes no difference to the columns that they begin with.
 * @param enough stops when so many are found: there can be no more
 * @param note told of each kind that brought something new
 */
export function findBasis(
  kinds: Iterable<number>,
  groupsOf: readonly (readonly number[])[],
  shown: readonly number[],
  enough = Infinity,
  note: (kind: number) => void = () => {},
): Basis {
  const basis: Basis = new Map();
  const placeOf: number[] = [];
  for (const [place, group] of shown.entries()) placeOf[group] = place + 1;
  const most = Math.min(enough, shown.length + 1);
  // What vanishes on all rows so far: a row on which it does too brings nothing new, which is quick to see.
  let kernel: Float64Array[] | undefined;
  let idle = 0;
  for (const kind of kinds) {
    if (basis.size >= most) break;
    const places = [0];
    for (const group of groupsOf[kind]!) {
      const place = placeOf[group];
      if (place !== undefined) places.push(place);
    }
    if (idle > PATIENCE) {
      kernel ??= findKernel(basis, shown.length + 1);
      if (kernel.every((vector) => vanishes(vector, places))) continue;
      kernel = undefined;
    }
    const row = new Float64Array(shown.length + 1);
    for (const place of places) row[place] = 1;
    const isNew = reduce(row, basis);
    idle = isNew ? 0 : idle + 1;
    if (isNew) note(kind);
  }
  return basis;
}

/**
 * Columns to leave out, from the first on, so that each part tells the rest apart as well as the whole does. Takes them out of what it is given.
 * @param parts of rows that are the whole's, too
 */
export function findLost(whole: Basis, parts: readonly Basis[]): Set<number> {
  const lost = new Set<number>();
  for (;;) {
    // What the rows of a part begin with, some of the whole's do as well.
    const short = parts.filter(({size}) => size < whole.size);
    if (short.length === 0) return lost;
    const first = Math.min(...short.flatMap((part) => [...whole.keys()].filter((place) => !part.has(place))));
    lost.add(first);
    for (const basis of [whole, ...parts]) dropColumn(basis, first);
  }
}

/** What the rows say of the other columns. */
function dropColumn(basis: Basis, place: number): void {
  const row = basis.get(place);
  basis.delete(place);
  for (const other of basis.values()) other[place] = 0;
  if (!row) return;
  row[place] = 0;
  reduce(row, basis);
}

/** What vanishes on all rows there are, over all groups; found once. */
const kernels = new WeakMap<Records, Float64Array[]>();

/**
 * How many columns there can be at most that do not follow from others, known from all rows together: sums that vanish on all of them
 * vanish on any.
 * @param order groups that are there at all; those that are not are zero everywhere
 */
export function boundRank(
  records: Records,
  shown: readonly number[],
  order: readonly number[],
  hidden: ReadonlySet<number>,
): number {
  const {groupsOf, groupCount} = records;
  const width = groupCount + 1;
  let kernel = kernels.get(records);
  if (!kernel) {
    const all = Array.from({length: groupCount}, (_, group) => group);
    const basis = findBasis(putTellingFirst([...groupsOf.keys()], groupsOf), groupsOf, all);
    kernels.set(records, (kernel = findKernel(basis, width)));
  }
  // Of these, the ones that need no hidden group: hidden columns are put first, and eliminated.
  const left = order.filter((group) => hidden.has(group));
  const columns = [...left, ...shown].map((group) => group + 1);
  columns.splice(left.length, 0, 0);
  const basis: Basis = new Map();
  for (const vector of kernel)
    reduce(
      Float64Array.from(columns, (column) => vector[column]!),
      basis,
    );
  const free = [...basis.keys()].filter((place) => place >= left.length).length;
  return shown.length + 1 - free;
}

/** Rows in a row that brought nothing new, before the quicker look is worth its preparation. */
const PATIENCE = 32;

function vanishes(vector: Float64Array, places: readonly number[]): boolean {
  let sum = 0;
  for (const place of places) sum += vector[place]!;
  return sum % PRIME === 0;
}

/** Takes the rows of the basis out of a row, and adds what is left to it. @returns whether anything was */
function reduce(row: Float64Array, basis: Basis): boolean {
  for (let place = 0; place < row.length; place++) {
    const value = row[place]!;
    if (value === 0) continue;
    const other = basis.get(place);
    if (!other) {
      const inverse = invert(value);
      for (let at = place; at < row.length; at++) row[at] = (row[at]! * inverse) % PRIME;
      basis.set(place, row);
      return true;
    }
    for (let at = place; at < row.length; at++) if (other[at]) row[at] = (row[at]! + (PRIME - value) * other[at]!) % PRIME;
  }
  return false;
}

/** A vector for each column without a pivot, which the rows of the basis vanish on. */
function findKernel(basis: Basis, width: number): Float64Array[] {
  const pivots = [...basis.keys()].sort((a, b) => b - a);
  return Array.from({length: width}, (_, place) => place)
    .filter((place) => !basis.has(place))
    .map((free) => {
      const vector = new Float64Array(width);
      vector[free] = 1;
      for (const pivot of pivots) {
        const row = basis.get(pivot)!;
        let sum = 0;
        for (let at = pivot + 1; at < width; at++) if (row[at] && vector[at]) sum = (sum + row[at]! * vector[at]!) % PRIME;
        vector[pivot] = (PRIME - sum) % PRIME;
      }
      return vector;
    });
}

/** The inverse modulo the prime, by Fermat. */
function invert(value: number): number {
  if (value === 1) return 1;
  let [result, base, power] = [1n, BigInt(value), BigInt(PRIME - 2)];
  const prime = BigInt(PRIME);
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return Number(result);
}
