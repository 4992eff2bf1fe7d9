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
import {countPeople, deal, listKinds, listRows, type Records} from "./people-records.js";
import {boundRank, findBasis, findLost} from "./ranks.js";

/**
 * @param records where not all groups can be published, those with lower numbers are
 * @param known rows that a reader knows anyway: those of the reader's own people
 * @returns the groups that are to be left out; null when not even the sum over everybody may be published
 */
export function protect(records: Records, fewest: number, known: readonly number[] = []): Set<number> | null {
  const quick = protectQuickly(records, fewest, known);
  if (quick !== undefined) return quick;
  const {groupsOf, groupCount, peopleCount} = records;
  const rows = listRows(records, known);
  const {everybody, people} = countPeople(records, rows);
  const hidden = new Set<number>();
  for (const [group, own] of people.entries()) if (own.length > 0 && own.length < fewest) hidden.add(group);
  // A group that the reader knows whole is no column of what is unknown.
  const order = Array.from({length: groupCount}, (_, group) => group).filter((group) => people[group]!.length > 0);
  const kinds = listKinds(records, rows, deal([...people, everybody], peopleCount, fewest), fewest);
  const shown = order.filter((group) => !hidden.has(group));
  const most = boundRank(records, shown, order, hidden);
  const [whole, ...hands] = [kinds.all, ...kinds.hands].map((list) => findBasis(list, groupsOf, shown, most));
  const lost = findLost(whole!, hands);
  for (const place of lost) if (place > 0) hidden.add(shown[place - 1]!);
  return lost.has(0) ? null : hidden;
}

/** What is the same for all readers. */
interface Prepared {
  /** Rows of each person in each group, and in all. */
  counts: Int32Array;
  handOf: Int32Array;
  /** Of each hand, the telling ones first. */
  kinds: number[][];
  /** Rows of each kind in each hand. */
  rows: Int32Array;
  /** Of each hand, kinds that told groups apart for one reader or another: they do for nearly all. */
  telling: Set<number>[];
}
const prepared = new WeakMap<Records, Map<number, Prepared>>();

/** In a large company nothing has to be hidden but what few people are behind; then all hands, dealt once for all readers, show it at once. */
function protectQuickly(records: Records, fewest: number, known: readonly number[]): Set<number> | null | undefined {
  const {people, kinds, groupsOf, groupCount, peopleCount} = records;
  const base = prepare(records, fewest);
  const width = groupCount + 1;
  const counts = base.counts.slice();
  const left = new Map<number, number>();
  for (const row of known) {
    const start = people[row]! * width;
    counts[start + groupCount]! -= 1;
    for (const group of groupsOf[kinds[row]!]!) counts[start + group]! -= 1;
    const place = base.handOf[people[row]!]! * groupsOf.length + kinds[row]!;
    left.set(place, (left.get(place) ?? base.rows[place]!) - 1);
  }
  const sizes = new Int32Array(width);
  for (let person = 0; person < peopleCount; person++)
    for (let group = 0; group < width; group++) if (counts[person * width + group]! > 0) sizes[group]! += 1;
  // All are the reader's own: there is nothing to keep back.
  if (sizes[groupCount] === 0) return new Set();
  if (sizes[groupCount]! < fewest) return null;
  const order = Array.from({length: groupCount}, (_, group) => group).filter((group) => sizes[group]! > 0);
  const hidden = new Set(order.filter((group) => sizes[group]! < fewest));
  const shown = order.filter((group) => !hidden.has(group));
  const most = boundRank(records, shown, order, hidden);
  const isWhole = base.kinds.every((own, hand) => {
    const isLeft = (kind: number) => left.get(hand * groupsOf.length + kind) !== 0;
    const {[hand]: telling} = base.telling;
    return findBasis(tellingFirst(telling!, own, isLeft), groupsOf, shown, most, (kind) => telling!.add(kind)).size === most;
  });
  return isWhole ? hidden : undefined;
}

/** Kinds that are left: those that told something before, then all. */
function* tellingFirst(
  telling: ReadonlySet<number>,
  all: readonly number[],
  isLeft: (kind: number) => boolean,
): Iterable<number> {
  for (const kind of [...telling]) if (isLeft(kind)) yield kind;
  for (const kind of all) if (isLeft(kind)) yield kind;
}

function prepare(records: Records, fewest: number): Prepared {
  const known = prepared.get(records) ?? new Map<number, Prepared>();
  prepared.set(records, known);
  const found = known.get(fewest);
  if (found) return found;
  const {people, kinds, groupsOf, groupCount, peopleCount} = records;
  const width = groupCount + 1;
  const counts = new Int32Array(peopleCount * width);
  const all = listRows(records, []);
  for (const row of all) {
    const start = people[row]! * width;
    counts[start + groupCount]! += 1;
    for (const group of groupsOf[kinds[row]!]!) counts[start + group]! += 1;
  }
  const behind = countPeople(records, all);
  const handOf = deal([...behind.people, behind.everybody], peopleCount, fewest);
  const rows = new Int32Array(groupsOf.length * fewest);
  for (const row of all) rows[handOf[people[row]!]! * groupsOf.length + kinds[row]!]! += 1;
  const made = {
    counts,
    handOf,
    kinds: listKinds(records, all, handOf, fewest).hands,
    rows,
    telling: Array.from({length: fewest}, () => new Set<number>()),
  };
  known.set(fewest, made);
  return made;
}
