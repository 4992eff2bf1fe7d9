import type {MetricEntry} from "./metric.js";
import {HELD_OR_NO_SHOW, JUDGED, NEEDS} from "./needs.js";

/** From booking to acceptance. */
export const MEETING_METRICS = [
  {
    name: "show_rate", label: "Meeting show rate", short: "Show", group: "meetings",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], target: 0.75, headline: true,
    meaning: "Of the meetings that took place or were missed by the prospect, the share that took place.",
    formula: "handoffs held ÷ handoffs held or no-show", counted: "meetings",
    from: "marts.handoffs", members: HELD_OR_NO_SHOW, dated_by: "meeting_at", success: "is_held",
    needs: [NEEDS.outcomes],
  },
  {
    name: "first_slot_show_rate", label: "First-slot show rate", short: "First slot", group: "meetings",
    direction: "up", unit: "share", kind: "rate", range: [0, 1],
    meaning: "The share of meetings held at the time first agreed, before any rescheduling.",
    formula: "first slot held ÷ handoffs held or no-show whose first slot was not cancelled early or by us", counted: "meetings",
    from: "marts.handoffs", members: "is_first_slot_counted", dated_by: "first_slot_at", success: "is_first_slot_held",
    needs: [NEEDS.outcomes],
  },
  {
    name: "acceptance_rate", label: "Acceptance rate", short: "Accepted", group: "meetings",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], window_business_days: 2,
    meaning: "The share of handoffs that the AE accepted in time (SAL).",
    formula: "accepted by the end of the second business day ÷ handoffs whose time to decide is over", counted: "handoffs",
    from: "marts.handoffs", members: "is_held", dated_by: "meeting_at", due: "acceptance_due_at", known: "known_at",
    when_accepted_first: {members: `handed_off_at is not null and ${JUDGED}`, dated_by: "handed_off_at"},
    success: "accepted_at <= {due}",
    needs: [NEEDS.decision],
  },
  {
    name: "time_to_accept_hours", label: "Time to accept", short: "Accept time", group: "speed",
    direction: "down", unit: "business_hours", kind: "median", window_of: "acceptance_rate", window_business_days: 2,
    meaning: "Business hours until the AE accepted, of the handoffs accepted in time: half took less, half took longer.",
    formula: "median business hours from the meeting (or the handoff) to acceptance", counted: "accepted handoffs",
    from: "marts.handoffs", members: "is_held", dated_by: "meeting_at", due: "acceptance_due_at", known: "known_at",
    when_accepted_first: {members: `handed_off_at is not null and ${JUDGED}`, dated_by: "handed_off_at"},
    success: "accepted_at <= {due}", value: "time_to_accept_hours",
    needs: [NEEDS.decision],
  },
  {
    name: "touches_to_meeting", label: "Touches to meeting", short: "Touches", group: "speed",
    direction: "down", unit: "count", kind: "median", leading: true,
    meaning: "How many of the SDR's own calls, e-mails and messages came before the first booking.",
    formula: "median of the SDR's outgoing activities with the prospect before the first booking", counted: "handoffs",
    from: "marts.handoffs", members: "touches_to_meeting is not null", dated_by: "booked_at", value: "touches_to_meeting",
    needs: [NEEDS.touches],
  },
] as const satisfies readonly MetricEntry[];
