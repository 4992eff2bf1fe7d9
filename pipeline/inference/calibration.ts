/** `marts.score_calibration`: does the marketing system's lead score order what SDRs qualify? */
import type {ScoreFifth} from "../contract/datasets.js";
import {findMetric} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {termsOf, type MemberRules} from "../metrics/index.js";
import {concordance} from "../stats/concordance.js";
import {wilson} from "../stats/proportion.js";

export interface CalibrationRow extends ScoreFifth {
  /** Fifth of the leads by score, 1 the lowest. */
  bucket: number;
  /** Of the whole score: chance that a lead that was qualified had a higher score than one that was not. The same in each row. */
  concordance: number | null;
  concordance_lower: number | null;
  concordance_upper: number | null;
}

const BUCKETS = 5;

/** Mature leads with a score, in fifths of equal numbers. */
export async function calibrateScore(db: Database, rules: MemberRules): Promise<CalibrationRow[]> {
  const {members, dated_by, mature, success} = termsOf(findMetric("lead_qualification_rate")!, rules);
  await db.run(`create or replace temp table lead_scores as
    select score, count(*) as n, (count(*) filter (where ${success})) as qualified
    from marts.leads where (${members}) and ${dated_by} is not null and ${mature} and score is not null group by score`);
  const rows = await db.rows<{bucket: number; lowest: number; highest: number; qualified: number; n: number}>(`
    select bucket, min(score)::double as lowest, max(score)::double as highest, sum(qualified)::integer as qualified, sum(n)::integer as n
    -- Leads of one score stay together.
    from (select *, 1 + floor(${BUCKETS} * (sum(n) over (order by score) - n) / sum(n) over ())::integer as bucket from temp.lead_scores)
    group by bucket order by bucket`);
  // Ties count half: the rank of a score is the middle of the ranks that its leads share.
  const [ranks] = await db.rows<{rank_sum: number; hits: number; misses: number}>(`
    select coalesce(sum(middle * qualified), 0)::double as rank_sum, coalesce(sum(qualified), 0)::integer as hits, coalesce(sum(n - qualified), 0)::integer as misses
    from (select *, sum(n) over (order by score) - (n - 1) / 2.0 as middle from temp.lead_scores)`);
  await db.run("drop table temp.lead_scores");
  if (rows.length < 2) return [];
  const order = concordance(ranks!.rank_sum, ranks!.hits, ranks!.misses);
  return rows.map((row) => {
    const {value, lower, upper} = wilson(row.qualified, row.n)!;
    return {
      ...row,
      value,
      lower,
      upper,
      concordance: order?.value ?? null,
      concordance_lower: order?.lower ?? null,
      concordance_upper: order?.upper ?? null,
    };
  });
}
