/** `marts.incidence`: to how many of a cohort the next stage had come by a day after the meeting, young meetings counted as far as they got. */
import type {Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {incidence, type ExitCount} from "../stats/incidence.js";

/** What curves are drawn for: everyone, a month of meetings, a source, a motion. */
export const COHORT_KINDS = ["all", "month", "source", "motion"] as const;
export type CohortKind = (typeof COHORT_KINDS)[number];

export interface IncidenceRow {
  /** Where the clock starts: the meeting held, or the opportunity opened. */
  start: "meeting" | "opportunity";
  cohort: CohortKind;
  cohort_id: string;
  event: string;
  /** Whole days since the start. */
  day: number;
  value: number;
  lower: number;
  upper: number;
  at_risk: number;
  /** Members of the cohort. */
  n: number;
}

type Exit = ExitCount & {start: IncidenceRow["start"]; cohort: CohortKind; cohort_id: string};

/** Days at which a curve has a point; a curve that is read day by day needs no more. */
const LAST_DAY = {meeting: 120, opportunity: 365};

/**
 * Every member held counts from the meeting until its first end: the SQL, a rejection or a disqualification (which compete with it), or
 * the day up to which its source is known. From the opportunity on, winning and losing compete.
 */
export async function estimateIncidence(db: Database): Promise<IncidenceRow[]> {
  const exits = await db.rows<Exit>(`with starts as (
      select 'meeting' as start, meeting_at as started_at, source, motion, sql_known_at as known_at,
        case when sql_at is not null and sql_at <= coalesce(least(rejected_at, disqualified_at), sql_at) then 'sql'
          when rejected_at is not null and rejected_at <= coalesce(disqualified_at, rejected_at) then 'rejected'
          when disqualified_at is not null then 'disqualified' end as event,
        least(sql_at, rejected_at, disqualified_at) as ended_at
      from marts.handoffs where is_held and meeting_at is not null
      union all
      select 'opportunity', opportunity_at, source, motion, known_at,
        case when is_won then 'won' when is_closed then 'lost' end, case when is_won then won_at when is_closed then closed_at end
      from marts.opportunities where opportunity_at is not null
    ),
    ends as (
      -- What the sources do not know yet is as if last seen on their day; an end before the start is one on its day.
      select start, source, motion, (12 * year(started_at) + month(started_at) - 1)::integer as month, case when ended_at <= known_at then event end as event,
        -- What comes after the last day that is drawn is all the same to the days before: one time for it leaves a fifth of the rows.
        least(case start when 'meeting' then ${LAST_DAY.meeting} else ${LAST_DAY.opportunity} end + 1, greatest(0,
          floor(date_diff('second', started_at, case when ended_at <= known_at then ended_at else known_at end) / 86400.0)))::integer as time
      from starts where known_at >= started_at
    ),
    cohorts as (
      select start, case grouping(month, source, motion) when 3 then 'month' when 5 then 'source' when 6 then 'motion' else 'all' end as cohort,
        case grouping(month, source, motion) when 3 then strftime(make_date(month // 12, month % 12 + 1, 1), '%Y-%m') when 5 then source
          when 6 then motion else '' end as cohort_id, time, event, count(*)::integer as n
      from ends group by grouping sets ((start, time, event), (start, month, time, event), (start, source, time, event), (start, motion, time, event))
    )
    select * from cohorts where cohort_id is not null order by start, cohort, cohort_id, time, event`);
  const groups = groupBy(exits, ({start, cohort, cohort_id}) => [start, cohort, cohort_id].join("\t"));
  return [...groups.values()].flatMap(draw);
}

function draw(exits: readonly Exit[]): IncidenceRow[] {
  const {start, cohort, cohort_id} = exits[0]!;
  const events = start === "meeting" ? ["sql", "rejected", "disqualified"] : ["won", "lost"];
  const found = incidence(exits, events);
  if (!found) return [];
  return [...found.curves].flatMap(([event, all]) => {
    const points = all.filter(({time}) => time <= LAST_DAY[start]);
    return (
      points
        // A point at which nothing of its own happened repeats the one before; the last one says how far the curve reaches.
        .filter(({value}, index) => index === 0 || index === points.length - 1 || value !== points[index - 1]!.value)
        .map(({time, value, lower, upper, at_risk}) => ({
          start,
          cohort,
          cohort_id,
          event,
          day: time,
          value,
          lower,
          upper,
          at_risk,
          n: found.n,
        }))
    );
  });
}
