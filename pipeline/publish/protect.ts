/**
 * Which groups' numbers may be published so that nothing about fewer than so many people can be told from them, nor from what any of
 * them leave when they are subtracted from each other. Pure.
 *
 * What is published are sums over records: of everybody, and of groups (teams, sources, months, …) that overlap as they like. Whoever
 * reads them can form any weighted sum of them. Such a sum says something about the people on whose records it does not vanish. So that
 * these are never fewer than `fewest`, people are dealt into as many hands as `fewest` says, and groups are published only as long as
 * each hand alone tells all of them apart as well as everybody's records do (the ranks of the tables of records by groups are the same).
 * A sum that vanishes on all records of one hand then vanishes everywhere; one that does not has somebody of each hand in it.
 */

/** Records of many people, each a row: whose it is, and which kind of record, that is in which groups. */
export interface Records {
  people: Int32Array;
  kinds: Int32Array;
  /** Groups of each kind, as numbers. */
  groupsOf: readonly (readonly number[])[];
  /** How many people and groups there are. */
  peopleCount: number;
  groupCount: number;
}

/** Calculation modulo a prime keeps the elimination exact. */
const PRIME = 67_108_859;

/**
 * @param records where not all groups can be published, those with lower numbers are
 * @param isKnown whether a reader knows a row anyway: those of the reader's own people
 * @returns the groups that are to be left out; null when not even the sum over everybody may be published
 */
export function protect(records: Records, fewest: number, isKnown: (row: number) => boolean = () => false): Set<number> | null {
  const {groupsOf, groupCount, peopleCount} = records;
  const rows = listRows(records, isKnown);
  const {everybody, people} = countPeople(records, rows);
  // All are the reader's own: there is nothing to keep back.
  if (everybody.length === 0) return new Set();
  if (everybody.length < fewest) return null;
  const hidden = new Set<number>();
  for (const [group, own] of people.entries()) if (own.length > 0 && own.length < fewest) hidden.add(group);
  // A group that the reader knows whole is no column of what is unknown.
  const order = Array.from({length: groupCount}, (_, group) => group).filter((group) => people[group]!.length > 0);
  const kinds = listKinds(records, rows, deal([...people, everybody], peopleCount, fewest), fewest);
  for (;;) {
    const shown = order.filter((group) => !hidden.has(group));
    const most = boundRank(records, shown, order, hidden);
    const hands = kinds.hands.map((hand) => findPivots(hand, groupsOf, shown, most));
    if (hands.every(({size}) => size === most)) return hidden;
    const whole = findPivots(kinds.all, groupsOf, shown, most);
    const lost = hands.flatMap((own) =>
      own.size === whole.size ? [] : [Math.min(...[...whole].filter((place) => !own.has(place)))],
    );
    if (lost.length === 0) return hidden;
    const first = Math.min(...lost);
    if (first === 0) return null;
    hidden.add(shown[first - 1]!);
  }
}

function listRows({kinds}: Records, isKnown: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(kinds.length);
  let count = 0;
  for (let row = 0; row < kinds.length; row++) if (!isKnown(row)) rows[count++] = row;
  return rows.subarray(0, count);
}

/** Who has any of the rows, and who any in each group. */
function countPeople({people, kinds, groupsOf, peopleCount, groupCount}: Records, rows: Int32Array) {
  const width = groupCount + 1;
  const isThere = new Uint8Array(peopleCount * width);
  for (const row of rows) {
    const start = people[row]! * width;
    isThere[start + groupCount] = 1;
    for (const group of groupsOf[kinds[row]!]!) isThere[start + group] = 1;
  }
  const list = (group: number) => {
    const found: number[] = [];
    for (let person = 0; person < peopleCount; person++) if (isThere[person * width + group]) found.push(person);
    return found;
  };
  return {everybody: list(groupCount), people: Array.from({length: groupCount}, (_, group) => list(group))};
}

/** Deals the people of the smallest groups first, each to the hand that has fewest of that group. @returns each person's hand */
function deal(groups: readonly (readonly number[])[], peopleCount: number, hands: number): Int32Array {
  const handOf = new Int32Array(peopleCount).fill(-1);
  const sizes = Array.from({length: hands}, () => 0);
  for (const group of [...groups].sort((a, b) => a.length - b.length)) {
    const own = Array.from({length: hands}, () => 0);
    for (const person of group) if (handOf[person]! >= 0) own[handOf[person]!]! += 1;
    for (const person of group) {
      if (handOf[person]! >= 0) continue;
      let best = 0;
      for (let hand = 1; hand < hands; hand++)
        if (own[hand]! < own[best]! || (own[hand] === own[best] && sizes[hand]! < sizes[best]!)) best = hand;
      handOf[person] = best;
      own[best]! += 1;
      sizes[best]! += 1;
    }
  }
  return handOf;
}

