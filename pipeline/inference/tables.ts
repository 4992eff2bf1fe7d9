/** Columns of what the room writes into `marts`; a table without rows has them too. */
import type {ColumnKind} from "./write.js";

type Columns = Readonly<Record<string, ColumnKind>>;
const interval: Columns = {value: "double", lower: "double", upper: "double"};
const difference: Columns = {difference: "double", lower: "double", upper: "double"};
const subject: Columns = {metric: "text", scope: "text", scope_id: "text"};

export const TABLES = {
  incidence: {start: "text", cohort: "text", cohort_id: "text", event: "text", day: "integer", ...interval, at_risk: "integer", n: "integer"},
  run_points: {
    ...subject, point: "integer", from_on: "text", to_on: "text", n: "integer", sum: "double", ...interval, centre: "double", phase: "integer",
  },
  run_signals: {...subject, kind: "text", from: "integer", to: "integer", side: "text"},
  funnel_plots: {
    metric: "text", period: "text", sdr_id: "text", n: "integer", value: "double", centre: "double", lower_95: "double", upper_95: "double",
    lower_998: "double", upper_998: "double", dispersion: "double", place: "text",
  },
  practices: {
    practice: "text", label: "text", against: "text", outcome: "text", n_with: "integer", n_without: "integer", share_with: "double",
    share_without: "double", ...difference,
  },
  associations: {
    motion: "text", field: "text", n_with: "integer", n_without: "integer", log_odds: "double", log_odds_lower: "double",
    log_odds_upper: "double", ...difference,
  },
  mix_expected: {metric: "text", period: "text", sdr_id: "text", n: "integer", value: "double", expected: "double", ...difference},
  raters: {
    ae_id: "text", n: "integer", sdrs: "integer", mean: "double", severity: "double", lower: "double", upper: "double", spread: "double", piece: "integer",
  },
  rating_fit: {
    n: "integer", mean: "double", sdr_sd: "double", ae_sd: "double", error_sd: "double", agreement: "double", agreement_lower: "double", agreement_upper: "double", consistency: "double",
    pieces: "integer", reason: "text",
  },
  score_calibration: {
    bucket: "integer", lowest: "double", highest: "double", qualified: "integer", n: "integer", ...interval, concordance: "double",
    concordance_lower: "double", concordance_upper: "double",
  },
  brief_worth: {
    handoffs: "integer", sqls: "double", sqls_lower: "double", sqls_upper: "double", opportunities: "double", opportunities_lower: "double",
    opportunities_upper: "double", amount: "double", amount_lower: "double", amount_upper: "double", currency: "text",
  },
} as const satisfies Record<string, Columns>; // prettier-ignore

/** What the focus engine writes. */
export const COACHING_TABLES = {
  commitments: {
    commitment: "integer", sdr_id: "text", named: "text", behaviour: "text", agreed_on: "text", review_on: "text", note: "text", status: "text",
    problem: "text",
  },
  commitment_verdicts: {
    commitment: "integer", sdr_id: "text", behaviour: "text", agreed_on: "text", review_on: "text", status: "text", verdict: "text", why: "text",
    before_n: "integer", before_done: "integer", after_n: "integer", after_done: "integer",
  },
  focuses: {
    sdr_id: "text", place: "integer", behaviour: "text", reason: "text", since: "text", is_since_before: "integer", is_unmoved: "integer", review_on: "text",
    commitment: "integer", eligible: "integer", done: "integer", ...interval, quartile: "double", quartile_of: "text", people: "integer",
    gap: "double", occurrence: "double", association: "double", association_lower: "double", association_upper: "double", comments: "integer", commented: "integer", others_share: "double",
    sure: "double", score: "double", moved_behaviour: "text", moved_since: "text",
  },
  behaviour_points: {
    sdr_id: "text", behaviour: "text", since: "text", point: "integer", from_on: "text", to_on: "text", n: "integer", sum: "double", ...interval,
    centre: "double", phase: "integer", is_after: "integer",
  },
  behaviour_signals: {sdr_id: "text", behaviour: "text", since: "text", kind: "text", from: "integer", to: "integer", side: "text"},
} as const satisfies Record<string, Columns>; // prettier-ignore
export type TableName = keyof typeof TABLES | keyof typeof COACHING_TABLES;
