import {expect, test} from "vitest";
import {listUnread, nameHeaders} from "../../pipeline/ingest/unread.js";
import {csv, ingestFiles} from "./given-files.js";

const HANDOFF = "handoff_id,sdr_id,account_id,meeting_at";
const ROW = "1,s,a,2026-03-02T10:00";

test("headers that nothing is read from are told of each file, for all its entities", async () => {
  const {file, db} = await ingestFiles({
    "handoffs.csv": csv(`${HANDOFF},Zone,Deal desk`, `${ROW},EMEA,x`),
    "accounts.csv": csv("account_id,name", "a,Acme"),
  });
  expect(file("handoffs.csv").unread).toEqual(["Zone", "Deal desk"]);
  expect(file("accounts.csv").unread).toEqual([]);
  expect(await db.rows("select header from raw.unread_headers")).toEqual([{header: "Zone"}, {header: "Deal desk"}]);
});

test("what tells of a row's kind is read, and so is what the configuration's own expressions name", async () => {
  const {file} = await ingestFiles(
    {"handoffs.csv": csv(`${HANDOFF},Zone,Deal desk,kind,other`, `${ROW},EMEA,x,call,y`)},
    `sources:
  - files: handoffs.csv
    entity: handoffs
    where: zone = 'EMEA' and "Deal desk" is not null
    sql: {meeting_id: "coalesce(kind, 'none')"}`,
  );
  expect(file().unread).toEqual(["other"]);
  const salesforce = await ingestFiles({
    "Opportunity.csv": csv("Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate,IsDeleted,Rating__c", "006000000000001AAA,001000000000001AAA,Acme,Open,5,2026-03-09,false,false,005000000000001AAA,2026-03-02T10:00:00.000Z,false,hot"), // prettier-ignore
  });
  expect(salesforce.file().unread).not.toContain("IsDeleted");
  expect(salesforce.file().unread).toContain("Rating__c");
});

