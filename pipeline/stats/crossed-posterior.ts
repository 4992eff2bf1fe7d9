import {absorbRows, devianceAt, solveCrossed} from "./crossed.js";
import type {AbsorbedRows, CrossedSolution} from "./crossed.js";
import type {CrossedDesign} from "./crossed-design.js";
import {gaussLegendre, midpoints} from "./quadrature.js";
import type {Rule} from "./quadrature.js";
import {LARGEST_ANGLE} from "./reml.js";
import type {Angles, RemlFit} from "./reml.js";

/** A solution of the equations at one pair of variance ratios, with the probability of that pair. */
export interface WeightedSolution {
  weight: number;
  solution: CrossedSolution;
}

/** How far below the top (in log likelihood) a pair of ratios is left out, and the share of weight that is not worth its equations. */
const DROP = 16;
const PRUNE = 1e-6;

/**
 * Solutions over the posterior of the two variance ratios, for intervals that know the variances are estimated.
 * Prior: each ratio of SDs (row ÷ error, column ÷ error) half-Cauchy with scale 0.5 (`RATIO_SCALE`); 1 ÷ σ² for the error
 * variance; flat for the mean. The likelihood of the ratios is then the restricted one. Given the ratios, each prediction has a
 * t distribution with n − 1 degrees of freedom. Unlike corrections by derivatives (Kackar and Harville 1984), this holds where REML
 * puts a variance at zero. Source: A. Gelman, Bayesian Analysis 1 (2006); G. E. P. Box and G. C. Tiao (1973), ch. 5 and 6.
 * Method: a product rule over both angles, in a box narrowed until it fits the posterior; for a large design, whose posterior is nearly
 * normal, a star of five places (`weighStar`).
 */
export function weighRatios({best, absorbed, sds}: RemlFit): WeightedSolution[] {
  const {design} = best;
  const work = design.columns ** 3 + design.starts.reduce((sum, start, i, all) => sum + (i ? (start - all[i - 1]!) ** 2 : 0), 0);
  if (work > LARGE && sds && isInside(best, sds)) return weighStar(best, absorbed, sds);
  if (work > LARGE) return normalise(weigh(design, boxAbout(best), COARSE, midpoints), LARGE_PRUNE);
  let box: Box = {row: FULL, column: FULL};
  for (let pass = 0; pass < 8; pass++) {
    const kept = weigh(design, box, SEARCH, midpoints).filter(({weight}) => weight > Math.exp(-DROP));
    const narrowed: Box = {row: span(kept, "row", box.row), column: span(kept, "column", box.column)};
    const isFitted = width(narrowed.row) > 0.6 * width(box.row) && width(narrowed.column) > 0.6 * width(box.column);
    box = narrowed;
    if (isFitted) break;
  }
  return normalise(weigh(design, box, fineness(work), gaussLegendre), PRUNE);
}

/** Multiplications from which a solution is dear; points an axis where it is, and to look for the box. */
const LARGE = 400_000;
const COARSE = 5;
const LARGE_DROP = 8;
const LARGE_PRUNE = 1e-3;
const SEARCH = 12;
/** A small company's posterior is skewed and wide, and costs little; that of a larger one is nearly normal. */
const fineness = (work: number): number => (work < 5000 ? 50 : 20);

type Range = [number, number];
type Box = {row: Range; column: Range};
interface Node extends WeightedSolution {
  row: number;
  column: number;
}

/**
 * The best pair and the two places √3 SDs from it on each axis, with the weights of Gauss and Hermite's rule of three points in either
 * direction, corrected by what the posterior there differs from a normal one. Exact for polynomials of degree three, and of five along
 * the axes. Source: A. Stroud, "Approximate Calculation of Multiple Integrals" (1971), 8.1.
 */
export function weighStar(best: CrossedSolution, middle: AbsorbedRows, sds: Angles): WeightedSolution[] {
  const {design} = best;
  const centre: Angles = {row: Math.atan(best.rowRatio), column: Math.atan(best.columnRatio)};
  const logAt = ({row, column}: Angles, {deviance}: CrossedSolution) => logPrior(row) + logPrior(column) - deviance / 2;
  const top = logAt(centre, best);
  const arm = (angles: Angles, absorbed: AbsorbedRows) => {
    const solution = solveCrossed(absorbed, Math.tan(angles.column));
    return {solution, weight: Math.exp(logAt(angles, solution) - top + ARM ** 2 / 2) / 6};
  };
  const arms = [-ARM, ARM].flatMap((reach) => {
    const row = centre.row + reach * sds.row;
    const column = centre.column + reach * sds.column;
    return [arm({...centre, row}, absorbRows(design, Math.tan(row))), arm({...centre, column}, middle)];
  });
  const nodes = [{solution: best, weight: 1 / 3}, ...arms];
  const total = nodes.reduce((sum, {weight}) => sum + weight, 0);
  return nodes.map(({solution, weight}) => ({solution, weight: weight / total}));
}

