/** `marts.mix_expected`: what an SDR's sources, segments and AEs alone would have given. */
import type {Metric} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {listMembers, type MemberRules} from "../metrics/index.js";
import {expectFromMixOfOthers, type MixCount} from "../stats/mix.js";

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

type Count = MixCount & {metric: string; period: MixRow["period"]};

/** Headline rates of SDRs whose members have an AE. */
export async function expectMixes(db: Database, metrics: readonly Metric[], rules: MemberRules): Promise<MixRow[]> {
  const rates = metrics.filter(({kind, headline}) => kind === "rate" && headline);
  if (rates.length === 0) return [];
  const select = (metric: Metric) =>
    `select ${quoteText(metric.name)} as metric, sdr_id, source, segment, ae_id, dated_at, numerator from (${listMembers(metric, rules)}) where is_mature`;
  const counts = await db.rows<Count>(`with members as (${rates.map(select).join("\n  union all ")}),
    periods as (
      select *, unnest([{period: 'all'}, {period: case when dated_at between as_of - interval 90 day and as_of then 'trailing_90d' end}], recursive := true)
      from members cross join (select as_of from config.settings)
    )
    select metric, period, sdr_id, coalesce(source, '') as source, coalesce(segment, '') as segment, ae_id, count(*)::integer as n, sum(numerator)::integer as successes
    from periods where period is not null and sdr_id is not null and ae_id is not null
    group by all order by metric, period, sdr_id, source, segment, ae_id`);
  const groups = groupBy(counts, ({metric, period}) => `${metric}\t${period}`);
  return [...groups.values()].flatMap((own) => {
    const {metric, period} = own[0]!;
    return [...expectFromMixOfOthers(own)].flatMap(([sdr_id, found]): MixRow[] => {
      if (!found) return [];
      const {value, lower, upper} = found.difference;
      return [
        {metric, period, sdr_id, n: found.n, value: found.value, expected: found.expected, difference: value, lower, upper},
      ];
    });
  });
}
