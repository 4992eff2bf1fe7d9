import type {Difference} from "./interval.js";
import {Z90} from "./normal.js";
import {combineDifference, wilson} from "./proportion.js";

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

/** Members, or counts of them, of whom everything is known by number. */
export interface MixCodes {
  length: number;
  sdr: ArrayLike<number>;
  source: ArrayLike<number>;
  segment: ArrayLike<number>;
  ae: ArrayLike<number>;
}

/** Rows arranged by SDR, so that each one's lie together, with the number of their cells. */
export interface CodedMix {
  /** Rows in order of the SDRs' numbers, and where each SDR's begin; one more entry at the end. */
  order: Int32Array;
  starts: Int32Array;
  /** Of the rows in this order. */
  cell: Int32Array;
  /** Number of the source and segment of each cell. */
  parentOf: Int32Array;
  parents: number;
}

export function codeMix({length, sdr, source, segment, ae}: MixCodes): CodedMix {
  const most = (codes: ArrayLike<number>) => {
    let largest = -1;
    for (let row = 0; row < length; row++) largest = Math.max(largest, codes[row]!);
    return largest + 1;
  };
  const [sdrs, segments, aes] = [most(sdr), most(segment), most(ae)];
  const parents = new Map<number, number>();
  const cells = new Map<number, number>();
  const parentOf: number[] = [];
  const cell = new Int32Array(length);
  const starts = new Int32Array(sdrs + 1);
  for (let row = 0; row < length; row++) {
    const parent = numberIn(parents, source[row]! * segments + segment[row]!);
    cell[row] = numberIn(cells, parent * aes + ae[row]!);
    parentOf[cell[row]!] = parent;
    starts[sdr[row]! + 1]!++;
  }
  for (let k = 0; k < sdrs; k++) starts[k + 1]! += starts[k]!;
  const [places, order] = [starts.slice(), new Int32Array(length)];
  for (let row = 0; row < length; row++) order[places[sdr[row]!]!++] = row;
  return {order, starts, cell: order.map((row) => cell[row]!), parentOf: Int32Array.from(parentOf), parents: parents.size};
}

