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
    chart.signals.push(...findSingles(points, start, end, limits));
    if (run) chart.signals.push(run.signal);
    for (let i = start; i < end; i++) {
      const {value, n} = points[i]!;
      const half = limits.half(n);
      const cut = (limit: number) => (kind === "rate" ? Math.min(1, Math.max(0, limit)) : limit);
      const [lower, upper] = [cut(limits.centre - half), cut(limits.centre + half)];
      chart.points.push({value, n, centre: limits.centre, lower, upper, phase});
    }
    start = end;
  }
  chart.signals.sort((a, b) => a.to - b.to || a.from - b.from);
  return chart;
}

interface Limits {
  centre: number;
  /** Distance of the uncut limits from the centre for a point of n members. */
  half: (n: number) => number;
}

function rateLimits(points: readonly RunPoint[], start: number): Limits {
  const baseline = points.slice(start, start + BASELINE);
  const n = baseline.reduce((sum, point) => sum + point.n, 0);
  const successes = baseline.reduce((sum, point) => sum + point.value * point.n, 0);
  const centre = successes / n;
  // A baseline of none or all does not mean that an exception is impossible: limits are those of the largest rate that 95 % of such
  // baselines leave possible, three in n (Hanley and Lippman-Hand 1983).
  const p = centre > 0 && centre < 1 ? centre : Math.min(0.5, 3 / n);
  return {centre, half: (size) => 3 * Math.sqrt((p * (1 - p)) / size)};
}

function meanLimits(points: readonly RunPoint[], start: number): Limits {
  const baseline = points.slice(start, start + BASELINE);
  const centre = baseline.reduce((sum, point) => sum + point.value, 0) / baseline.length;
  const ranges = baseline.slice(1).map((point, index) => Math.abs(point.value - baseline[index]!.value));
  const half = (2.66 * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length;
  return {centre, half: () => half};
}

/** The first row of eight on one side; it moves the baseline unless it is the baseline's own beginning. */
function findRun(points: readonly RunPoint[], start: number, centre: number): {signal: Signal; moves: boolean} | null {
  let [length, side] = [0, 0];
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
function findSingles(points: readonly RunPoint[], start: number, end: number, {centre, half}: Limits): Signal[] {
  const signals: Signal[] = [];
  // How far each point lies from the centre towards its limit: 1 is on the limit.
  const reaches = points.slice(start, end).map(({value, n}) => (value === centre ? 0 : (value - centre) / half(n)));
  reaches.forEach((reach, i) => {
    if (Math.abs(reach) <= 0.5) return;
    const side = reach > 0 ? "above" : "below";
    const isNear = (at: number) => at >= 0 && reaches[at]! * Math.sign(reach) > 0.5;
    if (Math.abs(reach) > 1 + 1e-12) signals.push({kind: "outside", from: start + i, to: start + i, side});
    const near = [i - 3, i - 2, i - 1].filter(isNear);
    if (near.length >= 2) signals.push({kind: "near_limit", from: start + near[0]!, to: start + i, side});
  });
  return signals;
}
