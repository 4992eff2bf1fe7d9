/** What an SDR's mix alone would have given: pure, so that it can run on another core. */
import {codeMix, expectOthers, type MixExpectation} from "../stats/mix-codes.js";

export interface MixRow {
  metric: string;
  period: "trailing_90d" | "all";
  sdr_id: string;
  n: number;
  value: number;
  /** The rate of all others in the SDR's own mix. */
  expected: number;
  /** Own rate less the expected one, with its 90 % interval. */
  difference: number;
  lower: number;
  upper: number;
}

/** Members of one table, a column each: people, sources and segments are places in their lists. */
export interface MixMembers {
  length: number;
  sdr: Float64Array;
  source: Float64Array;
  segment: Float64Array;
  ae: Float64Array;
  /** 1 within the last 90 days. */
  is_recent: Float64Array;
  /** By rate: 1 for a success, 0 for none, `NOBODY` for no mature member. */
  outcomes: ReadonlyMap<string, Float64Array>;
  sdrs: readonly string[];
}

/** What no member adds to a rate: neither 0 nor 1. */
export const NOBODY = 2;

export function expectMixes({length, sdr, source, segment, ae, is_recent, outcomes, sdrs}: MixMembers): MixRow[] {
  const mix = codeMix({length, sdr, source, segment, ae});
  const rows: MixRow[] = [];
  for (const [metric, outcome] of outcomes) {
    const [ever, recent, hits] = [0, 1, 2].map(() => new Uint8Array(length)) as [Uint8Array, Uint8Array, Uint8Array];
    mix.order.forEach((row, at) => {
      if (outcome[row] === NOBODY) return;
      ever[at] = 1;
      recent[at] = is_recent[row]!;
      hits[at] = outcome[row]!;
    });
    rows.push(...nameSdrs(expectOthers(mix, ever, hits), sdrs, {metric, period: "all"}));
    rows.push(...nameSdrs(expectOthers(mix, recent, hits), sdrs, {metric, period: "trailing_90d"}));
  }
  return rows;
}

function nameSdrs(
  found: readonly (MixExpectation | null | undefined)[],
  sdrs: readonly string[],
  of: Pick<MixRow, "metric" | "period">,
): MixRow[] {
  return found.flatMap((own, sdr): MixRow[] => {
    if (!own) return [];
    const {value, lower, upper} = own.difference;
    return [{...of, sdr_id: sdrs[sdr]!, n: own.n, value: own.value, expected: own.expected, difference: value, lower, upper}];
  });
}
