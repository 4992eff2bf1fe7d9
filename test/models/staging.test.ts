import {expect, test} from "vitest";
import {generateStaging} from "../../pipeline/models/staging/generate.js";
import {givenAsAsked as given} from "./as-asked.js";
import {givenGround} from "./given.js";

const file = (day: string, rows: Record<string, string | null>[], columns?: string[]) => ({
  rows,
  exported_at: `2026-09-${day} 06:00:00`,
  columns,
});
const readAccounts = async (...files: ReturnType<typeof file>[]) =>
  (await given({accounts: files})).rows("select account_id, name, industry from staging.stg_accounts order by account_id");

test("the newest export of a record wins, whatever the order of the files, and records of older exports stay", async () => {
  const newest = file("20", [{account_id: "a1", name: "New", industry: "Retail"}]);
  const oldest = file("10", [
    {account_id: "a1", name: "Old", industry: "Banking"},
    {account_id: "a2", name: "Gone", industry: null},
  ]);
  expect(await readAccounts(newest, oldest)).toEqual([
    {account_id: "a1", name: "New", industry: "Retail"},
    {account_id: "a2", name: "Gone", industry: null},
  ]);
});

test("of exports made at the same time the later file wins", async () => {
  expect(
    await readAccounts(file("10", [{account_id: "a1", name: "One"}]), file("10", [{account_id: "a1", name: "Two"}])),
  ).toEqual([{account_id: "a1", name: "Two", industry: null}]);
});

test("an emptied cell is an edit, a file without the column blanks nothing", async () => {
  const full = file("10", [{account_id: "a1", name: "Acme", industry: "Retail"}]);
  expect(await readAccounts(full, file("20", [{account_id: "a1", name: null, industry: "Retail"}]))).toEqual([
    {account_id: "a1", name: null, industry: "Retail"},
  ]);
  expect(await readAccounts(full, file("20", [{account_id: "a1", name: "Acme Ltd"}]))).toEqual([
    {account_id: "a1", name: "Acme Ltd", industry: "Retail"},
  ]);
});

test("meetings are told apart by their id, else by handoff and slot, else by people and slot", async () => {
  const base = {sdr_id: "s", account_id: "a", contact_id: "c", meeting_at: "2026-09-01 10:00:00"};
  const rows = [
    {...base, meeting_id: "m1", handoff_id: "h"},
    {...base, meeting_id: null, handoff_id: "h"},
    {...base, meeting_id: null, handoff_id: null},
  ];
  const db = await given({handoffs: [file("10", rows), file("11", rows)]});
  expect(await db.rows("select row_key from staging.stg_handoffs order by row_key")).toEqual([
    {row_key: "h|2026-09-01 10:00:00"},
    {row_key: "m1"},
    {row_key: "s|a|c|2026-09-01 10:00:00"},
  ]);
});

test("columns have the types of the contract", async () => {
  const db = await given({
    accounts: [{account_id: "a1", employees: 40, annual_revenue: "1.5"}],
    contacts: [{contact_id: "c1", is_budget_owner: "true"}],
    people: [{person_id: "p", valid_from: "2026-01-01"}],
    feedback: [{feedback_id: "f", submitted_at: "2026-09-01 10:00:00", most_valuable_context: "timeline; pain_points"}],
  });
  const [types] =
    await db.rows(`select typeof(employees) as employees, typeof(annual_revenue) as revenue, typeof(is_budget_owner) as owner,
    typeof(valid_from) as day, typeof(submitted_at) as instant, most_valuable_context as context
    from staging.stg_accounts, staging.stg_contacts, staging.stg_people, staging.stg_feedback`);
  expect(types).toEqual({
    employees: "BIGINT",
    revenue: "DOUBLE",
    owner: "BOOLEAN",
    day: "DATE",
    instant: "TIMESTAMP",
    context: ["timeline", "pain_points"],
  });
});

test("of many records the same version is taken as of few", async () => {
  const first = file("10", [
    {account_id: "a1", name: "Old", industry: "Banking"},
    {account_id: "a2", name: "Alone", industry: null},
    {account_id: "a3", name: "Twice", industry: "Retail"},
    {account_id: "a3", name: "Twice, later", industry: "Retail"},
  ]);
  const db = await givenGround({accounts: [first, file("20", [{account_id: "a1", name: "New"}, {account_id: "a4", name: "Late"}])]}); // prettier-ignore
  const read = async () => {
    const model = (await generateStaging(db)).find(({name}) => name === "stg_accounts")!;
    return {sql: model.sql, rows: await db.rows(`select account_id, name, industry from (${model.sql}) order by account_id`)};
  };
  const few = await read();
  await db.run("update raw.files set loaded = 1000000");
  const many = await read();
  expect(many.sql).not.toBe(few.sql);
  expect(many.rows).toEqual(few.rows);
  expect(few.rows).toEqual([
    {account_id: "a1", name: "New", industry: "Banking"},
    {account_id: "a2", name: "Alone", industry: null},
    {account_id: "a3", name: "Twice, later", industry: "Retail"},
    {account_id: "a4", name: "Late", industry: null},
  ]);
});

test("many records of one export are read where they stand, until another comes or one of them ends", async () => {
  const one = file("10", [{account_id: "a1", name: "Acme"}]);
  const db = await givenGround({accounts: [one]});
  const isView = async () => (await generateStaging(db)).find(({name}) => name === "stg_accounts")!.isView ?? false;
  expect(await isView()).toBe(false);
  await db.run("update raw.files set loaded = 1000000");
  expect(await isView()).toBe(true);
  await db.run(
    "insert into raw.marks (file_id, entity, record_key, kind) select 1, 'accounts', '0' || chr(31) || 'a1', 'deleted'",
  );
  expect(await isView()).toBe(false);
  await db.run("delete from raw.marks; insert into raw.files select * replace (2 as file_id) from raw.files");
  expect(await isView()).toBe(false);
});

test("of many records that have one id each, in several exports alike, only the newer versions are written down", async () => {
  const call = (id: string, account: string) => ({activity_id: id, account_id: account, occurred_at: "2026-09-01 10:00:00"});
  const db = await givenGround({
    activities: [file("10", [call("c1", "old"), call("c2", "stays")]), file("11", [call("c1", "new")])],
  });
  await db.run("create schema if not exists staging; update raw.files set loaded = 1000000 where file_id = (select min(file_id) from raw.files)"); // prettier-ignore
  for (const model of (await generateStaging(db)).filter(({name}) => name.startsWith("stg_activities")))
    await db.run(`create ${model.isView ? "view" : "table"} staging.${model.name} as ${model.sql}`);
  expect(await db.rows("select activity_id, account_id from staging.stg_activities order by all")).toEqual([
    {activity_id: "c1", account_id: "new"},
    {activity_id: "c2", account_id: "stays"},
  ]);
  expect(await db.rows("select * from staging.stg_activities_superseded")).toHaveLength(1);
});
