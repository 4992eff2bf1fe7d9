/**
 * `npm run bench:publish [-- HANDOFFS [FOLDER]]`: the trees of 500 SDRs, 60 teams and 250 AEs with so many handoffs behind them (360,000 if
 * left out), made and looked through for leaks as `publish` does it: seconds, CPU seconds, memory, and what all trees take up on disk
 * against RevOps' alone. The company and its datasets are made up and not timed; in FOLDER they stay for the next time.
 */
import {execFileSync} from "node:child_process";
import {existsSync, lstatSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {readConfig} from "../../pipeline/config.js";
import {makeSafeTrees} from "../../pipeline/publish-site.js";
import {cutShell} from "../../pipeline/publish/shell/shell-site.js";
import {formatTable} from "../../pipeline/report.js";
import {locateWorkspace, ROOT} from "../../pipeline/workspace.js";
import {startWatch} from "./watch.js";

const handoffs = process.argv[2] ?? "360000";
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), "baton-bench-publish-"));
const [data, out] = [join(folder, "data"), join(folder, "published")];
try {
  if (!existsSync(data)) {
    const script = fileURLToPath(new URL("make-large.ts", import.meta.url));
    execFileSync(process.execPath, ["--import", "tsx", script, handoffs, folder], {stdio: "inherit", cwd: ROOT});
  }
  rmSync(out, {recursive: true, force: true});
  await run();
} finally {
  if (!process.argv[3]) rmSync(folder, {recursive: true, force: true});
}

async function run(): Promise<void> {
  const workspace = locateWorkspace(join(ROOT, "build"));
  const shells = new Map<string, Promise<{folder: string; files: string[]}>>();
  const steps: object[] = [];
  const took = startWatch();
  let step = startWatch();
  const {trees, files, written} = await makeSafeTrees(readConfig(join(ROOT, "baton.config.yaml")), {
    warehouse: join(folder, "warehouse.duckdb"),
    data,
    out,
    shellOf(kind) {
      const own = join(folder, "shells", kind);
      if (!shells.has(kind)) {
        rmSync(own, {recursive: true, force: true});
        shells.set(kind, cutShell(workspace.shell, own, kind).then((list) => ({folder: own, files: list}))); // prettier-ignore
      }
      return shells.get(kind)!;
    },
    tell: (step, seconds, detail) => void steps.push({step: `  ${step}`, s: round(seconds), "CPU s": null, detail}),
    progress: {
      begin() {},
      end(name, seconds, detail) {
        steps.push({step: name, s: round(seconds), "CPU s": round(step().cpu), detail});
        step = startWatch();
      },
    },
  });
  const {seconds, cpu} = took();
  const all = {step: "all", s: round(seconds), "CPU s": round(cpu)};
  const {maxRSS} = process.resourceUsage();
  console.log(formatTable([...steps, {...all, detail: `${round(maxRSS / 1e6)} GB of memory at most`}]));
  const [whole, together] = [measure(join(out, "revops")), measure(out)];
  const mb = (bytes: number) => Math.round(bytes / 1e6);
  console.log(
    formatTable([
      {
        handoffs,
        trees: trees.length,
        files,
        "of their own": written,
        "RevOps MB": mb(whole),
        "all MB": mb(together),
        ratio: round(together / whole, 100),
      },
    ]),
  );
}

function round(value: number, to = 10): number {
  return Math.round(value * to) / to;
}

/** Bytes on disk, blocks and folders counted, each file once. */
function measure(root: string): number {
  const seen = new Set<number>();
  let bytes = lstatSync(root).blocks * 512;
  for (const entry of readdirSync(root, {recursive: true, withFileTypes: true})) {
    const stat = lstatSync(join(entry.parentPath, entry.name));
    if (seen.has(stat.ino)) continue;
    seen.add(stat.ino);
    bytes += stat.blocks * 512;
  }
  return bytes;
}
