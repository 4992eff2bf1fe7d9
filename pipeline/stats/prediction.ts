import type {CrossedDesign} from "./crossed-design.js";
import type {CrossedSolution} from "./crossed.js";
import {quadraticForm} from "./matrix.js";

/** A predicted value with its prediction-error variance in units of the error variance. */
export interface Predictions {
  values: Float64Array;
  errors: Float64Array;
}

/**
 * Predictions for every row: mean + row effect (`withMean`) or the effect alone. The variance is that of the prediction's error, from
 * the inverse of Henderson's equations (`invert` of the solution's factor): it holds the uncertainty of the mean, of the column effects
 * and of their common errors.
 */
export function predictRows(solution: CrossedSolution, inverse: Float64Array, withMean: boolean): Predictions {
  const {design, rowRatio, columnRatio} = solution;
  const {rows, columns, starts, rowCount} = design;
  const order = columns + 1;
  const lambda = rowRatio * rowRatio;
  const errors = new Float64Array(rows);
  const own = new Float64Array(order);
  for (let i = 0; i < rows; i++) {
    const d = lambda * rowCount[i]! + 1;
    const onMean = withMean ? 1 / d : (-lambda * rowCount[i]!) / d;
    const pull = (-lambda * columnRatio) / d;
    const isFull = starts[i + 1]! - starts[i]! > columns / 2;
    const error = isFull ? ofFullRow(design, i, onMean, pull, inverse, own) : ofRow(design, i, onMean, pull, inverse);
    errors[i] = lambda / d + Math.max(0, error);
  }
  return {values: valuesOf(solution, "rowEffects", withMean), errors};
}

/** The quadratic form of one row's combination of mean and columns in the inverse. */
function ofRow(
  {columns, starts, column, count}: CrossedDesign,
  i: number,
  onMean: number,
  pull: number,
  inverse: Float64Array,
): number {
  const [start, end] = [starts[i]!, starts[i + 1]!];
  let error = onMean * onMean * inverse[0]!;
  for (let k = start; k < end; k++) {
    const place = (column[k]! + 1) * (columns + 1);
    const here = pull * count[k]!;
    let rest = onMean * inverse[place]!;
    for (let l = start; l < k; l++) rest += pull * count[l]! * inverse[place + column[l]! + 1]!;
    error += here * (2 * rest + here * inverse[place + column[k]! + 1]!);
  }
  return error;
}

/** The same of a well-filled row, as a vector of all columns: numbers that lie side by side are quicker to come by than those looked up. */
function ofFullRow(
  {columns, starts, column, count}: CrossedDesign,
  i: number,
  onMean: number,
  pull: number,
  inverse: Float64Array,
  own: Float64Array,
): number {
  own.fill(0);
  for (let k = starts[i]!; k < starts[i + 1]!; k++) own[column[k]! + 1] = pull * count[k]!;
  own[0] = onMean;
  return quadraticForm(inverse, columns + 1, own);
}

/** Predictions for every column: mean + column effect (`withMean`) or the effect alone. */
export function predictColumns(solution: CrossedSolution, inverse: Float64Array, withMean: boolean): Predictions {
  const {design, columnRatio} = solution;
  const order = design.columns + 1;
  const errors = new Float64Array(design.columns);
  for (let j = 0; j < design.columns; j++) {
    const place = (j + 1) * order;
    const own = columnRatio * columnRatio * inverse[place + j + 1]!;
    errors[j] = Math.max(0, own + (withMean ? inverse[0]! + 2 * columnRatio * inverse[place]! : 0));
  }
  return {values: valuesOf(solution, "columnEffects", withMean), errors};
}

/** Mean + effect, or the effect alone. */
export function valuesOf(solution: CrossedSolution, effects: "rowEffects" | "columnEffects", withMean: boolean): Float64Array {
  return solution[effects].map((effect) => effect + (withMean ? solution.mean : 0));
}
