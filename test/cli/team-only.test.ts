import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {SMALL_SETTINGS} from "../small-settings.js";
import {callBaton, startBaton} from "./baton.js";

const folder = mkdtempSync(join(tmpdir(), "baton-team-only-"));
const SDRS = ["ann", "bea", "cid", "dan", "eve", "fay"];
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

/** Five SDRs in EMEA, one in APAC; all commands of one company, which is built once. */
beforeAll(() => {
  write("people.csv", `person_id,name,email,role,team,manager_id\n${SDRS.map((id) => `${id},Sdr ${id},${id}@example.com,sdr,${id === "fay" ? "APAC" : "EMEA"},mia\n`).join("")}bob,Bob Ray,bob@example.com,ae,Sales,\nmia,Mia Lead,mia@example.com,manager,,\n`); // prettier-ignore
  write("handoffs.csv", `handoff_id,sdr_id,ae_id,account_id,meeting_at,booked_at,meeting_status\n${SDRS.flatMap((id) => [1, 2].map((n) => `${id}${n},${id},bob,a-${id}${n},2026-09-0${n}T10:00:00Z,2026-08-2${n}T10:00:00Z,held\n`)).join("")}`); // prettier-ignore
  write(
    "baton.config.yaml",
    `company: Small Ltd\nas_of: "2026-10-01T00:00:00Z"\ngranularity: team\n${SMALL_SETTINGS}sources:\n  - files: "*.csv"\n`,
  );
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const place = ["--config", join(folder, "baton.config.yaml"), "--build-dir", join(folder, "build")];
const baton = (...args: string[]) => callBaton(...args, ...place);
const refused = {status: 2, stdout: "", stderr: expect.stringMatching(/granularity: team in .* switches numbers about single people off\n {2}→ /) as string}; // prettier-ignore

describe("with numbers of teams alone", () => {
  it("commands about a person are refused, in every format", async () => {
    for (const args of [
      ["metrics", "--scope", "sdr", "--format", "json"],
      ["metrics", "--scope", "ae"],
      ["metrics", "--scope", "pair", "--format", "csv"],
      ["explain", "show_rate", "--sdr", "ann", "--format", "json"],
      ["explain", "show_rate", "--ae", "bob"],
      ["export", "session", "--sdr", "ann", "--ae", "bob"],
      ["commit", "--sdr", "ann", "--behaviour", "budget"],
    ])
      expect(await baton(...args), args.join(" ")).toMatchObject(refused);
    expect(startBaton("metrics", "--scope", "sdr", "--format", "json", ...place)).toMatchObject(refused);
  });

  it("metrics leave people out, and teams that are as good as a person", async () => {
    const {status, stdout} = await baton("metrics", "--metric", "show_rate", "--period", "all", "--format", "json");
    expect(status).toBe(0);
    const rows = JSON.parse(stdout) as {scope: string; scope_id: string}[];
    expect(rows.filter(({scope}) => ["sdr", "ae", "pair"].includes(scope))).toEqual([]);
    expect(rows.filter(({scope}) => scope === "team").map(({scope_id}) => scope_id)).toEqual(["EMEA"]);
  });

  it("a number is explained without whose handoffs are behind it, and one of a team of few not at all", async () => {
    const {stdout} = await baton("explain", "show_rate", "--period", "all", "--team", "EMEA", "--format", "json");
    expect(stdout).toContain('"record_id": "ann1"');
    expect(stdout).not.toMatch(/Sdr ann|Bob Ray/);
    expect(await baton("explain", "show_rate", "--period", "all", "--team", "APAC")).toMatchObject(refused);
  });

  it("mails tell what there is to do, and no change or focus of a person", async () => {
    for (const audience of ["sdr", "ae", "manager"]) {
      expect((await baton("digest", "--audience", audience, "--format", "text")).status).toBe(0);
      const texts = readdirSync(join(folder, "build/digest", audience)).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(join(folder, "build/digest", audience, name), "utf8")); // prettier-ignore
      expect(texts.length).toBeGreaterThan(0);
      if (audience !== "ae") for (const text of texts) expect(text).not.toMatch(/One thing|Talk with/);
      if (audience !== "manager") for (const text of texts) expect(text).not.toMatch(/What changed/i);
    }
  });

  it("the table of who sees what says so", async () => {
    expect((await baton("access", "--format", "json")).stdout).toContain(
      "no number about a single person; people and texts of the last 24 months and the running one",
    );
  });
});
