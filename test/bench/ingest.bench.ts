/**
 * Measures how fast exports are read: `npm run bench:ingest [-- ROWS]`, ten million rows of activities if left out; ROUNDS=1 for a quick one. Each way runs in a
 * process of its own, which tells its peak memory: DuckDB's bare read_csv of the file into a table, all text; the same file all the
 * way into raw.activities; and a file that only the careful reader takes (Windows-1252), all the way too.
 */
import {spawnSync} from "node:child_process";
import {createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase, quoteText} from "../../pipeline/db.js";
import {ingest} from "../../pipeline/ingest/index.js";
import {formatTable} from "../../pipeline/report.js";
import {openNewWarehouse} from "../../pipeline/warehouse.js";
import {startWatch} from "./watch.js";

const COLUMNS = "activity_id account_id contact_id opportunity_id actor_id channel direction occurred_at outcome subject".split(
  " ",
);
const WAYS = ["bare", "clean", "careful"] as const;
type Way = (typeof WAYS)[number];
interface Run {
  way: Way;
  rows: number;
  bytes: number;
  seconds: number;
  /** Of all threads. */
  cpu: number;
  megabytes: number;
  checksum: string;
}

const ROUNDS = Number(process.env["ROUNDS"] ?? 3);
const [first = "10000000", way, folder] = process.argv.slice(2);
if (way && folder) console.log(JSON.stringify(await measure(way as Way, folder)));
else await compare(Number(first));

async function compare(rows: number): Promise<void> {
  if (!Number.isInteger(rows) || rows < 1) throw new Error(`${first} is no number of rows`);
  const place = mkdtempSync(join(tmpdir(), "baton-bench-"));
  try {
    await generate(rows, place);
    // The files have just been written, so they are in the system's cache for all ways alike. On a machine with other work the best
    // of several rounds says most; the ways take turns, so that all of them meet the same.
    const rounds = Array.from({length: ROUNDS}, () => WAYS.map((name) => runAlone(name, place)));
    const runs = WAYS.map((_, index) => rounds.map((round) => round[index]!).sort((a, b) => a.seconds - b.seconds)[0]!);
    const bare = runs[0]!;
    const table = runs.map(({way, rows, bytes, seconds, cpu, megabytes, checksum}) => ({
      way,
      rows,
      bytes,
      seconds: Number(seconds.toFixed(2)),
      "MB per s": Number((bytes / 1e6 / seconds).toFixed(1)),
      "× bare": Number((seconds / bare.seconds).toFixed(2)),
      "CPU s": Number(cpu.toFixed(2)),
      "CPU × bare": Number((cpu / bare.cpu).toFixed(2)),
      "peak MB": Math.round(megabytes),
      checksum,
    }));
    console.log(formatTable(table));
    if (new Set(runs.map(({checksum}) => checksum)).size > 1) throw new Error("the ways do not load the same");
  } finally {
    rmSync(place, {recursive: true, force: true});
  }
}

function runAlone(way: Way, place: string): Run {
  const result = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, "1", way, place], {encoding: "utf8"});
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as Run;
}

async function measure(way: Way, place: string): Promise<Run> {
  const path = join(place, way === "careful" ? "careful.csv" : "clean.csv");
  const warehouse = join(place, `${way}.duckdb`);
  if (existsSync(warehouse)) rmSync(warehouse);
  const db = way === "bare" ? await openDatabase(warehouse) : await openNewWarehouse(warehouse, statSync(path).size);
  const took = startWatch();
  if (way === "bare") {
    await db.run(
      `create table activities as select * from read_csv(${quoteText(path)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`,
    );
  } else await ingest(db, parseConfig(`sources:\n  - files: ${path}\n`, join(place, "baton.config.yaml")));
  const {seconds, cpu} = took();
  const megabytes = process.resourceUsage().maxRSS / 1024;
  // What was loaded, the order of rows aside; the time is written in the one form by both.
  const time = way === "bare" ? "replace(replace(occurred_at, 'T', ' '), 'Z', '')" : "occurred_at";
  const cells = COLUMNS.map((name) => (name === "occurred_at" ? time : name)).map((sql) => `coalesce(${sql}, '')`);
  const table = way === "bare" ? "activities" : "raw.activities";
  const [found] = await db.rows<{rows: number; checksum: string}>(
    `select count(*) as rows, to_hex(bit_xor(hash(concat_ws(chr(31), ${cells.join(", ")})))) as checksum from ${table}`,
  );
  db.close();
  rmSync(warehouse);
  return {
    way,
    rows: found!.rows,
    bytes: statSync(path).size,
    seconds,
    cpu,
    megabytes,
    checksum: found!.checksum,
  };
}

/** Activities as a CRM exports them; the second file is the same but for its encoding, which needs the careful reader. */
async function generate(rows: number, place: string): Promise<void> {
  const db = await openDatabase();
  await db.run(`copy (
    select 'act-' || i as activity_id, 'acc-' || (i % 50000) as account_id, 'con-' || (i % 200000) as contact_id,
      case when i % 3 = 0 then 'opp-' || (i % 30000) end as opportunity_id, 'sdr-' || (i % 100) as actor_id,
      ['email', 'call', 'linkedin', 'meeting'][1 + i % 4] as channel, ['out', 'out', 'in'][1 + i % 3] as direction,
      strftime(timestamp '2024-01-01' + to_seconds(i * 6), '%Y-%m-%dT%H:%M:%SZ') as occurred_at,
      ['connected', 'no answer', 'replied', 'bounced, twice'][1 + i % 4] as outcome,
      'Follow up on proposal no. ' || (hash(i) % 100000) || case when i % 5 = 0 then ' für Zoë' else '' end as subject
    from range(${rows}) as numbers(i)) to ${quoteText(join(place, "clean.csv"))} (header)`);
  db.close();
  const decoder = new TextDecoder();
  const recode = new Transform({
    transform(chunk: Buffer, _, done) {
      done(null, Buffer.from(decoder.decode(chunk, {stream: true}), "latin1"));
    },
  });
  await pipeline(createReadStream(join(place, "clean.csv")), recode, createWriteStream(join(place, "careful.csv")));
}
