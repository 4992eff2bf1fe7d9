import {readFileSync} from "node:fs";
import {expect} from "vitest";

/** What R says; `r/expected.R` beside it made the file. */
export const R = JSON.parse(readFileSync(new URL("r/expected.json", import.meta.url), "utf8")) as {
  wilson: [number, number, number, number][];
  newcombe: [number, number, number, number, number, number][];
  student: [number, number, number][];
  normal: [number, number][];
  mean: [string, number, number][];
  welch: [string, string, number, number][];
  clusters: [string, string, number, number, number][];
  median_rank: [number, number][];
};

/** "8 9 7" as numbers. */
export const numbers = (text: string): number[] => text.split(" ").map(Number);

export function sampleOf(values: number[]) {
  return {n: values.length, sum: total(values), sum_of_squares: total(values.map((value) => value * value))};
}

export function clustersOf(y: number[], x: number[]) {
  const ratios = y.map((value, index) => value / x[index]!);
  return {
    n: y.length, x: total(x), y: total(y), xx: total(x.map((v) => v * v)), xy: total(x.map((v, i) => v * y[i]!)), yy: total(y.map((v) => v * v)),
    is_uniform: Math.min(...ratios) === Math.max(...ratios),
  }; // prettier-ignore
}

/** Equal to R within 1e-9 of the larger of 1 and the value. */
export function expectClose(found: number | null, expected: number): void {
  expect(found).not.toBeNull();
  expect(Math.abs(found! - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));
}

const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);
