/**
 * `npm run bench:sample`: the sample company's build, and ingest beside DuckDB's own bare reader on the same files in the same run.
 * Ratios within a run are what counts; single times depend on the machine.
 */
import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {readConfig} from "../../pipeline/config.js";
import {buildData} from "../../pipeline/build.js";
import {openDatabase, quoteText} from "../../pipeline/db.js";
import {formatTable, sumLedger} from "../../pipeline/report.js";
import {listExports} from "../../pipeline/inputs.js";
import {locateWorkspace, ROOT} from "../../pipeline/workspace.js";

const RUNS = 5;
const config = readConfig(process.argv[2] ?? join(ROOT, "baton.config.yaml"));
const exports = listExports(config);

const steps: Record<string, number[]> = {};
let rows = 0;
for (let run = 0; run < RUNS; run++) {
  record("bare read_csv, all text, into tables", await timeBareScan());
  rows = await buildOnce();
}
for (const shell of ["cold", "warm"])
  record(`whole npm run build, process and all, shell ${shell}`, timeWholeBuild(shell === "warm"));

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const bare = median(steps["bare read_csv, all text, into tables"]!);
const table = Object.entries(steps).map(([step, seconds]) => ({
  step,
  runs: seconds.length,
  "median s": Number(median(seconds).toFixed(3)),
  "rows per s": /ingest$|read_csv/.test(step) ? Math.round(rows / median(seconds)) : null,
  "× bare": Number((median(seconds) / bare).toFixed(2)),
}));
console.log(`${rows.toLocaleString("en")} rows of ${exports.length} files\n\n${formatTable(table)}`);

/** The data part from nothing, on disk as every build: exports to checked marts, and with the datasets put into place. */
async function buildOnce(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "baton-bench-"));
  const start = performance.now();
  const since = () => (performance.now() - start) / 1000;
  let marts = 0;
  const end = (step: string, seconds: number) => {
    record(`data part: ${step}`, seconds);
    if (step !== "datasets") marts = since();
  };
  try {
    const {report} = await buildData(config, locateWorkspace(folder), {progress: {begin() {}, end}});
    record("data part: exports to checked marts", marts);
    record("data part and datasets, put into place", since());
    return sumLedger(report!.files).rows_read;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function record(step: string, seconds: number): void {
  (steps[step] ??= []).push(seconds);
}

async function timeBareScan(): Promise<number> {
  const db = await openDatabase();
  const start = performance.now();
  for (const [index, path] of exports.entries()) {
    await db.run(
      `create table t${index} as select * from read_csv(${quoteText(path)}, all_varchar = true, header = true, quote = '"', escape = '"', delim = ',', strict_mode = false, null_padding = true)`,
    );
  }
  const seconds = (performance.now() - start) / 1000;
  db.close();
  return seconds;
}

function timeWholeBuild(isWarm: boolean): number {
  const folder = mkdtempSync(join(tmpdir(), "baton-bench-"));
  try {
    const build = () => {
      const start = performance.now();
      const result = spawnSync("npm", ["run", "build", "--", "--build-dir", folder, "--config", config.path], {
        cwd: ROOT,
        encoding: "utf8",
      });
      if (result.status !== 0) throw new Error(result.stderr);
      return (performance.now() - start) / 1000;
    };
    const first = build();
    return isWarm ? build() : first;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
