import {spawn} from "node:child_process";
import {existsSync, readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, test, vi} from "vitest";
import {givenBuilt, givenCompany, HANDOFFS, type Company} from "../builds/given-company.js";
import {callBaton, startBaton} from "./baton.js";

const ROOT = join(import.meta.dirname, "../..");
// Several whole processes one after the other.
vi.setConfig({testTimeout: 600_000});
const words = ({folder, workspace}: Company, ...more: string[]) => ["data", "--config", join(folder, "baton.config.yaml"), "--build-dir", workspace.folder, ...more]; // prettier-ignore
const build = (company: Company, ...more: string[]) => callBaton(...words(company, ...more));

test("a build that is at work keeps another out; killed, it leaves the last good data, and the next build mends the rest", async () => {
  const company = await givenBuilt();
  const {lock, warehouse, folder} = company.workspace;
  const before = readFileSync(warehouse);
  company.write("handoffs.csv", HANDOFFS.replace("no_show", "held"));
  const first = spawn(process.execPath, ["--import", "tsx", join(ROOT, "pipeline/cli.ts"), ...words(company)], {
    cwd: ROOT,
    stdio: "ignore",
  });
  const ended = new Promise((done) => first.on("close", done));
  while (!existsSync(lock)) await new Promise((done) => setTimeout(done, 2));
  first.kill("SIGSTOP");

  const second = startBaton(...words(company));
  expect(second.status).toBe(1);
  expect(second.stderr).toContain(`another build is at work here (process ${first.pid}`);
  first.kill("SIGKILL");
  await ended;
  expect(existsSync(lock)).toBe(true);
  expect(readFileSync(warehouse).equals(before)).toBe(true);

  expect(startBaton(...words(company))).toMatchObject({status: 0, stdout: expect.stringContaining("6 rows read")});
  expect(readdirSync(folder).sort()).toEqual(["cache", "data", "stamp.json", "warehouse.duckdb"]);
});

test("progress and report come as JSON, an object per line, or not at all", async () => {
  const company = givenCompany();
  const lines = (await build(company, "--json")).stdout.trim().split("\n").map((line) => JSON.parse(line) as {event: string}); // prettier-ignore
  expect(lines.filter(({event}) => event === "item").map((line) => (line as unknown as {name: string}).name)).toEqual(
    expect.arrayContaining(["handoffs.csv", "people.csv", "marts.handoffs"]),
  );
  expect(lines.at(-1)).toMatchObject({event: "report", is_rebuilt: true, ledger: {rows_read: 6, loaded: 5, merged: 1}});
  expect((await build(company, "--json")).stdout).toBe('{"event":"report","is_rebuilt":false}\n');
  company.write("handoffs.csv", HANDOFFS.replace("no_show", "held"));
  expect(await build(company, "--quiet")).toMatchObject({status: 0, stdout: "", stderr: ""});
});

test("an unchanged build says so, with verify too", async () => {
  const company = await givenBuilt();
  expect((await build(company)).stdout).toBe("data: nothing has changed since the last build\n");
  expect((await build(company, "--verify")).stdout).toBe("data: nothing has changed since the last build\n");
});
