/** What the page on routing is given. */
import type {Headline} from "./datasets.js";

/** Whether an AE's share of a territory's handoffs differs from what was due by more than chance. */
export type BalanceReading = "too_few" | "even" | "more" | "less";

/** `data/routing.json`: whether handoffs went where the rules say, how evenly and how fast, and what AEs decided. */
export interface RoutingData {
  headlines: Headline[];
  /** Whether any territory rule is known, from an export or the configuration. */
  has_rules: boolean;
  verdicts: {kept: number; broken: number; no_rule: number};
  /** Why no rule was found, most frequent first. */
  no_rule: {reason: string; count: number}[];
  /** Share got against share due while the AE was in the rotation; `chances` counts the handoffs of that time. */
  balance: {
    territory: string;
    ae: string;
    handoffs: number;
    chances: number;
    share_got: number;
    share_due: number;
    lower: number;
    upper: number;
    reading: BalanceReading;
  }[];
  /** Handoffs that went to an AE outside the rotation, newest first; at most 200. */
  broken: {
    handoff_id: string;
    account_id: string | null;
    account: string | null;
    sdr: string | null;
    sdr_slug: string | null;
    ae: string | null;
    territory: string;
    rule: string;
    /** Whose turn it was. */
    expected: string;
    /** The whole rotation by name, that AE too. */
    rotation: string[];
    routed_at: string;
  }[];
  /** SDRs with a broken rule, by name. */
  broken_by_sdr: {sdr: string; sdr_slug: string | null; kept: number; with_rule: number}[];
  /** Handoffs that changed hands. `chains` names the AEs in order, longest first; at most 100. */
  reassignments: {
    handoffs: number;
    of: number;
    chains: {handoff_id: string; account_id: string | null; account: string | null; aes: string[]; meeting_at: string}[];
  };
  /** What AEs have at hand, by name. `per_week` is over the last twelve weeks. */
  load: {
    ae: string;
    coming: number;
    coming_7_days: number;
    open_decisions: number;
    overdue_decisions: number;
    /** Never decided, and no longer asked for. */
    lapsed_decisions: number;
    per_week: number;
  }[];
  decisions: DecisionData;
}

/** What AEs decided about the handoffs they got. */
export interface DecisionData {
  accepted: number;
  rejected: number;
  open: number;
  overdue: number;
  /** Never decided, and no longer asked for so many weeks after the meeting. */
  lapsed: number;
  asked_weeks: number;
  /** Those due last first, since they can be mended best; in business hours; at most 200. */
  overdue_list: {
    handoff_id: string;
    account_id: string | null;
    account: string | null;
    ae: string | null;
    meeting_at: string;
    due_at: string;
    hours_overdue: number;
  }[];
  /** Accepted together with many others at once. */
  auto_accepted: number;
  /** Of each AE and day, newest first; at most 100. */
  bursts: {ae: string; day: string; handoffs: number}[];
  reasons: {reason: string; count: number}[];
}
