import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fitFunnel, funnelLimits, placeInFunnel} from "../../pipeline/stats/funnel.js";
import type {FunnelMember} from "../../pipeline/stats/funnel.js";
import {expectAgrees, readR} from "./close.js";

interface Case {
  members: FunnelMember[];
  centre: number;
  variance: number;
  kind: "rate" | "mean";
  dispersion: number;
  between: number;
  at: number[];
  limits: [number, number, number, number][];
}

describe("funnel limits", () => {
  it.each(readR<{funnels: Case[]}>("charts").funnels)("about $centre ($kind) agree with R", (given) => {
    const funnel = fitFunnel(given.members, given.centre, given.kind, given.variance)!;
    expectAgrees(funnel.dispersion, given.dispersion, "dispersion");
    expectAgrees(funnel.between, given.between, "between");
    given.at.forEach((n, index) => {
      const {lower_95, upper_95, lower_998, upper_998} = funnelLimits(funnel, n);
      [lower_95, upper_95, lower_998, upper_998].forEach((limit, k) =>
        expectAgrees(limit, given.limits[index]![k]!, `limit ${k} at ${n}`),
      );
    });
  });
  it("people who differ by chance alone have no overdispersion", () => {
    const members = [0.74, 0.76, 0.75, 0.77].map((value) => ({value, n: 100}));
    expect(fitFunnel(members, 0.755, "rate")!.between).toBe(0);
  });
  it("a person is judged by the limits at their own n", () => {
    const funnel = fitFunnel([{value: 0.5, n: 10}, {value: 0.5, n: 400}], 0.5, "rate")!; // prettier-ignore
    expect(placeInFunnel(0.7, funnelLimits(funnel, 10))).toBe("inside");
    expect(placeInFunnel(0.56, funnelLimits(funnel, 400))).toBe("outside_95");
    expect(placeInFunnel(0.7, funnelLimits(funnel, 400))).toBe("outside_998");
  });
  it("no people, or a rate at which chance leaves nothing open, have no funnel", () => {
    expect(fitFunnel([], 0.5, "rate")).toBeNull();
    expect(fitFunnel([{value: 0, n: 0}], 0.5, "rate")).toBeNull();
    expect(fitFunnel([{value: 0, n: 8}], 0, "rate")).toBeNull();
    expect(fitFunnel([{value: 1, n: 8}], 1, "rate")).toBeNull();
  });
  it("limits hold the centre, and the outer hold the inner", () => {
    const member = fc.record({value: fc.double({min: 0, max: 1, noNaN: true}), n: fc.integer({min: 0, max: 200})});
    fc.assert(
      fc.property(
        fc.array(member, {maxLength: 8}),
        fc.double({min: 0.01, max: 0.99, noNaN: true}),
        fc.integer({min: 1, max: 500}),
        (members, centre, n) => {
          const funnel = fitFunnel(members, centre, "rate");
          if (!funnel) return;
          const limits = funnelLimits(funnel, n);
          const ordered = [0, limits.lower_998, limits.lower_95, limits.upper_95, limits.upper_998, 1];
          for (let k = 1; k < ordered.length; k++) expect(ordered[k]! - ordered[k - 1]!).toBeGreaterThanOrEqual(-1e-12);
          expect(limits.lower_95 <= centre + 1 / n && centre - 1 / n <= limits.upper_95).toBe(true);
        },
      ),
      {numRuns: 200, seed: 2},
    );
  });
});
