import {STATUS_TERMS} from "./terms-status.js";

/** The field's words, in ours. A word that a metric defines leads there. */
export interface Term {
  /** Anchor in the glossary. */
  id: string;
  name: string;
  meaning: string;
  /** Metric that measures it. */
  metric?: string;
}

/** Words of the trade, and of the numbers. */
export const TERMS: readonly Term[] = [
  ...STATUS_TERMS,
  {
    id: "handoff",
    name: "Handoff",
    meaning:
      "A prospect passed from the SDR who booked the meeting to the AE who takes it. However often the meeting is moved, it stays one handoff, judged by its first meeting held, else by its last.",
  },
  {
    id: "sales_development",
    name: "Sales development",
    meaning:
      "The work before an AE is involved: finding prospects, first conversations, qualifying, booking. Its people are SDRs.",
  },
  {
    id: "ae",
    name: "Account executive (AE)",
    meaning: "Takes over at the first meeting, finds out what the prospect needs, and leads the opportunity to a decision.",
  },
  {
    id: "sal",
    name: "Sales-accepted lead (SAL)",
    meaning: "A handoff whose AE has said yes to working on it. Saying no, with a reason, is an answer too.",
    metric: "acceptance_rate",
  },
  {
    id: "sql",
    name: "Sales-qualified lead (SQL)",
    meaning:
      "A handoff that the AE, after the first real conversation, confirms as worth pursuing. The configuration says what marks it.",
    metric: "meeting_to_sql_rate",
  },
  {
    id: "opportunity",
    name: "Opportunity",
    meaning: "A possible sale with an amount and a stage, opened once the AE pursues it.",
    metric: "sql_to_opportunity_rate",
  },
  {
    id: "ready",
    name: "Ready",
    meaning:
      "A meeting whose handoff meets every item of the readiness checklist; an item that no export tells is not met. What goes beyond the list, such as a vague field, may be worth doing and makes no meeting unready.",
    metric: "readiness_rate",
  },
  {
    id: "lead_scoring",
    name: "Lead scoring",
    meaning: "Points for how well a lead fits and how much interest it shows, so that SDRs know whom to call first.",
  },
  {
    id: "discovery_call",
    name: "Discovery call",
    meaning:
      "The first meeting that the AE leads: why the prospect would change, who decides, by when. What the brief says need not be asked again.",
  },
  {
    id: "bant",
    name: "BANT",
    meaning:
      "Budget, authority, need, timeline: four questions that many SDRs settle before they hand over. The brief asks all four, and who else has a say.",
  },
  {
    id: "msq",
    name: "Meeting-scheduled qualification (MSQ)",
    meaning:
      "What must hold before a meeting is handed over: the company fits, the contact has a say, a need is named, there is a date, and the meeting is agreed.",
  },
  {
    id: "booking_rate",
    name: "Meeting booking rate",
    meaning: "How many meetings come of an SDR’s conversations.",
    metric: "meeting_booking_rate",
  },
  {
    id: "qualification_rate",
    name: "Lead qualification rate",
    meaning: "How many of the leads that were worked on turn out to be worth a meeting.",
    metric: "lead_qualification_rate",
  },
  {
    id: "brief",
    name: "Handoff brief",
    meaning:
      "What the SDR writes down for the AE: the company, the contact, need and timing, who decides, what was said so far, and where to begin.",
    metric: "documentation_completeness",
  },
  {
    id: "champion",
    name: "Champion",
    meaning: "Someone at the prospect who wants the purchase and speaks for it when we are not in the room.",
  },
  {
    id: "economic_buyer",
    name: "Economic buyer",
    meaning: "The person who can release the money, and has the last word on it.",
  },
  {
    id: "in_flight",
    name: "In flight",
    meaning:
      "Counted neither as success nor as failure yet: its time is not over, or the export that would show it is older than its deadline.",
  },
  {
    id: "provisional",
    name: "Provisional",
    meaning: "Some members are still in flight, so that the number can change. A hollow dot says the same.",
  },
  {
    id: "interval",
    name: "Interval",
    meaning:
      "The range that the true rate plausibly lies in, given how few were counted: nine such ranges of ten hold it. Two numbers whose ranges overlap widely are not to be told apart.",
  },
  {
    id: "as_counted",
    name: "As counted",
    meaning:
      "A person’s plain number: successes out of cases, or a plain mean, on own pages, 1:1 sheets and lists. The same person’s number reads otherwise where a head says that chance is taken out, or that AEs or the mix are allowed for.",
  },
  {
    id: "shrunk",
    name: "Chance taken out",
    meaning:
      "A person’s rate, drawn towards what is usual for the same sources, the more the fewer were counted: so that two lucky meetings do not look like a talent. It stands on scorecards; statistics calls it shrunk.",
  },
  {
    id: "adjusted",
    name: "AEs allowed for",
    meaning:
      "A rating with what each AE tends to give taken out, so that a severe rater does not count against an SDR. It stands on scorecards; statistics calls it adjusted.",
    metric: "adjusted_quality_score",
  },
  {
    id: "mix_allowed",
    name: "Mix allowed for",
    meaning:
      "The rate of all SDRs, and how far a person’s own lies from what others had with the same sources, segments and AEs: so that hard leads do not look like poor work. It stands in funnel plots.",
  },
  {
    id: "mix",
    name: "Mix",
    meaning: "Which sources, segments and AEs somebody’s handoffs had: what an average colleague would have got from the same.",
  },
  {
    id: "focus",
    name: "Focus",
    meaning:
      "The one behaviour that is worked on until the next look: chosen by how wide its gap is, how often it is called for, and how it goes with an SQL.",
  },
  {
    id: "rotation",
    name: "Rotation",
    meaning: "The AEs who take the handoffs of a territory in turn, as the routing rule names them.",
  },
  {
    id: "not_disclosed",
    name: "Asked, not told",
    meaning: "The SDR asked and the prospect would not say. It counts as filled, since the AE knows where they stand.",
  },
  {
    id: "no_show",
    name: "No-show",
    meaning: "A meeting that the prospect did not come to and nobody moved. It counts as not held.",
    metric: "show_rate",
  },
  {
    id: "our_side",
    name: "Missed by us",
    meaning: "A meeting that our own side cancelled or missed. It is in no rate, and counted apart.",
  },
];
