import {expect, test} from "vitest";
import {csv, ingestFiles} from "./given-files.js";

const deals = {"deals.csv": csv("opportunity_id,state,worth", "o1,Won,100", "o2,Lost,abc")};
const yaml = (lines: string) => `sources:\n  - files: deals.csv\n    profile: canonical\n    entity: opportunities\n${lines}`;

test("a column that the configuration's SQL names and the file lacks is told with its place and the file's headers", async () => {
  await expect(ingestFiles(deals, yaml("    sql: {is_won: stage = 'Won'}\n"))).rejects.toThrow(
    /^deals\.csv: SQL of the configuration.*\n +sources\[0\]\.sql\.is_won .*"stage" not found.*\n +→ .*opportunity_id, state, worth$/,
  );
});

test("a condition with a slip of the pen is told as such, beside every other mistake", async () => {
  await expect(
    ingestFiles(deals, yaml("    where: state = 'Won\n    sql: {amount: worth::double, is_won: state = 'Won'}\n")),
  ).rejects.toThrow(/sources\[0\]\.sql\.amount +Conversion Error.*\n +sources\[0\]\.where +Parser Error/);
});

test("SQL that works changes nothing of what is loaded", async () => {
  const {db} = await ingestFiles(deals, yaml("    where: state = 'Won'\n    sql: {amount: try_cast(worth as double) * 2}\n"));
  expect(await db.rows("select opportunity_id, amount from raw.opportunities")).toEqual([
    {opportunity_id: "o1", amount: "200.0"},
  ]);
});

test("a file of which every row is rejected stops the build and says why", async () => {
  const activities = {"activities.csv": csv("activity_id,occurred_at", ",2026-03-01", ",2026-03-02")};
  await expect(ingestFiles(activities)).rejects.toThrow(
    /^activities\.csv: none of its 2 rows can be loaded as activities\n +activity_id +is blank.*\(2 rows\)/,
  );
});

test("a file of which every row is set aside is no mistake, but is told", async () => {
  const {report} = await ingestFiles(deals, yaml("    where: state = 'Open'\n"));
  expect(report.problems).toEqual([
    expect.objectContaining({
      where: "deals.csv",
      what: expect.stringMatching(/^none of its 2 rows is taken for opportunities: .*where: 2 rows/),
    }),
  ]);
});

test("a file with a header and no rows says nothing", async () => {
  const {report} = await ingestFiles({"accounts.csv": csv("account_id,name")});
  expect(report.problems).toEqual([]);
});

test("a file whose entity alone is given is read as Baton's own shape, not as another system's that shares a header with it", async () => {
  const {db, file} = await ingestFiles(
    {"Opportunity.csv": csv("OpportunityID,OpportunityStage,CloseDate", "o1,Won,2026-03-01")},
    "timezone: America/Chicago\nsources:\n  - files: Opportunity.csv\n    entity: opportunities\n    columns: {closed_at: CloseDate}\n",
  );
  expect(file().profile).toBe("canonical");
  expect(await db.rows("select closed_at from raw.opportunities")).toEqual([{closed_at: "2026-03-01 06:00:00"}]);
});
