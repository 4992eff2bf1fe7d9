/**
 * `npm run bench:engines [-- --sdrs 500 --months 36 --sizes 100,10 --out DIR --no-write]`: everything from raw to the conclusions on DuckDB and on
 * ClickHouse's own engine as a library, on the same raw tables, one after the other in one run: seconds, CPU seconds and peak memory of each model, and a
 * checksum of all rows of all marts, which must be the same. Each engine has a process of its own. The tables replace those of docs/scaling.md.
 */
import {spawnSync} from "node:child_process";
import {mkdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {ROOT} from "../../pipeline/workspace.js";
import {STEPS, type Measured, type StepName} from "./engines/steps.js";
import {writeReport, type SizeResult} from "./engines/table.js";
import {describeMachine, replaceTables} from "./report.js";

const {values} = parseArgs({
  allowNegative: true,
  options: {
    sdrs: {type: "string", default: "500"},
    months: {type: "string", default: "36"},
    sizes: {type: "string", default: "100,10"},
    out: {type: "string", default: join(ROOT, "build/bench")},
    write: {type: "boolean", default: true},
  },
});

const months = Number(values.months);
const sizes: SizeResult[] = [];
for (const part of values.sizes.split(",").map(Number)) {
  const sdrs = Math.max(2, Math.round(Number(values.sdrs) / part));
  const folder = join(resolve(values.out), `${sdrs}x${months}`);
  mkdirSync(folder, {recursive: true});
  const steps: Partial<Record<StepName, Measured>> = {};
  for (const name of Object.keys(STEPS) as StepName[]) {
    steps[name] = run(name, folder, sdrs);
    process.stderr.write(
      `${sdrs} SDRs: ${name} ${steps[name].parts.reduce((sum, {seconds}) => sum + seconds, 0).toFixed(1)} s\n`,
    );
  }
  const {duckdb, clickhouse} = steps as Record<StepName, Measured>;
  if (duckdb.checksum !== clickhouse.checksum)
    throw new Error(
      `${sdrs} SDRs: DuckDB's marts have the checksum ${duckdb.checksum}, ClickHouse's ${clickhouse.checksum}\n  → npm run test:engines says which rows differ`,
    );
  sizes.push({sdrs, months, steps: steps as Record<StepName, Measured>});
}
const report = writeReport(sizes);
process.stdout.write(`${report}\n`);
if (values.write) replaceTables(join(ROOT, "docs/scaling.md"), `Measured on ${describeMachine()}.\n\n${report}`);

function run(name: StepName, folder: string, sdrs: number): Measured {
  const script = join(import.meta.dirname, "engines/steps.ts");
  const result = spawnSync(process.execPath, [...process.execArgv, script, name, folder, String(sdrs), String(months)], {encoding: "utf8", cwd: ROOT, maxBuffer: 1e8}); // prettier-ignore
  if (result.status !== 0) throw new Error(`${name}: ${result.stderr}`);
  return JSON.parse(result.stdout.slice(result.stdout.lastIndexOf("\n"))) as Measured;
}
