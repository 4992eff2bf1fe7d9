import {absorbRows, solveCrossed} from "./crossed.js";
import type {AbsorbedRows, CrossedSolution} from "./crossed.js";
import type {CrossedDesign} from "./crossed-design.js";
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
 * digits. A factor with one level has variance zero: its effect is the mean's. Source: H. D. Patterson and R. Thompson (1971).
 */
export function fitReml(design: CrossedDesign): CrossedSolution {
  const absorbAt = (angle: number) => absorbRows(design, Math.tan(angle));
  const search = (absorbed: AbsorbedRows) =>
    design.columns === 1
      ? {x: 0, value: solveCrossed(absorbed, 0).deviance}
      : minimise((angle) => solveCrossed(absorbed, Math.tan(angle)).deviance, 0, LARGEST_ANGLE, NEAR);
  const row = design.rows === 1 ? 0 : minimise((angle) => search(absorbAt(angle)).value, 0, LARGEST_ANGLE, NEAR).x;
  const column = search(absorbAt(row)).x;
  const angles = polish(absorbAt, row, column);
  return solveCrossed(absorbAt(angles[0]), Math.tan(angles[1]));
}

/**
 * Newton's method on both angles with central differences; the deviance is even in each, so that differences may reach over zero and
 * a minimum at zero is an ordinary one.
 */
function polish(absorbAt: (angle: number) => AbsorbedRows, row: number, column: number): [number, number] {
  let [x, y] = [row, column];
  for (let step = 0; step < 6; step++) {
    const [left, middle, right] = [absorbAt(x - STEP), absorbAt(x), absorbAt(x + STEP)];
    const at = (absorbed: AbsorbedRows, angle: number) => solveCrossed(absorbed, Math.tan(angle)).deviance;
    const centre = at(middle, y);
    const [west, east, south, north] = [at(left, y), at(right, y), at(middle, y - STEP), at(middle, y + STEP)];
    const cross = (at(right, y + STEP) + at(left, y - STEP) - at(right, y - STEP) - at(left, y + STEP)) / (4 * STEP * STEP);
    const [gx, gy] = [(east - west) / (2 * STEP), (north - south) / (2 * STEP)];
    const [hx, hy] = [(east + west - 2 * centre) / STEP ** 2, (north + south - 2 * centre) / STEP ** 2];
    const [freeX, freeY] = [x !== 0 && hx > 0, y !== 0 && hy > 0];
    const determinant = hx * hy - cross * cross;
    let [dx, dy] = [freeX ? -gx / hx : 0, freeY ? -gy / hy : 0];
    if (freeX && freeY && determinant > 0)
      [dx, dy] = [(cross * gy - hy * gx) / determinant, (cross * gx - hx * gy) / determinant];
    // From the neighbourhood of the minimum no step is long: a long one has met a flat place, where the search's end stands.
    if (Math.abs(dx) > 0.1 || Math.abs(dy) > 0.1) break;
    [x, y] = [Math.min(Math.abs(x + dx), LARGEST_ANGLE), Math.min(Math.abs(y + dy), LARGEST_ANGLE)];
    if (Math.max(Math.abs(dx), Math.abs(dy)) < 1e-6) break;
  }
  return [x < NEAR / 100 ? 0 : x, y < NEAR / 100 ? 0 : y];
}