/** Kinds of records that there are, in all and in each hand. */
function listKinds({people, kinds, groupsOf}: Records, rows: Int32Array, handOf: Int32Array, hands: number) {
  const count = groupsOf.length;
  const isThere = new Uint8Array(count * hands);
  for (const row of rows) isThere[handOf[people[row]!]! * count + kinds[row]!] = 1;
  const own = Array.from({length: hands}, (): number[] => []);
  const all: number[] = [];
  for (let kind = 0; kind < count; kind++) {
    let isAny = false;
    for (let hand = 0; hand < hands; hand++)
      if (isThere[hand * count + kind]) {
        own[hand]!.push(kind);
        isAny = true;
      }
    if (isAny) all.push(kind);
  }
  return {all: putTellingFirst(all, groupsOf), hands: own.map((list) => putTellingFirst(list, groupsOf))};
}

/** Some kinds of each group first: what tells the groups apart is found soon. */
function putTellingFirst(kinds: readonly number[], groupsOf: readonly (readonly number[])[]): number[] {
  const seen: number[] = [];
  const [first, rest]: [number[], number[]] = [[], []];
  for (const kind of kinds) {
    let isTelling = false;
    for (const group of groupsOf[kind]!) {
      const times = seen[group] ?? 0;
      if (times >= TELLING) continue;
      seen[group] = times + 1;
      isTelling = true;
    }
    (isTelling ? first : rest).push(kind);
  }
  return [...first, ...rest];
}

/** Kinds of each group that are looked at first. */
const TELLING = 4;

/** Makes rows out of people and the groups that their records are in. */
export function indexRecords(
  columns: {people: readonly string[]; groups: readonly (readonly number[])[]},
  groupCount: number,
): Records {
  const [people, kinds] = [new Map<string, number>(), new Map<string, number>()];
  const groupsOf: (readonly number[])[] = [];
  const number = (known: Map<string, number>, key: string) => {
    let at = known.get(key);
    if (at === undefined) known.set(key, (at = known.size));
    return at;
  };
  return {
    people: Int32Array.from(columns.people, (person) => number(people, person)),
    kinds: Int32Array.from(columns.groups, (groups) => {
      const kind = number(kinds, groups.join());
      groupsOf[kind] ??= groups;
      return kind;
    }),
    groupsOf,
    peopleCount: people.size,
    groupCount,
  };
}

/**
 * Columns that do not follow from those before, by elimination; column 0 is the sum over everybody, the others are the groups shown.
 * @param enough stops when so many are found: there can be no more
 */
function findPivots(
  kinds: readonly number[],
  groupsOf: readonly (readonly number[])[],
  shown: readonly number[],
  enough = Infinity,
  basis = new Map<number, Float64Array>(),
): Set<number> {
  const placeOf = new Map(shown.map((group, place) => [group, place + 1]));
  const most = Math.min(enough, shown.length + 1);
  // What vanishes on all rows so far: a row on which it does too brings nothing new, which is quick to see.
  let kernel: Float64Array[] | undefined;
  let idle = 0;
  for (const kind of kinds) {
    if (basis.size >= most) break;
    const places = [0];
    for (const group of groupsOf[kind]!) {
      const place = placeOf.get(group);
      if (place !== undefined) places.push(place);
    }
    if (idle > PATIENCE) {
      kernel ??= findKernel(basis, shown.length + 1);
      if (kernel.every((vector) => vanishes(vector, places))) continue;
      kernel = undefined;
    }
    const row = new Float64Array(shown.length + 1);
    for (const place of places) row[place] = 1;
    idle = reduce(row, basis) ? 0 : idle + 1;
  }
  return new Set(basis.keys());
}

/** What vanishes on all rows there are, over all groups; found once. */
const kernels = new WeakMap<Records, Float64Array[]>();

/**
 * How many columns there can be at most that do not follow from others, known from all rows together: sums that vanish on all of them
 * vanish on any.
 * @param order groups that are there at all; those that are not are zero everywhere
 */
function boundRank(records: Records, shown: readonly number[], order: readonly number[], hidden: ReadonlySet<number>): number {
  const {groupsOf, groupCount} = records;
  const width = groupCount + 1;
  let kernel = kernels.get(records);
  if (!kernel) {
    const all = Array.from({length: groupCount}, (_, group) => group);
    const basis = new Map<number, Float64Array>();
    findPivots(putTellingFirst([...groupsOf.keys()], groupsOf), groupsOf, all, Infinity, basis);
    kernels.set(records, (kernel = findKernel(basis, width)));
  }
  // Of these, the ones that need no hidden group: hidden columns are put first, and eliminated.
  const left = order.filter((group) => hidden.has(group));
  const columns = [...left, ...shown].map((group) => group + 1);
  columns.splice(left.length, 0, 0);
  const basis = new Map<number, Float64Array>();
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
function reduce(row: Float64Array, basis: Map<number, Float64Array>): boolean {
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
function findKernel(basis: ReadonlyMap<number, Float64Array>, width: number): Float64Array[] {
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
