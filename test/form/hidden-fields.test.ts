import {expect, test} from "vitest";
import {csv, ingestFiles} from "../ingest/given-files.js";

const QUESTIONS = "Did prospect show up?,What was missing?";

test.each([
  ["typeform", `#,${QUESTIONS},handoff_id,ae_id,Submit Date (UTC),Network ID`, "r1,1,Budget,h1,p7,2026-03-04 13:18:36,n1"],
  ["hubspot-forms", `Conversion Date,${QUESTIONS},handoff_id,ae_id`, "2026-03-04 13:18,Yes,Budget,h1,p7"],
])("hidden fields of %s come back as handoff and AE", async (profile, header, line) => {
  const {db, report} = await ingestFiles({"answers.csv": csv(header, line)});
  expect(report.files.map(({entity, profile: found}) => [entity, found])).toEqual([["feedback", profile]]);
  expect(await db.rows("select handoff_id, ae_id, showed_up, missing from raw.feedback")).toEqual([
    {handoff_id: "h1", ae_id: "p7", showed_up: "yes", missing: "Budget"},
  ]);
});
