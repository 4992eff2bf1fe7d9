/** Practices and their absence, other things being equal: pure, so that it can run on another core. */
import type {PracticeLine} from "../contract/datasets.js";
import {comparePractice} from "../stats/associations.js";
import {countPatterns, sortByAe, STRATA, type HandoffRows} from "./patterns.js";

/** A practice and what it is compared on. It belongs before the outcome: what happens after the call is not compared. */
export interface Compared {
  practice: string;
  /** "…, against …" */
  label: string;
  against: string;
  outcome: PracticeLine["outcome"];
}

export interface PracticeRows {
  /** A mark for each of the practices. */
  rows: HandoffRows;
  practices: readonly Compared[];
}

/** What a handoff says of a practice, as a number. */
export const ABSENT = 0;
export const THERE = 1;
export const NEITHER = -1;

/** Fewest handoffs on either side. */
const LEAST = 20;

export function comparePractices({rows: read, practices}: PracticeRows): PracticeLine[] {
  const rows = sortByAe(read);
  return practices.flatMap(({practice, label, against, outcome}, index): PracticeLine[] => {
    const of = Int32Array.from(rows.marks[index]!);
    const patterns = countPatterns(rows, outcome, {lists: [[false], [true]], of});
    const compared = comparePractice(patterns, STRATA);
    if (!compared || compared.n_with < LEAST || compared.n_without < LEAST) return [];
    const sums = [ABSENT, THERE].map((mark) => {
      const sum = (of: Float64Array) =>
        of.reduce((total, value, k) => (patterns.presentOf[k] === mark ? total + value : total), 0);
      return {n: sum(patterns.n), successes: sum(patterns.successes)};
    });
    const share = (mark: number) => sums[mark]!.successes / sums[mark]!.n;
    const {value, lower, upper} = compared.difference;
    const {n_with, n_without} = compared;
    return [{practice, label, against, outcome, n_with, n_without, share_with: share(THERE), share_without: share(ABSENT), difference: value, lower, upper}]; // prettier-ignore
  });
}
