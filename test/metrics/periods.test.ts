import {describe, expect, it} from "vitest";
import {given, held, noShow, opportunity, times} from "./given.js";

describe("periods", () => {
  it("are months and quarters of the configured zone", async () => {
    // 22:30 UTC on 31 March is 1 April in Berlin's summer time; 23:30 UTC on 31 December is 1 January in its winter time.
    const handoffs = [
      held("2026-03-31 22:30:00"),
      held("2026-03-31 21:59:59"),
      noShow("2025-12-31 23:30:00"),
      held("2025-12-31 22:59:59"),
    ];
    const {rows} = await given({handoffs}, "timezone: Europe/Berlin");
    const starts = async (period: string) =>
      (await rows("show_rate", "company", period)).map((row) => [row.period_start, row.numerator, row.denominator]);
    expect(await starts("month")).toEqual([["2025-12-01", 1, 1], ["2026-01-01", 0, 1], ["2026-03-01", 1, 1], ["2026-04-01", 1, 1]]); // prettier-ignore
    expect(await starts("quarter")).toEqual([
      ["2025-10-01", 1, 1],
      ["2026-01-01", 1, 2],
      ["2026-04-01", 1, 1],
    ]);
    expect(await starts("all")).toEqual([["", 3, 4]]);
  });
  it("trail from 90 days before the export, that instant counted, up to it", async () => {
    const handoffs = ["2026-06-30 12:00:00", "2026-04-01 12:00:01", "2026-04-01 12:00:00"].map((at) => held(at));
    const before = [noShow("2026-04-01 11:59:59"), held("2026-01-01 12:00:00"), noShow("2026-01-01 11:59:59")];
    const {rows} = await given({handoffs: [...handoffs, ...before]});
    expect(await rows("show_rate", "company", "trailing_90d")).toMatchObject([
      {period_start: "", numerator: 3, denominator: 3, previous_value: 0.5},
    ]);
  });
  it("compare with the adjacent one before and no other, and all time with none", async () => {
    const handoffs = [
      held("2025-12-10 10:00:00"),
      noShow("2026-01-10 10:00:00"),
      held("2026-03-10 10:00:00"),
      held("2026-04-10 10:00:00"),
    ];
    const {rows} = await given({handoffs});
    const previous = async (period: string) => (await rows("show_rate", "company", period)).map((row) => row.previous_value);
    expect(await previous("month")).toEqual([null, 1, null, 1]);
    expect(await previous("quarter")).toEqual([null, 1, 0.5]);
    expect(await previous("all")).toEqual([null]);
  });
  it("have no value of the period before when nothing in it is mature", async () => {
    const {rows} = await given({
      handoffs: [
        held("2026-04-10 10:00:00", {sql_at: "2026-04-11 10:00:00", sql_known_at: "2026-04-12 00:00:00"}),
        held("2026-05-10 10:00:00"),
      ],
    });
    expect(await rows("meeting_to_sql_rate", "company", "month")).toMatchObject([
      {in_flight: 1},
      {value: 0, previous_value: null},
    ]);
  });
});

describe("scopes", () => {
  const scoped = {
    sdr_id: "s1", sdr_name: "Ada", ae_id: "a1", ae_name: "Ben", pair_id: "s1|a1", team: "east", team_name: "East", manager_id: "m1",
    manager_name: "Cleo", source: "inbound", motion: "enterprise", segment: "large", region: "EMEA",
  }; // prettier-ignore
  it("are ten, by id and name", async () => {
    const {rows} = await given({handoffs: [held("2026-05-10 10:00:00", scoped)]}, "company: Tarn");
    const named = [];
    for (const scope of ["company", "team", "manager", "sdr", "ae", "pair", "source", "motion", "segment", "region"]) {
      named.push(...(await rows("show_rate", scope)).map((row) => [row.scope, row.scope_id, row.scope_name]));
    }
    expect(named).toEqual([
      ["company", "", "Tarn"], ["team", "east", "East"], ["manager", "m1", "Cleo"], ["sdr", "s1", "Ada"], ["ae", "a1", "Ben"],
      ["pair", "s1|a1", "Ada → Ben"], ["source", "inbound", "inbound"], ["motion", "enterprise", "enterprise"], ["segment", "large", "large"],
      ["region", "EMEA", "EMEA"],
    ]); // prettier-ignore
  });
  it("leave out who belongs to none; the company holds them", async () => {
    const {rows} = await given({
      handoffs: [
        held("2026-05-10 10:00:00", {...scoped, team: null, pair_id: null, ae_id: null}),
        noShow("2026-05-10 10:00:00", scoped),
      ],
    });
    expect(await rows("show_rate", "team")).toMatchObject([{numerator: 0, denominator: 1}]);
    expect(await rows("show_rate", "pair")).toMatchObject([{denominator: 1}]);
    expect(await rows("show_rate", "sdr")).toMatchObject([{numerator: 1, denominator: 2}]);
    expect(await rows("show_rate")).toMatchObject([{numerator: 1, denominator: 2}]);
  });
  it("of one person under two names are one", async () => {
    const {rows} = await given({
      handoffs: [held("2026-05-10 10:00:00", {sdr_id: "s1", sdr_name: "s1"}), held("2026-05-11 10:00:00", {sdr_id: "s1"})],
    });
    expect(await rows("show_rate", "sdr")).toMatchObject([{scope_id: "s1", scope_name: "s1", denominator: 2}]);
  });
});

