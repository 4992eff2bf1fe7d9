import {appendFileSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {fillRaw, fillWarehouse} from "../../pipeline/build-data.js";
import {parseConfig, type Config} from "../../pipeline/config.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {SILENT} from "../../pipeline/progress.js";
import {makeCompany} from "../../sample-data/company.js";
import {writeFiles} from "../../sample-data/generate.js";
import {writeShape} from "../../sample-data/shapes/index.js";
import {openChdb} from "./chdb.js";
import {serveChdb, type Served} from "./serve.js";

const folder = mkdtempSync(join(tmpdir(), "baton-at-engine-"));
const csv = join(folder, "canonical/activities.csv");
const parquet = join(folder, "activities.parquet");
const chdb = openChdb();
let served: Served;
/** What comes in over HTTP. */
let asked: string[] = [];

/** The company's configuration with its activities read from `source`, after all other exports. */
function configure(source: object): Config {
  const own = readFileSync(join(folder, "baton.config.yaml"), "utf8").replace(/^sources:[\s\S]*?(?=^\w)/m, "");
  const engine = {clickhouse: {url: served.url, database: "baton", user: "baton"}};
  const sources = [{files: "canonical/!(activities).csv"}, source];
  return parseConfig(
    `${own}\nretention_months: 0\nengine: ${JSON.stringify(engine)}\nsources: ${JSON.stringify(sources)}\n`,
    join(folder, "baton.config.yaml"),
  );
}

beforeAll(async () => {
  await chdb.command("CREATE DATABASE baton");
  await chdb.command("CREATE DATABASE crm");
  served = await serveChdb(chdb, {baton: ""});
  served.interfere = (sql) => void asked.push(sql);
  process.env.BATON_CLICKHOUSE_PASSWORD = "";
  writeFiles(folder, writeShape("canonical", makeCompany({seed: 5, sdrs: 4, months: 4})));
  const [header, first, second, ...rest] = readFileSync(csv, "utf8").trim().split("\n");
  const cells = first!.split(",");
  const change = (changes: Record<number, string>) => cells.map((cell, at) => changes[at] ?? cell).join(",");
  const people = readFileSync(join(folder, "canonical/people.csv"), "utf8").split("\n")[1]!.split(",");
  expect(header).toBe("activity_id,account_id,contact_id,opportunity_id,actor_id,channel,direction,occurred_at,outcome,subject");
  appendFileSync(
    csv,
    [
      change({0: ""}),
      change({0: "odd-time", 7: "yesterday"}),
      change({0: "odd-channel", 5: "pigeon"}),
      change({0: "by-address", 4: people.find((cell) => cell.includes("@"))!}),
      change({0: "by-nobody", 4: "nobody-9"}),
      change({0: " Übergröße ", 5: "E-Mail", 9: "„Grüße“ 'quoted'"}),
      // Twice, word for word.
      second!,
      rest.at(-1)!,
      header!,
    ].join("\n") + "\n",
  );
  const db = await openDatabase();
  await db.run(`copy (from read_csv('${csv}', all_varchar = true)) to '${parquet}' (format parquet)`);
  db.close();
});
afterAll(async () => {
  delete process.env.BATON_CLICKHOUSE_PASSWORD;
  await served.close();
  await chdb.close();
  rmSync(folder, {recursive: true, force: true});
});

async function build(config: Config): Promise<Database> {
  const db = await openDatabase();
  await fillWarehouse(db, config);
  return db;
}

/** Exports into raw alone; what the engine read waits on the server. */
async function read(config: Config): Promise<Database> {
  const db = await openDatabase();
  try {
    await fillRaw(db, config, SILENT);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Doubles are the same but for the last of their digits: the engines add in other orders. */
const near = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]: [string, unknown]) => [name, typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value])); // prettier-ignore

const LEDGER =
  "select entity, rows_read, loaded, merged, rejected, set_aside, exported_at from raw.files where entity = 'activities'";
const REJECTS =
  "select column_name, value, regexp_replace(reason, 'lines? [0-9, ]+', 'lines', 'g') as reason, effect from raw.rejects where entity = 'activities' order by all";

