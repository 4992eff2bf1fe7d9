import {limitAgreement} from "./agreement.js";
import {arrange} from "./crossed-design.js";
import type {CrossedSolution} from "./crossed.js";
import {weighRatios} from "./crossed-posterior.js";
import type {WeightedSolution} from "./crossed-posterior.js";
import type {Estimate} from "./interval.js";
import {invert} from "./matrix.js";
import {mixtureLimits} from "./mixture.js";
import {findPieces} from "./pieces.js";
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

/** The same, a column each: SDRs and AEs are places among their names, which are in order. */
export interface NumberedRatings {
  sdr: ArrayLike<number>;
  ae: ArrayLike<number>;
  n: ArrayLike<number>;
  sum: ArrayLike<number>;
  sum_of_squares: ArrayLike<number>;
  sdrs: readonly string[];
  aes: readonly string[];
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
export function fitRatings(ratings: readonly RatingCell[] | NumberedRatings): RatingFit | null {
  const {sdr, ae, sdrs, aes, n, sum, sum_of_squares} = dropUnseen("sdrs" in ratings ? ratings : numberRatings(ratings));
  if (sdr.length === 0) return null;
  const pieces = findPieces(sdr, ae, sdrs, aes);
  // The larger factor is the one that is absorbed.
  const isTurned = sdrs.length < aes.length;
  const [row, column] = isTurned ? [ae, sdr] : [sdr, ae];
  const design = arrange({row, column, n, sum, sum_of_squares}, Math.max(sdrs.length, aes.length), Math.min(sdrs.length, aes.length)); // prettier-ignore
  const reason = design.n === 1 ? "one_rating" : neverVary(design.squares, design.n, design.centre) ? "ratings_never_vary" : null;
  if (reason) {
    const flat = (ids: readonly string[], value: number) =>
      new Map(ids.map((id): [string, Estimate] => [id, {value, lower: null, upper: null}]));
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
    agreement: sdrs.length > 1 ? limitAgreement(nodes, isTurned) : null,
    pieces,
    reason: null,
  };
}

/** Squares of what rounding leaves of the ratings' own squares. */
const neverVary = (squares: number, n: number, centre: number): boolean => squares <= 1e-12 * n * Math.max(1, centre * centre);

/** Values at the REML variances, limits over all of them. */
function estimate(
  ids: readonly string[],
  best: CrossedSolution,
  nodes: Node[],
  effects: "rowEffects" | "columnEffects",
  withMean: boolean,
): Map<string, Estimate> {
  const values = valuesOf(best, effects, withMean);
  const predict = effects === "rowEffects" ? predictRows : predictColumns;
  const predictions = nodes.map(({solution, inverse}): Predictions => predict(solution, inverse, withMean));
  const weights = nodes.map(({weight}) => weight);
  const estimates = ids.map((id, index): [string, Estimate] => {
    const means = predictions.map((prediction) => prediction.values[index]!);
    const scales = predictions.map(({errors}, k) => Math.sqrt(errors[index]! * nodes[k]!.solution.errorVariance));
    const [lower, upper] = mixtureLimits({weights, means, scales, df: best.design.n - 1});
    return [id, {value: values[index]!, lower, upper}];
  });
  return new Map(estimates);
}

function numberRatings(cells: readonly RatingCell[]): NumberedRatings {
  const numbered = (ids: readonly string[]) => {
    const names = [...new Set(ids)].sort();
    const places = new Map(names.map((name, place) => [name, place]));
    return {names, of: ids.map((id) => places.get(id)!)};
  };
  const [sdr, ae] = [numbered(cells.map(({sdr_id}) => sdr_id)), numbered(cells.map(({ae_id}) => ae_id))];
  return {
    sdr: sdr.of,
    ae: ae.of,
    n: cells.map(({n}) => n),
    sum: cells.map(({sum}) => sum),
    sum_of_squares: cells.map(({sum_of_squares}) => sum_of_squares),
    sdrs: sdr.names,
    aes: ae.names,
  };
}

/** Cells with ratings, and who has any. */
function dropUnseen({sdr, ae, n, sum, sum_of_squares, sdrs, aes}: NumberedRatings) {
  const seen = new Int32Array(n.length);
  let count = 0;
  for (let k = 0; k < n.length; k++) if (n[k]! > 0) seen[count++] = k;
  const kept = seen.subarray(0, count);
  const [ofSdrs, ofAes] = [narrow(kept, sdr, sdrs), narrow(kept, ae, aes)];
  return {sdr: ofSdrs.of, ae: ofAes.of, sdrs: ofSdrs.names, aes: ofAes.names, n: pick(n, kept), sum: pick(sum, kept), sum_of_squares: pick(sum_of_squares, kept)}; // prettier-ignore
}

/** The values at some places. */
function pick(values: ArrayLike<number>, places: Int32Array): Float64Array {
  const picked = new Float64Array(places.length);
  for (let k = 0; k < places.length; k++) picked[k] = values[places[k]!]!;
  return picked;
}

/** The names that occur, and the places of some cells among them. */
function narrow(cells: Int32Array, of: ArrayLike<number>, all: readonly string[]): {names: string[]; of: Int32Array} {
  const places = new Int32Array(all.length).fill(-1);
  for (let k = 0; k < cells.length; k++) places[of[cells[k]!]!] = 0;
  const names: string[] = [];
  for (let place = 0; place < all.length; place++) if (places[place] === 0) places[place] = names.push(all[place]!) - 1;
  return {names, of: cells.map((k) => places[of[k]!]!)};
}
