import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {logGamma, logRising} from "../../pipeline/stats/beta.js";
import {cholesky, logDeterminant, solveLower, solveUpper, subtractSquares} from "../../pipeline/stats/matrix.js";
import {gaussLegendre, midpoints} from "../../pipeline/stats/quadrature.js";
import {minimise} from "../../pipeline/stats/search.js";

describe("linear algebra", () => {
  it("solves what it factored", () => {
    const order = fc.integer({min: 1, max: 9});
    fc.assert(
      fc.property(order, fc.array(fc.double({min: -2, max: 2, noNaN: true}), {minLength: 90, maxLength: 90}), (n, numbers) => {
        // B Bᵀ + 1 is positive definite.
        const at = (i: number, j: number) => {
          const products = Array.from({length: n}, (_, k) => numbers[i * n + k]! * numbers[j * n + k]!);
          return products.reduce((sum, product) => sum + product, i === j ? 1 : 0);
        };
        const matrix = Float64Array.from({length: n * n}, (_, k) => at(Math.floor(k / n), k % n));
        const factor = matrix.slice();
        expect(cholesky(factor, n)).toBe(true);
        const x = Float64Array.from(numbers.slice(-n));
        const side = x.map((_, i) => x.reduce((sum, value, j) => sum + matrix[i * n + j]! * value, 0));
        solveLower(factor, n, side);
        solveUpper(factor, n, side);
        side.forEach((value, k) => expect(value).toBeCloseTo(x[k]!, 8));
      }),
      {numRuns: 50, seed: 1},
    );
  });
  it("knows the determinant, and a matrix that is not positive definite", () => {
    const factor = Float64Array.of(4, 0, 2, 3);
    expect(cholesky(factor, 2)).toBe(true);
    expect(logDeterminant(factor, 2)).toBeCloseTo(Math.log(8), 12);
    expect(cholesky(Float64Array.of(1, 0, 2, 1), 2)).toBe(false);
  });
  it("takes off the squares of four vectors", () => {
    const a = Float64Array.of(10, 0, 20, 30);
    const vectors = [Float64Array.of(1, 2), Float64Array.of(0, 1), Float64Array.of(1, 0), Float64Array.of(0, 0)];
    subtractSquares(a, 2, vectors, [1, 2, 3, 4]);
    expect([...a]).toEqual([10 - 1 - 3, 0, 20 - 2, 30 - 4 - 2]);
  });
});

describe("quadrature and search", () => {
  it("five Gauss points are exact to the ninth degree", () => {
    const {points, weights} = gaussLegendre(5, 0, 2);
    expect(points.reduce((sum, x, k) => sum + weights[k]! * x ** 9, 0)).toBeCloseTo(2 ** 10 / 10, 9);
  });
  it("midpoints weigh alike", () =>
    expect(midpoints(4, 0, 2)).toEqual({points: [0.25, 0.75, 1.25, 1.75], weights: [0.5, 0.5, 0.5, 0.5]}));
  it("a minimum is found inside, and exactly at an end", () => {
    expect(minimise((x) => (x - 0.7) ** 2, 0, 3, 1e-6).x).toBeCloseTo(0.7, 5);
    expect(minimise((x) => x, 0, 3, 1e-6)).toEqual({x: 0, value: 0});
    expect(minimise((x) => -x, 0, 3, 1e-6).x).toBe(3);
  });
});

it("a rising factorial is the quotient of two gammas, and keeps its digits where they lose theirs", () => {
  for (const [x, k] of [
    [0.3, 4],
    [5, 2.5],
    [30, 7],
    [1000, 40],
  ] as const) {
    // prettier-ignore
    expect(logRising(x, k)).toBeCloseTo(logGamma(x + k) - logGamma(x), 9);
  }
  expect(logRising(1e9, 3)).toBeCloseTo(Math.log(1e9) + Math.log(1e9 + 1) + Math.log(1e9 + 2), 12);
  expect(logRising(7, 0)).toBe(0);
});
