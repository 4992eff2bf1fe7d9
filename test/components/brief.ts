import type {BriefDocument, ComingMeeting} from "../../pipeline/contract/datasets.js";

/** A brief of three fields (two of them required); whatever a test does not name is Ada's for Cleo, coming, with a pain and no budget. */
export function makeBrief(values: Partial<BriefDocument> = {}): BriefDocument {
  return {
    handoff_id: "h1",
    meeting_at: "2025-10-06T08:00:00Z",
    outcome: "pending",
    sdr: "Ada Berg",
    sdr_slug: "ada-berg",
    ae: "Cleo Diaz",
    ae_slug: "cleo-diaz",
    team: "EMEA",
    team_slug: "emea",
    account: {id: "a1", name: "Acme"},
    contact: {id: "c1", name: "Pat Buyer", title: "CFO"},
    meeting: {duration_minutes: 45},
    fields: "FMm",
    values: {primary_pain: "Renewals slip"},
    completeness: {required: 2, filled: 1, is_judged_late: false},
    ...values,
  };
}

/** A coming meeting with a budget to add; ready where a test gives no tasks. */
export function makeMeeting(values: Partial<ComingMeeting> = {}): ComingMeeting {
  return {
    handoff_id: "h1",
    meeting_at: "2025-10-06T08:00:00Z",
    duration_minutes: 45,
    account_id: "a1",
    account: "Acme",
    contact: "Pat Buyer",
    contact_title: "CFO",
    sdr: "Ada Berg",
    sdr_slug: "ada-berg",
    ae: "Cleo Diaz",
    ae_slug: "cleo-diaz",
    team_slug: "emea",
    motion: null,
    fields: "FMm",
    values: {},
    add_by: "2025-10-05T08:00:00Z",
    add_by_business: "2025-10-03T15:00:00Z",
    tasks: [{who: "sdr", what: "brief", of: ["budget"], due_at: "2025-10-03T15:00:00Z"}],
    also: [],
    ...values,
  };
}
