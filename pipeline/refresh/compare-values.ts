/** Values that more or fewer records have than had them. Pure. */
import {groupBy} from "../group-by.js";
import {newcombeDifference} from "../stats/proportion.js";
import type {ValueCount} from "./values.js";

/** What is told at all: two points of the share of records, and more than chance. */
const SHIFTED = 0.02;

export interface Shift {
  /** Entity, column and value. */
  what: string;
  before: number;
  after: number;
}

/** @param minRows fewer records than these are not told @returns the largest shift first */
export function compareValues(a: readonly ValueCount[], b: readonly ValueCount[], minRows: number): Shift[] {
  const after = groupBy(b, nameColumn);
  const shifts = [...groupBy(a, nameColumn)].flatMap(([column, was]) => {
    const is = after.get(column);
    // That a kind of export is gone is told by its rows.
    if (!is) return [];
    const [before, now] = [sum(was), sum(is)];
    return [...new Set([...was, ...is].map(({value}) => value))].flatMap((value) => {
      const [x, y] = [count(was, value), count(is, value)];
      const share = y / now - x / before;
      if (Math.abs(share) < SHIFTED || Math.abs(y - x) < minRows) return [];
      const difference = newcombeDifference({successes: x, n: before}, {successes: y, n: now});
      return difference && (difference.lower > 0 || difference.upper < 0)
        ? [{what: `${column} ${tellValue(value)}`, before: x, after: y, share: Math.abs(share)}]
        : [];
    });
  });
  return shifts.sort((x, y) => Math.round((y.share - x.share) * 1e6)).map(({share: _, ...shift}) => shift);
}

const nameColumn = ({entity, column}: ValueCount) => `${entity}.${column}`;
const sum = (counts: readonly ValueCount[]) => counts.reduce((all, {records}) => all + records, 0);
const count = (counts: readonly ValueCount[], value: string | null) => counts.find((each) => each.value === value)?.records ?? 0;
const tellValue = (value: string | null) => (value === null ? "(empty)" : JSON.stringify(value));
