/** The behaviours that are no field of the brief: one entry each. */
import {OTHER_PRACTICES} from "./behaviours-practice.js";
import type {Behaviour, Counted} from "./behaviours-shape.js";

/** Handoffs whose brief is judged. */
const JUDGED = "handoffs.outcome in ('held', 'no_show')";
const HANDOFF = {from: "handoffs", eligible: JUDGED, dated_by: "handoffs.meeting_at"} as const;

type Other = keyof typeof OTHER_PRACTICES;
const other = (behaviour: Other, label: string, counted: Counted, more: Partial<Behaviour> = {}): Behaviour => ({
  behaviour,
  label,
  counted,
  mix: counted.from === "leads" ? "source" : "motion",
  themes: [],
  association: null,
  weight: 1,
  is_partly_known: false,
  practice: OTHER_PRACTICES[behaviour],
  ...more,
});

/** What is no field of the brief. */
export const OTHERS: readonly Behaviour[] = [
  other(
    "specificity",
    "Pain specific enough to act on",
    {...HANDOFF, eligible: `${JUDGED} and coalesce(pains.is_filled, false)`, done: "not pains.is_vague", present: "true"},
    {themes: ["pain"], association: {field: "pain_primary", is_of_another: true}},
  ),
  other(
    "copied_texts",
    "Texts written for this account",
    {...HANDOFF, done: "not coalesce(briefs.has_copy, false)", present: "true"},
    {
      themes: ["thin", "pain"],
      association: {field: "pain_primary", is_of_another: true},
      lapse: "Texts copied from another brief",
    },
  ),
  other(
    "placeholders",
    "No placeholders in required fields",
    {...HANDOFF, done: "not coalesce(briefs.has_placeholder, false)", present: "true"},
    {themes: ["thin", "budget", "timeline", "economic_buyer"], lapse: "Placeholders left in required fields"},
  ),
  other(
    "brief_lead_time",
    "Brief there a day before the meeting",
    {
      ...HANDOFF,
      eligible: `${JUDGED} and handoffs.is_written_day_before is not null`,
      done: "handoffs.is_written_day_before",
      present: "bool_or(is_written_day_before)",
    },
    {themes: ["late"], association: {practice: "brief_day_before"}, is_partly_known: true},
  ),
  other(
    "confirmation_sent",
    "Confirmation sent before the meeting",
    {
      ...HANDOFF,
      done: "coalesce(handoffs.confirmation_sent_at < handoffs.meeting_at, false)",
      present: "bool_or(confirmation_sent_at is not null)",
    },
    {themes: ["meeting", "next_steps"], association: {practice: "confirmation_sent"}},
  ),
  other(
    "verbal_sync",
    "Talk with the AE before the meeting",
    {
      ...HANDOFF,
      done: "coalesce(handoffs.sync_call_at < handoffs.meeting_at, false)",
      present: "bool_or(sync_call_at is not null)",
    },
    {themes: ["sync"], association: {practice: "verbal_sync"}},
  ),
  other("speed_to_lead", "First touch within a day of the lead's assignment", {
    from: "leads",
    eligible: "leads.first_touch_at is not null and coalesce(leads.assigned_at, leads.created_at) <= leads.first_touch_at",
    done: "leads.first_touch_at <= coalesce(leads.assigned_at, leads.created_at) + interval 24 hour",
    dated_by: "leads.first_touch_at",
    present: "bool_or(first_touch_at is not null)",
  }),
  other("touches_before_booking", "Three touches or more before the booking", {
    from: "handoffs",
    eligible: "handoffs.touches_to_meeting is not null",
    done: "handoffs.touches_to_meeting >= 3",
    dated_by: "handoffs.booked_at",
    present: "bool_or(touches_to_meeting > 0)",
  }),
  other("feedback_response", "What an AE missed is in the next brief", {from: "answers"}, {mix: null, weight: 0.5}),
  other(
    "fit",
    "Companies that fit",
    {from: "criteria", criteria: ["employees", "industry", "revenue", "geography"], rule: "not_failed"},
    {themes: ["fit", "company"]},
  ),
  other(
    "authority",
    "Contacts with a say",
    {from: "criteria", criteria: ["seniority", "department"], rule: "not_failed"},
    {themes: ["fit", "contact"]},
  ),
  ...(
    [
      ["invitation", "Invitation accepted", ["meeting"]],
      ["stakeholders", "Stakeholders named for the meeting", ["stakeholders"]],
      ["duration", "30 to 45 minutes agreed", ["meeting"]],
      ["decision_involvement", "Part in the decision confirmed", ["economic_buyer"]],
      ["active_evaluation", "Active evaluation confirmed", ["timeline", "fit"]],
      ["decision_date", "Decision date within six months", ["timeline"]],
      ["budget_cycle", "Budget cycle asked about", ["budget"]],
      ["crm_records", "Company and contact in the CRM", ["contact", "company"]],
      ["opportunity", "Opportunity with notes", []],
    ] as const
  ).map(([criterion, label, themes]) =>
    other(criterion, label, {from: "criteria", criteria: [criterion], rule: "met"}, {themes, weight: 0.5}),
  ),
];
