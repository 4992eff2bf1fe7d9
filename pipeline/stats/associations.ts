import type {Difference} from "./interval.js";
import {fitLogistic} from "./logistic.js";
import type {LogisticData, LogisticFit} from "./logistic.js";
import {Z90} from "./normal.js";
import {codePatterns, PRIOR_SDS} from "./patterns.js";
import type {Pattern} from "./patterns.js";

/** How one field goes with success, others, strata and AE held equal. */
export interface Association {
  field: string;
  n_with: number;
  n_without: number;
  /** Log odds ratio with its 90 % Laplace interval. */
  log_odds: Difference;
  /** Share of successes with the field less that without it, averaged over all members as they are; 90 % by the delta method. */
  difference: Difference;
}

/**
 * Associations of fields with success, all in one penalised logistic regression (priors: `PRIOR_SDS`); a field that every member has,
 * or none, has nothing to compare and is null. Null without members. An association is not a cause.
 * Source of the averaged difference: S. Greenland and P. Holland (1991), Biometrics 47, standardised over the members themselves.
 */
export function associate(
  patterns: readonly Pattern[],
  fields: readonly string[],
  strata: readonly string[],
  sds: typeof PRIOR_SDS = PRIOR_SDS,
): (Association | null)[] | null {
  const coded = codePatterns(patterns, fields, strata, sds);
  const fit = fitLogistic(coded.data, coded.priors);
  if (!fit) return null;
  const total = coded.data.n.reduce((sum, n) => sum + n, 0);
  return fields.map((field, k) => {
    const withField = patterns.reduce((sum, {present, n}) => sum + (present[k] ? n : 0), 0);
    if (withField === 0 || withField === total) return null;
    return {
      field,
      n_with: withField,
      n_without: total - withField,
      log_odds: around(fit.coefficients[1 + k]!, fit.standardErrors[1 + k]!),
      difference: averageDifference(coded.data, fit, 1 + k),
    };
  });
}

/**
 * Difference of two practices among members: the share of successes had all followed it less that had none, sources, segments and
 * AEs as they are; null when all or none followed it. `patterns` have the practice as their one field.
 */
export function comparePractice(
  patterns: readonly Pattern[],
  strata: readonly string[],
  sds = {...PRIOR_SDS, field: 1},
): Association | null {
  return associate(patterns, ["practice"], strata, sds)?.[0] ?? null;
}

/** Mean over members of p(column = 1) − p(column = 0), with its gradient turned into a variance. */
export function averageDifference(data: LogisticData, fit: LogisticFit, column: number): Difference {
  const {columns, x, group, n} = data;
  const onCoefficients = new Float64Array(columns);
  const onGroups = new Float64Array(data.groups);
  const step = fit.coefficients[column]!;
  let [value, total] = [0, 0];
  for (let r = 0; r < n.length; r++) {
    const start = r * columns;
    let eta = fit.groupEffects[group[r]!]! - x[start + column]! * step;
    for (let k = 0; k < columns; k++) eta += x[start + k]! * fit.coefficients[k]!;
    const [without, within] = [1 / (1 + Math.exp(-eta)), 1 / (1 + Math.exp(-eta - step))];
    const [slopeWithout, slopeWithin] = [without * (1 - without), within * (1 - within)];
    const slope = n[r]! * (slopeWithin - slopeWithout);
    value += n[r]! * (within - without);
    total += n[r]!;
    for (let k = 0; k < columns; k++) onCoefficients[k]! += slope * x[start + k]!;
    onCoefficients[column]! += n[r]! * slopeWithin - slope * x[start + column]!;
    onGroups[group[r]!]! += slope;
  }
  const scale = (values: Float64Array) => values.map((entry) => entry / total);
  return around(value / total, Math.sqrt(fit.varianceOf(scale(onCoefficients), scale(onGroups))));
}

const around = (value: number, error: number): Difference => ({value, lower: value - Z90 * error, upper: value + Z90 * error});
