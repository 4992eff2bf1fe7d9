import {spawn} from "node:child_process";
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {Dictionary, Field, Int32, Schema, Table, TimestampMillisecond, Utf8, makeData, makeVector, tableToIPC, vectorFromArray, RecordBatch, Struct} from "apache-arrow"; // prettier-ignore
import {expect, onTestFinished, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase, quoteText, type Database} from "../../pipeline/db.js";
import {ingest, inspectFiles} from "../../pipeline/ingest/index.js";
import {lookAtInputs} from "../../pipeline/inputs.js";
import {makeFolder} from "./given-files.js";

const ROWS = `select * from (values
  ('h1', 's1', 'a1', timestamptz '2026-09-01 10:00:00+02', timestamptz '2026-09-08 09:30:00Z', 30.0::double, 'held', 'Contracts roll over'),
  ('h2', 's1', 'a1', timestamptz '2026-09-02 10:00:00Z', timestamptz '2026-09-09 10:00:00Z', null, 'no_show', '')
) as rows(handoff_id, sdr_id, ae_id, booked_at, meeting_at, duration_minutes, meeting_status, pain_primary)`;
const CSV = `handoff_id,sdr_id,ae_id,booked_at,meeting_at,duration_minutes,meeting_status,pain_primary
h1,s1,a1,2026-09-01T08:00:00Z,2026-09-08T09:30:00Z,30,held,Contracts roll over
h2,s1,a1,2026-09-02T10:00:00Z,2026-09-09T10:00:00Z,,no_show,
`;

/** Rows of raw.handoffs, with the place of each in what it came from. */
async function read(folder: string, sources: string) {
  const db = await openDatabase();
  onTestFinished(() => db.close());
  const report = await ingest(
    db,
    parseConfig(`timezone: Europe/Berlin\nsources:\n${sources}`, join(folder, "baton.config.yaml")),
  );
  const rows = await db.rows(
    "select handoff_id, sdr_id, ae_id, booked_at, meeting_at, duration_minutes, meeting_status, pain_primary from raw.handoffs order by handoff_id",
  );
  const places = await db.rows<{line: number}>("select _line::integer as line from raw.handoffs order by handoff_id");
  const left = await db.rows("select database_name from duckdb_databases() where database_name like 'baton_source%'");
  return {report, rows, lines: places.map(({line}) => line), left};
}

async function makeDatabase(path: string, ...sql: string[]): Promise<Database> {
  const db = await openDatabase(path);
  for (const each of sql) await db.run(each);
  return db;
}
const failure = async (promise: Promise<unknown>) => promise.then(() => "nothing failed", (error: Error) => error.message); // prettier-ignore

test("Parquet, a table of a database and Arrow become what the same rows as CSV become, rows in place of lines", async () => {
  const folder = makeFolder({"handoffs.csv": CSV, "arrow/handoffs.arrow": Buffer.from(arrowFile())});
  const db = await makeDatabase(
    join(folder, "warehouse.duckdb"),
    "create schema crm",
    `create table crm.handoffs as ${ROWS}`,
    "create view crm.recent as from crm.handoffs",
    `copy (${ROWS}) to ${quoteText(join(folder, "handoffs.parquet"))} (format parquet)`,
  );
  db.close();
  const csv = await read(folder, "  - files: handoffs.csv");
  expect(csv.rows).toHaveLength(2);
  expect(csv.lines).toEqual([2, 3]);
  for (const source of [
    "  - files: handoffs.parquet",
    "  - {files: warehouse.duckdb, table: crm.handoffs}",
    "  - {files: warehouse.duckdb, table: recent, entity: handoffs}",
    "  - files: arrow/handoffs.arrow",
    "  - files: arrow",
  ]) {
    const found = await read(folder, source);
    expect(found.rows, source).toEqual(csv.rows);
    expect(found.lines, source).toEqual([1, 2]);
    expect(found.left).toEqual([]);
    expect(found.report.files[0]).toMatchObject({rows_read: 2, loaded: 2, merged: 0, rejected: 0, set_aside: 0});
  }
});

test("a bad cell of a table stands in the ledger with its row", async () => {
  const folder = makeFolder({});
  const db = await makeDatabase(
    ":memory:",
    `copy (select * replace (case when handoff_id = 'h2' then 'maybe' else meeting_status end as meeting_status) from (${ROWS})) to ${quoteText(join(folder, "handoffs.parquet"))} (format parquet)`,
  );
  db.close();
  const {report} = await read(folder, "  - files: handoffs.parquet");
  expect(report.rejects.map(({where, what}) => `${where} ${what}`).join()).toMatch(
    /handoffs\.parquet:2 .*meeting_status "maybe" is none of/,
  );
});

test("a folder of partitions is read as one table per partition, with the column that its name tells", async () => {
  const folder = makeFolder({});
  const db = await makeDatabase(
    ":memory:",
    `copy (select * exclude (meeting_status), meeting_status as status, handoff_id as part from (${ROWS})) to ${quoteText(join(folder, "lake"))} (format parquet, partition_by (status, part))`,
  );
  db.close();
  const {rows, report} = await read(folder, "  - files: lake\n    entity: handoffs\n    columns: {meeting_status: status}");
  expect(rows).toMatchObject([
    {handoff_id: "h1", meeting_status: "held"},
    {handoff_id: "h2", meeting_status: "no_show"},
  ]);
  expect(report.files.map(({path}) => path)).toEqual(["lake/status=held", "lake/status=no_show"]);
  const look = () => lookAtInputs(parseConfig("sources: [{files: lake}]", writeConfig(folder))).hashContents();
  const before = look();
  mkdirSync(join(folder, "lake/status=held/part=h3"), {recursive: true});
  writeFileSync(join(folder, "lake/status=held/part=h3/more.parquet"), "x");
  expect(look()).not.toBe(before);
});

