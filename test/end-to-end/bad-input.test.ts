import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {parseConfig} from "../../pipeline/config.js";
import type {CompanyData, FactRow, Manifest, RatersData, SdrData, TeamData} from "../../pipeline/contract/datasets.js";
import {openDatabase} from "../../pipeline/db.js";
import {publishDatasets} from "../../pipeline/publish/datasets.js";
import {drawPages} from "./draw-pages.js";
import {findNoNumbers, findNoNumbersIn} from "./no-number.js";

/** A meeting held with what the AE gave it; `score` empty: no rating, null: no answer. */
interface Held {
  sdr: string;
  ae: string;
  score: string | null;
}

interface Site {
  json<T>(path: string): T;
  facts(path: string): FactRow[];
  rejects(): {column: string; value: string}[];
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})));

/** The whole road for people and meetings, from CSV; the datasets and every page made of them hold no number that is none. */
async function build(meetings: readonly Held[]): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "baton-bad-"));
  folders.push(folder);
  const write = (name: string, lines: readonly string[]) => writeFileSync(join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
  const sdrs = [...new Set(meetings.map(({sdr}) => sdr))];
  const aes = [...new Set(meetings.map(({ae}) => ae))];
  write("people", [
    "person_id,name,role,team",
    ...sdrs.map((id) => `${id},Sdr ${id},sdr,North`),
    ...aes.map((id) => `${id},Ae ${id},ae,`),
  ]);
  const day = (index: number) => new Date(Date.UTC(2026, 7, 1 + (index % 50), 10)).toISOString();
  write("handoffs", [
    "handoff_id,sdr_id,ae_id,account_id,source,booked_at,meeting_at,meeting_status,budget",
    ...meetings.map(
      ({sdr, ae}, index) =>
        `h${index},${sdr},${ae},a${index},event,2026-07-20T10:00:00Z,${day(index)},held,${index % 2 ? "50k" : ""}`,
    ),
  ]);
  write("feedback", [
    "feedback_id,handoff_id,ae_id,submitted_at,quality_score",
    ...meetings.flatMap(({ae, score}, index) => (score === null ? [] : [`f${index},h${index},${ae},${day(index).replace("T10", "T12")},${score}`])),
  ]); // prettier-ignore
  const config = parseConfig(
    'company: Small\nsources: [{files: "*.csv", exported_at: "2026-10-01T06:00:00Z"}]',
    join(folder, "baton.config.yaml"),
  );
  const db = await openDatabase();
  await fillWarehouse(db, config);
  const out = join(folder, "data");
  await publishDatasets(db, config, {out});
  db.close();
  const json = <T>(path: string) => JSON.parse(readFileSync(join(out, path), "utf8")) as T;
  const table = <T>(path: string) => tableFromIPC(readFileSync(join(out, path))).toArray() as T[];
  expect(findNoNumbers(out)).toEqual([]);
  expect((await drawPages(json)).flatMap(findNoNumbersIn)).toEqual([]);
  return {json, facts: (path) => table(`facts/${path}.arrow`), rejects: () => table("health/rejects.arrow")};
}

const held = (sdr: string, ae: string, scores: readonly (string | null)[]): Held[] => scores.map((score) => ({sdr, ae, score}));
const findCell = (sdr: SdrData, metric: string) => sdr.cells.find((cell) => cell.metric === metric);

describe("bad input gives defined output through the whole road:", () => {
  describe("a company of one team, with an AE who gives all 10s, an SDR with no rating, and ratings of 0, 11 and −3", () => {
    let site: Site;
    beforeAll(async () => {
      site = await build([
        ...held("ann", "ten", ["10", "10", "10", "10", "10", "10"]),
        ...held("ann", "eve", ["6", "7", "5", "6", "8", "7"]),
        ...held("bob", "ten", ["10", "10", "10", "10", "10", "10"]),
        ...held("cid", "eve", ["6", "8", "7", "7", "6", "5", "0", "11", "-3"]),
        ...held("dan", "eve", [null, "", null, "", null]),
      ]);
    });

    it("the AE is lenient by some points; whom only that AE rated is told no adjusted score, which would tell as much", () => {
      const {raters, fit} = site.json<RatersData>("raters.json");
      const ten = raters.find(({ae}) => ae === "Ae ten")!;
      expect(ten).toMatchObject({mean: 10, n: 12});
      expect(ten.severity).toBeGreaterThan(1);
      expect(fit!.reason).toBe("");
      const bob = findCell(site.json<SdrData>("sdr/sdr-bob.json"), "handoff_quality_score")!;
      expect(bob).toMatchObject({value: 10, lower: 10, upper: 10});
      expect((bob.beside ?? []).map(({what}) => what)).not.toContain("adjusted");
    });
    it("the SDR without a rating has no score, plain or adjusted", () => {
      const dan = site.json<SdrData>("sdr/sdr-dan.json");
      expect(findCell(dan, "handoff_quality_score")).toBeUndefined();
      expect(findCell(dan, "show_rate")).toMatchObject({value: 1, n: 5});
    });
    it("ratings outside 1 to 10 count as none, and stand in the ledger", () => {
      expect(site.facts("sdr-cid").filter(({metric}) => metric === "handoff_quality_score")).toHaveLength(6);
      const refused = site.rejects().filter(({column}) => column === "quality_score");
      expect(refused.map(({value}) => value).sort()).toEqual(["-3", "0", "11"]);
    });
    it("the one team says what the company says, and nothing is named as changed", () => {
      const of = ({headlines}: Pick<TeamData, "headlines">) =>
        headlines.map(({metric, trailing}) => [metric, trailing?.numerator, trailing?.denominator]);
      const company = site.json<CompanyData>("company.json");
      expect(of(site.json<TeamData>("team/north.json"))).toEqual(of(company));
      expect(company.changes).toEqual([]);
    });
  });

  it("one SDR with one AE has a score, an interval, and nobody to be told apart from", async () => {
    const site = await build(held("ann", "eve", ["7", "8", "6", "9", "7", "8"]));
    const {raters, fit} = site.json<RatersData>("raters.json");
    expect([raters.length, fit!.pieces, fit!.agreement]).toEqual([1, 1, 0]);
    const ann = findCell(site.json<SdrData>("sdr/sdr-ann.json"), "handoff_quality_score")!;
    expect(ann.lower).toBeLessThan(ann.value!);
    expect(site.json<TeamData>("team/north.json").told_apart).toEqual([]);
  });

  it("ratings that are all 10 have no intervals, and it is said why", async () => {
    const site = await build([...held("ann", "ten", ["10", "10", "10", "10", "10"]), ...held("bob", "ten", ["10", "10"])]);
    expect(site.json<RatersData>("raters.json").fit).toMatchObject({reason: "ratings_never_vary", agreement: null});
  });

  it("a metric with no data is absent with its reason, and stands on no page", async () => {
    const site = await build(held("ann", "eve", [null, null, null, null, null, null]));
    const {absent_metrics} = site.json<Manifest>("manifest.json");
    expect(absent_metrics.find(({metric}) => metric === "handoff_quality_score")!.why).not.toBe("");
    expect(site.json<CompanyData>("company.json").headlines.map(({metric}) => metric)).not.toContain("handoff_quality_score");
    expect(site.json<RatersData>("raters.json")).toEqual({raters: [], fit: null});
  });
});
