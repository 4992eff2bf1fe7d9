import {curvatureAt, newtonStep} from "./logistic-curvature.js";
import type {Curvature, Penalty} from "./logistic-curvature.js";

/** Lists of columns, ascending within each: list k is columns[starts[k]] … before starts[k + 1]. */
export interface ColumnLists {
  starts: Int32Array;
  columns: Uint16Array;
}

/**
 * Covariate patterns with counts. Every covariate is there or not: a pattern has the columns of two lists that it shares with others, one
 * of `fields` and one of `strata`, which have no column in common. Sums over patterns are then sums over lists, of which there are fewer.
 */
export interface LogisticData {
  /** How many covariates there are, the constant among them. */
  columns: number;
  fields: ColumnLists;
  strata: ColumnLists;
  /** Number of each pattern's lists. */
  field: Int32Array;
  stratum: Int32Array;
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
  if (!data.n.some((n) => n > 0)) return null;
  const penalty = {columns: Float64Array.from(priors.sds, (sd) => sd ** -2), group: priors.groupSd ** -2};
  const nowhere: Place = {beta: new Float64Array(data.columns), effects: new Float64Array(data.groups)};
  // Of very many patterns every sixteenth says where the mode is about, at a sixteenth of the price.
  const start = data.n.length > 50_000 ? findMode(thin(data, 16), penalty, nowhere) : nowhere;
  const {beta, effects, current, hasConverged} = findMode(data, penalty, start);
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

interface Place {
  beta: Float64Array;
  effects: Float64Array;
}

/** Newton's method from a place to the mode. */
function findMode(data: LogisticData, penalty: Penalty, start: Place): Place & {current: Curvature; hasConverged: boolean} {
  let {beta, effects} = start;
  let current = curvatureAt(data, penalty, beta, effects);
  let hasConverged = false;
  for (let step = 0; step < 50; step++) {
    const {onBeta, onEffects} = newtonStep(current);
    const decrement = dot(current.gradient, onBeta) + dot(current.groupGradient, onEffects);
    hasConverged = decrement < 1e-8;
    if (hasConverged) {
      // So near the mode the step squares what is left, and the curvature is that of the mode to more digits than are needed.
      [beta, effects] = [moved(beta, onBeta, 1), moved(effects, onEffects, 1)];
      break;
    }
    // Halves a step that does not climb.
    for (let scale = 1; ; scale /= 2) {
      const [nextBeta, nextEffects] = [moved(beta, onBeta, scale), moved(effects, onEffects, scale)];
      const next = curvatureAt(data, penalty, nextBeta, nextEffects);
      if (next.value < current.value - 1e-9 * Math.abs(current.value) && scale > 1e-6) continue;
      [beta, effects, current] = [nextBeta, nextEffects, next];
      break;
    }
  }
  return {beta, effects, current, hasConverged};
}

/** One in so many patterns, with as many times its members. */
function thin(data: LogisticData, times: number): LogisticData {
  const kept = Array.from({length: Math.floor(data.n.length / times)}, (_, k) => k * times);
  return {
    ...data,
    field: Int32Array.from(kept, (r) => data.field[r]!),
    stratum: Int32Array.from(kept, (r) => data.stratum[r]!),
    group: Int32Array.from(kept, (r) => data.group[r]!),
    n: Float64Array.from(kept, (r) => times * data.n[r]!),
    successes: Float64Array.from(kept, (r) => times * data.successes[r]!),
  };
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
const moved = (from: Float64Array, by: Float64Array, scale: number): Float64Array =>
  from.map((value, k) => value + scale * by[k]!);
