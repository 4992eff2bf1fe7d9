import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Records} from "../../pipeline/publish/protect/people-records.js";
import {protect as protectRecords} from "../../pipeline/publish/protect/protect.js";

/** Makes rows out of people and the groups that their records are in. */
function indexRecords(columns: {people: readonly string[]; groups: readonly (readonly number[])[]}, groupCount: number): Records {
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

interface Atom {
  person: string;
  groups: readonly number[];
  isKnown?: boolean;
}

function protect(atoms: readonly Atom[], count: number, fewest: number): Set<number> | null {
  const columns = {people: atoms.map(({person}) => person), groups: atoms.map(({groups}) => groups)};
  return protectRecords(
    indexRecords(columns, count),
    fewest,
    atoms.flatMap(({isKnown}, row) => (isKnown ? [row] : [])),
  );
}

/** Records of so many people in each of the groups, nobody in two. */
const teams = (...sizes: number[]): Atom[] =>
  sizes.flatMap((size, group) => Array.from({length: size}, (_, n) => ({person: `p${group}-${n}`, groups: [group]})));

describe("numbers about fewer people than five", () => {
  it("are left out, and a second group with them where the sum over everybody would give it away", () => {
    expect(protect(teams(8, 7, 6), 3, 5)).toEqual(new Set());
    expect(protect(teams(8, 7, 3), 3, 5)).toEqual(new Set([2, 1]));
    expect(protect(teams(8, 7, 3, 2), 4, 5)).toEqual(new Set([2, 3]));
  });
  it("are not even published of everybody in a company of four", () => {
    expect(protect(teams(2, 2), 2, 5)).toBeNull();
  });
  it("are found where one group lies within another of a different kind", () => {
    // A region made of two teams, one of them too small: region less team would be the other.
    const atoms = teams(9, 3, 9).map((atom) => ({...atom, groups: [...atom.groups, atom.groups[0]! < 2 ? 3 : 4]}));
    const hidden = protect(atoms, 5, 5)!;
    expect(hidden.has(1)).toBe(true);
    expect(hidden.has(0) || hidden.has(3)).toBe(true);
  });
  it("may not be what a manager has left after subtracting the own team", () => {
    const atoms = teams(8, 7, 3);
    const own = atoms.map((atom) => ({...atom, isKnown: atom.groups[0] === 1}));
    expect(protect(own, 3, 5)).toEqual(new Set([2, 0]));
    // Own people apart there are four others: not even the sum is published.
    expect(
      protect(
        teams(8, 4).map((atom) => ({...atom, isKnown: atom.groups[0] === 0})),
        2,
        5,
      ),
    ).toBeNull();
    expect(
      protect(
        teams(8).map((atom) => ({...atom, isKnown: true})),
        1,
        5,
      ),
    ).toEqual(new Set());
  });
});

/** Every sum of the published with weights of -2 to 2. */
function* combine(width: number): Generator<number[]> {
  for (let code = 0; code < 5 ** width; code++)
    yield Array.from({length: width}, (_, place) => (Math.floor(code / 5 ** place) % 5) - 2);
}

it("nothing about fewer people can be subtracted from what is published, whatever the groups are", () => {
  const company = fc.record({
    fewest: fc.integer({min: 2, max: 3}),
    records: fc.array(
      fc.record({person: fc.integer({min: 0, max: 7}), groups: fc.uniqueArray(fc.integer({min: 0, max: 4}), {maxLength: 3}), isKnown: fc.constant(false)}),
      {minLength: 1, maxLength: 24},
    ),
    reader: fc.integer({min: 0, max: 15}),
  }); // prettier-ignore
  let published = 0;
  fc.assert(
    fc.property(company, ({fewest, records, reader}) => {
      const atoms = records.map((record) => ({...record, person: String(record.person), isKnown: record.person === reader}));
      const hidden = protect(atoms, 5, fewest);
      if (!hidden) return;
      const shown = [0, 1, 2, 3, 4].filter((group) => !hidden.has(group));
      published += shown.length;
      for (const weights of combine(shown.length + 1)) {
        const told = new Set<string>();
        for (const {person, groups, isKnown} of atoms) {
          const weight = weights[0]! + shown.reduce((sum, group, place) => sum + (groups.includes(group) ? weights[place + 1]! : 0), 0);
          if (weight !== 0 && !isKnown) told.add(person);
        }
        if (told.size > 0 && told.size < fewest) throw new Error(`${JSON.stringify(weights)} tells of ${[...told].join(", ")}`);
      }
    }),
    {numRuns: 150, seed: 7},
  );
  expect(published).toBeGreaterThan(100);
}); // prettier-ignore

it("a group that shares nobody with a small one is published all the same", () => {
  const sources = Array.from({length: 40}, (_, n) => ({person: `p${n}`, groups: [n % 4, 4 + (n % 3)]}));
  expect(protect([...sources, {person: "x", groups: [7]}], 8, 5)!.has(7)).toBe(true);
  expect(protect(sources, 7, 5)).toEqual(new Set());
});
