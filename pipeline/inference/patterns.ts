import {findMetric} from "../contract/metrics.js";
import {type Database} from "../db.js";
import {listMembers, type MemberRules} from "../metrics/index.js";
import type {Pattern} from "../stats/patterns.js";

/** What is held fixed beside the AE when practices and fields are compared. */
export const STRATA = ["source", "segment"] as const;

/**
 * Mature members of a metric, counted by what was there, source, segment and AE.
 * @param present SQL of a list of booleans over `marts.handoffs`; a handoff for which it is null, or of which nobody knows the AE, is left out
 * @param where further SQL condition over `marts.handoffs`
 */
export async function readPatterns(
  db: Database,
  rules: MemberRules,
  {metric, present, where = "true", from = ""}: {metric: string; present: string; where?: string; from?: string},
): Promise<Pattern[]> {
  const rows = await db.rows<{present: boolean[]; source: string; segment: string; ae_id: string; n: number; successes: number}>(`
    with members as (select record_id, numerator from (${listMembers(findMetric(metric)!, rules)}) where is_mature),
    marked as (
      select ${present} as present, coalesce(handoffs.source, '') as source, coalesce(handoffs.segment, '') as segment, handoffs.ae_id, members.numerator
      from marts.handoffs as handoffs inner join members on members.record_id = handoffs.handoff_id ${from}
      where ${where} and handoffs.ae_id is not null
    )
    select present, source, segment, ae_id, count(*)::integer as n, sum(numerator)::integer as successes
    from marked where present is not null group by all order by source, segment, ae_id, present`);
  return rows.map(({present, source, segment, ae_id, n, successes}) => ({
    present,
    strata: [source, segment],
    ae_id,
    n,
    successes,
  }));
}
