/** `marts.mix_expected`: what an SDR's sources, segments and AEs alone would have given. */
import type {Metric} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {expectFromMixOfOthers, type MixCount} from "../stats/mix.js";
import {membersOf} from "./members.js";

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

type Count = MixCount & {recent_n: number; recent_successes: number};

/** Headline rates of SDRs whose members have an AE. Needs temp.mature_members. */
export async function expectMixes(db: Database, metrics: readonly Metric[]): Promise<MixRow[]> {
  const rows: MixRow[] = [];
  for (const {name} of metrics.filter(({kind, headline}) => kind === "rate" && headline)) {
    const counts = await db.rows<Count>(`
      select sdr_id, coalesce(source, ''::source_code) as source, coalesce(segment, ''::segment_code) as segment, ae_id, count(*)::integer as n,
        sum(y)::integer as successes, (count(*) filter (is_recent))::integer as recent_n,
        coalesce(sum(y) filter (is_recent), 0)::integer as recent_successes
      from ${membersOf(name)} and sdr_id is not null and ae_id is not null
      group by sdr_id, mature_members.source, mature_members.segment, ae_id order by all`);
    const recent = counts.map((count) => ({...count, n: count.recent_n, successes: count.recent_successes}));
    rows.push(...compare(name, "all", counts), ...compare(name, "trailing_90d", recent));
  }
  return rows;
}

function compare(metric: string, period: MixRow["period"], counts: readonly MixCount[]): MixRow[] {
  return [...expectFromMixOfOthers(counts)].flatMap(([sdr_id, found]): MixRow[] => {
    if (!found) return [];
    const {value, lower, upper} = found.difference;
    return [{metric, period, sdr_id, n: found.n, value: found.value, expected: found.expected, difference: value, lower, upper}];
  });
}
