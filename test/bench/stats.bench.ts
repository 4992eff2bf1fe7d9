/**
 * `npm run bench:stats`: how long all that the inference room does takes for 500 SDRs, 250 AEs and 400,000 handoffs over two years, and
 * the memory it needs at most. What SQL adds up, hands over and takes back is told apart from the mathematics. CPU seconds are of all
 * threads, for machines with other work.
 */
import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {infer} from "../../pipeline/inference/index.js";
import {formatTable} from "../../pipeline/report.js";
import {openNewWarehouse} from "../../pipeline/warehouse.js";
import {CONFIG, makeLargeCompany, SIZE} from "./large-company.js";

/**
 * lme4 1.1-31 under R 4.2.2, `lmer(y ~ 1 + (1 | sdr) + (1 | ae))` with default settings on 400,000 such ratings: CPU seconds (user and
 * system) of one run on 2 cores with other work beside it, taken once by `test/stats/r/time-lme4.R`. Estimates alone: lme4 gives no limits
 * of μ + SDR. What is timed here is that model once for all time, once for the last 90 days and once for each quarter, with limits.
 */
const LME4_CPU_SECONDS = 15.5;

const [way, path] = process.argv.slice(2);
if (way === "make") await make(path!);
else await measure();

/** In a process of its own, so that its memory does not count. */
async function make(path: string): Promise<void> {
  const db = await openNewWarehouse(path, Infinity);
  await makeLargeCompany(db);
  db.close();
}

interface Used {
  s: number;
  cpu: number;
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "baton-bench-"));
  const warehouse = join(folder, "large.duckdb");
  try {
    const made = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, "make", warehouse], {encoding: "utf8"});
    if (made.status !== 0) throw new Error(made.stderr);
    const db = await openDatabase(warehouse);
    // DuckDB keeps what it has read for as long as there is memory for it; this much is enough.
    await db.run("set memory_limit = '500MB'");
    const inSql = watchSql(db);
    const parts: {part: string; whole: Used; sql: Used}[] = [];
    const summary = await infer(db, CONFIG, async (part, act) => {
      const before = {...inSql};
      const whole = await use(act);
      parts.push({part, whole, sql: {s: inSql.s - before.s, cpu: inSql.cpu - before.cpu}});
    });
    db.close();
    print(parts, summary);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
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
  // Rows that go back are put into columns between an appender's making and its end.
  const {connection} = db;
  const createAppender = connection.createAppender.bind(connection);
  connection.createAppender = async (...names) => {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const appender = await createAppender(...names);
    const closeSync = appender.closeSync.bind(appender);
    appender.closeSync = () => {
      closeSync();
      const {user, system} = process.cpuUsage(cpu);
      used.s += (performance.now() - start) / 1000;
      used.cpu += (user + system) / 1e6;
    };
    return appender;
  };
  return used;
}

async function use(act: () => Promise<void>): Promise<Used> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await act();
  const {user, system} = process.cpuUsage(cpu);
  return {s: (performance.now() - start) / 1000, cpu: (user + system) / 1e6};
}

function print(parts: {part: string; whole: Used; sql: Used}[], summary: string): void {
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
  console.log(`${SIZE.sdrs} SDRs, ${SIZE.aes} AEs, ${SIZE.handoffs.toLocaleString("en")} handoffs, ${SIZE.leads.toLocaleString("en")} leads, ${SIZE.months} months: ${summary}\n`); // prettier-ignore
  console.log(formatTable([...rows, lme4]));
  console.log(`at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
