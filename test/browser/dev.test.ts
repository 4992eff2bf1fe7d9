import {spawn} from "node:child_process";
import type {ChildProcess} from "node:child_process";
import {once} from "node:events";
import {appendFile, cp, mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile} from "node:fs/promises";
import {connect, createServer} from "node:net";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {SMALL_SETTINGS} from "../small-settings.js";
import {openBrowser} from "./browser.js";

const ROOT = join(import.meta.dirname, "..", "..");
let folder: string;
let project: string;
let dev: ChildProcess;
let port: number;
let log = "";
let browser: Browser;
let page: Page;

/** The project is copied, so that a page may be edited and the link to the data is not the one somebody works with. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-dev-"));
  project = join(folder, "project");
  await mkdir(project);
  await symlink(join(ROOT, "node_modules"), join(project, "node_modules"), "dir");
  for (const path of ["package.json", "package-lock.json", "tsconfig.json", "observablehq.config.ts", "pipeline", "src"])
    await cp(join(ROOT, path), join(project, path), {
      recursive: true,
      filter: (from) => !/\/src\/(data|\.observablehq)$/.test(from),
    });
  await writeCompany("one", "Northwind");
  await writeCompany("two", "Southwind");
  port = await findPort();
  dev = run("dev", "one", "--port", String(port));
  browser = await openBrowser();
  for (let tries = 0; !log.includes("preview at"); tries++) {
    if (dev.exitCode !== null || tries > 600) throw new Error(`the preview did not come up: ${log}`);
    await new Promise((done) => setTimeout(done, 200));
  }
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/pages/data-health`);
  await page.waitForSelector(".finding :text('Of 2 rows read')");
});
afterAll(async () => {
  await browser?.close();
  if (dev && dev.exitCode === null) dev.kill();
  await rm(folder, {recursive: true, force: true});
});

it("an open page shows a row added to an export, without being reloaded by hand", async () => {
  await edit(async (tries) => {
    // One row however often it must be tried.
    if (tries === 0) await appendFile(join(folder, "one", "handoffs.csv"), "h3,ann,bob,a3,2026-09-03T10:00:00Z,held\n");
    else await appendFile(join(folder, "one", "baton.config.yaml"), "# again\n");
  }, ".finding :text('Of 3 rows read')");
});

it("and a value changed in the configuration", async () => {
  const path = join(folder, "one", "baton.config.yaml");
  const text = (await readFile(path, "utf8")).replace("Northwind", "Westwind");
  await edit((tries) => writeFile(path, `${text}# ${tries}\n`), ".bar-company:text('Westwind')");
});

it("and an edited page", async () => {
  const path = join(project, "src", "pages", "data-health.md");
  const text = await readFile(path, "utf8");
  await edit(() => writeFile(path, `${text}\nCounted by hand.\n`), "p:text('Counted by hand.')");
});

it("keeps showing its company while another one is built beside it, and neither sees the other's data", async () => {
  const build = run("build", "two");
  const [code] = await once(build, "close");
  expect(code).toBe(0);
  const manifest = JSON.parse(await readFile(join(folder, "two", "build", "dist", "_file", "data", "manifest.json"), "utf8"));
  expect(manifest.company).toBe("Southwind");
  expect(await readlink(join(project, "src", "data"))).toBe(join(folder, "one", "build", "data"));
  await page.reload();
  await page.waitForSelector(".bar-company:text('Westwind')");
});

it("a mistake in the configuration is said, and the page stays as it was", async () => {
  await appendFile(join(folder, "one", "baton.config.yaml"), "timezone: Nowhere/Land\n");
  for (let tries = 0; !log.includes("Nowhere") && !log.includes("no time zone") && tries < 150; tries++)
    await new Promise((done) => setTimeout(done, 200));
  expect(log).toContain("no time zone");
  await page.reload();
  await page.waitForSelector(".bar-company:text('Westwind')");
});

it("told to stop, leaves nothing running", async () => {
  dev.kill("SIGTERM");
  await once(dev, "close");
  for (let tries = 0; (await answers(port)) && tries < 25; tries++) await new Promise((done) => setTimeout(done, 200));
  expect(await answers(port)).toBe(false);
});

/** Two meetings, and the shortest of configurations. */
async function writeCompany(name: string, company: string): Promise<void> {
  const rows = ["h1,ann,bob,a1,2026-09-01T10:00:00Z,held", "h2,ann,bob,a2,2026-09-02T10:00:00Z,no_show"];
  await mkdir(join(folder, name));
  await writeFile(
    join(folder, name, "handoffs.csv"),
    ["handoff_id,sdr_id,ae_id,account_id,meeting_at,meeting_status", ...rows, ""].join("\n"),
  );
  await writeFile(
    join(folder, name, "baton.config.yaml"),
    `company: ${company}\n${SMALL_SETTINGS}sources: [{files: handoffs.csv, exported_at: "2026-10-01T00:00:00Z"}]\n`,
  );
}

function run(command: string, company: string, ...more: string[]): ChildProcess {
  const settings = ["--config", join(folder, company, "baton.config.yaml"), "--build-dir", join(folder, company, "build")];
  const child = spawn(process.execPath, ["--import", "tsx", "pipeline/cli.ts", command, ...settings, ...more], {cwd: project});
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (log += chunk.toString()));
  return child;
}

/** Makes a change until the open page shows it: the preview begins to watch a little after it has sent a page, and says not when. */
async function edit(change: (tries: number) => Promise<void>, seen: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await change(tries);
    if (await page.waitForSelector(seen, {timeout: 10_000}).catch(() => undefined)) return;
  }
  throw new Error(`the page never showed ${seen}: ${log.slice(-2000)}`);
}

function answers(at: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(at, "127.0.0.1");
    socket.once("connect", () => (socket.destroy(), done(true)));
    socket.once("error", () => done(false));
  });
}

function findPort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const found = (server.address() as AddressInfo).port;
      server.close(() => done(found));
    });
  });
}