const ARM = Math.sqrt(3);
/** Far enough from zero and infinity for a normal posterior, in SDs. */
const CLEAR = 4;
const isInside = ({rowRatio, columnRatio}: CrossedSolution, {row, column}: Angles): boolean =>
  Math.atan(rowRatio) > CLEAR * row && Math.atan(columnRatio) > CLEAR * column &&
  Math.atan(rowRatio) + CLEAR * row < LARGEST_ANGLE && Math.atan(columnRatio) + CLEAR * column < LARGEST_ANGLE; // prettier-ignore

const FULL: Range = [0, LARGEST_ANGLE];
const width = ([low, high]: Range): number => high - low;

/** SD of SDRs, or of AEs, as a share of the SD of single ratings: as likely above this as below. */
const RATIO_SCALE = 0.5;

/** The half-Cauchy prior of a ratio, tan(angle), as density of the angle. */
const logPrior = (angle: number): number => Math.log((1 + Math.tan(angle) ** 2) / (1 + (Math.tan(angle) / RATIO_SCALE) ** 2));

/** Solutions at the points of a rule over the box; weights relative to the heaviest. */
function weigh(design: CrossedDesign, box: Box, order: number, rule: typeof midpoints): Node[] {
  const axis = ([low, high]: Range, isFree: boolean): Rule => (isFree ? rule(order, low, high) : {points: [0], weights: [1]});
  const [rows, columns] = [axis(box.row, design.rows > 1), axis(box.column, design.columns > 1)];
  const nodes = rows.points.flatMap((row, i) => {
    const absorbed = absorbRows(design, Math.tan(row));
    return columns.points.map((column, j) => {
      const solution = solveCrossed(absorbed, Math.tan(column));
      return {
        row,
        column,
        solution,
        weight: Math.log(rows.weights[i]! * columns.weights[j]!) + logPrior(row) + logPrior(column) - solution.deviance / 2,
      };
    });
  });
  const top = Math.max(...nodes.map(({weight}) => weight));
  return nodes.map((node) => ({...node, weight: Math.exp(node.weight - top)}));
}

/** Range of an axis that the kept midpoints cover, one step more on each side. */
function span(nodes: Node[], axis: "row" | "column", range: Range): Range {
  const step = width(range) / SEARCH;
  const angles = nodes.map((node) => node[axis]);
  return [Math.max(range[0], Math.min(...angles) - 1.5 * step), Math.min(range[1], Math.max(...angles) + 1.5 * step)];
}

/** For large designs, whose posterior is narrow: the box that a walk from the best pair along each axis reaches. */
function boxAbout(best: CrossedSolution): Box {
  const {design} = best;
  const [row, column] = [Math.atan(best.rowRatio), Math.atan(best.columnRatio)];
  const absorbed = absorbRows(design, best.rowRatio);
  const alongRow = (angle: number) => devianceAt(absorbRows(design, Math.tan(angle)), best.columnRatio);
  const alongColumn = (angle: number) => devianceAt(absorbed, Math.tan(angle));
  return {row: reach(alongRow, row, best.deviance), column: reach(alongColumn, column, best.deviance)};
}

function reach(deviance: (angle: number) => number, centre: number, least: number): Range {
  const ends = [-1, 1].map((side) => {
    let distance = 0.01;
    const limit = side < 0 ? centre : LARGEST_ANGLE - centre;
    for (; distance < limit; distance *= 2) {
      const drop = (deviance(centre + side * distance) - least) / 2;
      // As if the log likelihood were a parabola from here; a tenth more, since the axes lean on each other.
      if (drop > 1) return centre + side * Math.min(limit, 1.1 * distance * Math.sqrt(LARGE_DROP / drop));
    }
    return centre + side * limit;
  });
  return [ends[0]!, ends[1]!];
}

function normalise(nodes: Node[], prune: number): WeightedSolution[] {
  const kept = nodes.filter(({weight}) => weight > prune);
  const total = kept.reduce((sum, {weight}) => sum + weight, 0);
  return kept.map(({weight, solution}) => ({weight: weight / total, solution}));
}
