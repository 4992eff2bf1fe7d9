import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import type {AeData, ComingCompany, ComingData, CompanyData, SdrData, TeamData} from "../../pipeline/contract/datasets.js";
import {readWriteback, type WritebackRow} from "../../pipeline/publish/writeback.js";
import {openSample, sampleConfig as config} from "../sample.js";

let out: string;
let written: WritebackRow[];

beforeAll(async () => {
  const {db, data} = await openSample();
  out = data;
  const asOf = new Date(config.sources[0]!.exported_at!).toISOString();
  written = (await readWriteback(db, config)).filter(({meeting_at}) => Date.parse(meeting_at) >= Date.parse(asOf));
});

const read = <T>(path: string) => JSON.parse(readFileSync(join(out, path), "utf8")) as T;
const readAll = <T>(folder: string) =>
  readdirSync(join(out, folder))
    .filter((file) => file.endsWith(".json"))
    .map((file) => read<T>(`${folder}/${file}`));

describe("whether a coming meeting of the sample company is ready", () => {
  it("is the same on the board, on the pages of teams, SDRs and AEs, and in what goes back to the CRM", () => {
    const ready = new Set(written.filter((row) => row.ready).map(({handoff_id}) => handoff_id));
    expect(ready.size).toBeGreaterThan(0);
    expect(ready.size).toBeLessThan(written.length);
    const boards = readAll<ComingData>("coming/team").flatMap(({meetings}) => meetings);
    const teams = readAll<TeamData>("team").flatMap(({coming}) => coming);
    const sdrs = readAll<SdrData>("sdr").flatMap(({coming}) => coming);
    const aes = readAll<AeData>("ae").flatMap(({coming}) => coming);
    for (const list of [boards, teams, sdrs, aes]) {
      expect(list.map(({handoff_id}) => handoff_id).sort()).toEqual(written.map(({handoff_id}) => handoff_id).sort());
      expect(new Set(list.filter(({tasks}) => !tasks.length).map(({handoff_id}) => handoff_id))).toEqual(ready);
    }
    const {teams: counted} = read<ComingCompany>("coming/company.json");
    const sum = (key: "coming" | "not_ready") => counted.reduce((total, team) => total + team[key], 0);
    expect([sum("coming"), sum("coming") - sum("not_ready")]).toEqual([written.length, ready.size]);
    expect(counted.every(({dues, not_ready}) => dues.length === not_ready)).toBe(true);
  });

  it("and how many are coming is what the overview says", () => {
    expect(read<CompanyData>("company.json").counts.pending).toBe(written.length);
  });
});
