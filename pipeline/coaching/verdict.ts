/** Whether a behaviour moved after something was agreed on: the SDR's own weeks before and after. Pure. */
import {newcombeDifference} from "../stats/proportion.js";
import {BASELINE, judgeRun, type JudgedPoint, type Signal} from "../stats/run-chart.js";
import {POINT_MEMBERS, poolWeeks, type ChartPoint, type WeekCount} from "../stats/weeks.js";

export const VERDICTS = ["signal", "no_signal", "too_early", "regressed"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Cases of some weeks in a row: the first and the last of them by their first day, null where there are none. */
export interface Part {
  n: number;
  done: number;
  from_on: string | null;
  to_on: string | null;
}

export interface Change {
  verdict: Verdict;
  /** Why it is too early. */
  why: "short_baseline" | "few_after" | "before_review" | null;
  /** Cases before and after, of the weeks that became points. */
  before: Part;
  after: Part;
  points: (ChartPoint & JudgedPoint)[];
  /** The first point after the agreement. */
  after_from: number;
  signals: Signal[];
}

/** Cases of a point: ten, or fewer where these would leave too short a baseline. */
const CASES = [POINT_MEMBERS, 8, 6, 5, 4, 3];
/** Points after without which there is no verdict but a signal; points that show that a gain is gone. */
const LEAST_AFTER = 3;
const LAST = 3;
const WEEK = 7 * 86_400_000;

/**
 * p-chart of the SDR's own weeks: the last ten points before the agreement are the baseline, those after it are judged. `signal`: a signal
 * above among the points after, and more done than before beyond noise (Newcombe). `regressed`: the same below, or a gain that
 * the last points no longer show. The week in which it was agreed is in neither part, unless it was agreed on its first day.
 * @param weeks in order, weeks without cases too
 * @param today date up to which data are known
 */
export function judgeChange(weeks: readonly WeekCount[], agreed_on: string, review_on: string | null, today: string): Change {
  const before = weeks.filter(({week_on}) => Date.parse(week_on) + WEEK <= Date.parse(agreed_on));
  const after = weeks.filter(({week_on}) => week_on >= agreed_on);
  const least = CASES.find((cases) => poolWeeks(before, cases).points.length >= BASELINE) ?? CASES.at(-1)!;
  const baseline = poolWeeks(before, least).points.slice(-BASELINE);
  const later = poolWeeks(after, least).points;
  const points = [...baseline, ...later];
  const counts = {before: addUp(baseline), after: addUp(later)};
  const none = {...counts, points: [], after_from: baseline.length, signals: []};
  if (baseline.length < BASELINE) return {verdict: "too_early", why: "short_baseline", ...none};
  const chart = judgeRun(points, "rate")!;
  // A row that began before the agreement counts where most of it lies after.
  const signals = chart.signals.filter(({from, to}) => 2 * (to - Math.max(from, BASELINE) + 1) > to - from + 1);
  const drawn = {
    ...counts,
    points: chart.points.map((point, index) => ({...points[index]!, ...point})),
    after_from: BASELINE,
    signals,
  };
  const change = compare(counts.after, counts.before);
  const isUp = signals.some(({side}) => side === "above") && change > 0;
  const isDown = signals.some(({side}) => side === "below") && change < 0;
  const last = addUp(later.slice(-LAST));
  const isGone = isUp && later.length > LAST && compare(last, counts.before) <= 0;
  if (isDown || isGone) return {verdict: "regressed", why: null, ...drawn};
  if (isUp) return {verdict: "signal", why: null, ...drawn};
  if (later.length < LEAST_AFTER) return {verdict: "too_early", why: "few_after", ...drawn};
  if (review_on !== null && today < review_on) return {verdict: "too_early", why: "before_review", ...drawn};
  return {verdict: "no_signal", why: null, ...drawn};
}

const addUp = (points: readonly ChartPoint[]): Part => ({
  n: points.reduce((sum, point) => sum + point.n, 0),
  done: points.reduce((sum, point) => sum + point.sum, 0),
  from_on: points[0]?.from_on ?? null,
  to_on: points.at(-1)?.to_on ?? null,
});

/** 1: more beyond noise; −1: fewer; 0: no different. */
function compare(a: Part, b: Part): -1 | 0 | 1 {
  const difference = newcombeDifference({successes: a.done, n: a.n}, {successes: b.done, n: b.n});
  if (!difference) return 0;
  return difference.lower > 0 ? 1 : difference.upper < 0 ? -1 : 0;
}
