import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {readConfig} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {openEngine} from "../../pipeline/engine/database.js";
import {sendTable} from "../../pipeline/engine/ship.js";
import {makeCompany} from "../../sample-data/company.js";
import {writeFiles} from "../../sample-data/generate.js";
import {writeShape} from "../../sample-data/shapes/index.js";
import {generate} from "../bench/workload/generate.js";
import {listStrings, makeHostileExports} from "../browser/hostile-company.js";
import {openChdb} from "./chdb.js";
import {compareCompany, compareMarts} from "./compare.js";

const folder = mkdtempSync(join(tmpdir(), "baton-engines-"));
const client = openChdb();
afterAll(async () => {
  await client.close();
  rmSync(folder, {recursive: true, force: true});
});

/** @returns how many tables of marts, and rows in them, are the same. */
async function expectSame(path: string): Promise<{tables: number; rows: number}> {
  const {tables, rows, differences, failedChecks} = await compareCompany(readConfig(path), client);
  expect({differences, failedChecks}).toEqual({differences: [], failedChecks: []});
  return {tables, rows};
}

// The made-up company's exports hold what sample-data/README.md lists as wrong.
it.each(["canonical", "salesforce", "hubspot"] as const)(
  "every row of every mart and metric is the same on ClickHouse, from exports in the shape of %s",
  async (shape) => {
    const target = join(folder, shape);
    writeFiles(target, writeShape(shape, makeCompany()));
    const {tables, rows} = await expectSame(join(target, "baton.config.yaml"));
    expect(tables).toBeGreaterThan(40);
    expect(rows).toBeGreaterThan(300_000);
  },
);

it("every row is the same where each text of the exports is one that breaks things, and few numbers are numbers", async () => {
  const target = join(folder, "dirty");
  mkdirSync(target);
  for (const [name, text] of Object.entries(makeHostileExports(listStrings()))) writeFileSync(join(target, name), text);
  const path = join(target, "baton.config.yaml");
  writeFileSync(
    path,
    `company: Dirty\nas_of: "2026-10-02T06:00:00Z"\nsources:\n  - {files: "*.csv", exported_at: "2026-10-02T06:00:00Z"}\n`,
  );
  expect((await expectSame(path)).rows).toBeGreaterThan(1000);
});

it("every row is the same of a tenth of the scale workload", async () => {
  const target = join(folder, "tenth");
  await generate({sdrs: 50, months: 36, seed: 1, out: target});
  expect((await expectSame(join(target, "baton.config.yaml"))).rows).toBeGreaterThan(5_000_000);
});

it.runIf(process.env.ENGINE_CONFIG)("every row is the same for the company that ENGINE_CONFIG names", () =>
  expectSame(process.env.ENGINE_CONFIG!),
);

it("a row that differs, and one that is missing, is told", async () => {
  const [db, parser] = [await openDatabase(), await openDatabase()];
  const engine = openEngine(client, parser, {database: "baton"}, folder);
  await db.run("create schema marts; create table marts.few as select n, n / 3 as third from range(3) as numbers(n)");
  await sendTable(db, engine, {schema: "marts", name: "few"}, folder);
  expect((await compareMarts(db, engine, folder)).differences).toEqual([]);
  await db.run("update marts.few set third = third + 1e-8 where n = 2");
  expect((await compareMarts(db, engine, folder)).differences).toEqual(["few: 3 rows here, 3 there, 3 of one key; third 1"]);
  await db.run("delete from marts.few where n = 1");
  expect((await compareMarts(db, engine, folder)).differences).toEqual(["few: 2 rows here, 3 there, 2 of one key; third 1"]);
  for (const each of [db, parser]) each.close();
});
