import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {readConfig} from "../../pipeline/config.js";
import {makeCompany} from "../../sample-data/company.js";
import {writeFiles} from "../../sample-data/generate.js";
import {writeShape} from "../../sample-data/shapes/index.js";
import {openChdb} from "./chdb.js";
import {compareCompany} from "./compare.js";

const folder = mkdtempSync(join(tmpdir(), "baton-engines-"));
const client = openChdb();
afterAll(async () => {
  await client.close();
  rmSync(folder, {recursive: true, force: true});
});

// The made-up company is a dirty one: its exports hold what sample-data/README.md lists.
it.each(["canonical", "salesforce", "hubspot"] as const)(
  "every row of every mart and metric is the same on ClickHouse, from exports in the shape of %s",
  async (shape) => {
    const target = join(folder, shape);
    writeFiles(target, writeShape(shape, makeCompany()));
    const {tables, rows, differences, failedChecks} = await compareCompany(readConfig(join(target, "baton.config.yaml")), client);
    expect({differences, failedChecks}).toEqual({differences: [], failedChecks: []});
    expect(tables).toBeGreaterThan(40);
    expect(rows).toBeGreaterThan(300_000);
  },
);

it.runIf(process.env.ENGINE_CONFIG)("every row is the same for the company that ENGINE_CONFIG names", async () => {
  const {differences, failedChecks} = await compareCompany(readConfig(process.env.ENGINE_CONFIG!), client);
  expect({differences, failedChecks}).toEqual({differences: [], failedChecks: []});
});
