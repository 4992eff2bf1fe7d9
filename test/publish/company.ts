import type {Cells, Given} from "../models/given.js";

/** Ada's and Bo's autumn, exported on Monday 5 October 2026; enough to show each document's parts. */
const held = (day: string, more: Cells = {}): Cells => ({
  sdr_id: "p-ada",
  ae_id: "p-eve",
  meeting_at: `${day} 10:00:00`,
  meeting_status: "held",
  ...more,
});

export const COMPANY: Given = {
  people: [
    {person_id: "p-ada", name: "Ada Osei", role: "sdr", team: "North", manager_id: "p-mo", started_on: "2026-08-06", email: "ada@test.example.com"},
    {person_id: "p-bo", name: "Bo Lind", role: "sdr", team: "North", manager_id: "p-mo", started_on: "2020-01-01"},
    {person_id: "p-eve", name: "Eve Tran", role: "ae", team: "Sales"},
    {person_id: "p-mo", name: "Mo Díaz", role: "manager"},
  ],
  accounts: [{account_id: "acme", name: "Acme"}],
  contacts: [{contact_id: "c1", account_id: "acme", name: "Pat Buyer", title: "CFO", email: "pat@acme.example.com", phone: "555-0199"}],
  leads: [
    {lead_id: "l1", sdr_id: "p-ada", source: "event", created_at: "2026-08-01 00:00:00", first_touch_at: "2026-08-02 00:00:00", conversation_at: "2026-08-04 00:00:00", qualified_at: "2026-08-05 00:00:00"},
    {lead_id: "l2", sdr_id: "p-ada", source: "event", created_at: "2026-08-01 00:00:00", first_touch_at: "2026-08-02 00:00:00"},
  ],
  handoffs: [
    held("2026-09-01", {
      handoff_id: "h1", contact_id: "c1", lead_id: "l1", source: "event", opportunity_id: "o1", booked_at: "2026-08-20 10:00:00",
      accepted_at: "2026-09-01 12:00:00", sql_at: "2026-09-03 10:00:00", budget: "50k", timeline: "would not say",
    }),
    held("2026-09-02", {handoff_id: "h2", source: "event", rejected_at: "2026-09-03 10:00:00", rejection_reason: "No need"}),
    held("2026-09-03", {handoff_id: "h3", source: "inbound", accepted_at: "2026-09-03 12:00:00", disqualified_at: "2026-09-04 10:00:00", disqualification_reason: "No budget"}),
    held("2026-09-04", {handoff_id: "h4", source: "inbound"}),
    held("2026-09-07", {handoff_id: "h5", accepted_at: "2026-09-07 12:00:00"}),
    held("2026-09-08", {handoff_id: "h6", meeting_status: "no_show"}),
    held("2026-09-09", {handoff_id: "h7", meeting_status: "canceled", canceled_at: "2026-09-01 10:00:00"}),
    held("2026-09-10", {handoff_id: "h8", meeting_status: "no_show", no_show_by: "us"}),
    held("2026-09-11", {handoff_id: "h9", meeting_status: "scheduled"}),
    held("2026-10-01", {handoff_id: "h10", meeting_status: "held"}),
    held("2026-10-07", {handoff_id: "h11", meeting_status: "scheduled", contact_id: "c1"}),
    held("2026-10-06", {handoff_id: "h12", meeting_status: "scheduled", sdr_id: "p-bo"}),
  ],
  opportunities: [{opportunity_id: "o1", account_id: "acme", created_at: "2026-09-10 10:00:00", amount: 1000, currency: "USD"}],
  feedback: [
    {feedback_id: "f1", handoff_id: "h1", ae_id: "p-eve", submitted_at: "2026-09-01 15:00:00", quality_score: 9, qualification_accuracy: "full", most_valuable_context: "timeline;pain_points", will_advance: "yes", helpful: "Crisp notes"},
    {feedback_id: "f2", handoff_id: "h2", ae_id: "p-eve", submitted_at: "2026-09-02 15:00:00", quality_score: 4, qualification_accuracy: "not", most_valuable_context: "timeline", will_advance: "no", missing: "No budget named"},
  ],
}; // prettier-ignore
