/**
 * Small dense linear algebra. A symmetric matrix of order n is a Float64Array of n × n, row by row, of which the lower triangle is
 * read. Source: G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th ed. (2013), 4.2 (Cholesky) and 3.1 (triangular systems).
 */

/** Sum of a[i + k] × b[j + k] for k below `length`; four sums at once, since each addition waits for the one before it. */
function dot(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[i + k]! * b[j + k]!;
    s1 += a[i + k + 1]! * b[j + k + 1]!;
    s2 += a[i + k + 2]! * b[j + k + 2]!;
    s3 += a[i + k + 3]! * b[j + k + 3]!;
  }
  for (; k < length; k++) s0 += a[i + k]! * b[j + k]!;
  return s0 + s1 + (s2 + s3);
}

/**
 * Replaces the lower triangle of a positive definite matrix by its Cholesky factor L, A = L Lᵀ; false when it is not positive
 * definite (the matrix is then spoilt).
 */
export function cholesky(a: Float64Array, n: number): boolean {
  // Two rows and two columns at a time: every number that is fetched is then used twice.
  for (let i = 0; i + 1 < n; i += 2) {
    const [p, q] = [i * n, (i + 1) * n];
    for (let j = 0; j < i; j += 2) {
      const [r, s] = [j * n, (j + 1) * n];
      let pr = 0;
      let ps = 0;
      let qr = 0;
      let qs = 0;
      for (let k = 0; k < j; k++) {
        const atP = a[p + k]!;
        const atQ = a[q + k]!;
        const atR = a[r + k]!;
        const atS = a[s + k]!;
        pr += atP * atR;
        ps += atP * atS;
        qr += atQ * atR;
        qs += atQ * atS;
      }
      const [first, second, between] = [a[r + j]!, a[s + j + 1]!, a[s + j]!];
      a[p + j] = (a[p + j]! - pr) / first;
      a[q + j] = (a[q + j]! - qr) / first;
      a[p + j + 1] = (a[p + j + 1]! - ps - a[p + j]! * between) / second;
      a[q + j + 1] = (a[q + j + 1]! - qs - a[q + j]! * between) / second;
    }
    if (!finish(a, n, i, i) || !finish(a, n, i + 1, i)) return false;
  }
  return n % 2 === 0 || finish(a, n, n - 1, 0);
}

/** Does the rest of a row of the factor, from column `from` to the diagonal. */
function finish(a: Float64Array, n: number, i: number, from: number): boolean {
  const row = i * n;
  for (let j = from; j < i; j++) a[row + j] = (a[row + j]! - dot(a, row, a, j * n, j)) / a[j * n + j]!;
  const rest = a[row + i]! - dot(a, row, a, row, i);
  a[row + i] = Math.sqrt(rest);
  return rest > 0;
}

/** Subtracts from the lower triangle of `a` the products of four vectors with themselves, each by its weight (a rank-4 update). */
export function subtractSquares(a: Float64Array, n: number, vectors: readonly Float64Array[], weights: readonly number[]): void {
  const [p, q, r, s] = vectors as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let i = 0; i < n; i++) {
    const wp = p[i]! * weights[0]!;
    const wq = q[i]! * weights[1]!;
    const wr = r[i]! * weights[2]!;
    const ws = s[i]! * weights[3]!;
    const row = i * n;
    for (let j = 0; j <= i; j++) a[row + j]! -= wp * p[j]! + wq * q[j]! + wr * r[j]! + ws * s[j]!;
  }
}

/** Solves L z = b in place, L from `cholesky`; entries before `from` are known to be zero. */
export function solveLower(l: Float64Array, n: number, b: Float64Array, from = 0): void {
  for (let i = from; i < n; i++) b[i] = (b[i]! - dot(l, i * n + from, b, from, i - from)) / l[i * n + i]!;
}

/** Solves Lᵀ x = z in place, L from `cholesky`. */
export function solveUpper(l: Float64Array, n: number, z: Float64Array): void {
  for (let i = n - 1; i >= 0; i--) {
    const value = z[i]! / l[i * n + i]!;
    z[i] = value;
    for (let k = 0; k < i; k++) z[k] = z[k]! - l[i * n + k]! * value;
  }
}

/** Inverse of the matrix that `l` is the factor of; of its entries the lower triangle is filled. */
export function invert(l: Float64Array, n: number): Float64Array {
  const columns = invertLower(l, n);
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i += 2) {
    const q = i + 1 < n ? i + 1 : i;
    for (let j = 0; j <= i; j += 2) {
      const s = j + 1 < n ? j + 1 : j;
      const atP = i * n;
      const atQ = q * n;
      const atR = j * n;
      const atS = s * n;
      // Rows are zero before their own place, so that all four sums may start at the first of them.
      let pr = 0;
      let ps = 0;
      let qr = 0;
      let qs = 0;
      for (let k = i; k < n; k++) {
        const ofP = columns[atP + k]!;
        const ofQ = columns[atQ + k]!;
        const ofR = columns[atR + k]!;
        const ofS = columns[atS + k]!;
        pr += ofP * ofR;
        ps += ofP * ofS;
        qr += ofQ * ofR;
        qs += ofQ * ofS;
      }
      inverse[atP + j] = pr;
      inverse[atQ + j] = qr;
      if (s <= i) inverse[atP + s] = ps;
      inverse[atQ + s] = qs;
    }
  }
  return inverse;
}

/** The inverse of a factor, transposed: row j is column j of it, which starts at j. Four at a time, since they read the same numbers. */
function invertLower(l: Float64Array, n: number): Float64Array {
  const columns = new Float64Array(n * n);
  for (let j = 0; j < n; j += 4) {
    const p = j * n;
    const q = Math.min(j + 1, n - 1) * n;
    const r = Math.min(j + 2, n - 1) * n;
    const s = Math.min(j + 3, n - 1) * n;
    for (let i = j; i < n; i++) {
      const row = i * n;
      let atP = i === j ? 1 : 0;
      let atQ = i === j + 1 ? 1 : 0;
      let atR = i === j + 2 ? 1 : 0;
      let atS = i === j + 3 ? 1 : 0;
      for (let k = j; k < i; k++) {
        const x = l[row + k]!;
        atP -= x * columns[p + k]!;
        atQ -= x * columns[q + k]!;
        atR -= x * columns[r + k]!;
        atS -= x * columns[s + k]!;
      }
      const pivot = l[row + i]!;
      // The last four may be fewer: what does not exist is not written.
      columns[p + i] = atP / pivot;
      if (j + 1 < n) columns[q + i] = atQ / pivot;
      if (j + 2 < n) columns[r + i] = atR / pivot;
      if (j + 3 < n) columns[s + i] = atS / pivot;
    }
  }
  return columns;
}

/** xᵀ A x of the symmetric matrix A. */
export function quadraticForm(a: Float64Array, n: number, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += x[i]! * (2 * dot(a, i * n, x, 0, i) + a[i * n + i]! * x[i]!);
  return sum;
}

/** Logarithm of the determinant of the matrix that `l` is the factor of. */
export function logDeterminant(l: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += 2 * Math.log(l[i * n + i]!);
  return sum;
}

/** Sum of squares. */
export function squareSum(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
