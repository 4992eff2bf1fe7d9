/** What a run chart is drawn from, in order of time: a value and what it rests on. */
export interface RunPoint {
  value: number;
  n: number;
}

/** A point with the centre and limits that hold for it. Limits of a rate are cut to 0…1. */
export interface JudgedPoint extends RunPoint {
  centre: number;
  lower: number;
  upper: number;
  /** Number of the baseline, from 1. */
  phase: number;
}

/** A signal: points from `from` to `to` (counted from 0) that chance alone would rarely show. */
export interface Signal {
  kind: "outside" | "run" | "near_limit";
  from: number;
  to: number;
  side: "above" | "below";
}

export interface RunChart {
  points: JudgedPoint[];
  signals: Signal[];
}

/** Points of a baseline, and the fewest that a chart needs. */
export const BASELINE = 10;
const RUN = 8;

/**
 * Run chart with natural process limits; null with fewer than 10 points. `rate`: p-chart, 3 binomial standard errors at each point's
 * n. `mean`: XmR, mean ± 2.66 × mean moving range.
 * The first 10 points are the baseline. Signals: a point outside the limits; 8 in a row on a side (a point on the centre ends a
 * row); 3 of 4 in a row nearer the same limit than the centre. Eight in a row move the baseline: the 10 points (as yet at
 * least 8) from the row's first are the new one. A single point outside does not, since it does not say where the level is now.
 * Source: W. A. Shewhart (1931); D. J. Wheeler, "Understanding Variation", 2nd ed. (2000), rules 1 to 3.
 */
export function judgeRun(points: readonly RunPoint[], kind: "rate" | "mean"): RunChart | null {
  if (points.length < BASELINE) return null;
  const chart: RunChart = {points: [], signals: []};
  for (let start = 0, phase = 1; start < points.length; phase++) {
    const limits = kind === "rate" ? rateLimits(points, start) : meanLimits(points, start);
    const run = findRun(points, start, limits.centre);
    const end = run?.moves ? run.signal.from : points.length;
    findSingles(points, start, end, limits, chart.signals);
    if (run) chart.signals.push(run.signal);
    for (let i = start; i < end; i++) chart.points.push(judgePoint(points[i]!, limits, phase));
    start = end;
  }
  chart.signals.sort((a, b) => a.to - b.to || a.from - b.from);
  return chart;
}

function judgePoint({value, n}: RunPoint, limits: Limits, phase: number): JudgedPoint {
  const {centre, isRate} = limits;
  const half = halfOf(limits, n);
  const lower = isRate ? Math.min(1, Math.max(0, centre - half)) : centre - half;
  const upper = isRate ? Math.min(1, Math.max(0, centre + half)) : centre + half;
  return {value, n, centre, lower, upper, phase};
}

interface Limits {
  centre: number;
  isRate: boolean;
  /** Of a rate the share that its limits rest on, of a mean the distance of the limits. */
  basis: number;
}

/** Distance of the uncut limits from the centre for a point of n members. */
const halfOf = ({isRate, basis}: Limits, n: number): number => (isRate ? 3 * Math.sqrt((basis * (1 - basis)) / n) : basis);

function rateLimits(points: readonly RunPoint[], start: number): Limits {
  let [n, successes] = [0, 0];
  for (let i = start; i < Math.min(start + BASELINE, points.length); i++) {
    n += points[i]!.n;
    successes += points[i]!.value * points[i]!.n;
  }
  const centre = successes / n;
  // A baseline of none or all does not mean that an exception is impossible: limits are those of the largest rate that 95 % of such
  // baselines leave possible, three in n (Hanley and Lippman-Hand 1983).
  return {centre, isRate: true, basis: centre > 0 && centre < 1 ? centre : Math.min(0.5, 3 / n)};
}

function meanLimits(points: readonly RunPoint[], start: number): Limits {
  const end = Math.min(start + BASELINE, points.length);
  let [sum, ranges] = [0, 0];
  for (let i = start; i < end; i++) sum += points[i]!.value;
  for (let i = start + 1; i < end; i++) ranges += Math.abs(points[i]!.value - points[i - 1]!.value);
  return {centre: sum / (end - start), isRate: false, basis: (2.66 * ranges) / (end - start - 1)};
}

/** The first row of eight on one side; it moves the baseline unless it is the baseline's own beginning. */
function findRun(points: readonly RunPoint[], start: number, centre: number): {signal: Signal; moves: boolean} | null {
  let length = 0;
  let side = 0;
  for (let i = start; i < points.length; i++) {
    const now = Math.sign(points[i]!.value - centre);
    length = now !== 0 && now === side ? length + 1 : Math.abs(now);
    side = now;
    if (length === RUN) {
      const from = i - RUN + 1;
      return {signal: {kind: "run", from, to: i, side: side > 0 ? "above" : "below"}, moves: from > start};
    }
  }
  return null;
}

/** Points outside the limits, and threes of four nearer a limit than the centre (each place once, by the last of the three). */
function findSingles(points: readonly RunPoint[], start: number, end: number, limits: Limits, signals: Signal[]): void {
  // How far each of the last four points lies from the centre towards its limit: 1 is on the limit.
  let [third, second, last] = [0, 0, 0];
  for (let i = start; i < end; i++) {
    const {value, n} = points[i]!;
    const reach = value === limits.centre ? 0 : (value - limits.centre) / halfOf(limits, n);
    if (Math.abs(reach) > 0.5) {
      const sign = Math.sign(reach);
      const side = reach > 0 ? "above" : "below";
      if (Math.abs(reach) > 1 + 1e-12) signals.push({kind: "outside", from: i, to: i, side});
      const [a, b, c] = [third * sign > 0.5, second * sign > 0.5, last * sign > 0.5];
      if (Number(a) + Number(b) + Number(c) >= 2)
        signals.push({kind: "near_limit", from: a ? i - 3 : b ? i - 2 : i - 1, to: i, side});
    }
    third = second;
    second = last;
    last = reach;
  }
}
