import {expect, test} from "vitest";
import {arrange, type CrossedCells, type CrossedDesign} from "../../pipeline/stats/crossed-design.js";
import {weighRatios, weighStar, type WeightedSolution} from "../../pipeline/stats/crossed-posterior.js";
import {invert} from "../../pipeline/stats/matrix.js";
import {momentRatios} from "../../pipeline/stats/moments.js";
import {predictRows} from "../../pipeline/stats/prediction.js";
import {fitReml} from "../../pipeline/stats/reml.js";

/** A number of about SD 1 that depends on its place alone. */
const about = (place: number): number => {
  const chance = (k: number) => Math.abs(Math.sin(12.9898 * place + 78.233 * k) * 43758.5453) % 1;
  return 2 * (chance(1) + chance(2) + chance(3) - 1.5);
};

type Cell = Record<"row" | "column" | "n" | "sum" | "sum_of_squares", number>;
const columnsOf = (cells: readonly Cell[]): CrossedCells => ({
  row: Int32Array.from(cells, ({row}) => row),
  column: Int32Array.from(cells, ({column}) => column),
  n: cells.map(({n}) => n),
  sum: cells.map(({sum}) => sum),
  sum_of_squares: cells.map(({sum_of_squares}) => sum_of_squares),
});

/** 60 SDRs whom 40 AEs rated 6,000 times in all: small enough to be integrated finely, large enough for a posterior that is nearly normal. */
function company(): CrossedDesign {
  const cells = Array.from({length: 2000}, (_, k) => {
    const [row, column] = [k % 60, (7 * Math.floor(k / 60) + (k % 60)) % 40];
    const ratings = [0, 1, 2].map((j) => 7 + 0.6 * about(row) + 0.7 * about(500 + column) + 1.2 * about(1000 + 3 * k + j));
    const sum = (of: (rating: number) => number) => ratings.reduce((total, rating) => total + of(rating), 0);
    return {row, column, n: 3, sum: sum((rating) => rating), sum_of_squares: sum((rating) => rating ** 2)};
  });
  return arrange(columnsOf(cells), 60, 40);
}

/** Mean and SD of each row's prediction over the posterior of the variances. */
function predict(nodes: readonly WeightedSolution[]): {means: number[]; sds: number[]} {
  const each = nodes.map(({weight, solution}) => {
    const {values, errors} = predictRows(solution, invert(solution.factor, solution.design.columns + 1), true);
    return {weight, values, errors: errors.map((error) => error * solution.errorVariance)};
  });
  const sum = (of: (node: (typeof each)[number]) => number) => each.reduce((total, node) => total + node.weight * of(node), 0);
  const means = Array.from(each[0]!.values, (_, row) => sum(({values}) => values[row]!));
  const sds = means.map((mean, row) => Math.sqrt(sum(({values, errors}) => (values[row]! - mean) ** 2 + errors[row]!)));
  return {means, sds};
}

test("five places tell of the variances' posterior what a fine rule tells", () => {
  const fit = fitReml(company());
  const fine = predict(weighRatios(fit));
  const star = predict(weighStar(fit.best, fit.absorbed, fit.sds!));
  fine.means.forEach((mean, row) => {
    expect(Math.abs(star.means[row]! - mean) / fine.sds[row]!).toBeLessThan(5e-4);
    expect(Math.abs(star.sds[row]! / fine.sds[row]! - 1)).toBeLessThan(5e-4);
  });
});

test("moments say about where the likelihood has its top", () => {
  const design = company();
  const {best} = fitReml(design);
  const near = momentRatios(design)!;
  expect(near.row / best.rowRatio).toBeCloseTo(1, 1);
  expect(near.column / best.columnRatio).toBeCloseTo(1, 1);
});

test("moments that leave nothing for SDRs or AEs say nothing", () => {
  const alike = Array.from({length: 12}, (_, k) => ({row: k % 3, column: k % 4, n: 2, sum: 14, sum_of_squares: 100}));
  expect(momentRatios(arrange(columnsOf(alike), 3, 4))).toBeNull();
});
