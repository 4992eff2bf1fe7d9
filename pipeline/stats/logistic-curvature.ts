import type {LogisticData} from "./logistic.js";
import {cholesky, solveLower, solveUpper, squareSum} from "./matrix.js";

/** The log posterior at a place, with its derivatives. */
export interface Curvature {
  value: number;
  gradient: Float64Array;
  groupGradient: Float64Array;
  /** Negative second derivatives: of the columns (lower triangle), between columns and groups (group by group), of the groups. */
  matrix: Float64Array;
  cross: Float64Array;
  diagonal: Float64Array;
}

/** Inverse variances of the priors. */
export interface Penalty {
  columns: Float64Array;
  group: number;
}

/** Log posterior at a place, with its first and second derivatives. */
export function curvatureAt(data: LogisticData, penalty: Penalty, beta: Float64Array, effects: Float64Array): Curvature {
  const {columns, starts, present, group, n, successes} = data;
  const matrix = new Float64Array(columns * columns);
  const cross = new Float64Array(data.groups * columns);
  const diagonal = effects.map(() => penalty.group);
  const gradient = beta.map((value, k) => -penalty.columns[k]! * value);
  const groupGradient = effects.map((value) => -penalty.group * value);
  let value = 0;
  for (let k = 0; k < columns; k++) {
    matrix[k * columns + k] = penalty.columns[k]!;
    value -= (penalty.columns[k]! * beta[k]! ** 2) / 2;
  }
  for (const effect of effects) value -= (penalty.group * effect * effect) / 2;
  for (let r = 0; r < n.length; r++) {
    const start = starts[r]!;
    const end = starts[r + 1]!;
    const g = group[r]!;
    let eta = effects[g]!;
    for (let k = start; k < end; k++) eta += beta[present[k]!]!;
    const rest = Math.exp(-Math.abs(eta));
    const p = eta >= 0 ? 1 / (1 + rest) : rest / (1 + rest);
    value += successes[r]! * eta - n[r]! * (Math.max(0, eta) + Math.log1p(rest));
    const residual = successes[r]! - n[r]! * p;
    const weight = (n[r]! * rest) / ((1 + rest) * (1 + rest));
    for (let k = start; k < end; k++) {
      const column = present[k]!;
      gradient[column]! += residual;
      cross[g * columns + column]! += weight;
      const row = column * columns;
      for (let l = start; l <= k; l++) matrix[row + present[l]!]! += weight;
    }
    groupGradient[g]! += residual;
    diagonal[g]! += weight;
  }
  return {value, gradient, groupGradient, matrix, cross, diagonal};
}

/** Newton's step from a place, and the variance of combinations by the same factored equations. */
export function newtonStep({gradient, groupGradient, matrix, cross, diagonal}: Curvature) {
  const columns = gradient.length;
  const factor = matrix.slice();
  for (let g = 0; g < diagonal.length; g++) {
    for (let k = 0; k < columns; k++) {
      const scaled = cross[g * columns + k]! / diagonal[g]!;
      for (let l = 0; l <= k; l++) factor[k * columns + l]! -= scaled * cross[g * columns + l]!;
    }
  }
  cholesky(factor, columns);
  /** The right side of the columns, once the groups are absorbed. */
  const absorb = (onColumns: Float64Array, onGroups: Float64Array): Float64Array => {
    const side = onColumns.slice();
    for (let g = 0; g < diagonal.length; g++) {
      if (onGroups[g] === 0) continue;
      for (let k = 0; k < columns; k++) side[k]! -= (cross[g * columns + k]! * onGroups[g]!) / diagonal[g]!;
    }
    return side;
  };
  const onBeta = absorb(gradient, groupGradient);
  solveLower(factor, columns, onBeta);
  solveUpper(factor, columns, onBeta);
  const onEffects = groupGradient.map((value, g) => {
    let rest = value;
    for (let k = 0; k < columns; k++) rest -= cross[g * columns + k]! * onBeta[k]!;
    return rest / diagonal[g]!;
  });
  const varianceOf = (onColumns: Float64Array, onGroups: Float64Array): number => {
    const side = absorb(onColumns, onGroups);
    solveLower(factor, columns, side);
    return squareSum(side) + onGroups.reduce((sum, value, g) => sum + (value * value) / diagonal[g]!, 0);
  };
  return {onBeta, onEffects, varianceOf};
}
