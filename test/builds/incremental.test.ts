import {cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {buildData} from "../../pipeline/build.js";
import type {Item, Progress} from "../../pipeline/progress.js";
import {locateWorkspace} from "../../pipeline/workspace.js";
import {givenCompany, HANDOFFS, readTable, type Company} from "./given-company.js";

/** Builds and tells which files were read, and which taken as they were. */
async function build(company: Company, verify = false): Promise<{isRebuilt: boolean; read: string[]; kept: string[]}> {
  const items: Item[] = [];
  const progress: Progress = {begin() {}, end() {}, item: (step, item) => step === "ingest" && item.isDone && items.push(item)};
  const {isRebuilt} = await buildData(company.config(), company.workspace, {progress, verify});
  const names = (isKept: boolean) => items.flatMap((item) => (item.isKept === isKept ? [item.name] : [])).sort();
  return {isRebuilt, read: names(false), kept: names(true)};
}

test("only exports whose content changed are read again, and the result is that of a full build", async () => {
  const company = givenCompany();
  expect(await build(company)).toEqual({isRebuilt: true, read: ["handoffs.csv", "people.csv"], kept: []});
  company.write(
    "handoffs.csv",
    `${HANDOFFS}h4,ann@example.com,bob,a4,2026-09-04T10:00:00Z,held\nh5,,bob,a5,2026-09-04T10:00:00Z,held\n`,
  );
  expect(await build(company)).toEqual({isRebuilt: true, read: ["handoffs.csv"], kept: ["people.csv"]});
  company.write("more.csv", HANDOFFS.replaceAll("h", "k").replace(/^.*\n/, HANDOFFS.split("\n")[0] + "\n"));
  expect(await build(company)).toEqual({isRebuilt: true, read: ["more.csv"], kept: ["handoffs.csv", "people.csv"]});

  const full = locateWorkspace(join(company.folder, "full"));
  await buildData(company.config(), full);
  for (const table of ["marts.metrics", "raw.handoffs", "raw.rejects", "raw.files", "raw.people"])
    expect(await readTable(company.workspace, table), table).toBe(await readTable(full, table));
  const read = (folder: string) => readFileSync(join(folder, "manifest.json"), "utf8");
  expect(read(company.workspace.data)).toBe(read(full.data));
});

// One build after the other, so that the first is done once.
describe("a company that is built goes on:", () => {
  let company: Company;
  beforeAll(async () => {
    company = givenCompany(afterAll);
    await build(company);
  });

  test("an export that was merely saved again, with the same content, changes nothing", async () => {
    utimesSync(join(company.folder, "handoffs.csv"), 1, 1);
    expect((await build(company)).isRebuilt).toBe(false);
  });

  test("what a killed build left is removed, and what it had moved away comes back", async () => {
    const {folder, warehouse, data, stamp} = company.workspace;
    const before = await readTable(company.workspace);
    // Killed while the datasets were being swapped: no stamp, the old datasets aside, half a warehouse beside the good one.
    rmSync(stamp);
    renameSync(data, `${data}.old-4711`);
    writeFileSync(`${warehouse}.next-4711`, "half");
    writeFileSync(`${warehouse}.next-4711.wal`, "half");
    for (const place of ["tmp", "tmp-aside"]) {
      mkdirSync(`${warehouse}.next-4711.${place}`);
      writeFileSync(join(`${warehouse}.next-4711.${place}`, "rows"), "of exports");
    }
    mkdirSync(join(company.workspace.cache, "abc.next-4711"));
    cpSync(`${data}.old-4711`, `${data}.next-4711`, {recursive: true});
    expect((await build(company)).isRebuilt).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["cache", "data", "stamp.json", "warehouse.duckdb"]);
    expect(readdirSync(company.workspace.cache).filter((name) => name.includes("next"))).toEqual([]);
    expect(await readTable(company.workspace)).toBe(before);
  });

  test("a change that neither size nor times tell is found with verify", async () => {
    const path = join(company.folder, "handoffs.csv");
    const {atime, mtime} = statSync(path);
    writeFileSync(path, HANDOFFS.replace("no_show", "held   "));
    utimesSync(path, atime, mtime);
    // Only the time of the last change of the inode is left to tell; as if the file system kept none:
    const stamp = JSON.parse(readFileSync(company.workspace.stamp, "utf8")) as {print: string};
    const {lookAtInputs} = await import("../../pipeline/inputs.js");
    writeFileSync(company.workspace.stamp, JSON.stringify({...stamp, print: lookAtInputs(company.config()).print}));
    expect((await build(company)).isRebuilt).toBe(false);
    expect(await build(company, true)).toEqual({isRebuilt: true, read: ["handoffs.csv"], kept: ["people.csv"]});
  });

  test("another currency of the company reads the exports again: it may decide what a bare sign means", async () => {
    const settings = readFileSync(join(company.folder, "baton.config.yaml"), "utf8");
    company.write("baton.config.yaml", `${settings}currency: CAD\n`);
    expect((await build(company)).kept).toEqual([]);
  });

  test("a build that fails leaves the last good one, and the next starts from what was kept", async () => {
    const before = await readTable(company.workspace);
    company.write("handoffs.csv", HANDOFFS.replace("sdr_id", "who"));
    await expect(build(company)).rejects.toThrow("required column");
    expect(await readTable(company.workspace)).toBe(before);
    company.write("handoffs.csv", HANDOFFS.replace("no_show", "held"));
    expect(await build(company)).toEqual({isRebuilt: true, read: ["handoffs.csv"], kept: ["people.csv"]});
  });

  test("exports that are not wanted any more leave nothing behind", async () => {
    expect(readdirSync(company.workspace.cache)).toHaveLength(2);
    rmSync(join(company.folder, "people.csv"));
    await build(company);
    expect(readdirSync(company.workspace.cache)).toHaveLength(1);
  });
});
