import {expect, it} from "vitest";
import {findMetric, METRICS} from "../../pipeline/contract/metrics.js";
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
