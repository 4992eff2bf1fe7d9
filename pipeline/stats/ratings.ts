import {limitAgreement} from "./agreement.js";
import {arrange} from "./crossed-design.js";
import type {CrossedSolution} from "./crossed.js";
import {weighRatios} from "./crossed-posterior.js";
import type {WeightedSolution} from "./crossed-posterior.js";
import type {Estimate} from "./interval.js";
import {invert} from "./matrix.js";
import {mixtureLimits} from "./mixture.js";
import {findPieces, numberOf} from "./pieces.js";
import type {Pieces} from "./pieces.js";
import {predictColumns, predictRows, valuesOf} from "./prediction.js";
import type {Predictions} from "./prediction.js";
import {fitReml} from "./reml.js";
import type {SampleSums} from "./student.js";

/** Ratings of one SDR by one AE. */
export interface RatingCell extends SampleSums {
  sdr_id: string;
  ae_id: string;
}

/** Why there are no intervals: nothing or one thing to learn from, or nothing that differs. */
export type NoInterval = "no_ratings" | "one_rating" | "ratings_never_vary";

type Node = WeightedSolution & {inverse: Float64Array};

/** What the crossed model says: SDs in rating points. */
export interface RatingFit {
  mean: number;
  sdr_sd: number;
  ae_sd: number;
  error_sd: number;
  /** Adjusted score of each SDR, μ̂ + û, in rating points. */
  scores: Map<string, Estimate>;
  /** Severity of each AE: by how much its ratings lie above (lenient) or below (severe) those of the average AE. */
  severities: Map<string, Estimate>;
  /** Limits of the agreement between AEs (`describeRaters` gives its value); null with one SDR. */
  agreement: {lower: number; upper: number} | null;
  pieces: Pieces;
  reason: NoInterval | null;
}

/**
 * `rating = μ + SDR + AE + error` with crossed random effects, variances by REML. Scores are μ̂ + û at the REML variances (those of
 * lme4); their 90 % limits are of the posterior over the variances (`weighRatios`), each with Henderson's prediction-error
 * variance of the sum. With one AE (or one SDR) its variance is not estimable and is zero. Null without ratings.
 */
export function fitRatings(cells: readonly RatingCell[]): RatingFit | null {
  const seen = cells.filter(({n}) => n > 0);
  if (seen.length === 0) return null;
  const pieces = findPieces(seen);
  const [sdrs, aes] = [numberOf(seen.map(({sdr_id}) => sdr_id)), numberOf(seen.map(({ae_id}) => ae_id))];
  // The larger factor is the one that is absorbed.
  const isTurned = sdrs.size < aes.size;
  const [rows, columns] = isTurned ? [aes, sdrs] : [sdrs, aes];
  const placed = seen.map(({sdr_id, ae_id, n, sum, sum_of_squares}) => {
    const [row, column] = isTurned ? [aes.get(ae_id)!, sdrs.get(sdr_id)!] : [sdrs.get(sdr_id)!, aes.get(ae_id)!];
    return {row, column, n, sum, sum_of_squares};
  });
  const design = arrange(placed, rows.size, columns.size);
  const reason = design.n === 1 ? "one_rating" : neverVary(design.squares, design.n, design.centre) ? "ratings_never_vary" : null;
  if (reason) {
    const flat = (ids: Map<string, number>, value: number) =>
      new Map([...ids.keys()].map((id): [string, Estimate] => [id, {value, lower: null, upper: null}]));
    return {mean: design.centre, sdr_sd: 0, ae_sd: 0, error_sd: 0, scores: flat(sdrs, design.centre), severities: flat(aes, 0), agreement: null, pieces, reason}; // prettier-ignore
  }
  const fitted = fitReml(design);
  const {best} = fitted;
  const nodes = weighRatios(fitted).map((node) => ({...node, inverse: invert(node.solution.factor, design.columns + 1)}));
  const errorSd = Math.sqrt(best.errorVariance);
  const [rowSd, columnSd] = [best.rowRatio * errorSd, best.columnRatio * errorSd];
  return {
    mean: best.mean,
    sdr_sd: isTurned ? columnSd : rowSd,
    ae_sd: isTurned ? rowSd : columnSd,
    error_sd: errorSd,
    scores: estimate(sdrs, best, nodes, isTurned ? "columnEffects" : "rowEffects", true),
    severities: estimate(aes, best, nodes, isTurned ? "rowEffects" : "columnEffects", false),
    agreement: sdrs.size > 1 ? limitAgreement(nodes, isTurned) : null,
    pieces,
    reason: null,
  };
}

/** Squares of what rounding leaves of the ratings' own squares. */
const neverVary = (squares: number, n: number, centre: number): boolean => squares <= 1e-12 * n * Math.max(1, centre * centre);

/** Values at the REML variances, limits over all of them. */
function estimate(
  ids: Map<string, number>,
  best: CrossedSolution,
  nodes: Node[],
  effects: "rowEffects" | "columnEffects",
  withMean: boolean,
): Map<string, Estimate> {
  const values = valuesOf(best, effects, withMean);
  const predict = effects === "rowEffects" ? predictRows : predictColumns;
  const predictions = nodes.map(({solution, inverse}): Predictions => predict(solution, inverse, withMean));
  const weights = nodes.map(({weight}) => weight);
  const estimates = [...ids].map(([id, index]): [string, Estimate] => {
    const means = predictions.map((prediction) => prediction.values[index]!);
    const scales = predictions.map(({errors}, k) => Math.sqrt(errors[index]! * nodes[k]!.solution.errorVariance));
    const [lower, upper] = mixtureLimits({weights, means, scales, df: best.design.n - 1});
    return [id, {value: values[index]!, lower, upper}];
  });
  return new Map(estimates);
}
