/**
 * `npm run bench:stats`: how long all that the inference room does takes for 500 SDRs, 250 AEs and 400,000 handoffs over two years, and
 * the memory it needs at most: as a build does it, one part beside the other, and then part by part, SQL apart from the mathematics.
 * Each of the two runs in a process of its own. CPU seconds are of all threads, for machines with other work; the share in which the cores
 * had nothing to do is of the machine. Months and quarters of people are no part of a build: they are worked out for who asks, and timed apart.
 */
import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {cpus, tmpdir} from "node:os";
import {join} from "node:path";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {infer} from "../../pipeline/inference/index.js";
import {readQuarterScores} from "../../pipeline/inference/scores.js";
import {readShrunk} from "../../pipeline/inference/shrunk-rows.js";
import {ROOM, withLittleMemory} from "../../pipeline/memory.js";
import {formatTable} from "../../pipeline/report.js";
import {openNewWarehouse} from "../../pipeline/warehouse.js";
import {CONFIG, makeLargeCompany, SIZE} from "./large-company.js";
import {startWatch} from "./watch.js";

/**
 * lme4 1.1-31 under R 4.2.2, `lmer(y ~ 1 + (1 | sdr) + (1 | ae))` with default settings on 400,000 such ratings: CPU seconds (user and
 * system) of one run on 2 cores with other work beside it, taken once by `test/stats/r/time-lme4.R`. Estimates alone: lme4 gives no limits
 * of μ + SDR. What is timed here is that model once for all time and once for the last 90 days, with limits, and each quarter when asked for.
 */
const LME4_CPU_SECONDS = 15.5;

const [way, path] = process.argv.slice(2);
if (way === "make") await make(path!);
else if (way === "whole") await measureWhole(path!);
else if (way === "parts") await measureParts(path!);
else if (way === "asked") await measureAsked(path!);
else measure();

/** Everything in processes of their own, so that what one has in memory does not count for another. */
function measure(): void {
  const folder = mkdtempSync(join(tmpdir(), "baton-bench-"));
  const warehouse = join(folder, "large.duckdb");
  try {
    for (const part of ["make", "whole", "parts", "asked"]) {
      const made = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, part, warehouse], {encoding: "utf8"});
      if (made.status !== 0) throw new Error(made.stderr);
      process.stdout.write(made.stdout);
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function make(path: string): Promise<void> {
  const db = await openNewWarehouse(path, Infinity);
  await makeLargeCompany(db);
  db.close();
}

interface Used {
  s: number;
  cpu: number;
}

/** As a build does it. */
async function measureWhole(path: string): Promise<void> {
  const db = await openDatabase(path);
  let summary = "";
  const before = countTicks();
  const {s, cpu} = await use(async () => {
    summary = await withLittleMemory(db, ROOM.marts, () => infer(db, CONFIG));
  });
  const after = countTicks();
  const idle = (after.idle - before.idle) / (after.all - before.all);
  db.close();
  console.log(`${SIZE.sdrs} SDRs, ${SIZE.aes} AEs, ${SIZE.handoffs.toLocaleString("en")} handoffs, ${SIZE.leads.toLocaleString("en")} leads, ${SIZE.months} months: ${summary}`); // prettier-ignore
  console.log(
    `all of it, as a build does it: ${s.toFixed(2)} s, ${cpu.toFixed(2)} CPU s, cores idle for ${(100 * idle).toFixed(0)} %, at most ${peak()} MB\n`,
  );
}

/** Milliseconds of all cores since the machine started, and those of them in which they had nothing to do. */
function countTicks(): {idle: number; all: number} {
  const times = cpus().map(({times}) => times);
  return {
    idle: times.reduce((sum, {idle}) => sum + idle, 0),
    all: times.reduce((sum, {user, nice, sys, idle, irq}) => sum + user + nice + sys + idle + irq, 0),
  };
}

async function measureParts(path: string): Promise<void> {
  const db = await openDatabase(path);
  const inSql = watchSql(db);
  const parts: {part: string; whole: Used; sql: Used}[] = [];
  await withLittleMemory(db, ROOM.marts, () =>
    infer(db, CONFIG, async (part, act) => {
      const before = {...inSql};
      const whole = await use(act);
      parts.push({part, whole, sql: {s: inSql.s - before.s, cpu: inSql.cpu - before.cpu}});
    }),
  );
  db.close();
  print(parts);
}

/** What `metrics --format json` waits for beside the rows that are there: every rate of every person in every month and quarter. */
async function measureAsked(path: string): Promise<void> {
  const db = await openDatabase(path, {readOnly: true});
  let [rates, scores] = [0, 0];
  const {s, cpu} = await use(async () => {
    rates = (await readShrunk(db, CONFIG, {})).length;
    scores = (await readQuarterScores(db, CONFIG)).length;
  });
  db.close();
  console.log(
    `asked for, ${rates.toLocaleString("en")} rates, those of months and quarters worked out, and ${scores.toLocaleString("en")} adjusted scores of quarters: ${s.toFixed(2)} s, ${cpu.toFixed(2)} CPU s, at most ${peak()} MB`,
  );
}

function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** What statements, reads and appended tables use from now on. */
function watchSql(db: Database): Used {
  const used: Used = {s: 0, cpu: 0};
  const watched =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      let result: R | undefined;
      const {s, cpu} = await use(async () => void (result = await act(...args)));
      used.s += s;
      used.cpu += cpu;
      return result as R;
    };
  db.run = watched(db.run);
  db.rows = watched(db.rows) as Database["rows"];
  db.columns = watched(db.columns) as Database["columns"];
  // Rows that go back are put into columns between an appender's making and its end.
  const {connection} = db;
  const createAppender = connection.createAppender.bind(connection);
  connection.createAppender = async (...names) => {
    const took = startWatch();
    const appender = await createAppender(...names);
    const closeSync = appender.closeSync.bind(appender);
    appender.closeSync = () => {
      closeSync();
      const {seconds, cpu} = took();
      used.s += seconds;
      used.cpu += cpu;
    };
    return appender;
  };
  return used;
}

async function use(act: () => Promise<void>): Promise<Used> {
  const took = startWatch();
  await act();
  const {seconds, cpu} = took();
  return {s: seconds, cpu};
}

function print(parts: {part: string; whole: Used; sql: Used}[]): void {
  const add = (pick: (part: (typeof parts)[number]) => number) => parts.reduce((sum, part) => sum + pick(part), 0);
  const both = (of: "s" | "cpu") => ({whole: add(({whole}) => whole[of]), sql: add(({sql}) => sql[of])});
  const [s, cpu] = [both("s"), both("cpu")];
  const all = {part: "all", whole: {s: s.whole, cpu: cpu.whole}, sql: {s: s.sql, cpu: cpu.sql}};
  const rows = [...parts, all].map(({part, whole, sql}) => ({
    part,
    "SQL s": sql.s.toFixed(2),
    "SQL CPU s": sql.cpu.toFixed(2),
    "mathematics s": (whole.s - sql.s).toFixed(2),
    "mathematics CPU s": (whole.cpu - sql.cpu).toFixed(2),
  }));
  const lme4 = {part: "lme4, estimates of one such model (taken once)", "SQL s": "", "SQL CPU s": "", "mathematics s": "", "mathematics CPU s": LME4_CPU_SECONDS.toFixed(2)}; // prettier-ignore
  console.log(formatTable([...rows, lme4]));
}
