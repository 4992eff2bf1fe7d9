/** An estimate with its two-sided 90 % interval; the limits are null where so few observations give none. */
export interface Estimate {
  value: number;
  lower: number | null;
  upper: number | null;
}

/** A difference, later minus earlier (or first minus second), with its two-sided 90 % interval. */
export interface Difference {
  value: number;
  lower: number;
  upper: number;
}

/** Whether a difference is more than noise: its interval leaves out zero. */
export const isMoreThanNoise = ({lower, upper}: Difference): boolean => lower > 0 || upper < 0;
