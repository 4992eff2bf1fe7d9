import {expect, test} from "vitest";
import {csv, ingestFiles} from "./given-files.js";

const FILES = {
  "handoffs.csv": csv(
    "handoff_id,sdr_id,ae_id,account_id,meeting_at,Next Steps,Next_Steps__c",
    "h1,s,a,Acme,2026-09-08T10:00,call,send the plan",
    "h2,s,a,Bolt,2026-09-09T10:00,call,call",
  ),
};
const steps = "select next_steps from raw.handoffs order by handoff_id";

test("of two columns that go by one name, which is read is told, with the rows on which they differ", async () => {
  const {db, report} = await ingestFiles(FILES);
  expect(await db.rows(steps)).toEqual([{next_steps: "call"}, {next_steps: "call"}]);
  expect(report.problems.filter(({what}) => what.includes("the same name"))).toEqual([
    {
      where: "handoffs.csv",
      what: 'next_steps is read from "Next Steps", and not from "Next_Steps__c", which goes by the same name and says something else on 1 row',
      hint: expect.stringContaining('sources[0].columns.next_steps: "Next_Steps__c"'),
    },
  ]);
});

test("the configuration chooses by the exact header, and nothing is told any more", async () => {
  const {db, report} = await ingestFiles(FILES, "sources:\n  - files: handoffs.csv\n    columns: {next_steps: Next_Steps__c}\n");
  expect(await db.rows(steps)).toEqual([{next_steps: "send the plan"}, {next_steps: "call"}]);
  expect(report.problems.filter(({what}) => what.includes("the same name"))).toEqual([]);
  const same = await ingestFiles(FILES, "sources:\n  - files: handoffs.csv\n    columns: {next_steps: Next Steps}\n");
  expect(same.report.problems.filter(({what}) => what.includes("the same name"))).toEqual([]);
});

test("a name that stands twice is told where the columns differ, and not where they say the same", async () => {
  const header = "Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Amount,Stage";
  const {db, report} = await ingestFiles({
    "report.csv": csv(header, "006xx0000000001,Acme,Discovery,100,2026-09-08,999,Discovery"),
  });
  expect(await db.rows("select amount from raw.opportunities")).toEqual([{amount: "100"}]);
  expect(report.problems.map(({what}) => what).filter((what) => what.includes("the same name"))).toEqual([
    'amount is read from "Amount", and not from "Amount (2)", which goes by the same name and says something else on 1 row',
  ]);
});

test("a mapping that names one of two columns of the very same name does not know of the other", async () => {
  const file = {
    "handoffs.csv": csv("handoff_id,sdr_id,ae_id,account_id,meeting_at,Notes,Notes", "h1,s,a,Acme,2026-09-08T10:00,one,two"),
  };
  const told = async (notes: string) => {
    const {report} = await ingestFiles(file, `sources:\n  - files: handoffs.csv\n    columns: {next_steps: ${notes}}\n`);
    return report.problems.filter(({what}) => what.includes("the same name")).length;
  };
  expect([await told("Notes"), await told("Notes (2)")]).toEqual([1, 0]);
});

test("a field of the system goes before a custom one of its name, wherever it stands", async () => {
  const {db, report} = await ingestFiles({
    "opportunity.csv": csv("Id,StageName__c,StageName,CloseDate,Amount", "006xx0000000001AAA,Mine,Discovery,2026-09-08,5"),
  });
  expect(await db.rows("select stage from raw.opportunities")).toEqual([{stage: "Discovery"}]);
  expect(report.problems.some(({what}) => what.includes('stage is read from "StageName", and not from "StageName__c"'))).toBe(
    true,
  );
});
