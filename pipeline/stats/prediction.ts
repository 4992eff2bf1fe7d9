import type {CrossedSolution} from "./crossed.js";
import {solveLower, squareSum} from "./matrix.js";

/** A predicted value with its prediction-error variance in units of the error variance. */
export interface Predictions {
  values: Float64Array;
  errors: Float64Array;
}

/**
 * Predictions for every row: mean + row effect (`withMean`) or the effect alone. The variance is that of the prediction's error, from
 * the inverse of Henderson's equations: it holds the uncertainty of the mean, of the column effects and of their common errors.
 */
export function predictRows(solution: CrossedSolution, withMean: boolean): Predictions {
  const {design, rowRatio, columnRatio, rowEffects, factor, mean} = solution;
  const {rows, columns, starts, column, count, rowCount} = design;
  const order = columns + 1;
  const lambda = rowRatio * rowRatio;
  const errors = new Float64Array(rows);
  const side = new Float64Array(order);
  for (let i = 0; i < rows; i++) {
    const d = lambda * rowCount[i]! + 1;
    side.fill(0);
    side[0] = withMean ? 1 / d : (-lambda * rowCount[i]!) / d;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) side[column[k]! + 1] = (-lambda * columnRatio * count[k]!) / d;
    solveLower(factor, order, side);
    errors[i] = lambda / d + squareSum(side);
  }
  return {values: rowEffects.map((effect) => effect + (withMean ? mean : 0)), errors};
}

/** Predictions for every column: mean + column effect (`withMean`) or the effect alone. */
export function predictColumns(solution: CrossedSolution, withMean: boolean): Predictions {
  const {design, columnRatio, columnEffects, factor, mean} = solution;
  const order = design.columns + 1;
  const errors = new Float64Array(design.columns);
  const side = new Float64Array(order);
  for (let j = 0; j < design.columns; j++) {
    side.fill(0);
    side[0] = withMean ? 1 : 0;
    side[j + 1] = columnRatio;
    solveLower(factor, order, side, withMean ? 0 : j + 1);
    errors[j] = squareSum(side);
  }
  return {values: columnEffects.map((effect) => effect + (withMean ? mean : 0)), errors};
}
