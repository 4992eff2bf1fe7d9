import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {openDatabase} from "../pipeline/db.js";
import {ROOM, withLittleMemory} from "../pipeline/memory.js";

test("the bound on memory holds while files are read, and is gone afterwards", async () => {
  const folder = mkdtempSync(join(tmpdir(), "baton-memory-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const db = await openDatabase(join(folder, "warehouse.duckdb"));
  onTestFinished(() => db.close());
  // Lists cannot wait on disk while they are made: this one needs some two gigabytes.
  const large = "select length(list(i)) as n from range(100000000) as numbers(i)";
  await expect(withLittleMemory(db, ROOM.ingest, () => db.rows(large))).rejects.toThrow("Out of Memory");
  expect(await db.rows<{n: number}>(large)).toEqual([{n: 100_000_000}]);
});

test("a bound that is tighter stays: a small machine must not be told that it has more", async () => {
  const folder = mkdtempSync(join(tmpdir(), "baton-memory-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const db = await openDatabase(join(folder, "warehouse.duckdb"));
  onTestFinished(() => db.close());
  const read = async () => (await db.rows<{bound: string}>("select current_setting('memory_limit') as bound"))[0]!.bound;
  await db.run("set memory_limit = '500MB'");
  expect(await withLittleMemory(db, ROOM.marts, read)).toBe("476.8 MiB");
  await db.run("set memory_limit = '8GB'");
  expect(await withLittleMemory(db, ROOM.marts, read)).toBe("2.7 GiB");
});
