import {findMetric} from "../contract/metrics.js";
import {type Database} from "../db.js";
import {listMembers, type MemberRules} from "../metrics/index.js";
import type {Pattern} from "../stats/patterns.js";

/** What is held fixed beside the AE when practices and fields are compared. */
export const STRATA = ["source", "segment"] as const;

/** A pattern of handoffs of one motion. */
export interface MotionPattern extends Pattern {
  motion: string;
}

/**
 * Mature members of a metric, counted by what was there, motion (only where it is asked for), source, segment and AE.
 * @param present SQL of conditions over `marts.handoffs`; a handoff for which one is null, or of which nobody knows the AE, is left out
 * Needs the codes of temp.mature_members.
 */
export async function readPatterns(
  db: Database,
  rules: MemberRules,
  {
    metric,
    present,
    from = "",
    withMotion = false,
  }: {metric: string; present: readonly string[]; from?: string; withMotion?: boolean},
): Promise<MotionPattern[]> {
  const rows = await db.rows<{
    marks: string;
    motion: string;
    source: string;
    segment: string;
    ae_id: string;
    n: number;
    successes: number;
  }>(`
    with members as (select record_id, numerator from (${listMembers(findMetric(metric)!, rules)}) where is_mature),
    marked as (
      select ${present.map((condition) => `case when ${condition} then '1' when not (${condition}) then '0' end`).join(" || ")} as marks,
        ${withMotion ? "coalesce(handoffs.motion, '')" : "''"} as motion, coalesce(handoffs.source, '') as source,
        coalesce(handoffs.segment, '') as segment, handoffs.ae_id, members.numerator
      from marts.handoffs as handoffs inner join members on members.record_id = handoffs.handoff_id ${from}
      where handoffs.ae_id is not null
    )
    select marks, motion, source::source_code as source, segment::segment_code as segment, ae_id::ae_id_code as ae_id, count(*)::integer as n, sum(numerator)::integer as successes
    from marked where marks is not null group by all order by all`);
  // What was there is the same list for all who have it in common.
  const lists = new Map<string, readonly boolean[]>();
  return rows.map(({marks, motion, source, segment, ae_id, n, successes}) => {
    const known = lists.get(marks) ?? [...marks].map((mark) => mark === "1");
    lists.set(marks, known);
    return {present: known, motion, strata: [source, segment], ae_id, n, successes};
  });
}
