import {mkdtempSync, readFileSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {measure, type Measured, type StepName} from "./scale/steps.js";
import {writeReport} from "./scale/table.js";
import {FOLDERS, generate} from "./workload/generate.js";

/** A thousandth of the size: two SDRs and half a year, so few that only what the steps do shows, and not how long they take. */
const SIZE = {sdrs: 2, months: 6};
let folder = "";
const steps: Partial<Record<StepName, Measured>> = {};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "baton-scale-"));
  for (const name of ["generate", "bare", "full", "day"] as const)
    steps[name] = await measure(name, folder, SIZE.sdrs, SIZE.months);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

test("the workload has the handoffs that were asked for, and a build accounts for every row of it", () => {
  expect(steps.generate!.rows).toBe(SIZE.sdrs * SIZE.months * 20);
  expect(steps.full!.rows).toBe(steps.bare!.rows);
});

test("the same options give the same exports, byte by byte", async () => {
  const other = mkdtempSync(join(tmpdir(), "baton-scale-"));
  try {
    await generate({...SIZE, seed: 1, out: other});
    const again = join(other, FOLDERS.base);
    const names = readdirSync(again, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".csv"));
    expect(names).toContain("dataloader/Task.csv");
    for (const name of names) expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, FOLDERS.base, name))), name).toBe(true); // prettier-ignore
  } finally {
    rmSync(other, {recursive: true, force: true});
  }
});

test("another day's exports change the datasets, and leave files of others as they were", () => {
  expect(steps.day!.checksum).not.toBe(steps.full!.checksum);
  expect(steps.day!.files!).toBeGreaterThan(0);
  expect(steps.day!.files!).toBeLessThan(steps.full!.files!);
});

test("the tables have a cell under every heading, and a line per step and per target", () => {
  const large = {sdrs: 20, months: 6, steps: Object.fromEntries(Object.entries(steps).map(([name, each]) => [name, {...each, cpu: each.cpu * 10}]))};
  const report = writeReport([{...SIZE, steps}, large], {shell: 20, empty: 15, pages: 20});
  const tables = report.split("\n\n").filter((part) => part.startsWith("|"));
  expect(tables).toHaveLength(4);
  for (const table of tables) expect(new Set(table.trim().split("\n").map((line) => line.split(" | ").length)).size, table).toBe(1);
  expect(report).toContain("| everything from nothing |");
  expect(report).toMatch(/\| data part, against the bare reader \| [\d.]+ × \| ≤ 3.5 × \| (yes|no) \|/);
  expect(report).toMatch(/\| everything from nothing \| 1\.00 \|/);
  expect(report).toContain("| the same, against near-empty pages | 1.33 × | ≤ 1.5 × | yes |");
}); // prettier-ignore
