import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {incidence, incidenceAt} from "../../pipeline/stats/incidence.js";
import type {ExitCount, IncidencePoint} from "../../pipeline/stats/incidence.js";
import {wilson} from "../../pipeline/stats/proportion.js";
import {expectAgrees, readR} from "./close.js";

type Point = {[key in keyof IncidencePoint]: number | null};
const cases = readR<{name: string; exits: ExitCount[]; curves: Record<string, Point[]>}[]>("incidence");

describe("cumulative incidence", () => {
  it.each(cases)("$name: agrees with survfit", ({exits, curves}) => {
    const found = incidence(exits)!;
    expect([...found.curves.keys()]).toEqual(Object.keys(curves).sort());
    for (const [event, points] of Object.entries(curves)) {
      points.forEach((point, index) => {
        const at = found.curves.get(event)![index]!;
        expect([at.time, at.at_risk]).toEqual([point.time, point.at_risk]);
        for (const key of ["value", "standard_error", "lower", "upper"] as const) {
          // survfit gives no limits where nothing, or everything, has happened.
          if (point[key] !== null && point.value! > 0 && point.value! < 1)
            expectAgrees(at[key], point[key], `${key} of ${event} at ${point.time}`);
        }
      });
    }
  });
  it("without events is nothing, up to what Wilson's interval of those still at risk allows", () => {
    const found = incidence([{time: 3, event: null, n: 4}, {time: 9, event: null, n: 6}], ["sql"])!; // prettier-ignore
    expect(found.curves.get("sql")).toEqual([
      {time: 3, value: 0, standard_error: 0, lower: 0, upper: wilson(0, 10)!.upper, at_risk: 10},
      {time: 9, value: 0, standard_error: 0, lower: 0, upper: wilson(0, 6)!.upper, at_risk: 6},
    ]);
  });
  it("of members who all had the event is all, and not known to be certain", () => {
    const found = incidence([{time: 2, event: "sql", n: 8}])!;
    expect(found.curves.get("sql")![0]).toMatchObject({value: 1, lower: wilson(8, 8)!.lower, upper: 1});
    expect(incidenceAt(found, "sql", 100)!.value).toBe(1);
  });
  it("is not known after the last member was seen, nor before anybody left", () => {
    const found = incidence([{time: 2, event: "sql", n: 1}, {time: 5, event: null, n: 1}])!; // prettier-ignore
    expect([1, 2, 4, 5, 6].map((time) => incidenceAt(found, "sql", time)?.value ?? null)).toEqual([null, 0.5, 0.5, 0.5, null]);
  });
  it("of nobody is nothing", () => expect(incidence([])).toBeNull());
  it("counts a competing event against it, where one minus Kaplan–Meier would count it as not seen", () => {
    const found = incidence([{time: 1, event: "rejected", n: 5}, {time: 2, event: "sql", n: 5}])!; // prettier-ignore
    expect(incidenceAt(found, "sql", 2)!.value).toBeCloseTo(0.5, 12);
  });
});

const exit = fc.record({
  time: fc.integer({min: 0, max: 9}),
  event: fc.constantFrom("sql", "rejected", null),
  n: fc.integer({min: 0, max: 5}),
});

it("incidences rise, stay within their limits and with what has not happened make up everybody", () => {
  fc.assert(
    fc.property(fc.array(exit, {maxLength: 15}), (exits) => {
      const found = incidence(exits, ["sql", "rejected"]);
      if (!found) return;
      const [first, second] = [...found.curves.values()];
      first!.forEach((point, index) => {
        expect(point.value + second![index]!.value).toBeLessThan(1 + 1e-9);
        expect(point.value).toBeGreaterThanOrEqual(first![index - 1]?.value ?? 0);
        for (const number of Object.values(point)) expect(Number.isFinite(number)).toBe(true);
        expect(point.lower <= point.value + 1e-12 && point.value <= point.upper + 1e-12).toBe(true);
      });
    }),
    {numRuns: 200, seed: 4},
  );
});
