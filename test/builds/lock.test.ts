import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, expect, onTestFinished, test} from "vitest";
import {removeLock, takeLock} from "../../pipeline/lock.js";

let path: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "baton-lock-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  path = join(folder, "lock");
});

test("a second build of the folder is told who is at work, until the first has finished", () => {
  const release = takeLock(path);
  expect(() => takeLock(path)).toThrow(`another build is at work here (process ${process.pid}, since `);
  release();
  expect(existsSync(path)).toBe(false);
  takeLock(path)();
  expect(readdirSync(join(path, ".."))).toEqual([]);
});

test("the lock of a process that is gone is taken over", () => {
  const {pid} = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(path, JSON.stringify({pid, host: hostname(), born: "1", since: "2026-01-01T00:00:00Z"}));
  const release = takeLock(path);
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({pid: process.pid});
  release();
});

test("a number that another process has got since is not taken for the build", () => {
  const {pid} = spawn(process.execPath, ["-e", "setTimeout(() => {}, 5000)"]);
  onTestFinished(() => void process.kill(pid!));
  const lock = {pid, host: hostname(), born: "1", since: "2026-01-01T00:00:00Z"};
  writeFileSync(path, JSON.stringify(lock));
  // Where the system does not tell when a process began, the lock holds.
  if (existsSync("/proc/self/stat")) takeLock(path)();
  else expect(() => takeLock(path)).toThrow("another build");
});

test("of another machine nothing is known, so its lock holds and the message says what to do", () => {
  writeFileSync(path, JSON.stringify({pid: 1, host: "elsewhere", born: "1", since: "2026-01-01T00:00:00Z"}));
  expect(() => takeLock(path)).toThrow(
    /process 1 on elsewhere, since 2026-01-01T00:00:00Z, \d+ h ago\)[^]*if elsewhere has stopped.*npm run baton -- unlock elsewhere/,
  );
});

test("the lock that another machine left is taken away by its name alone, and no other", () => {
  expect(removeLock(path, "elsewhere")).toBeUndefined();
  writeFileSync(path, JSON.stringify({pid: 1, host: "elsewhere", born: "1", since: "2026-01-01T00:00:00Z"}));
  expect(removeLock(path, "another")).toBeUndefined();
  expect(existsSync(path)).toBe(true);
  expect(removeLock(path, "elsewhere")).toMatchObject({pid: 1, since: "2026-01-01T00:00:00Z"});
  expect(readdirSync(join(path, ".."))).toEqual([]);
});

test("half a lock, or none that can be read, is taken over", () => {
  writeFileSync(path, "{");
  takeLock(path)();
  expect(existsSync(path)).toBe(false);
});

test("what a process that ended while it took the lock has left is removed by the next to take it", () => {
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  writeFileSync(`${path}.${gone}`, JSON.stringify({pid: gone, host: hostname(), born: "", since: ""}));
  takeLock(path)();
  expect(readdirSync(join(path, ".."))).toEqual([]);
});