describe("maturity", () => {
  it("is final without anything in flight, else provisional, and too few under five", async () => {
    const mature = times(5, () => held("2026-05-05 10:00:00", {sql_at: "2026-05-06 10:00:00", source: "a"}));
    const others = [
      held("2026-06-29 10:00:00", {source: "b"}),
      ...times(4, () => held("2026-05-05 10:00:00", {source: "b"})),
      held("2026-06-29 10:00:00", {source: "c"}),
      ...times(5, () => held("2026-05-05 10:00:00", {source: "c"})),
    ];
    const {rows} = await given({handoffs: [...mature, ...others]});
    expect((await rows("meeting_to_sql_rate", "source")).map((row) => row.maturity)).toEqual(["final", "too_few", "provisional"]);
  });
  it("of clustered fields counts handoffs, not fields", async () => {
    const brief = {required_fields: 15, required_filled: 12};
    const brief_fields = [{handoff_id: "h", field: "pain_primary", state: "filled"}];
    const few = await given({handoffs: times(4, () => held("2026-05-05 10:00:00", brief)), brief_fields});
    const enough = await given({handoffs: times(5, () => held("2026-05-05 10:00:00", brief)), brief_fields});
    expect(await few.rows("documentation_completeness")).toMatchObject([{denominator: 60, maturity: "too_few"}]);
    expect(await enough.rows("documentation_completeness")).toMatchObject([{denominator: 75, maturity: "final"}]);
  });
  it("takes the fewest from the configuration", async () => {
    const {rows} = await given({handoffs: [held("2026-05-05 10:00:00")]}, "min_n: 1");
    expect(await rows("show_rate")).toMatchObject([{maturity: "final", status: "no_target"}]);
  });
});

describe("money", () => {
  const opportunities = [
    opportunity("2025-10-01 00:00:00", {amount: 1000.1, currency: "EUR", is_won: true, won_at: "2025-10-11 00:00:00"}),
    opportunity("2025-10-02 00:00:00", {amount: 3000.2, currency: "EUR", is_won: true, won_at: "2025-11-01 00:00:00"}),
    opportunity("2025-10-03 00:00:00", {amount: 2000, currency: "EUR"}),
    opportunity("2025-10-04 00:00:00", {amount: null}),
    opportunity("2025-10-05 00:00:00", {amount: 500, currency: "USD"}),
    opportunity("2026-06-05 00:00:00", {amount: 40, currency: "USD"}),
  ];
  it("is never mixed without rates; what names no currency is in the configured one", async () => {
    const {rows} = await given(
      {opportunities: [...opportunities, opportunity("2026-06-06 00:00:00", {amount: 7})]},
      "currency: EUR",
    );
    expect((await rows("pipeline_created")).map(({currency, value, numerator, denominator}) => [currency, value, numerator, denominator])).toEqual([
      ["EUR", 6007.3, 6007.3, 4], ["USD", 540, 540, 2],
    ]); // prettier-ignore
    expect(await rows("pipeline_won")).toMatchObject([{currency: "EUR", value: 4000.3, lower: null}]);
  });
  it("is one sum when there is a rate for each", async () => {
    const {rows} = await given({opportunities}, "currency: EUR\nexchange_rates: {USD: 0.9}");
    expect(await rows("pipeline_created")).toMatchObject([{currency: "EUR", value: 6000.3 + 0.9 * 540}]);
  });
  it("stays apart when one rate is missing", async () => {
    const {rows} = await given(
      {opportunities: [...opportunities, opportunity("2026-06-06 00:00:00", {amount: 7, currency: "GBP"})]},
      "currency: EUR\nexchange_rates: {USD: 0.9}",
    );
    expect((await rows("pipeline_created")).map((row) => row.currency)).toEqual(["EUR", "GBP", "USD"]);
  });
  it("moves at opportunities × win rate × mean amount ÷ median days to close", async () => {
    const {rows} = await given(
      {opportunities: [...opportunities.slice(0, 3), opportunity("2026-06-05 00:00:00", {amount: 40, currency: "EUR"})]},
      "currency: EUR",
    );
    // 4 opportunities × 2/3 won of those old enough × 6040.3/4 ÷ 20 days (10 and 30).
    const [row] = await rows("pipeline_velocity");
    expect(row).toMatchObject({denominator: 20, in_flight: 1, currency: "EUR", lower: null});
    expect(row!.value).toBeCloseTo((4 * (2 / 3) * (6040.3 / 4)) / 20, 9);
  });
});
