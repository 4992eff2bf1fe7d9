import {spawn} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {setTimeout as pause} from "node:timers/promises";
import {expect, onTestFinished, test} from "vitest";
import type {RefreshStatus} from "../../pipeline/contract/status.js";
import {makeFolder} from "../ingest/given-files.js";

const ROOT = join(import.meta.dirname, "../..");

function refresh(folder: string, ...more: string[]) {
  const args = ["--import", join(ROOT, "node_modules/tsx/dist/loader.mjs"), join(ROOT, "pipeline/cli.ts"), "refresh", ...more];
  const child = spawn(process.execPath, args, {cwd: folder, stdio: ["ignore", "pipe", "pipe"]});
  const said: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const ended = new Promise<{code: number | null; said: string}>((done) =>
    child.once("close", (code) => done({code, said: said.join("")})),
  );
  return {child, ended};
}
const read = (folder: string) => JSON.parse(readFileSync(join(folder, "published.status.json"), "utf8")) as RefreshStatus;
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test("a refresh that is asked to end says so in its status, and ends what was fetching for it", async () => {
  const folder = makeFolder({
    "baton.config.yaml": 'company: Tiny Ltd\nsources: [{files: "*.csv"}]\nrefresh: {before: ["echo $$ > pid; sleep 300"]}\n',
  });
  const {child, ended} = refresh(folder);
  while (!existsSync(join(folder, "pid")) || readFileSync(join(folder, "pid"), "utf8") === "") await pause(50);
  const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
  child.kill("SIGTERM");
  expect((await ended).code).toBe(143);
  expect(read(folder)).toMatchObject({state: "failed", exit_code: 143, failure: {kind: "died", message: "the refresh was ended by SIGTERM; the last site is served"}}); // prettier-ignore
  while (isAlive(pid)) await pause(50);
});

test("a mistake in the configuration is told to whoever is to be told, and where there is no configuration no other company is built", async () => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => heard.push(chunk.toString()));
    request.on("end", () => response.end());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const folder = makeFolder({
    "baton.config.yaml": `company: Tiny Ltd\ntargets: {show_rate: 75}\nsources: [{files: "*.csv"}]\nrefresh: {webhook: {url: "${url}"}}\n`,
  });
  expect(await refresh(folder, "--quiet").ended).toMatchObject({code: 2});
  expect(heard.join("")).toContain("Why: the configuration holds a mistake.");
  expect(read(folder).webhook).toEqual({state: "sent", attempts: 1, why: ""});
  const empty = makeFolder({});
  const {code, said} = await refresh(empty, "--quiet").ended;
  expect([code, said]).toEqual([2, expect.stringContaining("no baton.config.yaml here")]);
  expect(existsSync(join(empty, "published"))).toBe(false);
});
