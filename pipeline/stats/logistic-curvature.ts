import type {ColumnLists, LogisticData} from "./logistic.js";
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
  const {columns, fields, strata, n} = data;
  const [listsOfFields, listsOfStrata] = [fields.starts.length - 1, strata.starts.length - 1];
  const [ofFields, ofStrata] = [sumLists(fields, beta), sumLists(strata, beta)];
  const cross = new Float64Array(data.groups * columns);
  const groupGradient = effects.map((value) => -penalty.group * value);
  const [residuals, weights] = [new Float64Array(listsOfFields), new Float64Array(listsOfFields)];
  const residualsOfStrata = new Float64Array(listsOfStrata);
  // Weights by stratum and column, and by group and stratum.
  const between = new Float64Array(listsOfStrata * columns);
  const within = new Float64Array(data.groups * listsOfStrata);
  let value = 0;
  for (let k = 0; k < columns; k++) value -= (penalty.columns[k]! * beta[k]! ** 2) / 2;
  for (const effect of effects) value -= (penalty.group * effect * effect) / 2;
  const sums: PatternSums = {residuals, residualsOfStrata, groupGradient, weights, within, cross, between, listsOfStrata};
  // A stretch at a time: a small function that is called often is compiled sooner than a long loop.
  for (let r = 0; r < n.length; r += STRETCH)
    value += addPatterns(data, r, Math.min(r + STRETCH, n.length), {effects, ofFields, ofStrata}, sums);
  const gradient = beta.map((at, k) => -penalty.columns[k]! * at);
  spreadOver(fields, residuals, gradient);
  spreadOver(strata, residualsOfStrata, gradient);
  const {matrix, diagonal} = assemble(data, penalty, {weights, between, within, cross});
  return {value, gradient, groupGradient, matrix, cross, diagonal};
}

const STRETCH = 512;

interface PatternSums {
  residuals: Float64Array;
  residualsOfStrata: Float64Array;
  groupGradient: Float64Array;
  weights: Float64Array;
  within: Float64Array;
  cross: Float64Array;
  between: Float64Array;
  listsOfStrata: number;
}

/** Adds what some patterns are to the sums; returns their part of the log likelihood. */
function addPatterns(
  {columns, fields, field, stratum, group, n, successes}: LogisticData,
  from: number,
  to: number,
  {effects, ofFields, ofStrata}: {effects: Float64Array; ofFields: Float64Array; ofStrata: Float64Array},
  sums: PatternSums,
): number {
  const {residuals, residualsOfStrata, groupGradient, weights, within, cross, between, listsOfStrata} = sums;
  const {starts, columns: places} = fields;
  let value = 0;
  for (let r = from; r < to; r++) {
    const f = field[r]!;
    const s = stratum[r]!;
    const g = group[r]!;
    const eta = effects[g]! + ofFields[f]! + ofStrata[s]!;
    const rest = Math.exp(-Math.abs(eta));
    const p = eta >= 0 ? 1 / (1 + rest) : rest / (1 + rest);
    value += successes[r]! * eta - n[r]! * (Math.max(0, eta) + Math.log(1 + rest));
    const residual = successes[r]! - n[r]! * p;
    const weight = (n[r]! * rest) / ((1 + rest) * (1 + rest));
    residuals[f]! += residual;
    residualsOfStrata[s]! += residual;
    groupGradient[g]! += residual;
    weights[f]! += weight;
    within[g * listsOfStrata + s]! += weight;
    const end = starts[f + 1]!;
    const [ofGroup, ofStratum] = [g * columns, s * columns];
    for (let k = starts[f]!; k < end; k++) {
      const column = places[k]!;
      cross[ofGroup + column]! += weight;
      between[ofStratum + column]! += weight;
    }
  }
  return value;
}

/** For each list, the sum over its columns. */
export function sumLists({starts, columns}: ColumnLists, values: Float64Array): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  for (let list = 0; list < sums.length; list++)
    for (let k = starts[list]!; k < starts[list + 1]!; k++) sums[list]! += values[columns[k]!]!;
  return sums;
}

/** Adds what is known of each list to each of its columns. */
export function spreadOver({starts, columns}: ColumnLists, values: Float64Array, onto: Float64Array): void {
  for (let list = 0; list < values.length; list++)
    for (let k = starts[list]!; k < starts[list + 1]!; k++) onto[columns[k]!]! += values[list]!;
}

/** The second derivatives from sums of weights; completes `cross`, which has those of the fields. */
function assemble(
  {columns, groups, fields, strata}: LogisticData,
  penalty: Penalty,
  {weights, between, within, cross}: {weights: Float64Array; between: Float64Array; within: Float64Array; cross: Float64Array},
): {matrix: Float64Array; diagonal: Float64Array} {
  const matrix = new Float64Array(columns * columns);
  const diagonal = new Float64Array(groups).fill(penalty.group);
  for (let k = 0; k < columns; k++) matrix[k * columns + k] = penalty.columns[k]!;
  addSquares(fields, weights, matrix, columns);
  const lists = strata.starts.length - 1;
  const ofStrata = new Float64Array(lists);
  for (let g = 0; g < groups; g++) {
    for (let s = 0; s < lists; s++) {
      const weight = within[g * lists + s]!;
      diagonal[g]! += weight;
      ofStrata[s]! += weight;
      if (weight > 0)
        for (let k = strata.starts[s]!; k < strata.starts[s + 1]!; k++) cross[g * columns + strata.columns[k]!]! += weight;
    }
  }
  addSquares(strata, ofStrata, matrix, columns);
  for (let s = 0; s < lists; s++) {
    for (let k = strata.starts[s]!; k < strata.starts[s + 1]!; k++) {
      const own = strata.columns[k]!;
      for (let column = 0; column < columns; column++) {
        const weight = between[s * columns + column]!;
        if (weight > 0) matrix[Math.max(own, column) * columns + Math.min(own, column)]! += weight;
      }
    }
  }
  return {matrix, diagonal};
}

/** Adds each list's weight to every pair of its columns (lower triangle). */
function addSquares({starts, columns: places}: ColumnLists, weights: Float64Array, matrix: Float64Array, columns: number): void {
  for (let list = 0; list < weights.length; list++) {
    const weight = weights[list]!;
    for (let k = starts[list]!; k < starts[list + 1]!; k++) {
      const row = places[k]! * columns;
      for (let l = starts[list]!; l <= k; l++) matrix[row + places[l]!]! += weight;
    }
  }
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
