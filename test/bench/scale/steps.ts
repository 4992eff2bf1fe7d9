/** What the scale bench measures, one step per process: so each has a peak memory of its own. */
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {buildData, buildSite} from "../../../pipeline/build.js";
import {readConfig} from "../../../pipeline/config.js";
import {openDatabase, quoteText} from "../../../pipeline/db.js";
import {listExports} from "../../../pipeline/inputs.js";
import {publishSite} from "../../../pipeline/publish-site.js";
import {sumLedger} from "../../../pipeline/report.js";
import {locateWorkspace} from "../../../pipeline/workspace.js";
import {startWatch, type Spent} from "../watch.js";
import {FOLDERS, generate} from "../workload/generate.js";

/** Of a step: the time that it takes, without what it is weighed for, peak memory, and what it tells beside. */
export interface Measured extends Spent {
  /** Peak of the process, MB. */
  megabytes: number;
  rows?: number;
  bytes?: number;
  files?: number;
  checksum?: string;
  /** The parts of a build, in their order. */
  parts?: Part[];
}
export interface Part extends Spent {
  name: string;
}

const place = (folder: string) => locateWorkspace(join(folder, "build"));
const config = (folder: string) => readConfig(join(folder, "baton.config.yaml"));

/** The steps, in the order in which they are made; each finds what those before it left in `folder`. */
export const STEPS = {
  async generate(folder: string, sdrs: number, months: number) {
    const {bytes, handoffs} = await generate({sdrs, months, seed: 1, out: folder});
    return {bytes, rows: handoffs};
  },

  /** DuckDB's own reader on the same files, into tables all text, in a file. */
  async bare(folder: string) {
    const path = join(folder, "bare.duckdb");
    rmSync(path, {force: true});
    const db = await openDatabase(path);
    const hashes: string[] = [];
    let rows = 0;
    for (const [index, file] of listExports(config(folder)).entries()) {
      await db.run(
        `create table t${index} as select * from read_csv(${quoteText(file)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`,
      );
      const [found] = await db.rows<{n: number}>(`select count(*) as n from t${index}`);
      rows += found!.n;
      hashes.push(String(found!.n));
    }
    db.close();
    const bytes = statSync(path).size;
    rmSync(path);
    return {rows, bytes, checksum: shorten(hashes.join(" "))};
  },

  /** From nothing: exports to checked marts, metrics and conclusions, and the datasets. */
  async full(folder: string) {
    rmSync(join(folder, "build"), {recursive: true, force: true});
    return build(folder);
  },

  async unchanged(folder: string) {
    return build(folder);
  },

  /** The exports of one more day lie beside the first. */
  async day(folder: string) {
    const [from, to] = [join(folder, FOLDERS.day), join(folder, FOLDERS.day.replace("next", "exports"))];
    if (existsSync(from)) renameSync(from, to);
    return build(folder);
  },

  /** Shell and data put together: what is served. */
  async site(folder: string) {
    const took = startWatch();
    const {site} = await buildSite(config(folder), place(folder));
    const time = took();
    const {bytes, files} = weigh(site);
    return {...time, bytes, files};
  },

  /** A tree per audience, and the test that none holds what its readers may not see. */
  async publish(folder) {
    const {treeFiles} = await publishSite(config(folder), place(folder), {out: join(folder, "published")});
    return {files: treeFiles};
  },
} satisfies Record<string, (folder: string, sdrs: number, months: number) => Promise<Partial<Measured>>>;
export type StepName = keyof typeof STEPS;

async function build(folder: string): Promise<Partial<Measured>> {
  const workspace = place(folder);
  const before = weigh(workspace.data);
  const parts: Part[] = [];
  const took = startWatch();
  let part = startWatch();
  // What a step does before it says that it begins, or beside the one before, counts too: the parts are the whole.
  const end = (name: string) => {
    parts.push({name, ...part()});
    part = startWatch();
  };
  const {report} = await buildData(config(folder), workspace, {progress: {begin() {}, end}});
  const time = took();
  const after = weigh(workspace.data);
  const written = [...after.inodes].filter((inode) => !before.inodes.has(inode)).length;
  const manifest = JSON.parse(readFileSync(join(workspace.data, "manifest.json"), "utf8")) as {version: string};
  const rows = report && sumLedger(report.files).rows_read;
  return {...time, parts, rows, files: written, bytes: after.bytes, checksum: manifest.version};
}

/** Bytes, number and inodes of all files below. */
function weigh(folder: string): {bytes: number; files: number; inodes: Set<number>} {
  const inodes = new Set<number>();
  let [bytes, files] = [0, 0];
  if (!existsSync(folder)) return {bytes, files, inodes};
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const stat = statSync(join(entry.parentPath, entry.name));
    inodes.add(stat.ino);
    bytes += stat.size;
    files++;
  }
  return {bytes, files, inodes};
}

const shorten = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Runs one step in this process and says what it took. */
export async function measure(name: StepName, folder: string, sdrs: number, months: number): Promise<Measured> {
  const took = startWatch();
  const found: Partial<Measured> = await STEPS[name](folder, sdrs, months);
  return {...took(), ...found, megabytes: process.resourceUsage().maxRSS / 1024};
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [name, folder, sdrs, months] = process.argv.slice(2) as [StepName, string, string, string];
  process.stdout.write(`\n${JSON.stringify(await measure(name, folder, Number(sdrs), Number(months)))}`);
}