it("activities that the engine reads from Parquet make the marts that those of an export make", async () => {
  const here = await build({...configure({files: "canonical/activities.csv"}), engine: "duckdb"});
  asked = [];
  const there = await build(configure({at: "engine", from: `file('${parquet}', Parquet)`, entity: "activities"}));
  // Nothing of them was sent from here.
  expect(asked.filter((sql) => /INSERT INTO `baton`.`raw_activities__aside` SETTINGS/.test(sql))).toEqual([]);
  expect(await there.rows(LEDGER)).toEqual(await here.rows(LEDGER));
  const [ledger] = await there.rows<Record<string, number>>(LEDGER);
  expect(ledger).toMatchObject({merged: 3, rejected: 1, set_aside: 1});
  expect(await there.rows(REJECTS)).toEqual(await here.rows(REJECTS));
  const tables = await here.rows<{name: string}>(
    "select table_name as name from duckdb_tables() where schema_name = 'marts' order by name",
  );
  for (const {name} of tables) {
    const columns = await here.rows<{name: string}>(`select column_name as name from duckdb_columns() where schema_name = 'marts' and table_name = '${name}'`); // prettier-ignore
    const query = `select * exclude (${columns.filter((column) => ["file_id", "line"].includes(column.name)).map((column) => column.name).join(", ") || "none"}) from marts.${name} order by all`; // prettier-ignore
    const ask = (db: Database) => db.rows(query.replace(" exclude (none)", ""));
    expect((await ask(there)).map(near), name).toEqual((await ask(here)).map(near));
  }
  // What briefs show of them came back.
  const touches =
    "select activity_id, contact_id, actor_id, channel, direction, occurred_at, outcome, subject from staging.stg_activities where contact_id in (select contact_id from marts.handoffs) order by all";
  const shown = await here.rows(touches);
  expect(shown.length).toBeGreaterThan(100);
  expect(await there.rows(touches)).toEqual(shown);
  const {data} = await chdb.query(
    "SELECT name FROM system.tables WHERE database = 'baton' AND (startsWith(name, 'source_') OR startsWith(name, 'temp_'))",
  );
  expect(data).toEqual([]);
  here.close();
  there.close();
});

it("a table of the warehouse is mapped by columns, values and conditions as an export is, and its instants are UTC", async () => {
  await chdb.command(`CREATE TABLE crm.touches ENGINE = MergeTree ORDER BY tuple() AS
    SELECT activity_id AS id, account_id, contact_id, opportunity_id, actor_id AS who, toLowCardinality(upper(channel)) AS way, direction,
      parseDateTime64BestEffortOrNull(occurred_at, 6, 'UTC') AS at, outcome, activity_id IS NULL AS is_test FROM file('${parquet}', Parquet) WHERE coalesce(activity_id, '') <> 'activity_id'`);
  const source = {
    entity: "activities",
    columns: {activity_id: "id", actor_id: "who", channel: "way", occurred_at: "at"},
    where: "is_test = '0'",
  };
  const db = await read(configure({at: "engine", from: "crm.touches", ...source}));
  const [there] = await db.rows<Record<string, number>>(LEDGER);
  db.close();
  const plain = await read({...configure({files: "canonical/activities.csv"}), engine: "duckdb"});
  const [here] = await plain.rows<Record<string, number>>(LEDGER);
  plain.close();
  expect(there!.exported_at).toBe(here!.exported_at);
  // The header that stands among the rows is not taken over, and the row without an id is a test.
  expect(there).toMatchObject({
    rows_read: here!.rows_read! - 1,
    loaded: here!.loaded,
    merged: here!.merged,
    rejected: 0,
    set_aside: 1,
  });
});

it("whoever is to be forgotten is named by no row that the engine reads", async () => {
  const {addForgotten, locateForgotten} = await import("../../pipeline/privacy/forgotten.js");
  const config = configure({at: "engine", from: `file('${parquet}', Parquet)`, entity: "activities"});
  const contact = readFileSync(csv, "utf8").split("\n")[1]!.split(",")[2]!;
  expect(contact).not.toBe("");
  addForgotten(config.path, {kind: "prospect", ids: [contact], names: [], records: []}, "2026-11-26");
  try {
    const db = await build(config);
    const texts = await chdb.query("SELECT name, groupArray(column) FROM (SELECT table AS name, name AS column FROM system.columns WHERE database = 'baton' AND type LIKE '%String%') GROUP BY name"); // prettier-ignore
    for (const [table, columns] of texts.data as [string, string[]][]) {
      const where = columns.map((column) => `has([toString(\`${column}\`)], '${contact}')`).join(" OR ");
      expect((await chdb.query(`SELECT count() FROM baton.\`${table}\` WHERE ${where}`)).data, table).toEqual([[0]]);
    }
    expect((await chdb.query("SELECT count(subject) FROM baton.raw_activities")).data).toEqual([[0]]);
    const [held] = await db.rows("select count(*) as n from raw.activities where contact_id = $contact", {contact});
    expect(held).toEqual({n: 0});
    db.close();
  } finally {
    rmSync(locateForgotten(config.path));
  }
});

it("what the engine cannot read is told by name, with what to do", async () => {
  const failing = (source: object) =>
    read(configure({at: "engine", entity: "activities", ...source})).catch((error: Error) => error.message);
  expect(await failing({from: "crm.nowhere"})).toMatch(/crm\.nowhere: the engine cannot read it: .*[\s\S]*sources\[1\]\.from/);
  await chdb.command("CREATE TABLE crm.other (a String, b String) ENGINE = MergeTree ORDER BY tuple()");
  expect(await failing({from: "crm.other", profile: "canonical"})).toMatch(/crm\.other: .*activity_id/s);
  expect(
    await failing({from: "crm.touches", columns: {activity_id: "id"}, sql: {outcome: "list_zip([outcome], [outcome])::text"}}),
  ).toMatch(/crm\.touches: the engine cannot read it as sources\[1\] says/);
});
