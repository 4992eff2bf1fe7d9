/**
 * `npm run bench [-- --sdrs 500 --months 36 --sizes 1,10,100 --out DIR --no-shell --no-write]`: everything, at full size, a tenth and a hundredth of it:
 * seconds, CPU seconds, peak memory, the ratio to DuckDB's bare reader on the same files in the same run, bytes, a checksum, and how cost
 * grows. Each step has a process of its own. The tables replace those of docs/performance.md.
 */
import {spawnSync} from "node:child_process";
import {mkdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {ROOT} from "../../pipeline/workspace.js";
import {describeMachine, replaceTables} from "./report.js";
import {measureShell} from "./scale/shell.js";
import {STEPS, type Measured, type StepName} from "./scale/steps.js";
import {writeReport, type SizeResult} from "./scale/table.js";

const {values} = parseArgs({
  allowNegative: true,
  options: {
    sdrs: {type: "string", default: "500"},
    months: {type: "string", default: "36"},
    sizes: {type: "string", default: "100,10,1"},
    out: {type: "string", default: join(ROOT, "build/bench")},
    shell: {type: "boolean", default: true},
    write: {type: "boolean", default: true},
  },
});

const PAGE = join(ROOT, "docs/performance.md");
const months = Number(values.months);
const sizes: SizeResult[] = [];
for (const part of values.sizes.split(",").map(Number)) {
  const sdrs = Math.max(2, Math.round(Number(values.sdrs) / part));
  const folder = join(resolve(values.out), `${sdrs}x${months}`);
  mkdirSync(folder, {recursive: true});
  const steps: Partial<Record<StepName, Measured>> = {};
  for (const name of Object.keys(STEPS) as StepName[]) {
    if (name === "site" && !values.shell) continue;
    steps[name] = run(name, folder, sdrs);
    process.stderr.write(`${sdrs} SDRs: ${name} ${steps[name].seconds.toFixed(1)} s\n`);
  }
  sizes.push({sdrs, months, steps});
}
const report = writeReport(sizes, values.shell ? await measureShell() : undefined);
process.stdout.write(`${report}\n`);
if (values.write) replaceTables(PAGE, `Measured on ${describeMachine()}.\n\n${report}`);

function run(name: StepName, folder: string, sdrs: number): Measured {
  const script = join(import.meta.dirname, "scale/steps.ts");
  const result = spawnSync(process.execPath, [...process.execArgv, script, name, folder, String(sdrs), String(months)], {encoding: "utf8", cwd: ROOT}); // prettier-ignore
  if (result.status !== 0) throw new Error(`${name}: ${result.stderr}`);
  return JSON.parse(result.stdout.slice(result.stdout.lastIndexOf("\n"))) as Measured;
}
