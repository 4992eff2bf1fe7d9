import type {Difference} from "./interval.js";
import {fitLogistic} from "./logistic.js";
import {spreadOver, sumLists} from "./logistic-curvature.js";
import type {ColumnLists, LogisticData, LogisticFit} from "./logistic.js";
import {Z90} from "./normal.js";
import {codePatterns, PRIOR_SDS} from "./patterns.js";
import type {NumberedPatterns, Pattern} from "./patterns.js";

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
  patterns: readonly Pattern[] | NumberedPatterns,
  fields: readonly string[],
  strata: readonly string[],
  sds: typeof PRIOR_SDS = PRIOR_SDS,
): (Association | null)[] | null {
  const coded = codePatterns(patterns, fields, strata, sds);
  const fit = fitLogistic(coded.data, coded.priors);
  if (!fit) return null;
  const {data} = coded;
  const total = data.n.reduce((sum, n) => sum + n, 0);
  const differences = averageDifferences(data, fit, fields.length);
  const members = new Float64Array(data.fields.starts.length - 1);
  for (let r = 0; r < data.n.length; r++) members[data.field[r]!]! += data.n[r]!;
  const withColumn = new Float64Array(data.columns);
  spreadOver(data.fields, members, withColumn);
  return fields.map((field, k) => {
    const withField = withColumn[1 + k]!;
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
  patterns: readonly Pattern[] | NumberedPatterns,
  strata: readonly string[],
  sds = {...PRIOR_SDS, field: 1},
): Association | null {
  return associate(patterns, ["practice"], strata, sds)?.[0] ?? null;
}

/** For each of the first columns after the constant: mean over members of p(column = 1) − p(column = 0), its gradient made a variance. */
function averageDifferences(data: LogisticData, fit: LogisticFit, fields: number): Difference[] {
  const {columns, group, n} = data;
  const total = n.reduce((sum, count) => sum + count, 0);
  const [ofFields, ofStrata] = [sumLists(data.fields, fit.coefficients), sumLists(data.strata, fit.coefficients)];
  // As members are: odds against success, and success with its slope. With or without a field the odds are a factor away.
  const [against, success, slopes] = [0, 1, 2].map(() => new Float64Array(n.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let r = 0; r < n.length; r++) {
    against[r] = Math.exp(-fit.groupEffects[group[r]!]! - ofFields[data.field[r]!]! - ofStrata[data.stratum[r]!]!);
    success[r] = 1 / (1 + against[r]!);
    slopes[r] = success[r]! * (1 - success[r]!);
  }
  return Array.from({length: fields}, (_, field) => {
    const column = 1 + field;
    const [gain, loss] = [Math.exp(-fit.coefficients[column]!), Math.exp(fit.coefficients[column]!)];
    const has = listsWith(data.fields, column);
    const [onFields, onStrata] = [new Float64Array(ofFields.length), new Float64Array(ofStrata.length)];
    const onGroups = new Float64Array(data.groups);
    let value = 0;
    let onItself = 0;
    for (let r = 0; r < n.length; r += STRETCH) {
      const part = addDifferences(
        data,
        r,
        Math.min(r + STRETCH, n.length),
        {against, success, slopes, has, gain, loss, total},
        {onFields, onStrata, onGroups},
      );
      value += part.value;
      onItself += part.onItself;
    }
    const onColumns = new Float64Array(columns);
    spreadOver(data.fields, onFields, onColumns);
    spreadOver(data.strata, onStrata, onColumns);
    // The column itself is 1 with and 0 without, whatever the member has.
    onColumns[column] = onItself;
    return around(value, Math.sqrt(fit.varianceOf(onColumns, onGroups)));
  });
}

const STRETCH = 512;

/** Adds the slopes of some patterns to the sums; returns their part of the difference and of its slope on the column itself. */
function addDifferences(
  {field, stratum, group, n}: LogisticData,
  from: number,
  to: number,
  of: {
    against: Float64Array;
    success: Float64Array;
    slopes: Float64Array;
    has: Uint8Array;
    gain: number;
    loss: number;
    total: number;
  },
  {onFields, onStrata, onGroups}: {onFields: Float64Array; onStrata: Float64Array; onGroups: Float64Array},
): {value: number; onItself: number} {
  const {against, success, slopes, has, gain, loss, total} = of;
  let value = 0;
  let onItself = 0;
  for (let r = from; r < to; r++) {
    const list = field[r]!;
    const share = n[r]! / total;
    const isThere = has[list] === 1;
    const other = 1 / (1 + against[r]! * (isThere ? loss : gain));
    const ofOther = other * (1 - other);
    const slopeWithin = share * (isThere ? slopes[r]! : ofOther);
    const slope = slopeWithin - share * (isThere ? ofOther : slopes[r]!);
    value += share * (isThere ? success[r]! - other : other - success[r]!);
    onFields[list]! += slope;
    onStrata[stratum[r]!]! += slope;
    onGroups[group[r]!]! += slope;
    onItself += slopeWithin;
  }
  return {value, onItself};
}

/** Whether each list has a column. */
function listsWith({starts, columns}: ColumnLists, column: number): Uint8Array {
  const has = new Uint8Array(starts.length - 1);
  for (let list = 0; list < has.length; list++)
    for (let k = starts[list]!; k < starts[list + 1]! && columns[k]! <= column; k++) if (columns[k] === column) has[list] = 1;
  return has;
}

const around = (value: number, error: number): Difference => ({value, lower: value - Z90 * error, upper: value + Z90 * error});
