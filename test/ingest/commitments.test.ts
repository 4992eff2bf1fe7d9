import {expect, test} from "vitest";
import {csv, ingestFiles} from "./given-files.js";

test("a commitment for an unknown SDR or behaviour is kept, and told with what may have been meant", async () => {
  const {db, report} = await ingestFiles({
    "people.csv": csv("person_id,name", "ada,Ada Berg", "ben,Ben Cole"),
    "commitments.csv": csv(
      "sdr_id,behaviour,agreed_on",
      "ada,champoin,2026-09-07",
      "ada,Verbal sync,2026-09-07",
      "ada,charm,2026-09-07",
      "adda,budget,2026-09-07",
    ),
  });
  expect(await db.rows("select count(*)::integer as n from raw.commitments")).toEqual([{n: 4}]);
  expect(report.problems).toMatchObject([
    {where: "commitments.sdr_id", what: "1 value is not in the export of people: adda; first in commitments.csv:5"},
    {
      where: "commitments.csv:2",
      what: '"champoin" is no behaviour that can be worked on; kept, and not followed',
      hint: "did you mean champion?",
    },
    {where: "commitments.csv:4", what: '"charm" is no behaviour that can be worked on; kept, and not followed'},
    {where: "commitments.sdr_id", hint: "did you mean ada, Ada Berg?"},
  ]);
  expect(report.problems[2]!.hint).toContain("brief_lead_time");
  expect(
    await db.rows("select line, value, hint from raw.rejects where column_name = 'behaviour' order by line limit 1"),
  ).toEqual([{line: 2, value: "champoin", hint: "did you mean champion?"}]);
});
