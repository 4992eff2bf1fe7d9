import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {buildData} from "../pipeline/build.js";
import {openDatabase} from "../pipeline/db.js";
import {deliverWarehouse} from "../pipeline/deliver.js";
import {givenBuilt, HANDOFFS} from "./builds/given-company.js";

async function makeWarehouse(state: string) {
  const folder = mkdtempSync(join(tmpdir(), "baton-deliver-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const db = await openDatabase(join(folder, "warehouse.duckdb.next-1"));
  onTestFinished(() => db.close());
  await db.run(`create schema config; create schema raw; create schema staging; create schema intermediate; create schema marts;
    create table config.settings as select 1 as a; create table raw.files as select 1 as a; create table marts.handoffs as select '${state}' as state;
    create view marts.late as select * from marts.handoffs`);
  return {db, folder};
}

/** Hands over a warehouse that is no build's. */
const deliver: typeof deliverWarehouse = (db, config) => deliverWarehouse(db, config, () => Promise.resolve([]));

const read = async (path: string, sql: string) => {
  const db = await openDatabase(path, {readOnly: true});
  return db.rows(sql).finally(() => db.close());
};

test("another database holds what the warehouse holds, views of its own tables, and keeps what else is in it", async () => {
  const {db, folder} = await makeWarehouse("first");
  const path = join(folder, "lake.duckdb");
  const other = await openDatabase(path);
  await other.run("create schema crm; create table crm.deals as select 7 as deal");
  other.close();
  expect(await deliver(db, {database: "lake.duckdb", folder})).toBe(4);
  await db.run("update marts.handoffs set state = 'second'");
  await deliver(db, {database: "lake.duckdb", folder});
  expect(await read(path, "from marts.late")).toEqual([{state: "second"}]);
  expect(await read(path, "from crm.deals")).toEqual([{deal: 7}]);
  expect(await db.rows("from marts.late")).toEqual([{state: "second"}]);
});

test("schemas of these names that somebody else made are not taken away", async () => {
  const {db, folder} = await makeWarehouse("first");
  const path = join(folder, "other.duckdb");
  const other = await openDatabase(path);
  await other.run("create schema marts; create table marts.own as select 1 as a");
  other.close();
  await expect(deliver(db, {database: "other.duckdb", folder})).rejects.toThrow(
    "database: other.duckdb: has schemas that Baton would replace and did not make: marts",
  );
  expect(await read(path, "from marts.own")).toEqual([{a: 1}]);
});

test("a name with a token in it is passed on as it is, and no message repeats the token", async () => {
  const {db, folder} = await makeWarehouse("first");
  const error: unknown = await deliver(db, {database: "md:crm?motherduck_token=s3cret", folder}).catch((cause: unknown) => cause); // prettier-ignore
  expect((error as Error).message).toContain("database: md:crm: cannot be opened");
  expect(`${(error as Error).stack} ${String((error as Error).cause)}`).not.toContain("s3cret");
  expect(existsSync(join(folder, "md:crm"))).toBe(false);
});

test("without another database nothing is handed over", async () => {
  const {db, folder} = await makeWarehouse("first");
  expect(await deliver(db, {folder, database: undefined})).toBe(0);
});

test("each night's build is handed over, whichever models it leaves as they were", async () => {
  const company = await givenBuilt();
  const {path} = company.config();
  writeFileSync(path, `${readFileSync(path, "utf8")}database: out.duckdb\n`);
  const count = async () => {
    await buildData(company.config(), company.workspace);
    return read(join(company.folder, "out.duckdb"), "select count(*)::integer as facts from intermediate.int_criteria_facts");
  };
  expect(await count()).toEqual([{facts: 2}]);
  company.write("handoffs.csv", `${HANDOFFS}h4,ann,bob,a4,2026-09-04T10:00:00Z,held\n`);
  expect(await count()).toEqual([{facts: 3}]);
  company.write("leads.csv", "lead_id,sdr_id\nl1,ann\n");
  expect(await count()).toEqual([{facts: 3}]);
});
