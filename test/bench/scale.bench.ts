/**
 * `npm run bench [-- --sdrs 500 --months 36 --sizes 1,10,100 --out DIR --no-shell --no-write]`: everything, at full size, a tenth and a hundredth of it:
 * seconds, CPU seconds, peak memory, the ratio to DuckDB's bare reader on the same files in the same run, bytes, a checksum, and how cost
 * grows. Each step has a process of its own. The tables replace those of docs/performance.md.
 */
import {join} from "node:path";
import {parseArgs} from "node:util";
import {ROOT} from "../../pipeline/workspace.js";
import {describeMachine, replaceTables} from "./report.js";
import {measureShell} from "./scale/shell.js";
import {STEPS, type Measured, type StepName} from "./scale/steps.js";
import {writeReport} from "./scale/table.js";
import {runSizes, sizeOptions} from "./sizes.js";

const {values} = parseArgs({
  allowNegative: true,
  options: {...sizeOptions("100,10,1"), shell: {type: "boolean", default: true}},
});

const OF_PAGES: readonly StepName[] = ["site", "publish"];
const names = (Object.keys(STEPS) as StepName[]).filter((name) => !OF_PAGES.includes(name) || values.shell);
const sizes = runSizes<StepName, Measured>(values, {
  script: join(import.meta.dirname, "scale/steps.ts"),
  names,
  secondsOf: ({seconds}) => seconds,
});
const report = writeReport(sizes, values.shell ? await measureShell() : undefined);
process.stdout.write(`${report}\n`);
if (values.write) replaceTables(join(ROOT, "docs/performance.md"), `Measured on ${describeMachine()}.\n\n${report}`);
