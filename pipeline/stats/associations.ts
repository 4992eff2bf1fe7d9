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
  const differences = averageDifferences(coded.data, fit, fields.length);
  return fields.map((field, k) => {
    const withField = patterns.reduce((sum, {present, n}) => sum + (present[k] ? n : 0), 0);
    if (withField === 0 || withField === total) return null;
    return {
      field,
      n_with: withField,
      n_without: total - withField,
      log_odds: around(fit.coefficients[1 + k]!, fit.standardErrors[1 + k]!),
      difference: differences[k]!,
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

/** For each of the first columns after the constant: mean over members of p(column = 1) − p(column = 0), its gradient made a variance. */
function averageDifferences(data: LogisticData, fit: LogisticFit, fields: number): Difference[] {
  const {columns, starts, present, group, n} = data;
  const sums = Array.from({length: fields}, () => ({value: 0, onColumns: new Float64Array(columns), onGroups: new Float64Array(data.groups)})); // prettier-ignore
  const isPresent = new Uint8Array(columns);
  const total = n.reduce((sum, count) => sum + count, 0);
  for (let r = 0; r < n.length; r++) {
    const start = starts[r]!;
    const end = starts[r + 1]!;
    const g = group[r]!;
    const share = n[r]! / total;
    let eta = fit.groupEffects[g]!;
    for (let k = start; k < end; k++) {
      eta += fit.coefficients[present[k]!]!;
      isPresent[present[k]!] = 1;
    }
    const p = 1 / (1 + Math.exp(-eta));
    for (let field = 0; field < fields; field++) {
      const column = 1 + field;
      const step = fit.coefficients[column]!;
      const other = 1 / (1 + Math.exp(-eta + (isPresent[column] ? step : -step)));
      const within = isPresent[column] ? p : other;
      const without = isPresent[column] ? other : p;
      const {onColumns, onGroups} = sums[field]!;
      const slopeWithin = share * within * (1 - within);
      const slope = slopeWithin - share * without * (1 - without);
      sums[field]!.value += share * (within - without);
      for (let k = start; k < end; k++) onColumns[present[k]!]! += slope;
      // The column itself is 1 with and 0 without, whatever the member has.
      onColumns[column]! += slopeWithin - (isPresent[column] ? slope : 0);
      onGroups[g]! += slope;
    }
    for (let k = start; k < end; k++) isPresent[present[k]!] = 0;
  }
  return sums.map(({value, onColumns, onGroups}) => around(value, Math.sqrt(fit.varianceOf(onColumns, onGroups))));
}

const around = (value: number, error: number): Difference => ({value, lower: value - Z90 * error, upper: value + Z90 * error});
