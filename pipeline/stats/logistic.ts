import {cholesky, solveLower, solveUpper, squareSum} from "./matrix.js";

/** Covariate patterns with counts. Every covariate is there or not: pattern r has the columns present[starts[r]] … before starts[r + 1]. */
export interface LogisticData {
  /** How many covariates there are, the constant among them. */
  columns: number;
  starts: Int32Array;
  /** Columns of the patterns, ascending within each. */
  present: Uint16Array;
  /** Group (AE) of each pattern, from 0; groups have effects of their own. */
  group: Int32Array;
  groups: number;
  n: Float64Array;
  successes: Float64Array;
}

/** Normal priors about zero: an SD for every column (Infinity: none) and one for the group effects, in log odds. */
export interface LogisticPriors {
  sds: readonly number[];
  groupSd: number;
}

export interface LogisticFit {
  coefficients: Float64Array;
  groupEffects: Float64Array;
  /** Laplace standard errors of the coefficients and of the group effects. */
  standardErrors: Float64Array;
  groupErrors: Float64Array;
  /** Laplace variance of a linear combination of coefficients and group effects. */
  varianceOf: (onCoefficients: Float64Array, onGroups: Float64Array) => number;
  hasConverged: boolean;
}

/**
 * Logistic regression with normal priors: the mode of the posterior by Newton's method, and the inverse of the curvature there as
 * variance (Laplace). The group effects, a diagonal block, are absorbed, so that it costs patterns × columns². Every column needs a
 * prior or data that tell it apart (no separation, no collinearity); with all SDs finite the mode always exists. Null without members.
 * Source: A. Gelman et al., "Bayesian Data Analysis", 3rd ed. (2013), 4.1 and 16.3; S. le Cessie and J. C. van Houwelingen (1992).
 */
export function fitLogistic(data: LogisticData, priors: LogisticPriors): LogisticFit | null {
  if (data.n.reduce((sum, n) => sum + n, 0) === 0) return null;
  const beta = new Float64Array(data.columns);
  const effects = new Float64Array(data.groups);
  const penalty = {columns: Float64Array.from(priors.sds, (sd) => sd ** -2), group: priors.groupSd ** -2};
  let current = curvatureAt(data, penalty, beta, effects);
  let hasConverged = false;
  for (let step = 0; step < 50 && !hasConverged; step++) {
    const {onBeta, onEffects} = newtonStep(current);
    const decrement = dot(current.gradient, onBeta) + dot(current.groupGradient, onEffects);
    // The step is still taken, and squares what is left.
    hasConverged = decrement < 1e-8;
    // Halves a step that does not climb.
    for (let scale = 1; ; scale /= 2) {
      const [nextBeta, nextEffects] = [moved(beta, onBeta, scale), moved(effects, onEffects, scale)];
      const next = curvatureAt(data, penalty, nextBeta, nextEffects);
      if (next.value < current.value - 1e-9 * Math.abs(current.value) && scale > 1e-6) continue;
      beta.set(nextBeta);
      effects.set(nextEffects);
      current = next;
      break;
    }
  }
  const {varianceOf} = newtonStep(current);
  const [noBeta, noGroup] = [new Float64Array(data.columns), new Float64Array(data.groups)];
  const errors = (length: number, variance: (unit: Float64Array) => number) =>
    Float64Array.from({length}, (_, k) => Math.sqrt(variance(new Float64Array(length).fill(1, k, k + 1))));
  return {
    coefficients: beta,
    groupEffects: effects,
    standardErrors: errors(data.columns, (unit) => varianceOf(unit, noGroup)),
    groupErrors: errors(data.groups, (unit) => varianceOf(noBeta, unit)),
    varianceOf,
    hasConverged,
  };
}

interface Curvature {
  value: number;
  gradient: Float64Array;
  groupGradient: Float64Array;
  /** Negative second derivatives: of the columns (lower triangle), between columns and groups (group by group), of the groups. */
  matrix: Float64Array;
  cross: Float64Array;
  diagonal: Float64Array;
}

interface Penalty {
  columns: Float64Array;
  group: number;
}

/** Log posterior at a place, with its first and second derivatives. */
function curvatureAt(data: LogisticData, penalty: Penalty, beta: Float64Array, effects: Float64Array): Curvature {
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
    const [start, end, g] = [starts[r]!, starts[r + 1]!, group[r]!];
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
function newtonStep({gradient, groupGradient, matrix, cross, diagonal}: Curvature) {
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

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
const moved = (from: Float64Array, by: Float64Array, scale: number): Float64Array =>
  from.map((value, k) => value + scale * by[k]!);
