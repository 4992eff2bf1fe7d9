import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {searchBeside} from "../../pipeline/leaks/index.js";
import {COMPANY, plant} from "./company.js";
import {exported} from "./exported.js";

const folder = mkdtempSync(join(tmpdir(), "baton-beside-"));
const warehouse = join(folder, "warehouse.duckdb");
const trees = plant([{kind: "sdr", id: "p-ada", files: {"a.json": '["Will May"]'}}]);
beforeAll(async () => {
  const db = await exported(COMPANY);
  const [{name}] = (await db.rows<{name: string}>("select current_database() as name")) as [{name: string}];
  await db.run(`attach '${warehouse}' as kept; copy from database ${name} to kept; detach kept`);
  db.close();
});
afterAll(() => {
  for (const path of [folder, dirname(trees[0]!.folder)]) rmSync(path, {recursive: true, force: true});
});

it("ends at any moment without taking the process along, and finds what is there the next time", async () => {
  const steps: string[] = [];
  // Ended while it asks the warehouse, from the first question on to the last: a thread torn off there would abort everything.
  for (const wait of [0, 20, 50, 100, 200]) {
    const search = await searchBeside(warehouse, trees, {}, (step) => void steps.push(step));
    await new Promise((resolve) => setTimeout(resolve, wait));
    await search.close();
    await expect(search.look()).rejects.toThrow("ended");
  }
  const search = await searchBeside(warehouse, trees);
  expect((await search.look()).map(({kind}) => kind)).toEqual(["name"]);
  await search.close();
});
