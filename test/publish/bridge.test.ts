import {expect, it} from "vitest";
import type {CompanyData, HealthData} from "../../pipeline/contract/datasets.js";
import {checkData, describeCheck} from "../../pipeline/check.js";
import {parseConfig} from "../../pipeline/config.js";
import {join} from "node:path";
import {csv, makeFolder} from "../ingest/given-files.js";
import {expectToAddUp} from "./adds-up.js";
import {published} from "./published.js";

const stepsOf = ({bridge}: Pick<HealthData, "bridge">, entity: string) =>
  bridge.find((each) => each.entity === entity)!.steps.map(({step, effect, count}) => `${"−=+"[effect + 1]} ${count} ${step}`);

it("of exports as dirty as can be each row that the funnel does not count goes at one step, and the command line tells the same", async () => {
  const folder = makeFolder({
    "leads-2026-09-01.csv": csv(
      "lead_id,sdr_id,created_at,first_touch_at",
      "l1,ann,2026-08-01T10:00:00Z,2026-08-02T10:00:00Z",
      "l1,ann,2026-08-01T10:00:00Z,2026-08-03T10:00:00Z",
      "l2,ann,2026-08-01T10:00:00Z,",
      "l3,ann,2026-08-01T10:00:00Z,2026-08-02T10:00:00Z",
      ",ann,2026-08-01T10:00:00Z,2026-08-02T10:00:00Z",
    ),
    "leads-2026-09-02.csv": csv(
      "lead_id,sdr_id,created_at,first_touch_at",
      "l1,ann,2026-08-01T10:00:00Z,2026-08-03T10:00:00Z",
      "l2,ann,2026-08-01T10:00:00Z,",
      "l4,ann,2026-09-01T10:00:00Z,2026-09-01T11:00:00Z",
    ),
    "handoffs.csv": csv(
      "meeting_id,handoff_id,sdr_id,account_id,opportunity_id,booked_at,meeting_at,meeting_status,rejected_at,sql_at",
      "m1,h1,ann,a1,,2026-08-03T10:00:00Z,2026-08-10T10:00:00Z,rescheduled,,",
      "m2,h1,ann,a1,o1,2026-08-10T10:00:00Z,2026-08-12T10:00:00Z,held,,2026-08-13T10:00:00Z",
      "m3,,ann,a3,,2026-08-03T10:00:00Z,2026-08-10T10:00:00Z,no_show,,",
      "m4,,ann,a3,o1,2026-08-11T10:00:00Z,2026-08-14T10:00:00Z,held,,2026-08-15T10:00:00Z",
      "m5,h5,ann,a5,o2,2026-08-03T10:00:00Z,2026-08-10T10:00:00Z,held,2026-08-11T10:00:00Z,2026-08-20T10:00:00Z",
      "m6,h6,ann,a6,,2026-08-03T10:00:00Z,soon,held,,",
    ),
    "opportunities.csv": csv(
      "opportunity_id,account_id,created_at",
      "o1,a1,2026-08-20T10:00:00Z",
      "o2,a5,2026-08-21T10:00:00Z",
      "o3,a9,2026-08-21T10:00:00Z",
    ),
  });
  const sources = '{files: "leads-*.csv", mode: full}, {files: handoffs.csv}, {files: opportunities.csv}';
  const config = parseConfig(`sources: [${sources}]\nas_of: "2026-10-01T06:00:00Z"`, join(folder, "baton.config.yaml"));
  const check = await checkData(config);
  // One has no key, one is repeated, two stand in both exports, l3 is missing from the newest, l2 was never worked.
  expect(stepsOf(check, "leads")).toEqual(["= 8 rows_read", "− 1 merged", "− 1 rejected", "= 6 loaded", "− 2 older", "− 1 deleted", "= 3 records", "− 1 unworked", "= 2 counted"]); // prettier-ignore
  // m2 has the id of m1, m4 follows m3.
  expect(stepsOf(check, "handoffs")).toEqual(["= 6 rows_read", "− 1 rejected", "= 5 loaded", "− 1 follows", "− 1 same_handoff", "= 3 counted"]); // prettier-ignore
  // No handoff names o3, that of o2 was rejected before, and two name o1.
  expect(stepsOf(check, "opportunities")).toEqual(["= 3 rows_read", "= 3 loaded", "− 1 no_handoff", "− 1 stopped", "+ 1 shared", "= 2 counted"]); // prettier-ignore
  expect(describeCheck(check)).toContain(
    "  meetings        6 rows read − 1 rejected = 5 rows loaded − 1 booked again after one that fell through − 1 further meetings of a handoff = 3 handoffs in the funnel",
  );
});

it("without handoffs opportunities stand for themselves, and a kind without an export has no steps", async () => {
  const site = await published({
    opportunities: [{opportunity_id: "o1", account_id: "a1", owner_id: "eve", created_at: "2026-08-20 10:00:00"}],
  });
  const health = site.json<HealthData>("health.json");
  expect(health.bridge.map(({entity}) => entity)).toEqual(["opportunities"]);
  expectToAddUp(health.bridge, site.json<CompanyData>("company.json"));
  expect(site.table("health/steps.arrow")).toEqual([]);
});
