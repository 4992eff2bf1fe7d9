import {copyFileSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {parseConfig} from "../../pipeline/config.js";
import type {CompanyData, HealthData, Manifest} from "../../pipeline/contract/datasets.js";
import {ENTITY_NAMES, type EntityName} from "../../pipeline/contract/entities.js";
import {publishDatasets} from "../../pipeline/publish/datasets.js";
import {openSmall} from "../open-small.js";
import {canonicalFolder} from "../reference/metrics.js";
import {findNoNumbers} from "./no-number.js";
import {expectToAddUp} from "../publish/adds-up.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-subset-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** Builds the datasets from these of the sample company's exports alone. */
async function publish(entities: readonly EntityName[]) {
  for (const entity of entities) copyFileSync(join(canonicalFolder, `${entity}.csv`), join(folder, `${entity}.csv`));
  const sources = entities.length > 0 ? "sources: [{files: '*.csv', exported_at: '2026-10-01T06:00:00+02:00'}]" : "";
  const config = parseConfig(`company: Part of it\ntimezone: Europe/Berlin\n${sources}`, join(folder, "baton.config.yaml"));
  const db = await openSmall();
  await fillWarehouse(db, config);
  const out = join(folder, "data");
  await publishDatasets(db, config, {out});
  db.close();
  expect(findNoNumbers(out)).toEqual([]);
  const read = <T>(name: string) => JSON.parse(readFileSync(join(out, name), "utf8")) as T;
  return {
    manifest: read<Manifest>("manifest.json"),
    company: read<CompanyData>("company.json"),
    health: read<HealthData>("health.json"),
  };
}

describe("a part of the exports is enough to build", () => {
  it.each([[[]], ...ENTITY_NAMES.map((entity) => [[entity]])])("from %s alone", async (entities) => {
    const {manifest, company, health} = await publish(entities as EntityName[]);
    expectToAddUp(health.bridge, company);
    expect(manifest.sources.map((source) => source.entity)).toEqual(entities);
    // What is missing says what it would bring, and is no zero.
    for (const {entity, brings} of manifest.missing) {
      expect(entities).not.toContain(entity);
      expect(brings).not.toBe("");
    }
    expect(manifest.missing.map(({entity}) => entity)).toContain(entities[0] === "handoffs" ? "feedback" : "handoffs");
    expect(manifest.absent_metrics.length).toBeGreaterThan(entities[0] === "handoffs" ? 5 : 15);
    expect(company.funnel.every((stage) => stage.count > 0)).toBe(true);
  });

  it("from meetings and feedback alone, with the numbers that these two tell", async () => {
    const {manifest, company, health} = await publish(["handoffs", "feedback"]);
    expectToAddUp(health.bridge, company);
    const absent = manifest.absent_metrics.map(({metric}) => metric);
    expect(absent).toEqual(
      expect.arrayContaining(["sql_to_opportunity_rate", "opportunity_to_win_rate", "lead_qualification_rate"]),
    );
    expect(absent).not.toContain("show_rate");
    expect(absent).not.toContain("handoff_quality_score");
    expect(company.headlines.find(({metric}) => metric === "show_rate")?.latest?.value).toBeGreaterThan(0.5);
    expect(company.funnel.map(({stage}) => stage)).toEqual(["booked", "held", "accepted", "sql"]);
  });
});
