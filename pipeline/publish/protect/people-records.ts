/** Whose records are in which groups: what `protect` counts, and deals people into hands by. Pure. */

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

/** All rows but the known ones. */
export function listRows({kinds}: Records, known: readonly number[]): Int32Array {
  const isKnown = new Uint8Array(kinds.length);
  for (const row of known) isKnown[row] = 1;
  return Int32Array.from(kinds.keys()).filter((row) => isKnown[row] === 0);
}

/** Who has any of the rows, and who any in each group. */
export function countPeople({people, kinds, groupsOf, peopleCount, groupCount}: Records, rows: Int32Array) {
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
export function deal(groups: readonly (readonly number[])[], peopleCount: number, hands: number): Int32Array {
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
export function listKinds({people, kinds, groupsOf}: Records, rows: Int32Array, handOf: Int32Array, hands: number) {
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
export function putTellingFirst(kinds: readonly number[], groupsOf: readonly (readonly number[])[]): number[] {
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