test("of many headers a message names the first few", () => {
  const source = {where: undefined, sql: {}} as unknown as Parameters<typeof listUnread>[1]["source"];
  const headers = listUnread(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"], {source}, []);
  expect(nameHeaders(headers)).toBe('"a", "b", "c", "d", "e", "f", "g", "h" and 2 more');
  expect(nameHeaders(["a"])).toBe('"a"');
});

const SOURCE = "sources:\n  - files: exports/*/handoffs.csv\n";
const lost = async (files: Record<string, string>, yaml = SOURCE) =>
  (await ingestFiles(files, yaml)).report.problems.filter(({what}) => what.startsWith("no column gives"));

test("a column that the newest export has under another name is told, with what may be it", async () => {
  const [problem, ...others] = await lost({
    "exports/2026-03-03/handoffs.csv": csv(`${HANDOFF},next_steps`, `${ROW},call`),
    "exports/2026-03-04/handoffs.csv": csv(`${HANDOFF},next_steps`, `${ROW},call`),
    "exports/2026-03-05/handoffs.csv": csv(`${HANDOFF},What comes then`, `${ROW},call`),
  });
  expect(others).toEqual([]);
  expect(problem).toEqual({
    where: "exports/2026-03-05/handoffs.csv",
    what: "no column gives handoffs.next_steps, as in exports/2026-03-04/handoffs.csv",
    hint: 'if a field goes by another name now, map it under sources[0].columns; nothing is read from "What comes then"',
  });
});

test("a column that is new, exports of one time, and those that nothing dates are no loss", async () => {
  const [one, more] = [csv(HANDOFF, ROW), csv(`${HANDOFF},next_steps`, `${ROW},call`)];
  expect(await lost({"exports/2026-03-03/handoffs.csv": one, "exports/2026-03-04/handoffs.csv": more})).toEqual([]);
  const parts = "sources:\n  - files: exports/2026-03-03/*.csv\n";
  expect(await lost({"exports/2026-03-03/handoffs-1.csv": one, "exports/2026-03-03/handoffs-2.csv": more}, parts)).toEqual([]);
  const undated = "sources:\n  - files: exports/*.csv\n";
  expect(await lost({"exports/handoffs-emea.csv": more, "exports/handoffs-us.csv": one}, undated)).toEqual([]);
});

test("a part that no note of the newest export names, and a currency that no amount shows, are no loss", async () => {
  const note = (text: string) => csv(`${HANDOFF},brief_text`, `${ROW},"${text}"`);
  const files = {
    "exports/2026-03-03/handoffs.csv": note("Next steps: they send the plan\nBudget: 20k"),
    "exports/2026-03-04/handoffs.csv": note("Budget: 30k"),
    "exports/2026-03-03/deals.csv": csv("opportunity_id,account_id,amount,created_at", "1,a,€5,2026-03-02"),
    "exports/2026-03-04/deals.csv": csv("opportunity_id,account_id,amount,created_at", "1,a,5,2026-03-02"),
  };
  const {report, file} = await ingestFiles(files, "sources:\n  - files: exports/*/*.csv\n");
  expect(file("exports/2026-03-03/handoffs.csv").columns).toContain("next_steps");
  expect(file("exports/2026-03-03/deals.csv").columns).toContain("currency");
  expect(file("exports/2026-03-04/deals.csv").columns).not.toContain("currency");
  expect(report.problems.filter(({what}) => what.startsWith("no column gives"))).toEqual([]);
});

test("rows that end before the last header are loaded, and told with the line of the first", async () => {
  const {report, file} = await ingestFiles({
    "handoffs.csv": csv(`${HANDOFF},meeting_status`, `${ROW},held`, "2,s,b,2026-03-03T10:00", "3,s,c,2026-03-04T10:00"),
  });
  expect(file().loaded).toBe(3);
  expect(report.problems).toEqual([
    {
      where: "handoffs.csv:3",
      what: "is the first of 2 rows with fewer cells than the file has headers; the missing ones are blank",
      hint: "if a line was cut off, export again",
    },
  ]);
  // A header that ends in a delimiter names no column that any row could lack.
  const trailing = await ingestFiles({"handoffs.csv": csv(`${HANDOFF},`, ROW)});
  expect(trailing.report.problems).toEqual([]);
});

test("a column that is mapped by its new name is read by its old one in the exports that have that", async () => {
  const files = {
    "exports/2026-03-03/handoffs.csv": csv(`${HANDOFF},sql_at`, `${ROW},2026-03-03`),
    "exports/2026-03-05/handoffs.csv": csv(`${HANDOFF},SQL reached`, "2,s,b,2026-03-04T10:00,2026-03-05"),
  };
  const {db, report} = await ingestFiles(files, `${SOURCE}    columns: {sql_at: SQL reached}\n`);
  expect(await db.rows("select sql_at from raw.handoffs order by handoff_id")).toEqual([{sql_at: "2026-03-03 00:00:00"}, {sql_at: "2026-03-05 00:00:00"}]); // prettier-ignore
  expect(report.problems.filter(({what}) => what.startsWith("no column gives"))).toEqual([]);
});

test("what is said of an export or of a setting stands in the ledger, too", async () => {
  const {db} = await ingestFiles(
    {
      "exports/2026-03-03/handoffs.csv": csv(`${HANDOFF},sql_at`, `${ROW},2026-03-03`),
      "exports/2026-03-05/handoffs.csv": csv(`${HANDOFF},stage,x`, "2,s,b,2026-03-04T10:00,,1", "3,s,b,2026-03-05T10:00"),
      "exports/2026-03-05/people.csv": csv("person_id,name,role,team", "s,Ann Ode,sdr,West"),
    },
    "teams: [{team: Wset}]\nsources:\n  - files: exports/*/*.csv\n",
  );
  const entries = await db.rows("select effect, path, line, column_name, hint from raw.rejects where effect in ('column', 'setting', 'told') order by effect"); // prettier-ignore
  expect(entries).toMatchObject([
    {effect: "column", path: "exports/2026-03-05/handoffs.csv", line: null, column_name: null},
    {effect: "setting", path: "baton.config.yaml", column_name: "teams[0].team", hint: "did you mean West?"},
    {effect: "told", path: "exports/2026-03-05/handoffs.csv", line: 3, hint: "if a line was cut off, export again"},
  ]);
});

test("an export that nothing dates is told to be as new as the others, and not to be dated by an event", async () => {
  const {file} = await ingestFiles({
    "handoffs.csv": csv(`${HANDOFF},booked_at`, `${ROW},2026-03-01T10:00`),
    "accounts.csv": csv("account_id,name", "a,Acme"),
  });
  expect(file("handoffs.csv").exported_at_from).toBe("newest event");
  expect(file("accounts.csv")).toMatchObject({exported_at: file("handoffs.csv").exported_at, exported_at_from: "other exports"});
});
