/** Who came into which stage, counted for the company and every value of every dimension at once. */
import {DIMENSIONS, type Stage} from "../../contract/funnel.js";
import type {Ground} from "../ground.js";
import {daysBetween, monthOf} from "../sql.js";

/** Scopes that have a funnel; `cohort` is the month of the meeting. */
export type FunnelScope = "company" | (typeof DIMENSIONS)[number] | "sdr" | "cohort";

export interface StageCount {
  scope: FunnelScope;
  scope_id: string;
  stage: Stage;
  count: number;
  median_days: number | null;
  /** Records whose days are known. */
  days_n: number;
}

const SCOPE = "team, source, motion, segment, region, sdr_id";

/**
 * SQL of one row per record and stage it came into: dimensions, `cohort` (month of the meeting), `reached_at` and `days` since
 * the stage before. From booking on a record is a handoff; without handoffs, opportunities stand for themselves.
 */
export function reachedSql(zone: string, isAcceptedFirst: boolean): string {
  const reach = (stage: Stage, cohort: string, at: string, from: string | null, source: string, condition: string) => `
    select '${stage}' as stage, ${SCOPE}, ${cohort} as cohort, ${at} as reached_at, ${from ? daysBetween(from, at) : "null"} as days
    from ${source} where ${condition}`;
  const lead = (stage: Stage, at: string, from: string | null) =>
    reach(stage, "null", at, from, "marts.leads", `${at} is not null`);
  const handoff = (stage: Stage, at: string, from: string, condition = `${at} is not null`) =>
    reach(stage, "cohort", at, from, "handoffs", condition);
  const opportunity = (stage: Stage, at: string, from: string | null) =>
    reach(stage, "null", at, from, "marts.opportunities", `${at} is not null and not exists (select 1 from marts.handoffs)`);
  return `
    with handoffs as materialized (
      select handoffs.*, coalesce(leads.qualified_at, leads.conversation_at, leads.first_touch_at) as worked_at,
        ${monthOf("meeting_at", zone)} as cohort
      from marts.handoffs left join marts.leads on leads.lead_id = handoffs.lead_id
    )
    ${[
      lead("lead", "coalesce(first_touch_at, conversation_at, qualified_at)", null),
      lead("conversation", "conversation_at", "first_touch_at"),
      lead("qualified", "qualified_at", "coalesce(conversation_at, first_touch_at)"),
      handoff("booked", "coalesce(booked_at, meeting_at)", "worked_at", "true"),
      // Where the booking is not dated the first slot stands in, and that tells no time.
      handoff("held", "meeting_at", "nullif(booked_at, first_slot_at)", "is_held"),
      handoff("accepted", "accepted_at", isAcceptedFirst ? "coalesce(handed_off_at, booked_at)" : "meeting_at"),
      handoff("sql", "sql_at", "meeting_at"),
      handoff("opportunity", "opportunity_at", "coalesce(sql_at, meeting_at)"),
      handoff("won", "won_at", "opportunity_at"),
      opportunity("opportunity", "opportunity_at", null),
      opportunity("won", "won_at", "opportunity_at"),
    ].join("\n    union all")}`;
}

/** Whether the configured order puts acceptance before the meeting. */
export const isAcceptedFirst = (order: readonly string[]): boolean =>
  order.includes("accepted") && order.indexOf("accepted") < order.indexOf("held");

/** Counts of every scope, in one query. A record whose dimension is not known is in the company's count alone. */
export async function countStages({db, config}: Pick<Ground, "db" | "config">): Promise<StageCount[]> {
  const columns = [...DIMENSIONS, "sdr_id", "cohort"];
  const scopeOf = columns
    .map((column) => `when grouping(${column}) = 0 then '${column === "sdr_id" ? "sdr" : column}'`)
    .join(" ");
  return db.rows<StageCount>(`
    with reached as (${reachedSql(config.timezone, isAcceptedFirst(config.stage_order))}),
    counted as (
      select case ${scopeOf} else 'company' end as scope, coalesce(${columns.map((column) => (column === "cohort" ? "cohort::text" : column)).join(", ")}) as value, stage,
        count(*)::integer as count, median(days) as median_days, count(days)::integer as days_n
      from reached
      group by grouping sets ((stage), ${columns.map((column) => `(stage, ${column})`).join(", ")})
    )
    select scope, coalesce(value, '') as scope_id, stage, count, median_days, days_n from counted
    where scope = 'company' or value is not null
    order by scope, scope_id, stage`);
}
