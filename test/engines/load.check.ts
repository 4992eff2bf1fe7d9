import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, expect, it} from "vitest";
import {openDatabase, type Database} from "../../pipeline/db.js";
import type {Client} from "../../pipeline/engine/client.js";
import {openEngine, type Engine} from "../../pipeline/engine/database.js";
import {openServer} from "../../pipeline/engine/server.js";
import {sendTable} from "../../pipeline/engine/ship.js";
import {openChdb} from "./chdb.js";
import {serveChdb, type Served} from "./serve.js";

const NAME = {schema: "raw", name: "activities"};
/** More than go into one batch. */
const ROWS = 900_000;
const folder = mkdtempSync(join(tmpdir(), "baton-engine-load-"));
const chdb = openChdb();
const [db, parser] = [await openDatabase(), await openDatabase()];
let served: Served;
let client: Client;
let engine: Engine;
/** Heads of the statements that came in. */
let asked: string[] = [];

beforeAll(async () => {
  await chdb.command("CREATE DATABASE baton");
  served = await serveChdb(chdb, {baton: ""});
  client = await openServer({url: served.url, database: "baton", user: "baton"}, "");
  engine = openEngine(client, parser, {database: "baton"}, folder);
  await db.run(`create schema raw; create table raw.activities as
    select i::varchar as activity_id, 'é' || i % 7 as subject, (i % 3 + 1)::integer as _file_id, i::bigint as _line, null::timestamp as _exported_at from range(${ROWS}) as rows(i)`);
});
afterEach(() => {
  served.interfere = () => undefined;
});
afterAll(async () => {
  db.close();
  parser.close();
  await client.close();
  await served.close();
  await chdb.close();
  rmSync(folder, {recursive: true, force: true});
});

const isBatch = (sql: string) => /^INSERT INTO `baton`.`raw_activities__aside` SETTINGS insert_deduplication_token/.test(sql);
/** Notes what comes in, and answers the batches as `act` says, which is told which of them it is, from 1. */
function watch(act: (batch: number) => ReturnType<Served["interfere"]> = () => undefined): void {
  asked = [];
  served.interfere = (sql) => {
    asked.push(sql);
    return isBatch(sql) ? act(asked.filter(isBatch).length) : undefined;
  };
}
const send = () => sendTable(db, engine, NAME, folder);

/** Rows there, and how many of them are one row. */
async function readThere(): Promise<unknown> {
  const {data} = await chdb.query("SELECT count(), uniqExact(activity_id), sum(_line) FROM baton.raw_activities");
  return data[0];
}
async function readHere(of: Database = db): Promise<unknown> {
  const [row] = await of.rows("select count(*) as n, count(distinct activity_id) as ids, sum(_line) as sum from raw.activities");
  return Object.values(row!);
}

it("rows go in batches, and a batch that the server took without an answer adds nothing when it is sent again", async () => {
  watch((batch) => (batch === 2 ? "unanswered" : undefined));
  await send();
  expect(await readThere()).toEqual(await readHere());
  const batches = asked.filter(isBatch);
  expect(new Set(batches).size).toBeGreaterThan(2);
  expect(batches.length).toBe(new Set(batches).size + 1);
});

it("a batch that was lost on its way is sent again", async () => {
  await db.run("update raw.activities set subject = 'lost once'");
  watch((batch) => (batch === 1 || batch === 3 ? "lost" : undefined));
  await send();
  expect(await readThere()).toEqual(await readHere());
  expect((await chdb.query("SELECT DISTINCT subject FROM baton.raw_activities")).data).toEqual([["lost once"]]);
});

it("a server that has too much to do is asked again", async () => {
  await db.run("update raw.activities set subject = 'busy once'");
  watch((batch) => (batch === 1 ? {status: 500, body: "Code: 252. DB::Exception: Too many parts (TOO_MANY_PARTS)"} : undefined));
  await send();
  expect(await readThere()).toEqual(await readHere());
});

it("what stands there as it is here is not sent, and of the files that changed alone the rows go", async () => {
  watch();
  await send();
  expect(asked.filter((sql) => !sql.startsWith("SELECT"))).toEqual([]);
  await db.run("update raw.activities set subject = 'changed' where _file_id = 2 and _line < 100");
  watch();
  await send();
  expect(asked.filter(isBatch).every((sql) => sql.includes("of files 2 rows"))).toBe(true);
  expect(asked.some((sql) => sql.includes("WHERE `_file_id` IN (1, 3)"))).toBe(true);
  expect(await readThere()).toEqual(await readHere());
  const {data} = await chdb.query("SELECT _file_id, count() FROM baton.raw_activities WHERE subject = 'changed' GROUP BY ALL");
  expect(data).toEqual([[2, 33]]);
});

it("rows that somebody has taken out there are sent again", async () => {
  await chdb.command("DELETE FROM baton.raw_activities WHERE _file_id = 1");
  await send();
  expect(await readThere()).toEqual(await readHere());
});

it("a connection that stays lost half-way leaves the rows of before, and the next build heals it", async () => {
  const before = await readThere();
  await db.run("delete from raw.activities where _line % 2 = 0");
  watch((batch) => (batch > 1 ? "lost" : undefined));
  await expect(send()).rejects.toThrow("the connection was lost");
  expect(await readThere()).toEqual(before);
  watch();
  await send();
  expect(await readThere()).toEqual(await readHere());
  expect((await chdb.query("SELECT name FROM system.tables WHERE database = 'baton'")).data).toEqual([["raw_activities"]]);
});
