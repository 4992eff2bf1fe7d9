import {absorbRows, devianceAt, solveCrossed} from "./crossed.js";
import type {AbsorbedRows, CrossedSolution} from "./crossed.js";
import type {CrossedDesign} from "./crossed-design.js";
import {momentRatios} from "./moments.js";
import {minimise} from "./search.js";

/**
 * Ratios of SDs are looked for as angles, ratio = tan(angle): zero and infinity are then ordinary ends. The upper end leaves the
 * error an SD of a thousandth, so that data without error keep defined results.
 */
export const LARGEST_ANGLE = Math.atan(1000);

/** How near the search comes before Newton's method; angles below a hundredth of it are zero. Steps of numerical derivatives. */
const NEAR = 1e-2;
const STEP = 1e-4;

/**
 * The equations solved at the REML variances: the restricted likelihood, the error variance profiled out, is made largest over both
 * ratios, one search within the other (the rows are absorbed once for each of the outer), then by Newton's method to some seven
 * digits. Of many ratings the last step is tried first, from the moments' ratios. A factor with one level has variance zero: its effect is the mean's. Source: H. D. Patterson and R. Thompson (1971).
 */
export function fitReml(design: CrossedDesign): RemlFit {
  const absorbAt = (angle: number) => absorbRows(design, Math.tan(angle));
  const isEstimable = {row: design.rows > 1, column: design.columns > 1};
  const solveAt = ({row, column, sds}: Polished): RemlFit => {
    const absorbed = absorbAt(row);
    return {best: solveCrossed(absorbed, Math.tan(column)), absorbed, sds};
  };
  const near = design.n >= MANY && isEstimable.row && isEstimable.column ? momentRatios(design) : null;
  if (near) {
    const found = polish(absorbAt, Math.atan(near.row), Math.atan(near.column), isEstimable);
    if (found.sds) return solveAt(found);
  }
  return solveAt(search(design, absorbAt, isEstimable));
}

/** The solution at the REML variances. */
export interface RemlFit {
  best: CrossedSolution;
  /** The rows absorbed at its row ratio. */
  absorbed: AbsorbedRows;
  /** SDs of the two angles by the likelihood's curvature; null where the minimum is at zero, or no curvature tells. */
  sds: Angles | null;
}

/** Ratings from which the likelihood has one top, about which it is a parabola: a search may then start near it. */
const MANY = 2000;

export interface Angles {
  row: number;
  column: number;
}
type Absorb = (angle: number) => AbsorbedRows;
type Estimable = Record<keyof Angles, boolean>;

/** Looks everywhere, then polishes. */
function search(design: CrossedDesign, absorbAt: Absorb, isEstimable: Estimable): Polished {
  const columnAngles = new Map<number, number>();
  let near: number | null = null;
  const along = (row: number): number => {
    const absorbed = absorbAt(row);
    const deviance = (angle: number) => devianceAt(absorbed, Math.tan(angle));
    if (design.columns === 1) return deviance(0);
    const found: {x: number; value: number} = minimiseNear(deviance, near);
    columnAngles.set(row, (near = found.x));
    return found.value;
  };
  const row = !isEstimable.row ? 0 : minimise(along, 0, LARGEST_ANGLE, NEAR).x;
  if (isEstimable.column && !columnAngles.has(row)) along(row);
  const column = columnAngles.get(row) ?? 0;
  return polish(absorbAt, row, column, isEstimable);
}

/** Minimum over all angles; looked for about the last one first, since neighbours have theirs near each other. */
function minimiseNear(deviance: (angle: number) => number, near: number | null): {x: number; value: number} {
  if (near !== null) {
    const [low, high] = [Math.max(0, near - 0.15), Math.min(LARGEST_ANGLE, near + 0.15)];
    const found = minimise(deviance, low, high, NEAR);
    const isAtEnd = (found.x < low + 3 * NEAR && low > 0) || (found.x > high - 3 * NEAR && high < LARGEST_ANGLE);
    if (!isAtEnd) return found;
  }
  return minimise(deviance, 0, LARGEST_ANGLE, NEAR);
}

type Polished = Angles & {sds: Angles | null};

/**
 * Newton's method on both angles with central differences; the deviance is even in each, so that differences may reach over zero and
 * a minimum at zero is an ordinary one. Tells the SDs of the angles where it has come to a minimum away from zero in both.
 */
function polish(absorbAt: Absorb, row: number, column: number, isEstimable: Estimable): Polished {
  let [x, y] = [row, column];
  let sds: Angles | null = null;
  for (let step = 0; step < 6; step++) {
    const [left, middle, right] = [absorbAt(x - STEP), absorbAt(x), absorbAt(x + STEP)];
    const at = (absorbed: AbsorbedRows, angle: number) => devianceAt(absorbed, Math.tan(angle));
    const centre = at(middle, y);
    const [west, east, south, north] = [at(left, y), at(right, y), at(middle, y - STEP), at(middle, y + STEP)];
    const cross = (at(right, y + STEP) + at(left, y - STEP) - east - west - north - south + 2 * centre) / (2 * STEP * STEP);
    const [gx, gy] = [(east - west) / (2 * STEP), (north - south) / (2 * STEP)];
    const [hx, hy] = [(east + west - 2 * centre) / STEP ** 2, (north + south - 2 * centre) / STEP ** 2];
    // Where zero is a ridge, not a valley, the minimum is beside it.
    const [offX, offY] = [isEstimable.row && x === 0 && hx < 0, isEstimable.column && y === 0 && hy < 0];
    if (offX || offY) {
      [x, y] = [offX ? NEAR / 2 : x, offY ? NEAR / 2 : y];
      continue;
    }
    const [freeX, freeY] = [x !== 0 && hx > 0, y !== 0 && hy > 0];
    const determinant = hx * hy - cross * cross;
    let [dx, dy] = [freeX ? -gx / hx : 0, freeY ? -gy / hy : 0];
    if (freeX && freeY && determinant > 0)
      [dx, dy] = [(cross * gy - hy * gx) / determinant, (cross * gx - hx * gy) / determinant];
    // From the neighbourhood of the minimum no step is long: a long one has met a flat place, where the search's end stands.
    if (Math.abs(dx) > 0.1 || Math.abs(dy) > 0.1) break;
    [x, y] = [Math.min(Math.abs(x + dx), LARGEST_ANGLE), Math.min(Math.abs(y + dy), LARGEST_ANGLE)];
    // The next step would be about the square of this one.
    if (Math.max(Math.abs(dx), Math.abs(dy)) >= 1e-4) continue;
    // Half the deviance is what the log likelihood falls by.
    if (freeX && freeY && determinant > 0)
      sds = {row: Math.sqrt((2 * hy) / determinant), column: Math.sqrt((2 * hx) / determinant)};
    break;
  }
  return {row: x < NEAR / 100 ? 0 : x, column: y < NEAR / 100 ? 0 : y, sds};
}
