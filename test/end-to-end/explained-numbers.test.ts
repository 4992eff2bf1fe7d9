import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import {afterAll, beforeAll, expect, it} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {readConfig} from "../../pipeline/config.js";
import type {FactRow, Manifest, MetricRow, SdrData} from "../../pipeline/contract/datasets.js";
import {openDatabase} from "../../pipeline/db.js";
import {publishDatasets} from "../../pipeline/publish/datasets.js";
import {selectFacts} from "../../src/components/facts.js";

const config = readConfig(join(import.meta.dirname, "../../baton.config.yaml"));
const out = mkdtempSync(join(tmpdir(), "baton-explained-"));
const json = <T>(path: string): T => JSON.parse(readFileSync(join(out, path), "utf8")) as T;

beforeAll(async () => {
  const db = await openDatabase();
  await fillWarehouse(db, config);
  await publishDatasets(db, config, {out});
  db.close();
});
afterAll(() => rmSync(out, {recursive: true, force: true}));

it("every number on every SDR's page has just the records behind it that a page lists, and adds up from them", () => {
  const manifest = json<Manifest>("manifest.json");
  const kindOf = new Map(manifest.metrics.map(({name, kind}) => [name, kind]));
  let explained = 0;
  for (const {slug} of manifest.people.filter(({has_page}) => has_page)) {
    const sdr = json<SdrData>(`sdr/${slug}.json`);
    const facts = tableFromIPC(readFileSync(join(out, "facts", `${slug}.arrow`))).toArray() as FactRow[];
    const shown = sdr.headlines.flatMap(({latest, trailing, months}) =>
      [latest, trailing, ...months].filter((row) => row !== null),
    );
    for (const row of [...shown, ...sdr.others]) {
      const behind = selectFacts(facts, row, manifest);
      const mature = behind.filter(({is_mature}) => is_mature);
      const name = `${slug} ${row.metric} ${row.period} ${row.period_start}`;
      expect(behind.length - mature.length, name).toBe(row.in_flight);
      // A velocity is made of several numbers, and no count of members.
      const kind = kindOf.get(row.metric)!;
      if (kind !== "velocity") expect(mature.length, name).toBe(row.n);
      if (["rate", "clustered_rate", "ratio", "mean"].includes(kind)) expectSums(row, mature, name);
      explained++;
    }
  }
  expect(explained).toBeGreaterThan(1000);
});

function expectSums(row: MetricRow, facts: readonly FactRow[], name: string): void {
  const sum = (key: "numerator" | "denominator") => facts.reduce((total, fact) => total + fact[key], 0);
  expect(sum("numerator"), name).toBeCloseTo(row.numerator ?? 0, 3);
  expect(sum("denominator"), name).toBe(row.denominator ?? 0);
}
