/**
 * `npm run bench:generate [-- --sdrs 500 --months 36 --seed 1 --out DIR]`: the scale workload, exports of a made-up company in Salesforce's
 * shape: 500 SDRs, 250 AEs, 60 teams, 360,000 handoffs, 10 million activities, 300,000 answers, or as many as that makes for other sizes. `exports/` holds
 * all up to a morning in the middle of a week, `next/` what a day later adds to it. A few pods of people are made by the sample's generator and
 * copied, each copy with ids, names, times and texts of its own: an SDR works with the AEs of the own pod. The same options give the same bytes.
 */
import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {openDatabase, quoteName, quoteText, type Database} from "../../../pipeline/db.js";
import {ROOT} from "../../../pipeline/workspace.js";
import {writePodCell} from "./columns.js";
import {writeConfig} from "./config.js";
import {writeTemplate} from "./files.js";
import {writeMoreTasks} from "./tasks.js";
import {makeTemplate} from "./template.js";

export interface WorkloadOptions {
  sdrs: number;
  months: number;
  seed: number;
  out: string;
}

/** People of a pod: its AEs are half as many. */
const POD_SDRS = 25;
/** Of a month and an SDR, a handoff, and an answer for each handoff. */
const PER = {handoffs: 20, activities: 10_000_000 / 360_000, answers: 300_000 / 360_000};
/** Pods that differ in more than their copies do. */
const TEMPLATES = 2;
/** Folders by the time of each export. */
export const FOLDERS = {base: "exports/2026-09-29_0600", day: "next/2026-09-30_0600"} as const;
const MEMORY = "1GB";

/** Writes everything below `out`, whose earlier content goes. @returns bytes of the first exports */
export async function generate({sdrs, months, seed, out}: WorkloadOptions): Promise<{bytes: number; handoffs: number}> {
  const pods = Math.max(1, Math.round(sdrs / POD_SDRS));
  const perPod = Math.round(sdrs / pods);
  const handoffs = perPod * months * PER.handoffs;
  rmSync(out, {recursive: true, force: true});
  for (const folder of Object.values(FOLDERS))
    for (const name of ["dataloader", "sheets", "forms"]) mkdirSync(join(out, folder, name), {recursive: true});
  const work = mkdtempSync(join(tmpdir(), "baton-workload-"));
  const db = await openDatabase(join(work, "work.duckdb"));
  try {
    await db.run(`set memory_limit = '${MEMORY}'; create table pods as select n as pod, n % ${TEMPLATES} as template from range(${pods}) as rows(n)`); // prettier-ignore
    const teams = new Set<string>();
    const columns = new Map<string, Map<string, string>>();
    for (let template = 0; template < Math.min(TEMPLATES, pods); template++) {
      const made = makeTemplate({
        seed: seed * 100 + template, sdrs: perPod > 21 ? perPod - 2 : perPod, months, handoffs,
        answers: Math.round(handoffs * PER.answers), isOneAeFewer: template === 1,
      }); // prettier-ignore
      for (const row of made.base.people!) if (row.team) teams.add(row.team.replace(" Sales", " Growth"));
      for (const part of ["base", "day"] as const)
        for (const [path, text] of writeTemplate(made[part])) {
          const file = join(work, `${part}-${template}-${path.replace("/", "-")}`);
          writeFileSync(file, text);
          await takeTemplate(db, {file, part, template, path}, columns);
        }
    }
    for (const part of ["base", "day"] as const)
      for (const [path, cells] of columns)
        if (await hasTable(db, `${part}_${tableOf(path)}`)) await writePods(db, part, path, cells, join(out, FOLDERS[part], path), Math.round(handoffs * PER.activities), months, seed); // prettier-ignore
    const names = Array.from({length: pods}, (_, pod) => [...teams].map((team) => `${team} ${pod + 1}`)).flat();
    writeFileSync(join(out, "baton.config.yaml"), writeConfig(names));
    return {bytes: measure(out, [...columns.keys()]), handoffs: handoffs * pods};
  } finally {
    db.close();
    rmSync(work, {recursive: true, force: true});
  }
}

const tableOf = (path: string) => basename(path, ".csv").replaceAll("-", "_");
const hasTable = async (db: Database, name: string) =>
  (await db.rows(`select 1 from duckdb_tables() where table_name = ${quoteText(name)}`)).length > 0;

/** A template's file into a table, all text; which cells have to be told apart in copies shows in the first filled one. */
async function takeTemplate(
  db: Database,
  {file, part, template, path}: {file: string; part: string; template: number; path: string},
  columns: Map<string, Map<string, string>>,
): Promise<void> {
  const table = `${part}_${tableOf(path)}`;
  const read = `read_csv(${quoteText(file)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`;
  const isNew = !(await hasTable(db, table));
  await db.run(`${isNew ? `create table ${table} as` : `insert into ${table}`} select ${template} as _template, row_number() over () as _row, coalesce(columns(*), '') from ${read}`); // prettier-ignore
  const headers = (await db.rows<{name: string}>(`select column_name as name from duckdb_columns() where table_name = ${quoteText(table)} and column_name not in ('_template', '_row') order by column_index`)).map(({name}) => name); // prettier-ignore
  const known = columns.get(path) ?? new Map<string, string>();
  columns.set(path, known);
  const [samples] = await db.rows<Record<string, string | null>>(
    `select ${headers.map((name) => `mode(${quoteName(name)}[:40]) filter (${quoteName(name)} <> '') as ${quoteName(name)}`).join(", ")} from ${table}`, // prettier-ignore
  );
  for (const header of headers)
    if (!known.get(header)) known.set(header, samples![header] ? writePodCell(tableOf(path), header, samples![header]) : "");
}

/** Every pod's copy, one after the other. */
async function writePods(
  db: Database,
  part: "base" | "day",
  path: string,
  cells: ReadonlyMap<string, string>,
  target: string,
  tasks: number,
  months: number,
  seed: number,
): Promise<void> {
  const table = `${part}_${tableOf(path)}`;
  const copied = [...cells].map(([header, sql]) => `${sql || quoteName(header)} as ${quoteName(header)}`).join(", ");
  const copies = `select ${copied} from pods inner join ${table} on _template = template`;
  const rows = path.endsWith("/Task.csv") ? `${copies} union all ${await writeMoreTasks(db, part, tasks, months, seed)}` : copies;
  const isLoader = path.startsWith("dataloader");
  await db.run(
    `copy (${rows}) to ${quoteText(target)} (format csv, header, delim ',', quote '"', escape '"'${isLoader ? ", force_quote *" : ""})`,
  );
}

function measure(out: string, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + (statSync(join(out, FOLDERS.base, path), {throwIfNoEntry: false})?.size ?? 0), 0);
}

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      sdrs: {type: "string", default: "500"},
      months: {type: "string", default: "36"},
      seed: {type: "string", default: "1"},
      out: {type: "string", default: join(ROOT, "build/bench")},
    },
  });
  const [sdrs, months, seed] = [values.sdrs, values.months, values.seed].map(Number) as [number, number, number];
  if (![sdrs, months, seed].every((value) => Number.isInteger(value) && value > 0) || sdrs < 2 || months < 2) {
    process.stderr.write("usage: npm run bench:generate -- [--sdrs N] [--months N] [--seed N] [--out DIR]\n");
    process.exitCode = 2;
    return;
  }
  const start = performance.now();
  const out = resolve(values.out);
  const {bytes, handoffs} = await generate({sdrs, months, seed, out});
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${handoffs.toLocaleString("en")} handoffs, ${(bytes / 1e6).toFixed(0)} MB, ${seconds} s → ${out}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
