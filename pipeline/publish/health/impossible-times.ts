/** Times that cannot be: an effect before its cause. They count as recorded; data health shows them. */
import type {HealthData} from "../../contract/datasets.js";
import {inLanguage} from "../../contract/language.js";
import type {Ground} from "../ground.js";

/** Each: what is wrong, where the records are, the condition, and what to name as an example. */
const CHECKS: readonly {check: string; from: string; where: string; id: string}[] = [
  {
    check: "Meeting held before it was booked",
    from: "marts.handoffs",
    where: "is_held and meeting_at < booked_at",
    id: "handoff_id",
  },
  {check: "Accepted before it was booked", from: "marts.handoffs", where: "accepted_at < booked_at", id: "handoff_id"},
  {
    check: "AE assigned before it was booked",
    from: "intermediate.int_handoff_facts",
    where: "assigned_at < booked_at",
    id: "handoff_id",
  },
  {check: "SQL before the meeting", from: "marts.handoffs", where: "is_held and sql_at < meeting_at", id: "handoff_id"},
  {
    check: "Feedback before the meeting",
    from: "marts.handoffs",
    where: "is_held and feedback_first_at < meeting_at",
    id: "handoff_id",
  },
  {check: "Lead touched before it was created", from: "marts.leads", where: "first_touch_at < created_at", id: "lead_id"},
  {check: "Lead assigned before it was created", from: "marts.leads", where: "assigned_at < created_at", id: "lead_id"},
  {check: "Lead qualified before its first touch", from: "marts.leads", where: "qualified_at < first_touch_at", id: "lead_id"},
  {check: "Rejected before it was booked", from: "marts.handoffs", where: "rejected_at < booked_at", id: "handoff_id"},
  {
    check: "Handed off after the meeting",
    from: "marts.handoffs",
    where: "is_held and handed_off_at > meeting_at",
    id: "handoff_id",
  },
  {
    check: "Held after the export that says so",
    from: "marts.handoffs",
    where: "is_held and meeting_at > known_at",
    id: "handoff_id",
  },
  {
    check: "Meeting cancelled before it was booked",
    from: "staging.stg_handoffs",
    where: "canceled_at < booked_at",
    id: "coalesce(handoff_id, meeting_id)",
  },
  {
    check: "Stage entered before the opportunity was created",
    from: `staging.stg_stage_changes as changes inner join marts.opportunities on opportunities.opportunity_id = changes.opportunity_id`,
    where: "changes.changed_at < opportunities.created_at",
    id: "opportunities.opportunity_id",
  },
  {
    check: "Closed before it was created",
    from: "marts.opportunities",
    where: "is_closed and not is_won and closed_at < created_at",
    id: "opportunity_id",
  },
  {
    check: "Lead disqualified before it was created",
    from: "marts.leads inner join staging.stg_leads using (lead_id)",
    where: "stg_leads.disqualified_at < stg_leads.created_at",
    id: "leads.lead_id",
  },
  {
    check: "Person left before starting",
    from: "staging.stg_people",
    where: "ended_on < started_on",
    id: "person_id",
  },
  {check: "Won before it was created", from: "marts.opportunities", where: "won_at < created_at", id: "opportunity_id"},
  {
    check: "Meeting booked before its lead was created",
    from: "marts.handoffs inner join marts.leads on leads.lead_id = handoffs.lead_id",
    where: "handoffs.booked_at < leads.created_at",
    id: "handoffs.handoff_id",
  },
  {
    check: "Opportunity before its lead",
    from: `marts.opportunities inner join marts.handoffs on handoffs.handoff_id = opportunities.handoff_id
      inner join marts.leads on leads.lead_id = handoffs.lead_id`,
    where: "opportunities.created_at < leads.created_at",
    id: "opportunities.opportunity_id",
  },
];

/** Those that were found, most frequent first. */
export async function readImpossibleTimes({db}: Pick<Ground, "db">): Promise<HealthData["impossible_times"]> {
  const queries = CHECKS.map(
    ({from, where, id}, index) =>
      `select ${index}::integer as place, count(*)::integer as count, min(${id}) as example from ${from} where ${where} having count(*) > 0`,
  );
  const rows = await db.rows<{place: number; count: number; example: string}>(
    `${queries.join("\nunion all ")}\norder by count desc, place`,
  );
  return rows.map(({place, count, example}) => ({check: inLanguage(CHECKS[place]!.check), count, example}));
}
