import {expect} from "vitest";
import type {BridgeData, CompanyData} from "../../pipeline/contract/datasets.js";

/** What lies between two levels is their difference, and each road ends at what the funnel shows. */
export function expectToAddUp(bridge: readonly BridgeData[], {funnel}: Pick<CompanyData, "funnel">): void {
  const first = {leads: "lead", handoffs: "booked", opportunities: "opportunity"} as const;
  for (const {entity, steps} of bridge) {
    let sum = 0;
    for (const {step, effect, count} of steps) {
      if (effect === 0 && step !== "rows_read") expect(count, `${entity}: ${step}`).toBe(sum);
      sum = effect === 0 ? count : sum + effect * count;
    }
    const stage = funnel.find((each) => each.stage === first[entity]);
    expect(steps.at(-1), entity).toEqual({step: "counted", effect: 0, count: stage?.count ?? 0});
  }
}
