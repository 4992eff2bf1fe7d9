/** `marts.mix_expected`: what an SDR's sources, segments and AEs alone would have given. */
import type {Database} from "../db.js";
import {codeMix, expectOthers, type MixExpectation} from "../stats/mix-codes.js";
import {numberOf, readNames, valueOf, type MemberTable} from "./members.js";

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

/** What no member adds to a rate: neither 0 nor 1. */
const NOBODY = 2;

/**
 * Headline rates of SDRs whose members have an AE. The members are read as they are: SDR, source, segment and AE leave next to nothing
 * to be added up.
 */
export async function expectMixes(db: Database, tables: readonly MemberTable[]): Promise<MixRow[]> {
  const sdrs = await readNames(db, "sdr_id");
  const rows: MixRow[] = [];
  for (const {name, metrics} of tables) {
    const rates = metrics.filter(({kind, headline}) => kind === "rate" && headline);
    if (rates.length === 0) continue;
    const values = rates.map(valueOf);
    const members = await db.columns<string>(`
      select ${(["sdr_id", "source", "segment", "ae_id"] as const).map((column) => numberOf(column)).join(", ")}, is_recent::utinyint as is_recent,
        ${values.map((value) => `coalesce(${value}, ${NOBODY})::utinyint as ${value}`).join(", ")}
      from ${name} where sdr_id is not null and ae_id is not null and coalesce(${values.join(", ")}) is not null`);
    const {length, sdr_id, source, segment, ae_id, is_recent} = members;
    const mix = codeMix({length, sdr: sdr_id!, source: source!, segment: segment!, ae: ae_id!});
    for (const [k, metric] of rates.entries()) {
      const outcome = members[values[k]!]!;
      const [ever, recent, hits] = [0, 1, 2].map(() => new Uint8Array(length)) as [Uint8Array, Uint8Array, Uint8Array];
      mix.order.forEach((row, at) => {
        if (outcome[row] === NOBODY) return;
        ever[at] = 1;
        recent[at] = is_recent![row]!;
        hits[at] = outcome[row]!;
      });
      for (const [period, counted] of [
        ["all", ever],
        ["trailing_90d", recent],
      ] as const)
        // prettier-ignore
        rows.push(...nameSdrs(expectOthers(mix, counted, hits), sdrs, {metric: metric.name, period}));
    }
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
