import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {buildData} from "../../pipeline/build.js";
import type {CompanyData, HealthData, Manifest} from "../../pipeline/contract/datasets.js";
import {ENTITY_NAMES, type EntityName} from "../../pipeline/contract/entities.js";
import {locateWorkspace, type Workspace} from "../../pipeline/workspace.js";
import {expectToAddUp} from "../publish/adds-up.js";
import {describeReal, REAL_INPUTS, readConfigText, readRealConfig, type RealInput} from "./real-input.js";

/** What each folder exports, and a metric it cannot give. */
const HOLDS: Record<RealInput, {entities: EntityName[]; absent: string}> = {
  hubspot_dummy_labels: {
    entities: ["accounts", "contacts", "handoffs", "opportunities", "activities"],
    absent: "handoff_quality_score",
  },
  hubspot_fivetran_seeds: {entities: ["people", "accounts", "contacts", "opportunities"], absent: "show_rate"},
  salesforce_fivetran_seeds: {
    entities: ["people", "accounts", "contacts", "leads", "handoffs", "opportunities", "activities"],
    absent: "pipeline_won",
  },
  salesforce_dataloader: {entities: ["accounts", "opportunities"], absent: "show_rate"},
  maven_crm_iso: {entities: ["people", "accounts", "opportunities"], absent: "meeting_to_sql_rate"},
  crm_leads_activity_opp: {
    entities: ["contacts", "leads", "handoffs", "opportunities", "activities"],
    absent: "opportunity_to_win_rate",
  },
  survey_gforms_ratings: {entities: ["feedback"], absent: "handoff_quality_score"},
};

for (const name of REAL_INPUTS) {
  describeReal(name, `the data of a site from ${name}`, () => {
    let folder: string;
    let workspace: Workspace;
    let manifest: Manifest;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "baton-real-"));
      workspace = locateWorkspace(folder);
      await buildData(readRealConfig(name), workspace);
      manifest = JSON.parse(readFileSync(join(workspace.data, "manifest.json"), "utf8")) as Manifest;
    });
    afterAll(() => rmSync(folder, {recursive: true, force: true}));

    it("follows from a configuration of at most 25 lines", () => {
      expect(readConfigText(name).trimEnd().split("\n").length).toBeLessThanOrEqual(25);
    });

    it("says which exports are there, which are missing, and what they would bring", () => {
      const {entities} = HOLDS[name];
      expect(manifest.sources.map(({entity}) => entity).sort()).toEqual([...entities].sort());
      expect(manifest.missing.map(({entity}) => entity)).toEqual(ENTITY_NAMES.filter((entity) => !entities.includes(entity)));
      for (const {brings} of manifest.missing) expect(brings).not.toBe("");
    });

    it("says of a metric that cannot be computed what it would need", () => {
      const absent = manifest.absent_metrics.find(({metric}) => metric === HOLDS[name].absent);
      expect(absent?.why).toMatch(/\w/);
    });

    it("accounts for every row, up to what the funnel counts, and has a file for each SDR and team it names", () => {
      const {rows_read, loaded, merged, rejected, set_aside} = manifest.ledger;
      expect(rows_read).toBe(loaded + merged + rejected + set_aside);
      const read = <T>(file: string) => JSON.parse(readFileSync(join(workspace.data, file), "utf8")) as T;
      expectToAddUp(read<HealthData>("health.json").bridge, read<CompanyData>("company.json"));
      for (const {slug} of manifest.people.filter((person) => person.has_page)) {
        expect(existsSync(join(workspace.data, "sdr", `${slug}.json`)), slug).toBe(true);
        expect(existsSync(join(workspace.data, "facts", `${slug}.arrow`)), slug).toBe(true);
      }
      for (const {slug} of manifest.teams) expect(existsSync(join(workspace.data, "team", `${slug}.json`)), slug).toBe(true);
    });

    it("holds no number that is none", () => {
      for (const file of ["manifest.json", "company.json", "funnel.json", "documentation.json", "feedback.json", "health.json"]) {
        const text = readFileSync(join(workspace.data, file), "utf8");
        expect(text).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      }
    });
  });
}
