import {expect, test} from "vitest";
import {csv, ingestFiles} from "./given-files.js";

const ends = "select opportunity_id as id, is_closed, is_won from raw.opportunities order by 1";

test("without is_closed and is_won the stage tells, and which stages are taken for what is told", async () => {
  const {db, report, file} = await ingestFiles({
    "opportunities.csv": csv(
      "opportunity_id,account_id,stage,closed_at",
      "o1,a,07 - Closed-Won,2026-03-01",
      "o2,a,Closed Lost,2026-03-02",
      "o3,a,Discovery,2026-12-01",
      "o4,a,Gewonnen,2026-03-03",
    ),
  });
  expect(await db.rows(ends)).toEqual([
    {id: "o1", is_closed: "true", is_won: "true"},
    {id: "o2", is_closed: "true", is_won: "false"},
    {id: "o3", is_closed: "false", is_won: "false"},
    {id: "o4", is_closed: "true", is_won: "true"},
  ]);
  expect(file().columns).toEqual(expect.arrayContaining(["is_closed", "is_won"]));
  expect(report.problems.map(({what}) => what)).toContain(
    'how deals ended is read from their stage: won "07 - Closed-Won", "Gewonnen"; lost "Closed Lost"; open "Discovery"',
  );
});

test("a stage that is mapped tells as well; a header given to closed_at is not is_closed too", async () => {
  const {db, report} = await ingestFiles(
    {"deals.csv": csv("Deal,Customer,Phase,Closed", "o1,a,Won,2026-03-01", "o2,a,Offer,2026-12-01")},
    "sources:\n  - files: deals.csv\n    entity: opportunities\n    columns: {opportunity_id: Deal, account_id: Customer, stage: Phase, closed_at: Closed}\n",
  );
  expect(await db.rows(ends)).toEqual([
    {id: "o1", is_closed: "true", is_won: "true"},
    {id: "o2", is_closed: "false", is_won: "false"},
  ]);
  expect(report.rejects).toEqual([]);
});

test("what the export or the configuration says goes before the stage", async () => {
  const rows = csv("opportunity_id,account_id,stage,is_won", "o1,a,Closed Won,no");
  expect(await (await ingestFiles({"opportunities.csv": rows})).db.rows(ends)).toEqual([
    {id: "o1", is_closed: null, is_won: "false"},
  ]);
  const own = await ingestFiles(
    {"opportunities.csv": csv("opportunity_id,account_id,stage", "o1,a,Signed", "o2,a,Closed Won")},
    "sources:\n  - files: opportunities.csv\n    sql: {is_won: \"stage = 'Signed'\"}\n",
  );
  expect(await own.db.rows(ends)).toEqual([
    {id: "o1", is_closed: null, is_won: "true"},
    {id: "o2", is_closed: null, is_won: "false"},
  ]);
});

test("stages of which none says that a deal is over are told, and say nothing", async () => {
  const {file, report} = await ingestFiles({
    "opportunities.csv": csv("opportunity_id,account_id,stage", "o1,a,Concluding talks", "o2,a,Signed"),
  });
  expect(file().columns).not.toContain("is_won");
  expect(report.problems.map(({what}) => what)).toContain(
    'no deal is closed, as far as the words of its stage tell: "Concluding talks", "Signed"',
  );
});
