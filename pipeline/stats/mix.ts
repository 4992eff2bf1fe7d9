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
 * Limits: own rate by Wilson; the expectation is a weighted sum of the others' outcomes, with binomial variances at their cells' rates
 * over everybody; combined by squares (Newcombe). Source: J. Fleiss, B. Levin, M. Paik, "Statistical Methods for Rates and Proportions", 3rd ed. (2003), ch. 19.
 */
export function expectFromMixOfOthers(counts: readonly MixCount[]): Map<string, MixExpectation | null> {
  const company = addUp(counts.filter(({n}) => n > 0));
  const bySdr = new Map<string, OwnCount[]>();
  for (const own of company.counts) {
    if (!bySdr.has(own.sdr_id)) bySdr.set(own.sdr_id, []);
    bySdr.get(own.sdr_id)!.push(own);
  }
  return new Map([...bySdr].map(([sdr, own]) => [sdr, expectationOf(own, company)]));
}

interface Total {
  n: number;
  successes: number;
}
interface Cell extends Total {
  parent: Parent;
  /** Variance of one outcome, at the cell's rate over everybody. */
  variance: number;
}
interface Parent extends Total {
  /** Variance of the sum of its outcomes. */
  variance: number;
}
interface OwnCount extends Total {
  sdr_id: string;
  cell: Cell;
}
interface Company extends Total {
  counts: OwnCount[];
  variance: number;
}

const add = (sum: Total, {n, successes}: Total): void => {
  sum.n += n;
  sum.successes += successes;
};
/** Half a success and half a failure keep the rate of all from being 0 or 1. */
const baseRate = ({n, successes}: Total): number => (successes + 0.5) / (n + 1);
const rateOf = ({n, successes}: Total, lent: number): number => (successes + BORROWED_MEMBERS * lent) / (n + BORROWED_MEMBERS);

/** The sums of everybody: company, source × segment, and these × AE. */
function addUp(counts: readonly MixCount[]): Company {
  const company: Company = {counts: [], n: 0, successes: 0, variance: 0};
  const [parents, cells] = [new Map<string, Parent>(), new Map<Parent, Map<string, Cell>>()];
  for (const count of counts) {
    const key = `${count.source.length} ${count.source}${count.segment}`;
    const parent = parents.get(key) ?? {n: 0, successes: 0, variance: 0};
    parents.set(key, parent);
    const own = cells.get(parent) ?? new Map<string, Cell>();
    cells.set(parent, own);
    const cell = own.get(count.ae_id) ?? {n: 0, successes: 0, variance: 0, parent};
    own.set(count.ae_id, cell);
    for (const sum of [company, parent, cell]) add(sum, count);
    company.counts.push({sdr_id: count.sdr_id, n: count.n, successes: count.successes, cell});
  }
  for (const [parent, own] of cells) {
    const lent = rateOf(parent, baseRate(company));
    for (const cell of own.values()) {
      const rate = rateOf(cell, lent);
      cell.variance = rate * (1 - rate);
      parent.variance += cell.n * cell.variance;
    }
    company.variance += parent.variance;
  }
  return company;
}

function expectationOf(own: OwnCount[], company: Company): MixExpectation | null {
  const mine: Total = {n: 0, successes: 0};
  const [byParent, byCell] = [new Map<Parent, Total>(), new Map<Cell, Total>()];
  for (const count of own) {
    add(mine, count);
    if (!byParent.has(count.cell.parent)) byParent.set(count.cell.parent, {n: 0, successes: 0});
    if (!byCell.has(count.cell)) byCell.set(count.cell, {n: 0, successes: 0});
    add(byParent.get(count.cell.parent)!, count);
    add(byCell.get(count.cell)!, count);
  }
  const others = (all: Total, part: Total): Total => ({n: all.n - part.n, successes: all.successes - part.successes});
  const rest = others(company, mine);
  if (rest.n === 0) return null;
  const base = baseRate(rest);
  const restOf = new Map([...byParent].map(([parent, part]) => [parent, others(parent, part)]));
  let expected = 0;
  // How much one success of others counts in the expectation: through its cell, through its source and segment, anywhere.
  const throughParent = new Map<Parent, number>();
  const throughCell = new Map<Cell, number>();
  let anywhere = 0;
  for (const [cell, part] of byCell) {
    const [left, leftOfParent] = [others(cell, part), restOf.get(cell.parent)!];
    const weight = part.n / mine.n;
    expected += weight * rateOf(left, rateOf(leftOfParent, base));
    throughCell.set(cell, weight / (left.n + BORROWED_MEMBERS));
    const lent = (throughCell.get(cell)! * BORROWED_MEMBERS) / (leftOfParent.n + BORROWED_MEMBERS);
    throughParent.set(cell.parent, (throughParent.get(cell.parent) ?? 0) + lent);
    anywhere += (lent * BORROWED_MEMBERS) / (rest.n + 1);
  }
  // Everybody's outcomes as if they counted alike; then what is different in the SDR's own sources and segments, and cells.
  let variance = anywhere ** 2 * company.variance;
  for (const [parent, weight] of throughParent) variance += ((weight + anywhere) ** 2 - anywhere ** 2) * parent.variance;
  for (const [cell, weight] of throughCell) {
    const around = throughParent.get(cell.parent)! + anywhere;
    variance += ((weight + around) ** 2 * (cell.n - byCell.get(cell)!.n) - around ** 2 * cell.n) * cell.variance;
  }
  const half = Z90 * Math.sqrt(Math.max(0, variance));
  const rate = wilson(mine.successes, mine.n)!;
  const difference = combineDifference(rate, {value: expected, lower: expected - half, upper: expected + half});
  return {n: mine.n, value: rate.value, expected, difference};
}
