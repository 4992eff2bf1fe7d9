import type {
  CoachingData,
  ComingLine,
  ComingMeeting,
  ComingTask,
  FocusData,
  HandoffLine,
} from "../../pipeline/contract/datasets.js";
import {makeMeeting} from "./brief.js";

/** A handoff as a line; whatever a test does not name is Ada's, held, with a full brief (three fields, two of them required). */
export function makeLine(values: Partial<HandoffLine> = {}): HandoffLine {
  return {
    handoff_id: "h1",
    account_id: "a1",
    contact_id: "c1",
    opportunity_id: null,
    meeting_id: "m1",
    account: "Acme",
    contact: "Pat Buyer",
    contact_title: "CFO",
    sdr: "Ada Berg",
    sdr_slug: "ada-berg",
    ae: "Cleo Diaz",
    source: "event",
    meeting_at: "2025-09-24T08:00:00Z",
    outcome: "held",
    outcome_reason: "status",
    is_sql: false,
    is_opportunity: false,
    is_won: false,
    rejection_reason: null,
    disqualification_reason: null,
    is_answered: false,
    is_closed: false,
    is_sql_over: false,
    quality_score: null,
    qualification_accuracy: null,
    missing: null,
    helpful: null,
    fields: "fff",
    is_judged_late: false,
    is_disputed: false,
    ...values,
  };
}

const line = (values: Partial<ComingMeeting>): ComingLine => {
  const {values: _values, ...own} = makeMeeting(values);
  return own;
};
const budget = (due_at: string): ComingTask => ({who: "sdr", what: "brief", of: ["budget"], due_at});

/** Three meetings to come, the first and the last without a budget; the first should have had it a day ago. */
export const COMING: ComingLine[] = [
  line({handoff_id: "h7", meeting_at: "2025-10-01T12:30:00Z", fields: "FMm", tasks: [budget("2025-09-30T12:30:00Z")]}),
  line({handoff_id: "h8", meeting_at: "2025-10-01T13:00:00Z", sdr: "Bo Chen", sdr_slug: "bo-chen", fields: "FFm", tasks: []}),
  line({handoff_id: "h9", meeting_at: "2025-10-06T08:00:00Z", account: "Zenith", tasks: [budget("2025-10-03T15:00:00Z")]}),
];

export const RECENT: HandoffLine[] = [
  makeLine({handoff_id: "h3", is_sql: true, helpful: "Knew who signs", is_answered: true, quality_score: 9}),
  makeLine({
    handoff_id: "h2",
    fields: "fnm",
    rejection_reason: "No budget",
    missing: "Who pays?",
    is_answered: true,
    quality_score: 4,
    is_disputed: true,
  }),
  makeLine({handoff_id: "chain:m1", meeting_id: null, outcome: "no_show", fields: "fmf", account: null, account_id: null}),
];

export const FOCUS: FocusData = {
  behaviour: "budget", label: "Budget in the brief", practice: "Ask how the last purchase was paid for.", eligible: 20, done: 6, value: 0.34, lower: 0.19, upper: 0.5,
  sure: 0.99, association: {difference: 0.04, lower: 0.01, upper: 0.07}, comments: 5, commented: 12, since: "2025-08-25", is_since_before: false, is_unmoved: false, review_on: "2025-10-06", agreed: null, dismissed: null,
  colleagues: {people: 6, eligible: 100, done: 70, band: {lower: 0.6, upper: 0.8, people: 6}}, evidence: [], run: null,
}; // prettier-ignore
export const COACHING: CoachingData = {focus: FOCUS, next: [{...FOCUS, label: "Champion in the brief"}], no_focus: null, moved: null, verdicts: []}; // prettier-ignore
