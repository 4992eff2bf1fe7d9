/** The weights of the focus engine, as data. */
export interface Rules {
  weeks: number;
  review_weeks: number;
  reviews: number;
  first_review: string;
  least: number;
  margin: number;
  sure: number;
  sure_with_comments: number;
  keep: number;
  moved: number;
  stalled: number;
  association: {per_share: number; cap: number};
  comments: {per_share: number; cap: number; prior: number; excess: number};
  people: number;
  dismissed_weeks: number;
  starter_days: number;
}

export const RULES: Rules = {
  /** Weeks at work that are looked back on. */
  weeks: 26,
  /** Weeks from one review date to the next, and how many review dates are gone through again. */
  review_weeks: 6,
  reviews: 5,
  /** The Monday that review dates are counted from, so that they are the same for every build. */
  first_review: "2024-01-01",
  /** Fewest cases that a behaviour is judged on. */
  least: 10,
  /** A gap counts from here on, in shares: less is not worth a 1:1. */
  margin: 0.1,
  /** Chance that the gap is larger than the margin from which a behaviour stands out, and at which one in focus is kept. */
  sure: 0.95,
  sure_with_comments: 0.9,
  keep: 0.8,
  /** Share of the gap that must be closed, beside a signal, for a focus to have moved: some chart shows a signal by chance. */
  moved: 0.5,
  /** Review dates after which a focus that nobody agreed on and that has not moved is to be agreed on, dismissed or left. */
  stalled: 3,
  /** Most that the association with SQL adds: keen buyers disclose more, so it must not decide alone. */
  association: {per_share: 2, cap: 0.3},
  /** What AEs say was missing leads: it may double the score. Comments of others that an SDR's own few are held against. */
  comments: {per_share: 3, cap: 1, prior: 10, excess: 0.1},
  /** Fewest people that a quartile is taken of. */
  people: 4,
  /** Weeks that a dismissed behaviour stays out where no review date was named. */
  dismissed_weeks: 26,
  /** Days in the job up to which whoever has too few handoffs is shown the first-week path. */
  starter_days: 90,
};
