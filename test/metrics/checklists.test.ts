import {expect, test} from "vitest";
import {findAbsentMetrics} from "../../pipeline/metrics/index.js";
import {given, held, noShow} from "./given.js";

const known = (checklist: string, criterion: string, state: string) => ({handoff_id: "h", checklist, criterion, state});
const CRITERIA = [known("qualification", "pain", "met"), known("readiness", "meeting", "not_met")];

test("compliance and readiness: every item met, of handoffs held or missed, dated by the meeting; unknown is not met", async () => {
  const handoffs = [
    held("2026-05-04 10:00:00", {is_msq_compliant: true, is_ready: false}),
    noShow("2026-05-05 10:00:00", {is_msq_compliant: false, is_ready: true}),
    held("2026-06-01 10:00:00", {is_msq_compliant: true, is_ready: true}),
    held("2026-05-06 10:00:00", {outcome: "pending", is_held: false, is_msq_compliant: true, is_ready: true}),
  ];
  const {rows} = await given({handoffs, criteria: CRITERIA});
  expect(await rows("msq_compliance_rate")).toMatchObject([{numerator: 2, denominator: 3, in_flight: 0}]);
  expect(await rows("readiness_rate")).toMatchObject([{numerator: 2, denominator: 3, in_flight: 0}]);
  expect((await rows("msq_compliance_rate", "company", "month")).map(({period_start, numerator, denominator}) => [period_start, numerator, denominator])).toEqual([
    ["2026-05-01", 1, 2],
    ["2026-06-01", 1, 1],
  ]); // prettier-ignore
});

test("a checklist with a criterion that is unknown for everybody is not computed, and what it would need is said", async () => {
  const criteria = [known("qualification", "pain", "unknown"), CRITERIA[1]!];
  const {db, rows} = await given({handoffs: [held("2026-05-04 10:00:00", {is_msq_compliant: false, is_ready: true})], criteria});
  expect(await rows("msq_compliance_rate")).toEqual([]);
  expect(await rows("readiness_rate")).toMatchObject([{numerator: 1, denominator: 1}]);
  const absent = (await findAbsentMetrics(db)).find(({metric}) => metric === "msq_compliance_rate");
  expect(absent!.why).toContain("accounts (employees, industry, annual_revenue");
});
