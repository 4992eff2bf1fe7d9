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
 * @param records groups with lower numbers are kept rather than those with higher ones, where not all can be
 * @param isKnown whether a reader knows a row anyway: those of the reader's own people
 * @returns the groups that are to be left out; null when not even the sum over everybody may be published
 */
export function protect(records: Records, fewest: number, isKnown: (row: number) => boolean = () => false): Set<number> | null {
  const {kinds, groupsOf, groupCount} = records;
  const rows = Array.from(kinds.keys()).filter((row) => !isKnown(row));
  const {everybody, people} = countPeople(records, rows);
  // All are the reader's own: there is nothing to keep back.
  if (everybody.length === 0) return new Set();
  if (everybody.length < fewest) return null;
  const hidden = new Set<number>();
  for (const [group, own] of people.entries()) if (own.length > 0 && own.length < fewest) hidden.add(group);
  const order = Array.from({length: groupCount}, (_, group) => group);
  const handOf = deal([...people, everybody], records.peopleCount, fewest);
  const all = listKinds(records, rows);
  const hands = Array.from({length: fewest}, (_, hand) => listKinds(records, rows, (person) => handOf[person] === hand));
  for (;;) {
    const shown = order.filter((group) => !hidden.has(group));
    const find = (own: readonly number[], enough?: number) =>
      findPivots(
        own.map((kind) => groupsOf[kind]!),
        shown,
        enough,
      );
    const whole = find(all);
    const lost = hands.flatMap((hand) => {
      const own = find(hand, whole.size);
      return own.size === whole.size ? [] : [Math.min(...[...whole].filter((place) => !own.has(place)))];
    });
    if (lost.length === 0) return hidden;
    const first = Math.min(...lost);
    if (first === 0) return null;
    hidden.add(shown[first - 1]!);
  }
}

/** Who has any of the rows, and who any in each group. */
function countPeople({people, kinds, groupsOf, peopleCount, groupCount}: Records, rows: readonly number[]) {
  const isThere = new Uint8Array(peopleCount * (groupCount + 1));
  for (const row of rows) {
    const start = people[row]! * (groupCount + 1);
    isThere[start + groupCount] = 1;
    for (const group of groupsOf[kinds[row]!]!) isThere[start + group] = 1;
  }
  const list = (group: number) => {
    const found: number[] = [];
    for (let person = 0; person < peopleCount; person++) if (isThere[person * (groupCount + 1) + group]) found.push(person);
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

/** Kinds of records that the rows of some people have. */
function listKinds(
  {people, kinds, groupsOf}: Records,
  rows: readonly number[],
  isOwn: (person: number) => boolean = () => true,
): number[] {
  const isThere = new Uint8Array(groupsOf.length);
  for (const row of rows) if (isOwn(people[row]!)) isThere[kinds[row]!] = 1;
  return [...isThere.keys()].filter((kind) => isThere[kind]);
}

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
function findPivots(rows: readonly (readonly number[])[], shown: readonly number[], enough = Infinity): Set<number> {
  const placeOf = new Map(shown.map((group, place) => [group, place + 1]));
  const width = shown.length + 1;
  const basis = new Map<number, Float64Array>();
  for (const groups of rows) {
    if (basis.size >= Math.min(enough, width)) break;
    const row = new Float64Array(width);
    row[0] = 1;
    for (const group of groups) {
      const place = placeOf.get(group);
      if (place !== undefined) row[place] = 1;
    }
    reduce(row, basis);
  }
  return new Set(basis.keys());
}

/** Takes the rows of the basis out of a row, and adds what is left to it. */
function reduce(row: Float64Array, basis: Map<number, Float64Array>): void {
  for (let place = 0; place < row.length; place++) {
    const value = row[place]!;
    if (value === 0) continue;
    const other = basis.get(place);
    if (!other) {
      const inverse = invert(value);
      for (let at = place; at < row.length; at++) row[at] = (row[at]! * inverse) % PRIME;
      basis.set(place, row);
      return;
    }
    for (let at = place; at < row.length; at++) row[at] = (row[at]! + (PRIME - value) * other[at]!) % PRIME;
  }
}

/** The inverse modulo the prime, by Fermat. */
function invert(value: number): number {
  let [result, base, power] = [1n, BigInt(value), BigInt(PRIME - 2)];
  const prime = BigInt(PRIME);
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return Number(result);
}
