import {describe, expect, it} from "vitest";
import type {MetricRow} from "../../pipeline/contract/datasets.js";
import {findMetric, METRICS} from "../../pipeline/contract/metrics.js";
import {explainNumber, writePeriod} from "../../pipeline/metrics/explain.js";
import {listMembers, readRules} from "../../pipeline/metrics/index.js";
import {given, held, noShow} from "./given.js";

it("the members behind a number are named, with what each adds; those in flight add nothing yet", async () => {
  const {db, config} = await given({
    handoffs: [
      held("2026-05-01 10:00:00", {handoff_id: "sql", sql_at: "2026-05-04 10:00:00", sdr_id: "s1"}),
      held("2026-05-01 10:00:00", {handoff_id: "none"}),
      held("2026-06-29 10:00:00", {handoff_id: "young", sql_at: "2026-06-29 11:00:00"}),
      noShow("2026-05-01 10:00:00", {handoff_id: "missed"}),
    ],
  });
  const members = async (name: string) =>
    db.rows(`select record_id, sdr_id, is_mature, numerator, denominator, value
      from (${listMembers(findMetric(name)!, await readRules(db, config))}) order by record_id`);
  expect(await members("meeting_to_sql_rate")).toEqual([
    {record_id: "none", sdr_id: null, is_mature: true, numerator: 0, denominator: 1, value: null},
    {record_id: "sql", sdr_id: "s1", is_mature: true, numerator: 1, denominator: 1, value: null},
    {record_id: "young", sdr_id: null, is_mature: false, numerator: null, denominator: null, value: null},
  ]);
  expect(await members("days_to_sql")).toEqual([
    {record_id: "sql", sdr_id: "s1", is_mature: true, numerator: 3, denominator: 1, value: 3},
    {record_id: "young", sdr_id: null, is_mature: false, numerator: null, denominator: null, value: null},
  ]);
});

it("every metric's members can be listed from empty marts", async () => {
  const {db, config} = await given({});
  const rules = await readRules(db, config);
  for (const metric of METRICS) expect(await db.rows(listMembers(metric, {...rules, is_accepted_first: true}))).toEqual([]);
});

describe("a number taken apart", () => {
  const handoffs = ["2026-05-30 23:30:00", "2026-05-31 21:30:00", "2026-05-31 22:30:00", "2026-06-15 10:00:00"].flatMap(
    (at, index) => [
      held(at, {handoff_id: `h${index}`, sdr_id: "s1", sdr_name: "Ann", ...(index % 2 && {sql_at: at, quality_score: 8})}),
      noShow(at, {handoff_id: `n${index}`, sdr_id: "s2", sdr_name: "Bo"}),
    ],
  );

  it("has SQL of its own that gives the same again, for every metric, scope and period", async () => {
    const {db, config} = await given({handoffs}, "timezone: Europe/Berlin\n");
    const rows = await db.rows<MetricRow & {mature: number}>("select * from marts.metrics");
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      const asked = {metric: row.metric, scope: row.scope, of: row.scope_id, period: writePeriod(row)};
      const {sql, members, row: found} = await explainNumber(db, config, asked);
      const [again] = await db.rows<Record<string, number>>(sql);
      const {numerator, denominator, in_flight} = found;
      expect([asked, again!["in_flight"], members.length - in_flight]).toEqual([asked, in_flight, row.mature]);
      if (row.metric !== "pipeline_velocity" && findMetric(row.metric)!.kind !== "median")
        expect([asked, again!["numerator"], again!["denominator"]]).toEqual([asked, numerator, denominator]);
    }
  });

  it("is asked for by id or name, and by month, quarter, trailing_90d or all; unasked comes what the pages show: 90 days of a person, the latest month else", async () => {
    const {db, config} = await given({handoffs}, "timezone: Europe/Berlin\nmin_n: 2\n");
    const ask = async (question: {of?: string; period?: string}) => {
      const {row} = await explainNumber(db, config, {metric: "show_rate", scope: "sdr", ...question});
      return [row.scope_id, writePeriod(row), row.numerator];
    };
    expect(await ask({of: "ann"})).toEqual(["s1", "trailing_90d", 4]);
    const {row} = await explainNumber(db, config, {metric: "show_rate", scope: "company"});
    expect([writePeriod(row), row.numerator]).toEqual(["2026-06", 2]);
    expect(await ask({of: "s1", period: "2026-q2"})).toEqual(["s1", "2026-Q2", 4]);
    expect(await ask({of: "s1", period: "all"})).toEqual(["s1", "all", 4]);
    await expect(ask({of: "an"})).rejects.toThrow(/no show_rate of "an".*s1 \(Ann\), s2 \(Bo\)/s);
    await expect(ask({of: "s1", period: "june"})).rejects.toThrow(/a month \(2026-09\), a quarter/);
    await expect(ask({of: "s1", period: "2020-01"})).rejects.toThrow(/no member in 2020-01.*2026-05 to 2026-06/s);
    const company = explainNumber(db, config, {metric: "show_rat", scope: "company"});
    await expect(company).rejects.toThrow(/did you mean show_rate/);
  });
});
