import {describe, expect, it} from "vitest";
import {given, held, noShow, times} from "./given.js";

const at = "2026-04-10 10:00:00";
const brief_fields = [{handoff_id: "h", field: "pain_primary", state: "filled"}];

describe("the interval of", () => {
  it("a rate is Wilson's", async () => {
    const {rows} = await given({handoffs: times(9, (index) => (index < 7 ? held(at) : noShow(at)))});
    const [row] = await rows("show_rate");
    expect(row!.lower).toBeCloseTo(0.50364271995429455, 12);
    expect(row!.upper).toBeCloseTo(0.9235052800854503, 12);
  });
  it("a mean is Student's, and one rating has none", async () => {
    const {rows} = await given({
      handoffs: [8, 9, 7, 8, 6].map((quality_score, index) => held(at, {quality_score, sdr_id: index === 0 ? "s1" : "s2"})),
    });
    const [row] = await rows("handoff_quality_score");
    expect(row!.lower).toBeCloseTo(6.512967163653034, 12);
    expect(row!.upper).toBeCloseTo(8.6870328363469635, 12);
    expect((await rows("handoff_quality_score", "sdr"))[0]).toMatchObject({scope_id: "s1", value: 8, lower: null, upper: null});
  });
  it("a share of fields is cluster-robust, cut to certainty", async () => {
    const {rows} = await given({
      handoffs: [13, 15, 9].map((required_filled) => held(at, {required_fields: 15, required_filled})),
      brief_fields,
    });
    const [row] = await rows("documentation_completeness");
    expect(row!.lower).toBeCloseTo(0.6288055721328959, 12);
    expect(row!.upper).toBe(1);
  });
  it("briefs that are all alike is Wilson's on handoffs", async () => {
    const {rows} = await given({handoffs: times(9, () => held(at, {required_fields: 15, required_filled: 15})), brief_fields});
    const [row] = await rows("documentation_completeness");
    expect(row!.lower).toBeCloseTo(0.76886640007154061, 12);
    expect(row!.upper).toBe(1);
  });
  it("a median runs between two of the values, and needs five", async () => {
    const touched = (values: number[], source: string) =>
      values.map((touches_to_meeting) => held(at, {touches_to_meeting, booked_at: at, source}));
    const {rows} = await given({handoffs: [...touched([9, 1, 4, 2, 8, 3, 7, 6], "a"), ...touched([4, 1, 3, 2], "b")]});
    expect(await rows("touches_to_meeting", "source")).toMatchObject([{value: 5, lower: 2, upper: 8}, {value: 2.5, lower: null, upper: null}]); // prettier-ignore
  });
});
