import {codeMix, expectOthers} from "./mix-codes.js";
import type {MixExpectation} from "./mix-codes.js";

export {BORROWED_MEMBERS} from "./mix-codes.js";
export type {MixExpectation} from "./mix-codes.js";

/** Mature members of one SDR in one cell of the mix. */
export interface MixCount {
  sdr_id: string;
  source: string;
  segment: string;
  ae_id: string;
  n: number;
  successes: number;
}

/**
 * Directly standardised expectation of every SDR: the others' rates in the cells of source × segment × AE, weighted by the SDR's own
 * members. Small cells borrow: a cell's rate is (successes + 5 × rate of its source and segment) ÷ (members + 5), and that rate
 * likewise borrows from all. Null for an SDR when nobody else has members.
 * Limits: own rate by Wilson; the expectation is a weighted sum of the others' outcomes, with binomial variances at their cells' rates
 * over everybody; combined by squares (Newcombe). Source: J. Fleiss, B. Levin, M. Paik, "Statistical Methods for Rates and Proportions", 3rd ed. (2003), ch. 19.
 */
export function expectFromMixOfOthers(counts: readonly MixCount[]): Map<string, MixExpectation | null> {
  const numbered = (nameOf: (count: MixCount) => string) => {
    const numbers = new Map<string, number>();
    const own = counts.map((count) => numbers.get(nameOf(count)) ?? (numbers.set(nameOf(count), numbers.size), numbers.size - 1));
    return {names: [...numbers.keys()], own};
  };
  const sdrs = numbered(({sdr_id}) => sdr_id);
  const [source, segment, ae] = [({source}: MixCount) => source, ({segment}: MixCount) => segment, ({ae_id}: MixCount) => ae_id].map((nameOf) => numbered(nameOf).own); // prettier-ignore
  const mix = codeMix({length: counts.length, sdr: sdrs.own, source: source!, segment: segment!, ae: ae!});
  const inOrder = [...mix.order].map((row) => counts[row]!);
  const found = expectOthers(mix, inOrder.map(({n}) => n), inOrder.map(({successes}) => successes)); // prettier-ignore
  return new Map(
    sdrs.names.flatMap((name, sdr): [string, MixExpectation | null][] => (found[sdr] === undefined ? [] : [[name, found[sdr]!]])),
  );
}
