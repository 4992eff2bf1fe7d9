/**
 * `npm run bench:publish [-- HANDOFFS [FOLDER]]`: trees for 500 SDRs, 60 teams and 250 AEs with so many handoffs behind them (360,000 if
 * left out): seconds, CPU seconds, and what all trees take up on disk against RevOps' alone. The datasets are the sample company's
 * documents, multiplied; who is whose is made up in SQL. Building them is not timed.
 */
import {existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {buildData} from "../../pipeline/build.js";
import {readConfig} from "../../pipeline/config.js";
import type {BriefIndex, FunnelData, Manifest, TeamData} from "../../pipeline/contract/datasets.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {bucketOf} from "../../pipeline/publish/brief/bucket.js";
import {buildShell} from "../../pipeline/publish/shell.js";
import {cutShell} from "../../pipeline/publish/shell-site.js";
import {makeTrees} from "../../pipeline/publish/trees.js";
import {formatTable} from "../../pipeline/report.js";
import {locateWorkspace, ROOT} from "../../pipeline/workspace.js";

const SIZE = {sdrs: 500, teams: 60, aes: 250, perSdr: 8};
const SHARD_BYTES = 40_000;
const handoffs = Number(process.argv[2] ?? 360_000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), "baton-bench-publish-"));
const config = readConfig(join(ROOT, "baton.config.yaml"));
const workspace = locateWorkspace(join(ROOT, "build"));

try {
  await buildData(config, workspace);
  await buildShell({root: ROOT, out: workspace.shell});
  const db = await openDatabase();
  await makePeople(db);
  const data = join(folder, "data");
  if (!existsSync(data)) await writeData(db, data);
  const started = {wall: performance.now(), cpu: process.cpuUsage()};
  const shells = new Map<string, {folder: string; files: string[]}>();
  const out = join(folder, "published");
  rmSync(out, {recursive: true, force: true});
  const made = await makeTrees(db, config, {
    data,
    out,
    async shellOf(kind) {
      const own = join(folder, "shells", kind);
      let shell = shells.get(kind);
      if (!shell) {
        rmSync(own, {recursive: true, force: true});
        shells.set(kind, (shell = {folder: own, files: await cutShell(workspace.shell, own, kind)}));
      }
      return shell;
    },
  });
  const {user, system} = process.cpuUsage(started.cpu);
  const whole = measure(join(out, "revops"));
  const all = measure(out);
  console.log(
    formatTable([
      {
        trees: made.trees.length,
        files: made.files,
        "of their own": made.written,
        seconds: round((performance.now() - started.wall) / 1000),
        "CPU s": round((user + system) / 1e6),
        "RevOps MB": round(whole / 1e6),
        "all MB": round(all / 1e6),
        ratio: round(all / whole, 100),
      },
    ]),
  );
  db.close();
} finally {
  if (!process.argv[3]) rmSync(folder, {recursive: true, force: true});
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

/** What trees ask of the warehouse. An SDR hands over to eight AEs, in one or two teams. */
async function makePeople(db: Database): Promise<void> {
  await db.run(`
    create schema config; create schema staging; create schema marts;
    create table config.settings as select timestamp '2026-10-01 04:00:00' as as_of;
    create table staging.stg_people as select '' as person_id where false;
    create table marts.people as
      select 's' || n as person_id, 'sdr-' || n as slug, 'Sdr ' || n as name, 'sdr' as role, ['sdr'] as roles, 't' || n % ${SIZE.teams} as team,
        'Manager' as manager_name, true as is_current from range(${SIZE.sdrs}) as rows(n)
      union all
      select 'a' || n, 'ae-' || n, 'Ae ' || n, 'ae', ['ae'], 't' || n % ${SIZE.teams}, 'Manager', true from range(${SIZE.aes}) as rows(n);
    create table marts.teams as select 't' || n as team, 'team-' || n as slug, 'Team ' || n as team_name, null::text as manager_id, 'Manager' as manager_name
      from range(${SIZE.teams}) as rows(n);
    create table marts.handoffs as
      select 'h' || n as handoff_id, n % ${SIZE.sdrs} as sdr, (sdr * 7 + hash(n, 'ae') % ${SIZE.perSdr} * 31) % ${SIZE.aes} as ae, 's' || sdr as sdr_id, 'a' || ae as ae_id,
        't' || (sdr + case when hash(n, 'moved') % 20 = 0 and sdr % 5 = 0 then 1 else 0 end) % ${SIZE.teams} as team,
        'source ' || hash(n, 'source') % 6 as source, 'motion ' || hash(n, 'motion') % 3 as motion, 'segment ' || hash(n, 'segment') % 5 as segment,
        'region ' || sdr % 3 as region, timestamp '2026-10-01' - to_hours((hash(n, 'when') % 17520)::integer) as meeting_at
      from range(${handoffs}) as rows(n);
    create table marts.leads as select sdr_id, team, source, null::text as motion, segment, region, meeting_at - interval 9 day as created_at from marts.handoffs`);
}

/** The sample company's documents under the names of the large one; briefs as many as there are handoffs, of the sample's size. */
async function writeData(db: Database, data: string): Promise<void> {
  const read = (path: string) => readFileSync(join(workspace.data, path));
  const json = <T>(path: string) => JSON.parse(read(path).toString()) as T;
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(data, path)), {recursive: true});
    writeFileSync(join(data, path), content);
  };
  const manifest = json<Manifest>("manifest.json");
  const [sdr, ae] = [manifest.people.find(({has_page}) => has_page)!, manifest.people.find(({has_ae_page}) => has_ae_page)!];
  const team = json<TeamData>(`team/${manifest.teams.find(({sdr_count}) => sdr_count > 0)!.slug}.json`);
  const numbers = (count: number) => Array.from({length: count}, (_, n) => n);
  for (const path of readdirSync(workspace.data).filter((name) => name.includes("."))) put(path, read(path));
  for (const n of numbers(SIZE.teams)) {
    put(`team/team-${n}.json`, JSON.stringify({...team, slug: `team-${n}`, team: `t${n}`, name: `Team ${n}`}));
    for (const path of ["coming/team", "facts/team"]) put(`${path}/team-${n}.${path.startsWith("facts") ? "arrow" : "json"}`, vary(read(`${path}/${team.slug}.${path.startsWith("facts") ? "arrow" : "json"}`), n)); // prettier-ignore
    put(`ae-team/team-${n}.json`, JSON.stringify({slug: `team-${n}`}));
  }
  for (const n of numbers(SIZE.sdrs)) {
    for (const path of ["sdr", "one-on-one", "coming/sdr"])
      put(`${path}/sdr-${n}.json`, vary(read(`${path}/${sdr.slug}.json`), n));
    for (const path of ["facts", "facts/handoffs"]) put(`${path}/sdr-${n}.arrow`, vary(Buffer.concat([read(`${path}/${sdr.slug}.arrow`), read(`${path}/${sdr.slug}.arrow`)]), n)); // prettier-ignore
  }
  for (const n of numbers(SIZE.aes)) {
    for (const path of ["ae", "coming/ae"]) put(`${path}/ae-${n}.json`, vary(read(`${path}/${ae.slug}.json`), n));
    for (const path of ["facts/ae", "facts/rater"]) put(`${path}/ae-${n}.arrow`, vary(read(`${path}/${ae.slug}.arrow`), n));
  }
  for (const file of readdirSync(join(workspace.data, "facts/company")))
    put(`facts/company/${file}`, read(`facts/company/${file}`));
  const funnel = json<FunnelData>("funnel.json");
  const groups = numbers(SIZE.teams).map((n) => ({id: `t${n}`, name: `Team ${n}`, stages: funnel.all}));
  put(
    "funnel.json",
    JSON.stringify({...funnel, by: funnel.by.map((each) => (each.dimension === "team" ? {...each, groups} : each))}),
  );
  const people = [...numbers(SIZE.sdrs).map((n) => ({...sdr, slug: `sdr-${n}`, name: `Sdr ${n}`, team_slug: `team-${n % SIZE.teams}`, has_page: true, has_ae_page: false})),
    ...numbers(SIZE.aes).map((n) => ({...ae, slug: `ae-${n}`, name: `Ae ${n}`, team_slug: `team-${n % SIZE.teams}`, has_page: false, has_ae_page: true}))]; // prettier-ignore
  const teams = numbers(SIZE.teams).map((n) => ({
    slug: `team-${n}`,
    name: `Team ${n}`,
    manager_name: "Manager",
    kind: "mixed",
    sdr_count: 8,
  }));
  put("manifest.json", JSON.stringify({...manifest, people, teams}));
  await writeBriefs(db, put);
}

