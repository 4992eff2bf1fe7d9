import {cholesky, logDeterminant, solveLower, solveUpper, squareSum, subtractSquares} from "./matrix.js";
import type {CrossedDesign} from "./crossed-design.js";

/** Henderson's equations solved at given SDs of rows and columns, both in units of the error's SD. */
export interface CrossedSolution {
  design: CrossedDesign;
  /** SDs of rows and columns over the error's SD. */
  rowRatio: number;
  columnRatio: number;
  /** −2 log of the restricted likelihood, the error variance at its best value. */
  deviance: number;
  /** Error variance: the squared residuals that remain over n − 1. */
  errorVariance: number;
  mean: number;
  rowEffects: Float64Array;
  columnEffects: Float64Array;
  /** Cholesky factor of the equations of mean and columns, rows absorbed. */
  factor: Float64Array;
}

/** What absorbing the rows leaves for the columns at one row ratio: it serves all column ratios. */
export interface AbsorbedRows {
  design: CrossedDesign;
  rowRatio: number;
  diagonal: Float64Array;
  matrix: Float64Array;
  right: Float64Array;
  squares: number;
  /** Sum of the logs of the diagonal. */
  logs: number;
}

/** Absorbs the rows, each a diagonal element, into the equations of mean (first) and columns; the column ratio is left at 1. */
export function absorbRows(design: CrossedDesign, rowRatio: number): AbsorbedRows {
  const {rows, columns, starts, rowCount, rowSum} = design;
  const order = columns + 1;
  const matrix = new Float64Array(order * order);
  const right = new Float64Array(order);
  const diagonal = new Float64Array(rows);
  const lambda = rowRatio * rowRatio;
  const batch = newBatch(order);
  let squares = design.squares;
  let logs = 0;
  for (let i = 0; i < rows; i++) {
    const d = lambda * rowCount[i]! + 1;
    const [pull, y] = [lambda / d, rowSum[i]!];
    diagonal[i] = d;
    logs += Math.log(d);
    squares -= pull * y * y;
    matrix[0]! += rowCount[i]! / d;
    right[0]! += y / d;
    addRow(design, i, d, pull, matrix, right);
    if (starts[i + 1]! - starts[i]! <= columns / 2) takeOff(design, i, pull, matrix);
    else {
      fillVector(design, i, batch.vectors[batch.size]!);
      batch.weights[batch.size++] = pull;
      if (batch.size === 4) flush(batch, matrix, order);
    }
  }
  if (batch.size > 0) flush(batch, matrix, order);
  return {design, rowRatio, diagonal, matrix, right, squares, logs};
}

// Each of the loops below stands by itself: small functions that are called often are compiled sooner than the loop that calls them.

/** Adds a row's own part: to its mean, its columns and the right side. */
function addRow(
  {columns, starts, column, count, sum, rowSum}: CrossedDesign,
  i: number,
  d: number,
  pull: number,
  matrix: Float64Array,
  right: Float64Array,
): void {
  const order = columns + 1;
  const y = rowSum[i]!;
  const end = starts[i + 1]!;
  for (let k = starts[i]!; k < end; k++) {
    const at = column[k]! + 1;
    const n = count[k]!;
    matrix[at * order]! += n / d;
    matrix[at * order + at]! += n;
    right[at]! += sum[k]! - pull * n * y;
  }
}

/** Takes the products of a row's counts off, each by its weight. */
function takeOff({columns, starts, column, count}: CrossedDesign, i: number, pull: number, matrix: Float64Array): void {
  const order = columns + 1;
  const [start, end] = [starts[i]!, starts[i + 1]!];
  for (let k = start; k < end; k++) {
    const place = (column[k]! + 1) * order + 1;
    const weight = pull * count[k]!;
    for (let l = start; l <= k; l++) matrix[place + column[l]!]! -= weight * count[l]!;
  }
}

function fillVector({starts, column, count}: CrossedDesign, i: number, vector: Float64Array): void {
  for (let k = starts[i]!; k < starts[i + 1]!; k++) vector[column[k]! + 1] = count[k]!;
}

/** Four well-filled rows are taken off together: the matrix is then read a quarter as often. */
const newBatch = (order: number) => ({size: 0, vectors: [0, 1, 2, 3].map(() => new Float64Array(order)), weights: [0, 0, 0, 0]});

function flush(batch: ReturnType<typeof newBatch>, matrix: Float64Array, order: number): void {
  subtractSquares(matrix, order, batch.vectors, batch.weights);
  for (const vector of batch.vectors) vector.fill(0);
  batch.weights.fill(0);
  batch.size = 0;
}

/**
 * Solves the equations at a column ratio. Ratios are SDs, not variances, so that zero is an ordinary value (the effects are scaled by
 * them, as in lme4). Source: C. R. Henderson (1975), Biometrics 31; D. Bates et al. (2015), J. Stat. Software 67(1), eqs. 12–42.
 */
export function solveCrossed(absorbed: AbsorbedRows, columnRatio: number): CrossedSolution {
  const {design, rowRatio, diagonal} = absorbed;
  const {rows, starts, column, count, rowCount, rowSum} = design;
  const order = design.columns + 1;
  const factor = new Float64Array(order * order);
  const solution = new Float64Array(order);
  const {deviance, errorVariance} = eliminate(absorbed, columnRatio, factor, solution);
  solveUpper(factor, order, solution);
  const columnEffects = solution.slice(1).map((effect) => effect * columnRatio);
  const rowEffects = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let rest = rowSum[i]! - rowCount[i]! * solution[0]!;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) rest -= count[k]! * columnEffects[column[k]!]!;
    rowEffects[i] = (rowRatio * rowRatio * rest) / diagonal[i]!;
  }
  const mean = design.centre + solution[0]!;
  return {design, rowRatio, columnRatio, errorVariance, rowEffects, columnEffects, factor, deviance, mean};
}

/** The deviance alone, for searches: in scratch space, which is kept from one call to the next. */
export function devianceAt(absorbed: AbsorbedRows, columnRatio: number): number {
  const order = absorbed.design.columns + 1;
  if (scratch.solution.length !== order) scratch = {factor: new Float64Array(order * order), solution: new Float64Array(order)};
  return eliminate(absorbed, columnRatio, scratch.factor, scratch.solution).deviance;
}
let scratch = {factor: new Float64Array(1), solution: new Float64Array(0)};

/** Factors the equations of mean and columns into `factor` and solves their lower half into `solution`. */
function eliminate(
  {design, matrix, right, squares, logs}: AbsorbedRows,
  columnRatio: number,
  factor: Float64Array,
  solution: Float64Array,
) {
  const order = design.columns + 1;
  const square = columnRatio * columnRatio;
  factor[0] = matrix[0]!;
  solution[0] = right[0]!;
  for (let i = 1; i < order; i++) {
    const row = i * order;
    factor[row] = matrix[row]! * columnRatio;
    for (let j = 1; j <= i; j++) factor[row + j] = matrix[row + j]! * square;
    factor[row + i]! += 1;
    solution[i] = right[i]! * columnRatio;
  }
  cholesky(factor, order);
  solveLower(factor, order, solution);
  const errorVariance = Math.max(0, squares - squareSum(solution)) / (design.n - 1);
  const deviance = logDeterminant(factor, order) + logs + (design.n - 1) * (1 + Math.log(2 * Math.PI * errorVariance));
  return {errorVariance, deviance};
}
