import type {MetricEntry} from "./metric.js";
import {NEEDS} from "./needs.js";

/** From the lead to the booking. */
export const LEAD_METRICS = [
  {
    name: "meeting_booking_rate", label: "Meetings per conversation", short: "Booked", group: "conversion",
    direction: "up", unit: "share", kind: "ratio", leading: true,
    meaning: "Meetings booked for each lead the SDR had a conversation with.",
    formula: "meetings booked ÷ conversations", counted: "conversations",
    from: "marts.leads", members: "conversation_at is not null", dated_by: "conversation_at",
    numerator: "meetings_booked", denominator: "1",
    needs: [NEEDS.conversations, NEEDS.bookings],
  },
  {
    name: "lead_qualification_rate", label: "Lead qualification rate", short: "Qualified", group: "conversion",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], window_days: 30, leading: true,
    meaning: "The share of worked leads that were qualified within 30 days of the first touch.",
    formula: "qualified within 30 days ÷ leads first touched at least 30 days ago", counted: "leads",
    from: "marts.leads", members: "first_touch_at is not null", dated_by: "first_touch_at", due: "first_touch_at + {window}",
    known: "known_at", success: "qualified_at <= {due}",
    needs: [NEEDS.touched_leads, NEEDS.qualified_leads],
  },
  {
    name: "speed_to_lead_hours", label: "Speed to lead", short: "Speed", group: "speed",
    direction: "down", unit: "hours", kind: "median", leading: true,
    meaning: "Hours from the lead's creation to the first touch, of the leads that were touched.",
    formula: "median hours from lead created to first touch", counted: "leads touched",
    from: "marts.leads", members: "created_at is not null and first_touch_at is not null", dated_by: "created_at",
    value: "epoch(first_touch_at - created_at) / 3600",
    needs: [NEEDS.created_leads, NEEDS.touched_leads],
  },
  {
    name: "created_to_assigned_hours", label: "Speed to lead: until assigned", short: "To assigned", group: "speed",
    direction: "down", unit: "hours", kind: "median",
    meaning: "The part of speed to lead before the SDR had the lead: hours from its creation to its assignment.",
    formula: "median hours from lead created to lead assigned, of the leads touched", counted: "leads touched",
    from: "marts.leads", members: "created_at is not null and assigned_at is not null and first_touch_at is not null",
    dated_by: "created_at", value: "epoch(assigned_at - created_at) / 3600",
    needs: [NEEDS.created_leads, NEEDS.assigned_leads, NEEDS.touched_leads],
  },
  {
    name: "assigned_to_touched_hours", label: "Speed to lead: once assigned", short: "To touched", group: "speed",
    direction: "down", unit: "hours", kind: "median", leading: true,
    meaning: "The part of speed to lead in the SDR's own hands: hours from the assignment to the first touch.",
    formula: "median hours from lead assigned to first touch, of the leads touched", counted: "leads touched",
    from: "marts.leads", members: "created_at is not null and assigned_at is not null and first_touch_at is not null",
    dated_by: "created_at", value: "epoch(first_touch_at - assigned_at) / 3600",
    needs: [NEEDS.created_leads, NEEDS.assigned_leads, NEEDS.touched_leads],
  },
] as const satisfies readonly MetricEntry[];
