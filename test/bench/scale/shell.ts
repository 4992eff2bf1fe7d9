/** Seconds of the site's pages without data, and of as many near-empty pages made by the same framework on the same machine. */
import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {buildShell, makeFrameworkArguments, makeFrameworkEnvironment} from "../../../pipeline/publish/shell/shell.js";
import {answerOffline} from "../../../pipeline/publish/shell/shell-vendor.js";
import {quantile} from "../../../pipeline/stats/quantile.js";
import {ROOT} from "../../../pipeline/workspace.js";
import type {ShellResult} from "./table.js";

/** Times that each is made, one after the other in turns: what went before has left the disk busy and node_modules out of memory. */
const ROUNDS = 3;

/** The median of each. */
export async function measureShell(): Promise<ShellResult> {
  const folder = mkdtempSync(join(tmpdir(), "baton-bench-shell-"));
  const rounds: ShellResult[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const out = join(folder, `shell-${round}`);
      const {seconds} = await buildShell({root: ROOT, out});
      const pages = readdirSync(out, {recursive: true}).filter((name) => String(name).endsWith(".html")).length;
      rounds.push({shell: seconds, empty: await buildEmpty(join(folder, `empty-${round}`), pages), pages});
    }
    const median = (key: "shell" | "empty") =>
      quantile(
        rounds.map((round) => round[key]).sort((a, b) => a - b),
        0.5,
      );
    return {shell: median("shell"), empty: median("empty"), pages: rounds[0]!.pages};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function buildEmpty(root: string, pages: number): Promise<number> {
  mkdirSync(join(root, "src"), {recursive: true});
  for (let page = 0; page < pages; page++)
    writeFileSync(join(root, "src", `${page === 0 ? "index" : `page-${page}`}.md`), `# Page ${page}\n\n\`\`\`js\ndisplay(${page});\n\`\`\`\n`); // prettier-ignore
  writeFileSync(join(root, "package.json"), '{"type": "module"}\n');
  writeFileSync(join(root, "observablehq.config.js"), 'export default {title: "Empty", root: "src", globalStylesheets: []};\n');
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "dir");
  const start = performance.now();
  // Offline, like the shell's own build.
  await answerOffline(join(root, "src"));
  const result = spawnSync(process.execPath, makeFrameworkArguments(ROOT, "build"), {cwd: root, env: makeFrameworkEnvironment(), encoding: "utf8"}); // prettier-ignore
  if (result.status !== 0) throw new Error(result.stdout + result.stderr);
  return (performance.now() - start) / 1000;
}
