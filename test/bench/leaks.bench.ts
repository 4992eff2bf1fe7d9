/**
 * `npm run bench:leaks [-- HANDOFFS]`: how long the leak test takes over the trees of 500 SDRs, 60 teams and 250 AEs with so many handoffs
 * (180,000 if left out, which is more than 1 GB of files; each is linked into up to five trees), step by step, and megabytes per second.
 */
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openDatabase} from "../../pipeline/db.js";
import {findLeaks, formatLeaks} from "../../pipeline/leaks/index.js";
import {formatTable} from "../../pipeline/report.js";
import {makeLargeExports, makeLargeTrees} from "./large-trees.js";

const HANDOFFS = Number(process.argv[2] ?? 180_000);
const root = mkdtempSync(join(tmpdir(), "baton-leaks-bench-"));
try {
  const db = await openDatabase(join(root, "warehouse.duckdb"));
  await db.run("set memory_limit = '4GB'");
  await makeLargeExports(db, HANDOFFS);
  const {trees, bytes, files} = await makeLargeTrees(db, join(root, "trees"));
  console.log(
    `${HANDOFFS.toLocaleString("en")} handoffs, ${trees.length} trees, ${files.toLocaleString("en")} files of ${(bytes / 1e6).toFixed(0)} MB\n`,
  );
  const rows: Record<string, string | number>[] = [];
  let cpu = process.cpuUsage();
  const [start, first] = [performance.now(), cpu];
  const leaks = await findLeaks(db, trees, {}, (step, seconds, detail) => {
    const used = process.cpuUsage(cpu);
    cpu = process.cpuUsage();
    rows.push({step, s: seconds.toFixed(1), "CPU s": ((used.user + used.system) / 1e6).toFixed(1), "MB per s": step === "read" ? (bytes / 1e6 / seconds).toFixed(0) : "", detail}); // prettier-ignore
  });
  const used = process.cpuUsage(first);
  rows.push({step: "all", s: ((performance.now() - start) / 1000).toFixed(1), "CPU s": ((used.user + used.system) / 1e6).toFixed(1), "MB per s": "", detail: `${leaks.length} findings, ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB of memory`}); // prettier-ignore
  console.log(formatTable(rows));
  if (leaks.length > 0) console.log(formatLeaks(leaks, 5));
  db.close();
} finally {
  rmSync(root, {recursive: true, force: true});
}
