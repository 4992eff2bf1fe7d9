/** What a fair person may conclude: practices, fields, raters, incidence. Documents of the inference room's tables. */
import type {MetricName} from "./metrics.js";

/** What stands beside a person's plain number: each with its 90 % interval. */
export interface Beside {
  what: "shrunk" | "adjusted" | "mix_expected" | "against_mix";
  value: number;
  lower: number | null;
  upper: number | null;
  /** Of the shrunk one: posterior chance of being below the confirmed target; null without one. */
  prob_below_target?: number | null;
}

/** A difference between two ways of working, adjusted for AE, source and segment; an association, never a cause. */
export interface AdjustedDifference {
  n_with: number;
  n_without: number;
  /** In shares, with its 90 % interval. */
  difference: number;
  lower: number;
  upper: number;
}

export interface PracticeLine extends AdjustedDifference {
  practice: string;
  label: string;
  against: string;
  /** Metric whose members are compared, and whose success is the outcome. */
  outcome: Extract<MetricName, "show_rate" | "meeting_to_sql_rate">;
  share_with: number;
  share_without: number;
}

export interface AssociationLine extends AdjustedDifference {
  field: string;
}

/** A fifth of the leads by their score. */
export interface ScoreFifth {
  lowest: number;
  highest: number;
  qualified: number;
  n: number;
  value: number;
  lower: number;
  upper: number;
}

/** A number that would have come on top, with its 90 % interval. */
export interface Extra {
  value: number;
  lower: number;
  upper: number;
}

/** `data/practices.json`. */
export interface PracticesData {
  practices: PracticeLine[];
  /** Fields of the brief by motion; the company, called "", first. */
  fields: {motion: string; lines: AssociationLine[]}[];
  /** What fully documented briefs would be worth if the association held; null where nothing can be said. */
  worth: {handoffs: number; sqls: Extra; opportunities: Extra | null; amount: Extra | null; currency: string} | null;
  /** Null without scores. */
  score: {fifths: ScoreFifth[]; concordance: Extra | null} | null;
}

export interface RaterLine {
  ae: string;
  slug: string | null;
  n: number;
  sdrs: number;
  mean: number;
  /** In rating points above (lenient) or below (severe) the average AE. */
  severity: number;
  lower: number | null;
  upper: number | null;
  /** SD of the AE's ratings, SDRs allowed for. */
  spread: number | null;
  /** Raters of two pieces cannot be compared. */
  piece: number;
}

/** `data/raters.json`: for RevOps alone. */
export interface RatersData {
  raters: RaterLine[];
  /** Null without ratings. */
  fit: {
    n: number;
    mean: number;
    sdr_sd: number;
    ae_sd: number;
    error_sd: number;
    /** Share of the ratings' variance that two AEs who rate the same SDR have in common; null where ratings never vary. */
    agreement: number | null;
    /** Its 90 % interval; null with one SDR, or where ratings never vary. */
    agreement_lower: number | null;
    agreement_upper: number | null;
    /** The same with differences in severity left out. */
    consistency: number | null;
    pieces: number;
    /** Why there are no intervals; empty where there are. */
    reason: string;
  } | null;
}

/** `data/incidence.json`. How many of a cohort's meetings had come to an event by a day after them; competing events add up to no more than all. */
export interface IncidenceCurve {
  cohort: "all" | "month" | "source" | "motion";
  cohort_id: string;
  event: string;
  /** Members of the cohort. */
  n: number;
  points: {day: number; value: number; lower: number; upper: number; at_risk: number}[];
}

/** SDRs of a team among the limits of chance for all SDRs: it stands in for a league table. */
export interface FunnelPlotData {
  metric: string;
  period: "trailing_90d" | "all";
  /** Rate of all SDRs of the company. */
  centre: number;
  /** Limits of chance, by n; 95 % and 99.8 %, with what SDRs differ beyond it. */
  limits: {n: number; lower_95: number; upper_95: number; lower_998: number; upper_998: number}[];
  /** The team's own, by name. */
  people: {slug: string; name: string; n: number; value: number; place: "inside" | "outside_95" | "outside_998"}[];
}

/** A run chart of weeks, pooled until they hold enough, with its own baseline. */
export interface RunData {
  metric: string;
  points: {
    from_on: string;
    to_on: string;
    n: number;
    value: number;
    centre: number;
    lower: number;
    upper: number;
    phase: number;
  }[];
  /** Points are counted from 0. */
  signals: {kind: "outside" | "run" | "near_limit"; from: number; to: number; side: "above" | "below"}[];
}
