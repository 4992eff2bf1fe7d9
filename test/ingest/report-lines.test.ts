import {expect, test} from "vitest";
import {counts, csv, failure, ingestFiles} from "./given-files.js";

const HEADER = "Opportunity Owner,Stage,Opportunity Name,Account Name,Amount,Close Date";

test("lines of counts and totals between records become none, and are told", async () => {
  const {db, file} = await ingestFiles({
    "report.csv": csv(
      HEADER,
      "Ada Moss,Discovery,Acme 100,Acme,1000,2026-09-08",
      "Ada Moss,Discovery,Bolt 20,Bolt,2000,2026-09-09",
      "Subtotal,Count,2",
      ",,Count,2,,",
      'Ada Moss Total,,,,"3,000",',
      "Ben Hall,Discovery,Corp 20,Corp,,2026-09-10",
      "Count,1,,,,",
      "Subtotal,,Sum,,USD 500.00,",
      "Grand Total,,,,3500,",
    ),
  });
  expect(counts(file())).toEqual([9, 3, 0, 0, 6]);
  const reasons = await db.rows<{line: number; reason: string}>("select line, reason from raw.rejects order by line");
  expect(reasons.slice(0, 4)).toEqual([4, 5, 6, 8].map((line) => ({line, reason: "line of counts or totals in the report"})));
  expect(reasons.at(-1)).toEqual({line: 10, reason: "footer of the report"});
});

test("a record that is called Total, Max or Count stays one", async () => {
  const {file} = await ingestFiles({
    "accounts.csv": csv("name,account_id,employees,industry", "Total,a1,5,", "Count,a2,,Energy", "Max,a3,,", "Max,a4,7,Energy"),
  });
  expect(counts(file())).toEqual([4, 4, 0, 0, 0]);
  const contacts = await ingestFiles({"contacts.csv": csv("name,contact_id,account_id,email", "Max,c1,,", "Sum,c2,a1,")});
  expect(counts(contacts.file())).toEqual([2, 2, 0, 0, 0]);
});

test("a report that writes the groups' values once each is refused, and says on how many rows they are wanting", async () => {
  const report = csv(
    HEADER,
    "Ada Moss,Discovery,Acme 100,Acme,1000,2026-09-08",
    ",,Bolt 20,Bolt,2000,2026-09-09",
    ",Subtotal,,,3000,",
    ",Closed Won,Corp 20,Corp,500,2026-09-10",
    "Subtotal,,,,3500,",
    "Ben Hall,Discovery,Dust 5,Dust,500,2026-09-10",
    "Grand Total,,,,4000,",
  );
  const message = await failure({"report.csv": report});
  expect(message).toContain(
    'report.csv: the report is grouped, and "Opportunity Owner", "Stage" stand on the first row of each group alone',
  );
  expect(message).toContain("is blank on 2 of 4 rows");
  expect(message).toContain("Details Only");
  // The same from a formatted export: preamble, marked columns, no totals.
  const marked = csv(
    ",Opportunities by owner,,,",
    ",,,,",
    ",Opportunity Owner  ↑,Opportunity Name,Stage,Close Date",
    ",Ada Moss,Acme 100,Discovery,9/8/2026",
    ",,Bolt 20,Discovery,9/18/2026",
  );
  expect(await failure({"report.csv": marked})).toContain('"Opportunity Owner ↑" stands on the first row');
});

test("a column that is blank here and there is no group's, nor does one count at the end make it one", async () => {
  const {file} = await ingestFiles({
    "report.csv": csv(
      HEADER,
      ",Discovery,Acme 100,Acme,1000,2026-09-08",
      "Ada Moss,Discovery,Bolt 20,Bolt,2000,2026-09-09",
      ",Discovery,Corp 20,Corp,2000,2026-09-09",
      "Ada Moss,Discovery,Dust 5,Dust,2000,2026-09-09",
      "Count,4,,,,",
      "Grand Total,,,,7000,",
    ),
  });
  expect(counts(file())).toEqual([6, 4, 0, 0, 2]);
});

test("what a report is grouped by may stand once where nothing is read from it", async () => {
  const {file} = await ingestFiles({
    "report.csv": csv(
      "Region,Opportunity Owner,Stage,Opportunity Name,Account Name,Close Date",
      "North,Ada Moss,Discovery,Acme 100,Acme,2026-09-08",
      ",Ada Moss,Discovery,Bolt 20,Bolt,2026-09-08",
      "Count,2,,,,",
      "South,Ben Hall,Discovery,Corp 20,Corp,2026-09-08",
      "Count,1,,,,",
    ),
  });
  expect(counts(file())).toEqual([5, 3, 0, 0, 2]);
});
