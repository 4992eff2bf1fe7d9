/**
 * `npm run bench:engines [-- --sdrs 500 --months 36 --sizes 100,10 --out DIR --no-write]`: everything from raw to the conclusions on DuckDB and on
 * ClickHouse's own engine as a library, on the same raw tables, one after the other in one run: seconds, CPU seconds and peak memory of each model, and a
 * checksum of all rows of all marts, which must be the same. Each engine has a process of its own. The tables replace those of docs/scaling.md.
 */
import {join} from "node:path";
import {parseArgs} from "node:util";
import {ROOT} from "../../pipeline/workspace.js";
import {STEPS, type Measured, type StepName} from "./engines/steps.js";
import {writeReport} from "./engines/table.js";
import {describeMachine, replaceTables} from "./report.js";
import {runSizes, sizeOptions} from "./sizes.js";

const {values} = parseArgs({allowNegative: true, options: sizeOptions("100,10")});

const sizes = runSizes<StepName, Measured>(values, {
  script: join(import.meta.dirname, "engines/steps.ts"),
  names: Object.keys(STEPS) as StepName[],
  secondsOf: ({parts}) => parts.reduce((sum, {seconds}) => sum + seconds, 0),
});
for (const {sdrs, steps} of sizes) {
  const {duckdb, clickhouse} = steps;
  if (duckdb.checksum !== clickhouse.checksum)
    throw new Error(
      `${sdrs} SDRs: DuckDB's marts have the checksum ${duckdb.checksum}, ClickHouse's ${clickhouse.checksum}\n  → npm run test:engines says which rows differ`,
    );
}
const report = writeReport(sizes);
process.stdout.write(`${report}\n`);
if (values.write) replaceTables(join(ROOT, "docs/scaling.md"), `Measured on ${describeMachine()}.\n\n${report}`);