test("a table that is not there is told with those that are, and the nearest of them", async () => {
  const folder = makeFolder({});
  const db = await makeDatabase(join(folder, "w.duckdb"), "create schema crm", "create table crm.handoffs as select 1 as a", "create table other as select 1 as a"); // prettier-ignore
  db.close();
  expect(await failure(read(folder, "  - {files: w.duckdb, table: crm.handoff}"))).toBe(
    "w.duckdb: has no table crm.handoff; did you mean crm.handoffs?\n  → it holds crm.handoffs, main.other",
  );
  expect(await failure(read(folder, "  - files: w.duckdb"))).toContain("w.duckdb: holds 2 tables: crm.handoffs, main.other\n  → name one or several under sources[0].table"); // prettier-ignore
});

test("a table without a column that the entity needs is refused like a file without it", async () => {
  const folder = makeFolder({});
  const db = await makeDatabase(
    join(folder, "w.duckdb"),
    `create table handoffs as select * exclude (meeting_at) from (${ROWS})`,
  );
  db.close();
  const message = await failure(read(folder, "  - {files: w.duckdb, table: handoffs, profile: canonical, entity: handoffs}"));
  expect(message).toContain("w.duckdb/handoffs: 1 required column missing");
  expect(message).toContain("meeting_at");
});

test("a database that another process writes to is told as such", async () => {
  const folder = makeFolder({});
  const path = join(folder, "w.duckdb");
  (await makeDatabase(path, `create table handoffs as ${ROWS}`)).close();
  const script = `import {DuckDBInstance} from "@duckdb/node-api"; await DuckDBInstance.create(${JSON.stringify(path)}); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {cwd: join(import.meta.dirname, "../.."), stdio: ["ignore", "pipe", "inherit"]}); // prettier-ignore
  onTestFinished(() => void child.kill());
  await new Promise((done) => child.stdout.once("data", done));
  expect(await failure(read(folder, "  - {files: w.duckdb, table: handoffs}"))).toBe(
    "w.duckdb: is held by another process that writes to it\n  → build when that has ended, or name a copy",
  );
});

test.each([
  ["a.duckdb", "no database at all, but a text of some length, longer than a header", /is no DuckDB database/],
  ["a.parquet", "no Parquet at all, but a text", /is no Parquet file, or was cut short/],
  ["a.arrow", "no Arrow at all, but a text", /is no Arrow file, or was cut short/],
  ["a.duckdb", databaseOfVersion(9999), /written by another version of DuckDB/],
])("%s that is something else is refused with what it is", async (name, content, expected) => {
  const folder = makeFolder({[name]: content});
  expect(await failure(read(folder, `  - files: ${name}`))).toMatch(expected);
});

test("an inspected table says which source to write", async () => {
  const folder = makeFolder({});
  (await makeDatabase(join(folder, "w.duckdb"), `create table handoffs as ${ROWS}`)).close();
  const config = parseConfig("sources: [{files: w.duckdb, table: main.handoffs}]", join(folder, "baton.config.yaml"));
  const text = await inspectFiles([join(folder, "w.duckdb")], config);
  expect(text).toContain("a table with columns of its own, 2 rows");
  expect(text).toContain('  - files: "w.duckdb"\n    table: main.handoffs\n    profile: canonical');
});

function writeConfig(folder: string): string {
  const path = join(folder, "baton.config.yaml");
  writeFileSync(path, "sources: [{files: lake}]\n");
  return path;
}

/** The header of a database file: its checksum, the magic bytes, the version. */
function databaseOfVersion(version: number): Buffer {
  const bytes = Buffer.alloc(3 * 4096);
  bytes.write("DUCK", 8, "latin1");
  bytes.writeBigUInt64LE(BigInt(version), 12);
  let sum = 5381n;
  for (let at = 8; at < 4096; at += 8) sum ^= BigInt.asUintN(64, bytes.readBigUInt64LE(at) * 0xbf58476d1ce4e5b9n);
  bytes.writeBigUInt64LE(sum, 0);
  return bytes;
}

/** The two handoffs with a dictionary, an instant, and a whole number that may be blank. */
function arrowFile(): Uint8Array {
  const text = (values: (string | null)[]) => vectorFromArray(values, new Utf8());
  const times = (values: string[]) => vectorFromArray(values.map((value) => Date.parse(value)), new TimestampMillisecond("UTC")); // prettier-ignore
  const dictionary = makeVector(makeData({type: new Dictionary(new Utf8(), new Int32(), 1), data: Int32Array.of(0, 0), dictionary: text(["s1"]), nullCount: 0})); // prettier-ignore
  const columns = {
    handoff_id: text(["h1", "h2"]),
    sdr_id: dictionary,
    ae_id: text(["a1", "a1"]),
    booked_at: times(["2026-09-01T08:00:00Z", "2026-09-02T10:00:00Z"]),
    meeting_at: times(["2026-09-08T09:30:00Z", "2026-09-09T10:00:00Z"]),
    duration_minutes: vectorFromArray([30, null], new Int32()),
    meeting_status: text(["held", "no_show"]),
    pain_primary: text(["Contracts roll over", ""]),
  };
  const schema = new Schema(Object.entries(columns).map(([name, vector]) => new Field(name, vector.type, true)));
  const children = Object.values(columns).map((vector) => vector.data[0]!);
  const batch = new RecordBatch(schema, makeData({type: new Struct(schema.fields), length: 2, nullCount: 0, children}));
  return tableToIPC(new Table(schema, [batch]), "file");
}