/** Different bytes of the same size. */
function vary(bytes: Buffer, n: number): Buffer {
  return Buffer.concat([bytes, Buffer.from(" ".repeat(n % 7) + String(n))]);
}

async function writeBriefs(db: Database, put: (path: string, content: string) => void): Promise<void> {
  const shards = join(workspace.data, "briefs");
  const some = readdirSync(shards).find((name) => name !== "index" && name !== "_none")!;
  const sample = readFileSync(join(shards, some, readdirSync(join(shards, some))[0]!), "utf8");
  const [brief] = (JSON.parse(sample) as {briefs: {handoff_id: string}[]}).briefs;
  const size = JSON.stringify(brief).length;
  const perShard = Math.max(1, Math.floor(SHARD_BYTES / size));
  const rows = await db.rows<{handoff_id: string; sdr: number; ae: number; team: string}>(
    "select handoff_id, sdr::integer as sdr, ae::integer as ae, team from marts.handoffs order by sdr, ae, team, handoff_id",
  );
  const index = new Map<string, BriefIndex>();
  let [own, number, held] = ["", 0, [] as string[]];
  const close = () => {
    if (held.length === 0) return;
    put(`briefs/${own}-${number}.json`, JSON.stringify({briefs: held.map((handoff_id) => ({...brief, handoff_id}))}));
    held = [];
  };
  let team = "";
  for (const row of rows) {
    const pair = `sdr-${row.sdr}/ae-${row.ae}`;
    if (pair !== own || row.team !== team || held.length === perShard) {
      close();
      number = pair === own ? number + 1 : 1;
      [own, team] = [pair, row.team];
    }
    held.push(row.handoff_id);
    const bucket = bucketOf(row.handoff_id);
    const entries = index.get(bucket) ?? {};
    index.set(bucket, entries);
    entries[row.handoff_id] = `${pair}-${number}`;
  }
  close();
  for (const [bucket, entries] of index) put(`briefs/index/${bucket}.json`, JSON.stringify(entries));
}
