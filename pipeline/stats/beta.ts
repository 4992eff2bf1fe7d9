/**
 * Logarithm of the gamma function for x > 0, to about 15 digits.
 * Source: C. Lanczos (1964), with g = 7 and the nine coefficients of P. Godfrey; Stirling's series (DLMF 5.11.1) from 20 on.
 */
export function logGamma(x: number): number {
  if (x >= 20) {
    return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingRest(x);
  }
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  // Term by term: as a loop over a list it takes half as long again.
  const sum =
    0.99999999999980993 + 676.5203681218851 / (y + 1) + -1259.1392167224028 / (y + 2) + 771.32342877765313 / (y + 3) + -176.61502916214059 / (y + 4) +
    12.507343278686905 / (y + 5) + -0.13857109526572012 / (y + 6) + 9.9843695780195716e-6 / (y + 7) + 1.5056327351493116e-7 / (y + 8); // prettier-ignore
  const t = y + 7.5;
  return HALF_LOG_TWO_PI + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * Regularised incomplete beta function I_x(a, b) for a, b > 0 and x in [0, 1].
 * Source: the continued fraction DLMF 8.17.22, with the symmetry DLMF 8.17.4 where it converges faster.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return betaBelow(x, a, b, Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)));
}

/** The same for x within (0, 1), for who has already x^a (1 − x)^b ÷ B(a, b): the density times x (1 − x); to a share `error` of the smaller tail. */
export function betaBelow(x: number, a: number, b: number, front: number, error = 1e-13): number {
  if (x > (a + 1) / (a + b + 2)) return 1 - (front * continuedFraction(1 - x, b, a, error)) / b;
  return (front * continuedFraction(x, a, b, error)) / a;
}

/**
 * Logarithm of the rising factorial Γ(x + k) ÷ Γ(x) for x > 0, k ≥ 0 (fractions allowed); from x = 20 on without
 * subtracting the two gammas, which would cost their digits (Stirling, DLMF 5.11.1).
 */
export function logRising(x: number, k: number): number {
  if (k === 0) return 0;
  if (x < 20) return logGamma(x + k) - logGamma(x);
  return (x - 0.5) * Math.log1p(k / x) - k + k * Math.log(x + k) + stirlingRest(x + k) - stirlingRest(x);
}

/**
 * The same of x and of y, and added up, for who knows the logarithm of x and that of y: a third cheaper where both are from 20 to 10,000,
 * between which the two gammas lose no digit that counts.
 */
export function logRisings(x: number, logX: number, k: number, y: number, logY: number, l: number): number {
  if (x < 20 || y < 20 || x > 1e4 || y > 1e4) return logRising(x, k) + logRising(y, l);
  const ofX = (x + k - 0.5) * Math.log(x + k) - (x - 0.5) * logX - k + stirlingRest(x + k) - stirlingRest(x);
  return ofX + (y + l - 0.5) * Math.log(y + l) - (y - 0.5) * logY - l + stirlingRest(y + l) - stirlingRest(y);
}

/** Logarithm of the beta function; for a large parameter without subtracting the two gammas, which would cost their digits. */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < 20) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const sum = small + large;
  const shift = (large - 0.5) * Math.log1p(small / large) + small * Math.log(sum) - small;
  return logGamma(small) - shift + stirlingRest(large) - stirlingRest(sum);
}

/** What Stirling's formula leaves of log Γ(x), x ≥ 20 (DLMF 5.11.1). */
function stirlingRest(x: number): number {
  const w = 1 / (x * x);
  return (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / x;
}

/** By forward recurrence, two steps at a time, the denominators kept at 1 (W. Press et al., "Numerical Recipes", 1st ed. (1986), 6.3). */
function continuedFraction(x: number, a: number, b: number, error: number): number {
  let before = 1;
  let belowBefore = 1;
  let value = 1;
  let below = 1 - ((a + b) * x) / (a + 1);
  // Steps grow with the root of the larger parameter; the bound is for a million.
  for (let m = 1; m <= 20_000; m++) {
    const at = a + 2 * m;
    const even = (m * (b - m) * x) / ((at - 1) * at);
    const odd = (-(a + m) * (a + b + m) * x) / (at * (at + 1));
    const middle = value + even * before;
    const belowMiddle = below + even * belowBefore;
    const scale = 1 / (belowMiddle + odd * below);
    const next = (middle + odd * value) * scale;
    before = middle * scale;
    belowBefore = belowMiddle * scale;
    below = 1;
    if (Math.abs(next - value) <= error * Math.abs(next)) return next;
    value = next;
  }
  return value;
}
