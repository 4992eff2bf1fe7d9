import {describe, expect, it} from "vitest";
import type {CompanyData, FunnelData, Headline, MetricRow, TeamData} from "../../pipeline/contract/datasets.js";
import {aggregateCompany, aggregateFunnel, aggregateTeam} from "../../pipeline/publish/protect/aggregates.js";
import type {Shown, Split, Visible} from "../../pipeline/publish/protect/hidden.js";

/** What is shown, all but the groups named. */
const all = (...hidden: string[]): Shown => ({
  isAny: true,
  has: (split: Split, id: string) => !hidden.includes(`${split} ${id}`),
});
const visible = (more: Partial<Visible> = {}): Visible => ({sdrs: all(), leads: all(), aes: all(), ...more});
const row = (more: Partial<MetricRow> = {}) => ({metric: "show_rate", scope: "company", period: "month", period_start: "2026-08-01", maturity: "final", value: 0.7, ...more}) as MetricRow; // prettier-ignore
const headline = (metric: string): Headline => ({
  metric, latest: row({metric}), is_change_signal: true, months: [row({metric, period_start: "2026-07-01"}), row({metric})], trailing: row({metric, period: "trailing_90d", period_start: ""}),
}); // prettier-ignore
const stages = (["lead", "booked", "held", "accepted"] as const).map((stage) => ({stage, label: stage, count: 9, conversion: null, median_days: null})); // prettier-ignore

describe("a team, for those outside it", () => {
  const team = {team: "north", slug: "north", headlines: [headline("show_rate"), headline("acceptance_rate")], funnel: stages, runs: [{}], scorecard: [{}], heat: [{}], coming: [{}], queue: [{}], funnel_plots: [{}], told_apart: ["x"], manager_name: "Mo", shows: "people"} as unknown as TeamData; // prettier-ignore
  it("is sums over 90 days and all time, and nobody in it", () => {
    const seen = aggregateTeam(team, visible());
    expect(seen).toMatchObject({shows: "sums", manager_name: null, scorecard: [], heat: [], coming: [], queue: [], funnel_plots: [], told_apart: [], runs: []}); // prettier-ignore
    expect(seen.headlines.map(({latest, months}) => [latest?.period, months])).toEqual([["trailing_90d", []], ["trailing_90d", []]]); // prettier-ignore
  });
  it("shows nothing where too few are in it, and no part that too few are behind", () => {
    expect(aggregateTeam(team, visible({sdrs: all("team north")}))).toMatchObject({shows: "nothing", headlines: [], funnel: []});
    expect(aggregateTeam(team, visible({sdrs: all("team_recent north")})).headlines).toEqual([]);
    const few = aggregateTeam(team, visible({aes: all("team north"), leads: all("team north")}));
    expect(few.headlines.map(({metric}) => metric)).toEqual(["show_rate"]);
    expect(few.funnel.map(({stage}) => stage)).toEqual(["booked", "held"]);
  });
});

describe("the company, for those who see no person", () => {
  const company = {
    headlines: [headline("show_rate")], funnel: stages, runs: [{metric: "show_rate"}], changes: [row(), row({scope: "team"})],
    losses: [{cause: "rejected", reason: "Said Bo", label: "", count: 1, owner: "sdr"}, {cause: "rejected", reason: "No need", label: "", count: 8, owner: "sdr"}, {cause: "rejected", reason: "Odd", label: "", count: 2, owner: "sdr"}],
    lead: {period_start: "2026-08-01"}, show_rate_bounds: {worst: 0, best: 1},
  } as unknown as CompanyData; // prettier-ignore
  it("loses the months that too few people are behind, and with them the weeks", () => {
    expect(aggregateCompany(company, visible(), 5)!.runs).toHaveLength(1);
    const seen = aggregateCompany(company, visible({sdrs: all("month 2026-08-01")}), 5)!;
    expect(seen.headlines[0]).toMatchObject({latest: null, is_change_signal: null});
    expect(seen.headlines[0]!.months.map(({period_start}) => period_start)).toEqual(["2026-07-01"]);
    expect([seen.runs, seen.lead, seen.show_rate_bounds, seen.changes]).toEqual([[], null, null, []]);
  });
  it("counts rare reasons, which may be somebody's own words, under their cause", () => {
    expect(aggregateCompany(company, visible(), 5)!.losses.map(({reason, count}) => [reason, count])).toEqual([["", 3], ["No need", 8]]); // prettier-ignore
  });
  it("is not shown at all where too few would be behind it", () => {
    const nothing: Shown = {isAny: false, has: () => false};
    expect(aggregateCompany(company, visible({sdrs: nothing}), 5)).toBeNull();
    expect(aggregateFunnel({all: stages, by: [], cohorts: []} as FunnelData, visible({sdrs: nothing})).all).toEqual([]);
  });
  it("is split by those groups alone that are shown", () => {
    const groups = ["north", "south"].map((id) => ({id, name: id, stages}));
    const funnel = {all: stages, by: [{dimension: "team", label: "Team", groups}], cohorts: [{month: "2026-07-01", stages}, {month: "2026-08-01", stages}]} as FunnelData; // prettier-ignore
    const seen = aggregateFunnel(funnel, visible({sdrs: all("team south", "month 2026-07-01")}));
    expect(seen.by[0]!.groups.map(({id}) => id)).toEqual(["north"]);
    expect(seen.cohorts.map(({month}) => month)).toEqual(["2026-08-01"]);
  });
});
