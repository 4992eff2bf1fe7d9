import type {Difference} from "./interval.js";
import {Z90} from "./normal.js";
import {combineDifference, wilson} from "./proportion.js";

/** Mature members of one SDR in one cell of the mix. */
export interface MixCount {
  sdr_id: string;
  source: string;
  segment: string;
  ae_id: string;
  n: number;
  successes: number;
}

/** What an SDR's mix alone would have given, and how the SDR's own rate differs from it. */
export interface MixExpectation {
  n: number;
  value: number;
  /** Rate that all others have in the SDR's mix of source, segment and AE. */
  expected: number;
  /** Own rate less the expected one; 90 % limits hold the chance in both. */
  difference: Difference;
}

/** A cell counts for itself as far as its members outnumber this many, which are lent by source and segment, and to those by all. */
export const BORROWED_MEMBERS = 5;

/**
 * Directly standardised expectation of every SDR: the others' rates in the cells of source × segment × AE, weighted by the SDR's own
 * members. Small cells borrow: a cell's rate is (successes + 5 × rate of its source and segment) ÷ (members + 5), and that rate
 * likewise borrows from all. Null for an SDR when nobody else has members.
 * Limits: own rate by Wilson; the expectation is a weighted sum of the others' outcomes, with their binomial variances; combined by
 * squares (Newcombe). Source: J. Fleiss, B. Levin, M. Paik, "Statistical Methods for Rates and Proportions", 3rd ed. (2003), ch. 19.
 */
export function expectFromMixOfOthers(counts: readonly MixCount[]): Map<string, MixExpectation | null> {
  const company = total();
  const parents = new Map<string, Total>();
  const cells = new Map<string, Total & {parent: string}>();
  const bySdr = new Map<string, MixCount[]>();
  for (const count of counts) {
    if (count.n === 0) continue;
    const [parent, cell] = keysOf(count);
    if (!parents.has(parent)) parents.set(parent, total());
    if (!cells.has(cell)) cells.set(cell, {...total(), parent});
    for (const sum of [company, parents.get(parent)!, cells.get(cell)!]) add(sum, count);
    bySdr.set(count.sdr_id, [...(bySdr.get(count.sdr_id) ?? []), count]);
  }
  return new Map([...bySdr].map(([sdr, own]) => [sdr, expectationOf(own, company, parents, cells)]));
}

interface Total {
  n: number;
  successes: number;
}
const total = (): Total => ({n: 0, successes: 0});
const add = (sum: Total, {n, successes}: Total, sign = 1): void => {
  sum.n += sign * n;
  sum.successes += sign * successes;
};
const keysOf = ({source, segment, ae_id}: MixCount): [string, string] => {
  const parent = JSON.stringify([source, segment]);
  return [parent, JSON.stringify([source, segment, ae_id])];
};

function expectationOf(
  own: MixCount[],
  company: Total,
  parents: Map<string, Total>,
  cells: Map<string, Total & {parent: string}>,
): MixExpectation | null {
  const mine = total();
  const [mineByParent, mineByCell] = [new Map<string, Total>(), new Map<string, Total>()];
  for (const count of own) {
    const [parent, cell] = keysOf(count);
    add(mine, count);
    for (const [map, key] of [
      [mineByParent, parent],
      [mineByCell, cell],
    ] as const) {
      // prettier-ignore
      if (!map.has(key)) map.set(key, total());
      add(map.get(key)!, count);
    }
  }
  const members = company.n - mine.n;
  if (members === 0) return null;
  const k = BORROWED_MEMBERS;
  const others = (all: Total, part: Total | undefined): Total => ({
    n: all.n - (part?.n ?? 0),
    successes: all.successes - (part?.successes ?? 0),
  });
  // Half a success and half a failure keep the company's rate from being 0 or 1.
  const base = (company.successes - mine.successes + 0.5) / (members + 1);
  const rateOf = ({n, successes}: Total, lent: number) => (successes + k * lent) / (n + k);
  const parentRate = (key: string) => rateOf(others(parents.get(key)!, mineByParent.get(key)), base);
  let expected = 0;
  // How much one success of others counts: in the cell itself, in its source and segment, and anywhere.
  const [byCell, byParent] = [new Map<string, number>(), new Map<string, number>()];
  let anywhere = 0;
  for (const [key, {n}] of mineByCell) {
    const {parent} = cells.get(key)!;
    const rest = others(cells.get(key)!, mineByCell.get(key));
    const weight = n / mine.n;
    expected += weight * rateOf(rest, parentRate(parent));
    byCell.set(key, weight / (rest.n + k));
    const lent = (weight * k) / (rest.n + k) / (others(parents.get(parent)!, mineByParent.get(parent)).n + k);
    byParent.set(parent, (byParent.get(parent) ?? 0) + lent);
    anywhere += (lent * k) / (members + 1);
  }
  let variance = 0;
  for (const [key, cell] of cells) {
    const rest = others(cell, mineByCell.get(key));
    if (rest.n === 0) continue;
    const counts = (byCell.get(key) ?? 0) + (byParent.get(cell.parent) ?? 0) + anywhere;
    const rate = rateOf(rest, parentRate(cell.parent));
    variance += counts * counts * rest.n * rate * (1 - rate);
  }
  const half = Z90 * Math.sqrt(variance);
  const rate = wilson(mine.successes, mine.n)!;
  const difference = combineDifference(rate, {value: expected, lower: expected - half, upper: expected + half});
  return {n: mine.n, value: rate.value, expected, difference};
}
