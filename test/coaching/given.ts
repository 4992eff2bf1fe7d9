import {RULES, type Rules} from "../../pipeline/coaching/rules.js";
import type {Commitment} from "../../pipeline/contract/commitment.js";
import type {FocusInput, Situation} from "../../pipeline/coaching/focus-types.js";
import type {Candidate, Tally} from "../../pipeline/coaching/types.js";
import type {RankInput} from "../../pipeline/coaching/rank.js";
import type {WeekCount} from "../../pipeline/stats/weeks.js";

/** Somebody settled, at work, with enough handoffs. */
export const SETTLED: Situation = {is_current: true, is_sdr: true, absences: [], started_on: "2024-01-01", handoffs: 60};
/** Review dates of the tests: four, six weeks apart. */
export const DAYS = ["2026-04-20", "2026-06-01", "2026-07-13", "2026-08-24"];
export const TODAY = "2026-10-01";

export const candidate = (behaviour: string, more: Partial<Candidate> = {}): Candidate => ({
  behaviour, themes: [behaviour], eligible: 60, done: 20, value: 0.35, lower: 0.25, upper: 0.45, quartile: 0.9, quartile_of: "team", people: 6, gap: 0.55,
  occurrence: 1, association: null, association_lower: null, association_upper: null, comments: 0, commented: 0, others_share: null, sure: 1, score: 0.5, stands_out: true, ...more,
}); // prettier-ignore

export const agreed = (behaviour: string, agreed_on: string, more: Partial<Commitment> = {}): Commitment => ({
  sdr_id: "ada", behaviour, agreed_on, review_on: null, note: null, status: "open", ...more,
}); // prettier-ignore

/** Weeks of three cases each from a Monday on, a share of them done in each. */
export const weeks = (from: string, shares: readonly number[], n = 5): WeekCount[] =>
  shares.map((share, index) => ({
    week_on: new Date(Date.parse(from) + index * 7 * 86_400_000).toISOString().slice(0, 10),
    n,
    sum: Math.round(share * n),
  }));
export const repeat = (share: number, count: number): number[] => Array.from({length: count}, () => share);

/** The candidates of each review date, best first. */
export const asked = (candidates: readonly Candidate[][], more: Partial<FocusInput> = {}): FocusInput => ({
  situation: SETTLED,
  reviews: candidates.map((list, index) => ({review_on: DAYS[index + DAYS.length - candidates.length]!, candidates: list})),
  commitments: [],
  weeksOf: () => [],
  today: TODAY,
  rules: RULES,
  ...more,
});

/** One behaviour of several people, each with done and eligible; the expectation is everybody's share. */
export function ranked(
  people: Record<string, readonly [done: number, eligible: number]>,
  more: Partial<RankInput> = {},
  rules: Rules = RULES,
): RankInput {
  const entries = Object.entries(people);
  const share = entries.reduce((sum, [, [done]]) => sum + done, 0) / Math.max(1, entries.reduce((sum, [, [, n]]) => sum + n, 0)); // prettier-ignore
  const tallies = entries.map(([sdr_id, [done, eligible]]): Tally => ({
    sdr_id,
    behaviour: "budget",
    done,
    eligible,
    expected: share * eligible,
  }));
  return {
    behaviours: [{behaviour: "budget", themes: ["budget"], weight: 1, is_partly_known: false}],
    tallies,
    teams: new Map(entries.map(([sdr]) => [sdr, "North"])),
    handoffs: new Map(entries.map(([sdr, [, n]]) => [sdr, n])),
    comments: [],
    commented: new Map(),
    associations: [],
    wanted: new Set(),
    rules,
    ...more,
  };
}
