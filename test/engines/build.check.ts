import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {readConfig, type Config} from "../../pipeline/config.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {publishDatasets} from "../../pipeline/publish/datasets.js";
import {makeCompany} from "../../sample-data/company.js";
import {writeFiles} from "../../sample-data/generate.js";
import {writeShape} from "../../sample-data/shapes/index.js";
import {openChdb} from "./chdb.js";
import {serveChdb, type Served} from "./serve.js";

const PASSWORD = "a'word &that=nobody?tells";
const folder = mkdtempSync(join(tmpdir(), "baton-engine-build-"));
const chdb = openChdb();
let served: Served;
let config: Config;

beforeAll(async () => {
  await chdb.command("CREATE DATABASE baton");
  served = await serveChdb(chdb, {baton: PASSWORD});
  process.env.BATON_CLICKHOUSE_PASSWORD = PASSWORD;
  writeFiles(folder, writeShape("canonical", makeCompany({seed: 5, sdrs: 4, months: 4})));
  config = readConfig(join(folder, "baton.config.yaml"));
});
afterEach(() => {
  served.interfere = () => undefined;
  process.env.BATON_CLICKHOUSE_PASSWORD = PASSWORD;
});
afterAll(async () => {
  delete process.env.BATON_CLICKHOUSE_PASSWORD;
  await served.close();
  await chdb.close();
  rmSync(folder, {recursive: true, force: true});
});

const on = (change: Partial<{url: string; database: string; user: string}> = {}): Config => ({
  ...config,
  engine: {clickhouse: {url: served.url, database: "baton", user: "baton", ...change}},
});

async function build(given: Config): Promise<Database> {
  const db = await openDatabase();
  try {
    await fillWarehouse(db, given);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The version of the datasets follows from all that is in them. */
async function versionOf(db: Database, name: string): Promise<string> {
  const result = await publishDatasets(db, config, {out: join(folder, name)});
  db.close();
  return result.version;
}

describe("a build whose engine is a ClickHouse server", () => {
  it("publishes what a build without one publishes, and once more when it is built again", async () => {
    const here = await versionOf(await build(config), "here");
    expect(await versionOf(await build(on()), "there")).toBe(here);
    expect(await versionOf(await build(on()), "again")).toBe(here);
  });

  it("says which server cannot be reached", async () => {
    await expect(build(on({url: "http://127.0.0.1:1"}))).rejects.toThrow(
      "engine: http://127.0.0.1:1: cannot be reached (ECONNREFUSED)",
    );
  });

  it("says where the password belongs that is refused, and tells none", async () => {
    process.env.BATON_CLICKHOUSE_PASSWORD = "another";
    const failure = await build(on()).catch((error: Error) => error.message);
    expect(failure).toContain("refuses the user baton");
    expect(failure).toContain("BATON_CLICKHOUSE_PASSWORD");
    expect(failure).not.toContain("another");
  });

  it("says what a user who may only read lacks", async () => {
    served.interfere = (sql) => (/^(CREATE|INSERT|DROP)/.test(sql) ? {status: 500, body: "Code: 497. DB::Exception: baton: Not enough privileges. (ACCESS_DENIED)"} : undefined); // prettier-ignore
    await expect(build(on())).rejects.toThrow("the user baton may not do what is needed");
  });

  it("takes no table of its name that somebody else made", async () => {
    await chdb.command("CREATE DATABASE others");
    await chdb.command("CREATE TABLE others.raw_accounts (x Int32) ENGINE = MergeTree ORDER BY tuple()");
    await expect(build(on({database: "others"}))).rejects.toThrow(
      "others.raw_accounts is there already and was not made by Baton",
    );
    expect(
      (await chdb.query("SELECT name FROM system.columns WHERE database = 'others' AND table = 'raw_accounts'")).data,
    ).toEqual([["x"]]);
  });

  it("says what to do about a query that was ended for its memory", async () => {
    served.interfere = (sql) => (sql.startsWith("INSERT INTO `baton`.`marts_handoffs") ? {status: 500, body: "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)"} : undefined); // prettier-ignore
    await expect(build(on())).rejects.toThrow("needed more memory than it may have");
  });

  it("leaves the rows that were there when the connection is lost half-way, and heals with the next build", async () => {
    const [[before]] = (await chdb.query("SELECT count() FROM baton.marts_slots")).data as [[number]];
    served.interfere = (sql) => (sql.startsWith("INSERT INTO `baton`.`marts_slots") ? "lost" : undefined);
    await expect(build(on())).rejects.toThrow("the connection was lost");
    expect((await chdb.query("SELECT count() FROM baton.marts_slots")).data).toEqual([[before]]);
    served.interfere = () => undefined;
    (await build(on())).close();
    expect((await chdb.query("SELECT name FROM system.tables WHERE database = 'baton' AND name LIKE '%aside'")).data).toEqual([]);
  });
});
