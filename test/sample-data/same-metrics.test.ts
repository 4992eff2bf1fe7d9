import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {readConfig} from "../../pipeline/config.js";
import type {MetricRow} from "../../pipeline/contract/datasets.js";
import {readMetricRows} from "../../pipeline/metrics/index.js";
import {makeCompany} from "../../sample-data/company.js";
import {writeFiles} from "../../sample-data/generate.js";
import {writeShape, type ShapeName} from "../../sample-data/shapes/index.js";
import {openSmall} from "../open-small.js";

const folder = mkdtempSync(join(tmpdir(), "baton-shapes-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** Every metric row by what it is about; people and accounts have other ids in each system, but the same names. */
async function measure(shape: ShapeName, company: ReturnType<typeof makeCompany>): Promise<Map<string, string>> {
  const target = join(folder, shape);
  writeFiles(target, writeShape(shape, company));
  const db = await openSmall();
  await fillWarehouse(db, readConfig(join(target, "baton.config.yaml")));
  const rows = await readMetricRows(db, {});
  db.close();
  return new Map(
    rows.map(({scope_id: _, ...row}: MetricRow) => [
      [row.metric, row.scope, row.scope_name, row.period, row.period_start, row.currency].join(" | "),
      JSON.stringify(row),
    ]),
  );
}

describe("the sample company in each shape", () => {
  const company = makeCompany();
  let canonical: Map<string, string>;
  beforeAll(async () => {
    canonical = await measure("canonical", company);
  });

  it("has thousands of metric rows, each about something of its own", () => {
    expect(canonical.size).toBeGreaterThan(10_000);
  });

  it.each(["salesforce", "hubspot"] as const)(
    "gives the same metrics to the digit from %s",
    async (shape) => {
      const other = await measure(shape, company);
      const different = [...canonical].filter(([key, row]) => other.get(key) !== row).map(([key]) => key);
      const added = [...other.keys()].filter((key) => !canonical.has(key));
      expect({different: different.slice(0, 20), added: added.slice(0, 20)}).toEqual({different: [], added: []});
    },
    600_000,
  );
});
