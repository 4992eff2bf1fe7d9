/** Members of one whole week, and the sum over them: successes of a rate, values of a mean. */
export interface WeekCount {
  /** First day of the week, as a date. */
  week_on: string;
  n: number;
  sum: number;
}

/** Consecutive weeks that together hold enough members to be a point of a run chart. */
export interface ChartPoint {
  from_on: string;
  /** First day of the last week. */
  to_on: string;
  weeks: number;
  n: number;
  sum: number;
  value: number;
}

/** Fewest members of a point. */
export const POINT_MEMBERS = 10;

/**
 * Points of consecutive weeks (given in order, weeks without members too) that hold at least `least` members; the weeks at the end
 * that do not yet hold as many are left to wait in `open_members`.
 */
export function poolWeeks(weeks: readonly WeekCount[], least = POINT_MEMBERS): {points: ChartPoint[]; open_members: number} {
  const points: ChartPoint[] = [];
  let open: ChartPoint | null = null;
  for (const {week_on, n, sum} of weeks) {
    open ??= {from_on: week_on, to_on: week_on, weeks: 0, n: 0, sum: 0, value: 0};
    open.to_on = week_on;
    open.weeks++;
    open.n += n;
    open.sum += sum;
    if (open.n < least) continue;
    open.value = open.sum / open.n;
    points.push(open);
    open = null;
  }
  return {points, open_members: open?.n ?? 0};
}
