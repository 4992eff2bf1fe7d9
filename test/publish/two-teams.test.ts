import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {openDatabase} from "../../pipeline/db.js";
import type {TeamData} from "../../pipeline/contract/datasets.js";
import {publishDatasets} from "../../pipeline/publish/datasets.js";
import {listAccess} from "../../pipeline/publish/trees/access.js";
import {givenCompany} from "../builds/given-company.js";

it("an SDR who stands in two teams at once is in that of the later line, counts there once, and data health says what to do", async () => {
  const company = givenCompany();
  company.write(
    "people.csv",
    "person_id,name,role,team\nann,Ann Orr,sdr,EMEA\nbob,Bob Ray,ae,Sales\nann,Ann Orr,sdr,APAC\ncid,Cid Lu,sdr,EMEA\n",
  );
  company.write("handoffs.csv", "handoff_id,sdr_id,ae_id,account_id,meeting_at,meeting_status\nh1,ann,bob,a1,2026-09-01T10:00:00Z,held\nh2,ann,bob,a2,2026-09-02T10:00:00Z,no_show\nh3,cid,bob,a3,2026-09-03T10:00:00Z,held\n"); // prettier-ignore
  const db = await openDatabase();
  const report = await fillWarehouse(db, company.config());
  expect(await db.rows("select person_id, team, slug from marts.people where name = 'Ann Orr'")).toEqual([{person_id: "ann", team: "APAC", slug: "ann-orr"}]); // prettier-ignore
  expect(await db.rows("select scope_id, denominator::integer as n from marts.metrics where metric = 'show_rate' and scope = 'team' and period = 'all' order by 1")).toEqual([{scope_id: "APAC", n: 2}, {scope_id: "EMEA", n: 1}]); // prettier-ignore
  const access = await listAccess(db, {execSeesPeople: false});
  expect(access.filter(({group}) => group === "baton:sdr/ann-orr")).toHaveLength(1);
  expect(access.find(({group}) => group === "baton:team/emea")!.people).not.toContain("Ann Orr");
  expect(report.rejects).toContainEqual(expect.objectContaining({where: "people.csv:2", hint: "a person is in one team at a time: leave one row, or say in valid_from when each began"})); // prettier-ignore
  db.close();
});

it("an SDR who became an AE is on the pages of the team that they sell for, and not among the SDRs to talk with", async () => {
  const company = givenCompany();
  company.write(
    "people.csv",
    "person_id,name,role,team,valid_from\nann,Ann Orr,sdr,EMEA,2026-01-01\nann,Ann Orr,ae,Sales,2026-09-15\nbob,Bob Ray,ae,Sales,2026-01-01\ncid,Cid Lu,sdr,EMEA,2026-01-01\n",
  );
  company.write("handoffs.csv", "handoff_id,sdr_id,ae_id,account_id,meeting_at,booked_at,meeting_status\nh1,ann,bob,a1,2026-09-01T10:00:00Z,2026-08-25T10:00:00Z,held\nh2,cid,ann,a2,2026-09-20T10:00:00Z,2026-09-16T10:00:00Z,held\n"); // prettier-ignore
  const db = await openDatabase();
  await fillWarehouse(db, company.config());
  const out = join(company.folder, "data");
  await publishDatasets(db, company.config(), {out});
  const read = (path: string) => JSON.parse(readFileSync(join(out, path), "utf8")) as TeamData & {aes: {name: string}[]};
  expect(read("team/emea.json").scorecard.map(({name}) => name)).toEqual(["Cid Lu"]);
  expect(read("team/sales.json").scorecard).toEqual([]);
  expect(read("ae-team/sales.json").aes.map(({name}) => name)).toEqual(["Ann Orr", "Bob Ray"]);
  db.close();
});
