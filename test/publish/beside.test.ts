import {describe, expect, it} from "vitest";
import {judgeBoth} from "../../pipeline/publish/beside.js";

describe("a person against a target", () => {
  const shrunk = (lower: number, upper: number) => [{what: "shrunk" as const, value: (lower + upper) / 2, lower, upper}];
  const below = {status: "below_target" as const, value: 0.46, target: 0.65};

  it("is below it where chance taken out says so too", () => {
    expect(judgeBoth(below, shrunk(0.4, 0.6))).toBeNull();
  });

  it("is no different from it where chance taken out leaves nothing of it, and what was counted is kept as that", () => {
    expect(judgeBoth(below, shrunk(0.54, 0.66))).toEqual({status: "not_separable", as_counted: "below_target"});
    const above = {status: "above_target" as const, value: 0.87, target: 0.75};
    expect(judgeBoth(above, shrunk(0.72, 0.86))).toEqual({status: "not_separable", as_counted: "above_target"});
  });

  it("goes by where the number lies, not by which way is better", () => {
    const quick = {status: "above_target" as const, value: 3, target: 5};
    expect(judgeBoth(quick, shrunk(2, 4))).toBeNull();
    expect(judgeBoth(quick, shrunk(4, 6))).toMatchObject({as_counted: "above_target"});
  });

  it("is left as it is without a second number, and where nothing was said", () => {
    expect(judgeBoth(below, [{what: "mix_expected", value: 0.6, lower: null, upper: null}])).toBeNull();
    expect(judgeBoth({status: "not_separable", value: 0.5, target: 0.6}, shrunk(0.1, 0.2))).toBeNull();
  });
});
