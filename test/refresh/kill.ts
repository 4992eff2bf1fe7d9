/** Kills refreshes at random moments, and looks at what is served then. By itself: `npm run kill-test -- 100`. */
import {spawn, spawnSync, type ChildProcess} from "node:child_process";
import {appendFileSync, existsSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {openDisk, type Disk} from "./disk.js";
import {givenPublished, handoffs, openCompany, type PublishedCompany} from "./given-published.js";

const ROOT = join(import.meta.dirname, "../..");

/** What goes wrong besides. */
export const HARMS = ["nothing", "full disk", "read-only", "export that grows", "export that vanishes", "jumping clock"] as const;
type Harm = (typeof HARMS)[number];

export interface Killed {
  harm: Harm;
  /** Milliseconds after its start; null when it ended before. */
  killedAfter: number | null;
  served: "before" | "after" | "BROKEN";
}

/** Milliseconds after its start, or after it has begun to make trees. */
type Moment = {after: number} | {afterAside: number};

/** A second state of the company, near enough for the guard. */
const MORE =
  "h900,ann,bob,a900,2026-09-26T09:00:00Z,2026-09-28T09:00:00Z,held,50k\nh901,cid,bob,a901,2026-09-26T09:00:00Z,2026-09-28T10:00:00Z,held,\n";
const EXPORTS = [handoffs(), handoffs(120, MORE)] as const;

/**
 * Starts refreshes, each with the exports in another of two states, until `times` of them were killed; some end by themselves before. After
 * each, what is served must be the whole site of one state or the other, and at the end a refresh that is left alone must publish and leave
 * nothing lying about.
 * @param from a company that has published its first state
 * @throws Error when what is served is neither
 */
export async function killRefreshes(
  from: PublishedCompany,
  {times, seed, tell = () => {}}: {times: number; seed: number; tell?: (killed: Killed) => void},
): Promise<Killed[]> {
  const random = makeRandom(seed);
  const disk = openDisk(400);
  try {
    spawnSync("cp", ["-a", `${from.folder}/.`, disk.folder]);
    const company = openCompany(disk.folder);
    const states = [company.hashServed()];
    company.write("handoffs.csv", EXPORTS[1]);
    const start = performance.now();
    const alone = run(company, []);
    let aside = start;
    const stop = whenAside(company, () => (aside = performance.now()));
    const first = await finish(alone.child);
    stop();
    const [whole, last] = [performance.now() - start, performance.now() - aside];
    states.push(company.hashServed());
    if (first !== 0 || states[0] === states[1]) throw new Error(`the refresh that was left alone ended with ${first}`);
    const killed: Killed[] = [];
    const isEnough = () => killed.filter(({killedAfter}) => killedAfter !== null).length >= times;
    for (let time = 0; !isEnough() && time < 5 * times; time++) {
      const served = states.indexOf(company.hashServed());
      const harm = HARMS[time % HARMS.length]!;
      // Half of the kills come between the first tree and the end, where one site takes the place of the other; refreshes that fail by
      // themselves seldom come that far.
      const isLate = harm !== "full disk" && harm !== "read-only" && time % 4 >= 2;
      const moment = isLate ? {afterAside: 0.8 * random() * last} : {after: 0.8 * random() * whole};
      const killedAfter = await killOne(company, disk, harm, EXPORTS[1 - served]!, moment, random);
      const now = states.indexOf(company.hashServed());
      killed.push({harm, killedAfter, served: now < 0 ? "BROKEN" : now === served ? "before" : "after"});
      tell(killed.at(-1)!);
      if (now < 0) throw new Error(`after ${harm}, killed after ${killedAfter} ms: what is served is neither whole state`);
    }
    company.write("handoffs.csv", EXPORTS[0]);
    if ((await finish(run(company, []).child)) !== 0 || company.hashServed() !== states[0])
      throw new Error("the next refresh did not heal");
    const left = listLeft(company);
    if (left.length > 0) throw new Error(`left lying about: ${left.join(", ")}`);
    return killed;
  } finally {
    disk.close();
  }
}

async function killOne(
  company: PublishedCompany,
  disk: Disk,
  harm: Harm,
  text: string,
  moment: Moment,
  random: () => number,
): Promise<number | null> {
  const path = join(company.folder, "company/handoffs.csv");
  company.write("handoffs.csv", text);
  let prefix: string[] = [];
  if (harm === "full disk") prefix = disk.fill(random() * 40e6);
  if (harm === "read-only") disk.setReadOnly(true);
  const {child, kill} = run(
    company,
    harm === "jumping clock" ? ["--import", `${import.meta.dirname}/jumping-clock.mjs`] : [],
    prefix,
  );
  const ended = finish(child);
  const timers: NodeJS.Timeout[] = [];
  const stop = "after" in moment ? () => {} : whenAside(company, () => void timers.push(setTimeout(kill, moment.afterAside)));
  if ("after" in moment) timers.push(setTimeout(kill, moment.after));
  if (harm === "export that grows")
    timers.push(
      setInterval(() => appendFileSync(path, `g${Math.floor(random() * 1e9)},ann,bob,a1,,2026-09-01T09:00:00Z,held,\n`), 50),
    );
  if (harm === "export that vanishes") timers.push(setTimeout(() => rmSync(path, {force: true}), 1000 * random()));
  const start = performance.now();
  const code = await ended;
  stop();
  for (const timer of timers) clearTimeout(timer);
  if (harm === "full disk") disk.free();
  if (harm === "read-only") disk.setReadOnly(false);
  return code === null ? Math.round(performance.now() - start) : null;
}

/** Acts once trees are being made aside. @returns what ends the wait */
function whenAside({out}: PublishedCompany, act: () => void): () => void {
  const list = () => (existsSync(`${out}.builds`) ? readdirSync(`${out}.builds`).filter((name) => name.startsWith("next-")) : []);
  // One that was killed may have left its own.
  const before = new Set(list());
  const isThere = () => list().some((name) => !before.has(name));
  const timer = setInterval(() => {
    if (!isThere()) return;
    clearInterval(timer);
    act();
  }, 5);
  return () => clearInterval(timer);
}

function run(
  {folder, out, workspace}: PublishedCompany,
  options: string[],
  prefix: string[] = [],
): {child: ChildProcess; kill(): void} {
  const words = [
    ...prefix, process.execPath, ...options, "--import", "tsx", join(ROOT, "pipeline/cli.ts"), "refresh", "--quiet",
    "--config", join(folder, "company/baton.config.yaml"), "--build-dir", workspace.folder, "--out", out,
  ]; // prettier-ignore
  const child = spawn(words[0]!, words.slice(1), {cwd: ROOT, stdio: "ignore", detached: true});
  return {
    child,
    kill() {
      try {
        process.kill(-child.pid!, "SIGKILL");
      } catch {
        // It has ended.
      }
    },
  };
}

const finish = (child: ChildProcess): Promise<number | null> => new Promise((done) => child.on("close", (code) => done(code)));

/** Files that no build in its place accounts for. */
function listLeft({folder, workspace, out}: PublishedCompany): string[] {
  const isLeft = (name: string) =>
    /\.(next|old|work|link|dead)|^next-/.test(name) || name === "lock" || name === "published.lock";
  return [folder, workspace.folder, `${out}.builds`, join(workspace.folder, "cache")]
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).filter(isLeft));
}

/** Mulberry32: the same moments for the same seed. */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const times = Number(process.argv[2] ?? 100);
  const seed = Number(process.argv[3] ?? 20261001);
  const finishers: (() => void)[] = [];
  const company = await givenPublished((act) => void finishers.push(act));
  try {
    const {error} = await company.refresh();
    if (error) throw error;
    const killed = await killRefreshes(company, {times, seed, tell: ({harm, killedAfter, served}) => console.log(`${harm.padEnd(20)} ${killedAfter === null ? "ended by itself" : `killed after ${killedAfter} ms`} → the site ${served} it is served`)}); // prettier-ignore
    const count = (served: Killed["served"]) => killed.filter((each) => each.served === served).length;
    const dead = killed.filter(({killedAfter}) => killedAfter !== null).length;
    console.log(
      `${killed.length} refreshes, ${dead} of them killed: ${count("before")} left the site of before, ${count("after")} the new one, 0 anything else; the next one healed`,
    );
  } finally {
    for (const act of finishers) act();
  }
}
