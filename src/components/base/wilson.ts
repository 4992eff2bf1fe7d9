/** Two-sided 90 %, as everywhere. */
const Z = 1.644854;

/**
 * Share of `successes` among `n` with Wilson's score interval; null without members. For shares of counts that the reader's own
 * filters added up; all others come with their interval.
 * Source: E. B. Wilson, JASA 22 (1927).
 */
export function measureShare(successes: number, n: number): {value: number; lower: number; upper: number} | null {
  if (!(n > 0)) return null;
  const value = successes / n;
  const centre = value + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((value * (1 - value)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return {
    value,
    lower: successes === 0 ? 0 : Math.max(0, (centre - half) / scale),
    upper: successes === n ? 1 : Math.min(1, (centre + half) / scale),
  };
}
