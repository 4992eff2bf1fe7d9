import {describe, expect, it} from "vitest";
import {listRates, shrinkPersonRates} from "../../pipeline/inference/person-rates.js";
import {cellsOf, type GivenCell} from "./person-cells.js";

const cell = (person_id: string, successes: number, n: number, more: Partial<GivenCell> = {}): GivenCell => ({
  person_id, source: "inbound", period: "all", step: 0, n, successes, trials: n,
  yy: successes, xy: successes, xx: n, ...more,
}); // prettier-ignore
const shrinkAll = (cells: GivenCell[], target: number | null = null) =>
  listRates(shrinkPersonRates({cells: cellsOf(cells), target}));
const shrink = (cells: GivenCell[], target: number | null = null) =>
  new Map(shrinkAll(cells, target).map((rate) => [rate.scope_id, rate]));

describe("a person's shrunk rate", () => {
  const team = [
    cell("few", 2, 2),
    cell("many", 90, 100),
    cell("a", 60, 80),
    cell("b", 50, 80),
    cell("c", 66, 80),
    cell("none", 0, 0),
  ];

  it("lies between the raw rate and the colleagues', nearer the raw one the more is known; who has no members has none", () => {
    const rates = shrink(team);
    const pooled = 268 / 342;
    expect(rates.get("few")!.shrunk_value).toBeGreaterThan(pooled);
    expect(rates.get("few")!.shrunk_value).toBeLessThan(0.9);
    expect(rates.get("many")!.shrunk_value).toBeGreaterThan(0.84);
    expect(rates.get("many")!.shrunk_value).toBeLessThan(0.9);
    expect(rates.has("none")).toBe(false);
    for (const {shrunk_lower, shrunk_value, shrunk_upper} of rates.values()) {
      expect(shrunk_lower).toBeLessThan(shrunk_value);
      expect(shrunk_upper).toBeGreaterThan(shrunk_value);
    }
    const width = (id: string) => rates.get(id)!.shrunk_upper - rates.get(id)!.shrunk_lower;
    expect(width("few")).toBeGreaterThan(width("many"));
  });

  it("has an interval of some width where everyone is alike, and at nothing or all", () => {
    for (const successes of [0, 5, 10]) {
      const rate = shrink([cell("x", successes, 10), cell("y", successes, 10), cell("z", successes, 10)]).get("x")!;
      expect(rate.shrunk_upper - rate.shrunk_lower).toBeGreaterThan(0.05);
      expect(rate.shrunk_lower).toBeGreaterThanOrEqual(0);
      expect(rate.shrunk_upper).toBeLessThanOrEqual(1);
    }
  });

  it("is put together by the person's own mix of sources: who works the hard one is compared with others who do", () => {
    const mixed = [
      ...["a", "b", "c", "d"].flatMap((id) => [cell(id, 80, 100), cell(id, 8, 20, {source: "outbound"})]),
      cell("hard", 8, 20, {source: "outbound"}),
    ];
    const rates = shrink(mixed);
    expect(rates.get("hard")!.shrunk_value).toBeCloseTo(0.4, 1);
    expect(rates.get("a")!.shrunk_value).toBeCloseTo(88 / 120, 1);
  });

  it("tells the chance of being below a confirmed target, and none without one", () => {
    const rates = shrink(team, 0.75);
    expect(rates.get("b")!.prob_below_target).toBeGreaterThan(0.9);
    expect(rates.get("many")!.prob_below_target).toBeLessThan(0.05);
    expect(shrink(team).get("b")!.prob_below_target).toBeNull();
  });

  it("counts fields that are filled together for fewer: a clustered rate's interval is wider than that of as many single members", () => {
    // Ten handoffs of ten fields, each all filled or all blank.
    const clustered = (id: string) => cell(id, 60, 10, {trials: 100, yy: 600, xy: 600, xx: 1000});
    const single = (id: string) => cell(id, 60, 100);
    const width = (make: typeof clustered) => {
      const rate = shrink(["x", "y", "z"].map(make)).get("x")!;
      return rate.shrunk_upper - rate.shrunk_lower;
    };
    expect(width(clustered)).toBeGreaterThan(1.5 * width(single));
  });

  it("of a month borrows from all time how much people differ, and takes the level of the month", () => {
    const months = [
      cell("x", 5, 5, {period: "month", step: 7}),
      ...["a", "b", "c"].map((id) => cell(id, 1, 5, {period: "month", step: 7})),
    ];
    const rates = shrinkAll([...team, cell("x", 60, 80), ...months]).filter(({period}) => period === "month");
    const [a, x] = ["a", "x"].map((id) => rates.find(({scope_id}) => scope_id === id)!);
    expect(x!.shrunk_value).toBeLessThan(0.6);
    expect(a!.shrunk_value).toBeLessThan(0.45);
    expect(x!.shrunk_value).toBeGreaterThan(a!.shrunk_value);
  });
});
