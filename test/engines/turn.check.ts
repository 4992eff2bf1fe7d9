import {spawnSync} from "node:child_process";
import {afterAll, afterEach, beforeAll, expect, it} from "vitest";
import type {Client} from "../../pipeline/engine/client.js";
import {writeMark} from "../../pipeline/engine/layout.js";
import {clearAway} from "../../pipeline/engine/standing.js";
import {takeTurn, TURN} from "../../pipeline/engine/turn.js";
import {LockedError} from "../../pipeline/lock.js";
import {openChdb} from "./chdb.js";

const chdb = openChdb();
const layout = {database: "baton"};
const listThere = async (): Promise<unknown[]> =>
  (await chdb.query("SELECT name FROM system.tables WHERE database = 'baton' ORDER BY name")).data.map(([name]) => name);

beforeAll(() => chdb.command("CREATE DATABASE baton"));
afterEach(() => chdb.command(`DROP TABLE IF EXISTS baton.${TURN} SYNC`));
afterAll(() => chdb.close());

/** As a build has it that another process has begun. */
const hold = (holder: {pid: number; host: string}): Promise<void> =>
  chdb.command(
    writeMark(
      layout,
      TURN,
      `made by Baton; ${JSON.stringify({...holder, born: "", since: "2026-11-26T03:00:00.000Z", signs: 3})}`,
    ),
  );
/** The same server, on whose clock so many minutes have gone by since the last sign of life. */
const after = (minutes: number): Client => ({
  ...chdb,
  query: (sql) => chdb.query(sql.replace(/^SELECT dateDiff\(.*?\) FROM/, `SELECT ${minutes} FROM`)),
});

it("two builds do not work in one database of a server: the second is told who does, and since when", async () => {
  const release = await takeTurn(chdb, layout);
  await expect(takeTurn(chdb, layout)).rejects.toThrow(LockedError);
  await expect(takeTurn(chdb, layout)).rejects.toThrow(
    new RegExp(`another build is at work in this database \\(process ${process.pid} on .+, since 20..-..-..T`),
  );
  await release();
  expect(await listThere()).toEqual([]);
  await (
    await takeTurn(chdb, layout)
  )();
});

it("the turn of a process of this machine that was killed is taken over at once", async () => {
  const {hostname} = await import("node:os");
  await hold({pid: spawnSync("true").pid, host: hostname()});
  const release = await takeTurn(chdb, layout);
  expect(await listThere()).toEqual([TURN]);
  await release();
  expect(await listThere()).toEqual([]);
});

it("of another machine a build is passed over once it has given no sign of life for ten minutes", async () => {
  await hold({pid: 1, host: "elsewhere"});
  await expect(takeTurn(after(9), layout)).rejects.toThrow("process 1 on elsewhere, since 2026-11-26T03:00:00.000Z");
  const release = await takeTurn(after(10), layout);
  await expect(takeTurn(after(0), layout)).rejects.toThrow(`process ${process.pid}`);
  await release();
});

it("who was passed over does not give back the turn of another", async () => {
  const release = await takeTurn(chdb, layout);
  await chdb.command(`DROP TABLE baton.${TURN} SYNC`);
  await hold({pid: 1, host: "elsewhere"});
  await release();
  expect(await listThere()).toEqual([TURN]);
});

it("what is cleared away is Baton's alone", async () => {
  for (const [name, comment] of [
    ["raw_left", "made by Baton"],
    ["others", "made by Batonists"],
    ["plain", ""],
  ])
    // prettier-ignore
    await chdb.command(`CREATE TABLE baton.${name} (x UInt8) ENGINE = Null COMMENT '${comment}'`);
  await clearAway(chdb, layout, () => true);
  expect(await listThere()).toEqual(["others", "plain"]);
});
