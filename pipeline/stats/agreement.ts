import type {WeightedSolution} from "./crossed-posterior.js";
import {Z90} from "./normal.js";

/**
 * 90 % limits of the agreement of two AEs' ratings of one SDR, the SDR's share of the variance (ICC(2,1)), over the posterior of the
 * variance ratios. The share is the squared sine of an angle, which has no edge at zero to speak of: its mean and SD are taken and
 * turned back. Where the reach passes zero, the limit is zero: raters may agree on nothing.
 * @param isTurned whether the columns are the SDRs
 */
export function limitAgreement(nodes: readonly WeightedSolution[], isTurned: boolean): {lower: number; upper: number} {
  const angles = nodes.map(({solution: {rowRatio, columnRatio}}) => {
    const [sdr, ae] = isTurned ? [columnRatio, rowRatio] : [rowRatio, columnRatio];
    return Math.atan(sdr / Math.hypot(1, ae));
  });
  const centre = nodes.reduce((sum, {weight}, index) => sum + weight * angles[index]!, 0);
  const spread = Math.sqrt(nodes.reduce((sum, {weight}, index) => sum + weight * (angles[index]! - centre) ** 2, 0));
  const share = (angle: number) => Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
  return {lower: share(centre - Z90 * spread), upper: share(centre + Z90 * spread)};
}