function numberIn(numbers: Map<number, number>, key: number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

interface Total {
  n: number;
  successes: number;
}
/** Sums of many, and the variances: of one outcome (of a cell), or of the sum of all (of a source and segment). */
interface Sums {
  n: Float64Array;
  successes: Float64Array;
  variance: Float64Array;
}

/** Half a success and half a failure keep the rate of all from being 0 or 1. */
const baseRate = ({n, successes}: Total): number => (successes + 0.5) / (n + 1);
const rateOf = (n: number, successes: number, lent: number): number =>
  (successes + BORROWED_MEMBERS * lent) / (n + BORROWED_MEMBERS);
const sumsFor = (length: number): Sums => ({
  n: new Float64Array(length),
  successes: new Float64Array(length),
  variance: new Float64Array(length),
});

/**
 * `expectFromMixOfOthers` of rows by number, in the order of the mix: how many members a row stands for (none, too) and how many of them succeeded. By the
 * SDRs' numbers; left out without members of their own, null when nobody else has any.
 */
export function expectOthers(
  mix: CodedMix,
  n: ArrayLike<number>,
  successes: ArrayLike<number>,
): (MixExpectation | null | undefined)[] {
  const {starts, cell, parentOf, parents} = mix;
  const [ofCells, ofParents] = [sumsFor(parentOf.length), sumsFor(parents)];
  const company = {n: 0, successes: 0, variance: 0};
  for (let row = 0; row < cell.length; row++) {
    const count = n[row]!;
    if (count === 0) continue;
    const at = cell[row]!;
    const hits = successes[row]!;
    const parent = parentOf[at]!;
    ofCells.n[at]! += count;
    ofCells.successes[at]! += hits;
    ofParents.n[parent]! += count;
    ofParents.successes[parent]! += hits;
    company.n += count;
    company.successes += hits;
  }
  const base = baseRate(company);
  for (let at = 0; at < parentOf.length; at++) {
    const parent = parentOf[at]!;
    const lent = rateOf(ofParents.n[parent]!, ofParents.successes[parent]!, base);
    const rate = rateOf(ofCells.n[at]!, ofCells.successes[at]!, lent);
    ofCells.variance[at] = rate * (1 - rate);
    ofParents.variance[parent]! += ofCells.n[at]! * ofCells.variance[at]!;
  }
  for (const variance of ofParents.variance) company.variance += variance;
  const own = {cells: sumsFor(parentOf.length), parents: sumsFor(parents)};
  return Array.from({length: starts.length - 1}, (_, sdr) => {
    const mine: Total = {n: 0, successes: 0};
    const [seenCells, seenParents]: [number[], number[]] = [[], []];
    for (let row = starts[sdr]!; row < starts[sdr + 1]!; row++) {
      const count = n[row]!;
      if (count === 0) continue;
      const at = cell[row]!;
      const hits = successes[row]!;
      const parent = parentOf[at]!;
      if (own.cells.n[at] === 0) seenCells.push(at);
      if (own.parents.n[parent] === 0) seenParents.push(parent);
      own.cells.n[at]! += count;
      own.cells.successes[at]! += hits;
      own.parents.n[parent]! += count;
      own.parents.successes[parent]! += hits;
      mine.n += count;
      mine.successes += hits;
    }
    if (mine.n === 0) return undefined;
    const found = expectOne(mine, company, {ofCells, ofParents, own, seenCells, seenParents, parentOf});
    for (const at of seenCells) own.cells.n[at] = own.cells.successes[at] = 0;
    for (const parent of seenParents) own.parents.n[parent] = own.parents.successes[parent] = 0;
    return found;
  });
}

interface Shares {
  ofCells: Sums;
  ofParents: Sums;
  own: {cells: Sums; parents: Sums};
  seenCells: readonly number[];
  seenParents: readonly number[];
  parentOf: Int32Array;
}

function expectOne(mine: Total, company: Total & {variance: number}, shares: Shares): MixExpectation | null {
  const {ofCells, ofParents, own, seenCells, seenParents, parentOf} = shares;
  const rest: Total = {n: company.n - mine.n, successes: company.successes - mine.successes};
  if (rest.n === 0) return null;
  const base = baseRate(rest);
  let expected = 0;
  // How much one success of others counts in the expectation: through its cell, through its source and segment, anywhere.
  const [throughCell, throughParent] = [own.cells.variance, own.parents.variance];
  for (const parent of seenParents) throughParent[parent] = 0;
  let anywhere = 0;
  for (const at of seenCells) {
    const parent = parentOf[at]!;
    const left = ofCells.n[at]! - own.cells.n[at]!;
    const leftOfParent = ofParents.n[parent]! - own.parents.n[parent]!;
    const weight = own.cells.n[at]! / mine.n;
    const lentRate = rateOf(leftOfParent, ofParents.successes[parent]! - own.parents.successes[parent]!, base);
    expected += weight * rateOf(left, ofCells.successes[at]! - own.cells.successes[at]!, lentRate);
    throughCell[at] = weight / (left + BORROWED_MEMBERS);
    const lent = (throughCell[at] * BORROWED_MEMBERS) / (leftOfParent + BORROWED_MEMBERS);
    throughParent[parent]! += lent;
    anywhere += (lent * BORROWED_MEMBERS) / (rest.n + 1);
  }
  // Everybody's outcomes as if they counted alike; then what is different in the SDR's own sources and segments, and cells.
  let variance = anywhere ** 2 * company.variance;
  for (const parent of seenParents)
    variance += ((throughParent[parent]! + anywhere) ** 2 - anywhere ** 2) * ofParents.variance[parent]!;
  for (const at of seenCells) {
    const around = throughParent[parentOf[at]!]! + anywhere;
    const left = ofCells.n[at]! - own.cells.n[at]!;
    variance += ((throughCell[at]! + around) ** 2 * left - around ** 2 * ofCells.n[at]!) * ofCells.variance[at]!;
  }
  const half = Z90 * Math.sqrt(Math.max(0, variance));
  const rate = wilson(mine.successes, mine.n)!;
  const difference = combineDifference(rate, {value: expected, lower: expected - half, upper: expected + half});
  return {n: mine.n, value: rate.value, expected, difference};
}
