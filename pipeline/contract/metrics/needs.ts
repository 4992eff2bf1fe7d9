/** What metrics need to exist, and the words that say how to supply it. */
import type {Need} from "./metric.js";

/** What our own side cancelled or missed, and what nobody recorded, is in no rate. */
export const JUDGED = "outcome not in ('our_side', 'unknown')";
export const HELD_OR_NO_SHOW = "(is_held or is_no_show)";

// A day without a time is its first minute, so an end may seem to lie before its start by less than a day: that is no time at all.
// An end that lies further before its start is impossible, is listed on the data health page, and is in no median.
export const inOrder = (start: string, end: string) => `${end} > ${start} - interval 1 day`;
export const daysBetween = (start: string, end: string) => `greatest(epoch(${end} - ${start}) / 86400, 0)`;

/** A checklist with a criterion that is unknown for everybody says nothing of anybody. */
const knownCriteria = (checklist: string) =>
  `exists (select 1 from config.criteria where checklist = '${checklist}') and not exists (
    select 1 from config.criteria as asked
    where checklist = '${checklist}' and criterion not in (
      select criterion from marts.criteria where checklist = '${checklist}' and state <> 'unknown'))`;

export const NEEDS = {
  outcomes: {
    present: "bool_or(is_held or is_no_show)",
    supply: "Meetings with what became of them: handoffs.meeting_status, or the AE's answer feedback.showed_up",
  },
  held: {
    present: "bool_or(is_held)",
    supply: "Meetings that were held: handoffs.meeting_status, or the AE's answer feedback.showed_up",
  },
  sql: {
    // A second SQL after a rejection does not count, but shows that the stage is recorded.
    present: "bool_or(sql_at is not null or is_reopened)",
    supply:
      "When the AE called it sales-qualified: handoffs.sql_at, or a stage named under stages.sql with an export of stage_changes",
  },
  opportunity: {
    present: "bool_or(opportunity_at is not null)",
    supply: "An export of opportunities, and handoffs.opportunity_id that leads to them",
  },
  opportunity_after_meeting: {
    present:
      "count(*) filter (is_opportunity_before_meeting and opportunity_at is not null) * 2 <= count(opportunity_at) " +
      "or (select opportunity_kind <> 'column' or opportunity_column <> 'created_at' from config.settings)",
    supply:
      "Most opportunities exist before the meeting: name the stage that makes one under stages.opportunity, with an export of stage_changes",
  },
  decision: {
    present: "bool_or(accepted_at is not null or rejected_at is not null)",
    supply: "When the AE accepted or rejected the handoff: handoffs.accepted_at, handoffs.rejected_at",
  },
  territories: {
    present: "bool_or(routing_verdict <> 'no_rule')",
    supply: "Routing rules that fit the accounts: an export of territories, or routing in the configuration",
  },
  assignment: {
    present: "bool_or(time_to_assign_hours is not null)",
    supply: "When meetings were booked and given to an AE: handoffs.booked_at, handoffs.assigned_at",
  },
  feedback: {present: "bool_or(feedback_known_at is not null)", supply: "The AEs' answers: an export of feedback"},
  rating: {present: "bool_or(quality_score is not null)", supply: "The AEs' ratings: feedback.quality_score"},
  accuracy: {
    present: "bool_or(qualification_accuracy is not null)",
    supply: "The AEs' judgement: feedback.qualification_accuracy",
  },
  forecast: {present: "bool_or(will_advance in ('yes', 'no'))", supply: "The AEs' forecast: feedback.will_advance"},
  brief: {
    present:
      "exists (select 1 from marts.brief_fields inner join config.brief_fields as template using (field) " +
      "where template.entity = 'handoffs' and brief_fields.state <> 'missing')",
    supply: "The Handoff Brief: its fields in the export of handoffs, or handoffs.brief_text",
  },
  brief_in_time: {
    present: "bool_or(brief_completed_at is not null)",
    supply:
      "When the brief was written: handoffs.brief_updated_at, an export of field_changes, or exports made before the meetings",
  },
  brief_judged_in_time: {
    present: "bool_or(not is_judged_late) filter ((is_held or is_no_show) and required_fields > 0)",
    supply:
      "What the brief said before the meetings: handoffs.brief_updated_at, an export of field_changes, or exports made before the meetings",
  },
  qualification: {
    present: knownCriteria("qualification"),
    supply:
      "What every qualification criterion is judged by, for at least some handoffs: accounts (employees, industry, annual_revenue and a rate to USD, country), " +
      "contacts (title, department, is_budget_owner), the brief, and of handoffs decision_involvement, active_evaluation, decision_by, budget_cycle, " +
      "duration_minutes, invite_accepted_at and invite_stakeholders; or other rules under qualification",
  },
  readiness: {
    present: knownCriteria("readiness"),
    supply:
      "What every readiness criterion is judged by, for at least some handoffs: accounts, contacts, opportunities, the brief, handoffs.invite_accepted_at and " +
      "routing rules (an export of territories); or other rules under readiness",
  },
  touches: {
    present: "bool_or(touches_to_meeting > 0)",
    supply: "The SDRs' calls and e-mails: an export of activities with actor_id and contact_id",
  },
  opportunities: {present: "bool_or(opportunity_at is not null)", supply: "An export of opportunities with created_at"},
  closed: {
    present: "bool_or(is_closed or is_won)",
    supply: "How opportunities ended: opportunities.is_won and opportunities.closed_at",
  },
  won: {present: "bool_or(won_at is not null)", supply: "Won opportunities: opportunities.is_won and opportunities.closed_at"},
  amounts: {present: "bool_or(amount is not null)", supply: "What opportunities are worth: opportunities.amount"},
  conversations: {
    present: "bool_or(conversation_at is not null)",
    supply: "When an SDR first spoke with the lead: leads.conversation_at",
  },
  bookings: {present: "bool_or(meetings_booked > 0)", supply: "Which lead a meeting came from: handoffs.lead_id"},
  touched_leads: {present: "bool_or(first_touch_at is not null)", supply: "When a lead was first worked: leads.first_touch_at"},
  qualified_leads: {present: "bool_or(qualified_at is not null)", supply: "When a lead was qualified: leads.qualified_at"},
  created_leads: {present: "bool_or(created_at is not null)", supply: "When a lead came in: leads.created_at"},
  assigned_leads: {present: "bool_or(assigned_at is not null)", supply: "When a lead was given to its SDR: leads.assigned_at"},
} as const satisfies Record<string, Need>;
