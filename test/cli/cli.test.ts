import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {MetricRow} from "../../pipeline/contract/datasets.js";
import {buildSharedShell} from "../browser/shared-shell.js";
import {SHELL} from "../browser/serve.js";
import {callBaton as baton, startBaton} from "./baton.js";

let folder: string;

const HANDOFFS = `handoff_id,sdr_id,ae_id,account_id,meeting_at,meeting_status
h1,ann,bob,a1,2026-09-01T10:00:00Z,held
h2,ann,bob,a2,2026-09-02T10:00:00Z,no_show
h3,cid,bob,a3,2026-09-03T10:00:00Z,held
`;
const CONFIG = `company: Small Ltd
as_of: "2026-10-01T00:00:00Z"
brief: [{field: budget}]
readiness: [{criterion: notes}]
sources:
  - files: handoffs.csv
    exported_at: "2026-10-01T00:00:00Z"
`;

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

/** Where the company is, and its build. */
const place = () => ["--config", join(folder, "baton.config.yaml"), "--build-dir", join(folder, "build")];
const onCompany = (command: string, ...args: string[]) => baton(command, ...place(), ...args);
const startOnCompany = (command: string, ...args: string[]) => startBaton(command, ...place(), ...args);
const onExport = (...args: string[]) => baton("export", "writeback", ...place(), ...args);

/** Every file of the built site with its size and time, so that any touch shows. */
function siteState(): string[] {
  const below = (path: string): string[] =>
    readdirSync(path, {withFileTypes: true}).flatMap((entry) => {
      const child = join(path, entry.name);
      return entry.isDirectory() ? below(child) : [`${child} ${statSync(child).size} ${statSync(child).mtimeMs}`];
    });
  return below(join(folder, "build/dist")).sort();
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-cli-"));
});
beforeEach(() => {
  write("handoffs.csv", HANDOFFS);
  write("baton.config.yaml", CONFIG);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

// Those that leave the exports as they are stand together: they share what one before them has built.
describe("the command line", () => {
  it("helps on every level", async () => {
    expect(startBaton("--help")).toMatchObject({status: 0, stdout: expect.stringContaining("build")});
    for (const command of [
      "build",
      "data",
      "dev",
      "view",
      "metrics",
      "explain",
      "export",
      "inspect",
      "check",
      "read",
      "template",
      "form",
      "schema",
    ]) {
      expect(await baton(command, "--help"), command).toMatchObject({status: 0, stdout: expect.stringContaining("Usage:")});
    }
  });

  it("answers a mistake in usage with exit code 2 and the choices", async () => {
    expect(startBaton("metrics", "--scope", "planet")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("company, team, manager, sdr"),
    });
    expect(await baton("bild")).toMatchObject({status: 2, stderr: expect.stringContaining("build")});
    expect(await baton("template", "handoff")).toMatchObject({status: 2, stderr: expect.stringContaining("handoffs")});
  });

  it("answers builds and files that are none with exit code 2, too", async () => {
    const out = ["--out", join(folder, "published")];
    expect(await onCompany("rollback", "99", ...out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("99: no build is kept"),
    });
    expect(await onCompany("diff", "98", "99", ...out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("nothing is published"),
    });
    for (const command of ["inspect", "read"])
      expect(await baton(command, "nowhere.csv")).toMatchObject({status: 2, stderr: expect.stringContaining("no such file")});
    expect(await onCompany("unlock", "elsewhere", ...out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("holds no lock"),
    });
    expect(await onCompany("unlock", hostname(), ...out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("is this machine"),
    });
    writeFileSync(
      join(folder, "published.lock"),
      JSON.stringify({pid: 1, host: "elsewhere", born: "", since: "2026-01-01T00:00:00Z"}),
    );
    expect(await onCompany("unlock", "elsewhere", ...out)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("taken away"),
    });
    expect(readdirSync(folder)).not.toContain("published.lock");
  });

  it("answers a mistake in the configuration with exit code 2", async () => {
    write("baton.config.yaml", "timezon: UTC\n");
    expect(startOnCompany("metrics")).toMatchObject({status: 2, stderr: expect.stringContaining("did you mean timezone?")});
    expect(await baton("metrics", "--config", join(folder, "nowhere.yaml"))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("nowhere.yaml"),
    });
  });

  it("checks without writing: exit code 0 when a build would succeed, 1 when not, the report as text or JSON", async () => {
    const sound = await onCompany("check", "--format", "json");
    expect(sound.status).toBe(0);
    expect(JSON.parse(sound.stdout)).toMatchObject({ok: true, files: [{path: "handoffs.csv", rows_read: 3, loaded: 3}]});
    expect(readdirSync(folder)).not.toContain("build");
    write("handoffs.csv", "colour,shape\nred,round\n");
    expect(await onCompany("check")).toMatchObject({status: 1, stdout: expect.stringContaining("a build would stop: 1 reason")});
  });

  it("prints an entity's template, and nothing else", async () => {
    const {stdout} = await baton("template", "feedback");
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(stdout).toMatch(/^feedback_id,submitted_at,handoff_id,/);
  });

  it("prints what is left of people's rates when chance is taken out, and adjusted scores; nobody else's rows have any", async () => {
    // Two SDRs and two AEs, twelve ratings: enough for the crossed model.
    const meetings = Array.from({length: 12}, (_, n) => `m${n},${n % 2 ? "ann" : "cid"},${n % 3 ? "bob" : "dot"},a${n},2026-09-0${1 + (n % 9)}T10:00:00Z,${n % 4 ? "held" : "no_show"}`); // prettier-ignore
    write("handoffs.csv", `${HANDOFFS.split("\n")[0]}\n${meetings.join("\n")}\n`);
    write(
      "feedback.csv",
      `feedback_id,handoff_id,submitted_at,quality_score\n${meetings.map((_, n) => `f${n},m${n},2026-09-12T10:00:00Z,${5 + (n % 5)}`).join("\n")}\n`,
    );
    write(
      "baton.config.yaml",
      `${CONFIG}  - files: feedback.csv\n    exported_at: "2026-10-01T00:00:00Z"\ntargets_confirmed: true\n`,
    );
    const {stdout, stderr} = await onCompany("metrics", "--format", "json", "--period", "all", "--quiet");
    expect(stderr).toBe("");
    const rows = JSON.parse(stdout) as (MetricRow & Record<string, number | null | undefined>)[];
    const find = (metric: string, scope: string, id: string) =>
      rows.find((row) => row.metric === metric && row.scope === scope && row.scope_id === id)!;
    const ann = find("show_rate", "sdr", "ann");
    const {shrunk_value, shrunk_lower, shrunk_upper, prob_below_target} = ann;
    expect(shrunk_lower).toBeLessThan(shrunk_value!);
    expect(shrunk_value).toBeLessThan(shrunk_upper!);
    expect(prob_below_target).toBeGreaterThan(0);
    expect(prob_below_target).toBeLessThan(1);
    expect(find("show_rate", "ae", "bob").shrunk_value).toBeGreaterThan(0);
    expect(find("show_rate", "company", "")).not.toHaveProperty("shrunk_value");
    const {value, lower, upper} = find("adjusted_quality_score", "sdr", "ann");
    expect(lower).toBeLessThan(value!);
    expect(value).toBeLessThan(upper!);
    rmSync(join(folder, "feedback.csv"));
  });

  it("prints metrics, building what is not built, and again when an export changes", async () => {
    const words = ["metrics", "--format", "json", "--metric", "show_rate", "--scope", "company", "--period", "all"] as const;
    expect(JSON.parse(startOnCompany(...words).stdout)).toEqual([
      {
        metric: "show_rate",
        scope: "company",
        scope_id: "",
        scope_name: "Small Ltd",
        period: "all",
        period_start: "",
        numerator: 2,
        denominator: 3,
        value: expect.closeTo(2 / 3, 9),
        lower: expect.any(Number),
        upper: expect.any(Number),
        in_flight: 0,
        maturity: "too_few",
        target: 0.75,
        previous_value: null,
        status: "too_few",
        currency: "",
      },
    ]);
    write("handoffs.csv", `${HANDOFFS}h4,cid,bob,a4,2026-09-04T10:00:00Z,held\n`);
    const [row] = JSON.parse((await onCompany(...words)).stdout) as MetricRow[];
    expect(row).toMatchObject({numerator: 3, denominator: 4});
  });

  it("builds a site beside others, and leaves it as it was when an export cannot be used", async () => {
    // The pages of a site are the same for every company.
    await buildSharedShell();
    mkdirSync(join(folder, "build"), {recursive: true});
    for (const end of ["", ".key"]) cpSync(SHELL + end, join(folder, `build/shell${end}`), {recursive: true});
    const first = startOnCompany("build");
    expect(first, first.stderr).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("3 rows read = 3 loaded + 0 merged + 0 rejected + 0 set aside"),
    });
    expect(first.stdout).toContain(join(folder, "build/dist"));
    const before = siteState();
    expect(before.length).toBeGreaterThan(20);

    write("handoffs.csv", HANDOFFS.replace("sdr_id", "who"));
    const broken = startOnCompany("build");
    expect(broken.status).toBe(1);
    expect(broken.stderr).toMatch(/handoffs\.csv: .*required column.* missing/);
    expect(broken.stderr).toContain("sdr_id");
    expect(broken.stderr).toContain("columns");
    expect(siteState()).toEqual(before);

    rmSync(join(folder, "handoffs.csv"));
    expect(await onCompany("build")).toMatchObject({status: 1, stderr: expect.stringContaining("handoffs.csv")});
    expect(siteState()).toEqual(before);
  });

  it("takes a number apart: what counts, the records behind it, the SQL", async () => {
    const {status, stdout} = await onCompany("explain", "show_rate", "--sdr", "ann", "--period", "2026-09", "--quiet");
    expect(status).toBe(0);
    for (const text of [
      "period      2026-09\n",
      "time zone   UTC, of all times here",
      "numerator   1\n",
      "denominator 2\n",
      "h1",
      "pages/brief.html?handoff=h2",
      "from marts.handoffs",
    ])
      expect(stdout).toContain(text);
    const json = await onCompany("explain", "show_rate", "--sdr", "ann", "--period", "2026-09", "--quiet", "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject({
      row: {numerator: 1, denominator: 2},
      members: [{record_id: "h1"}, {record_id: "h2"}],
    });
    expect(await onCompany("explain", "show_rate", "--sdr", "ann", "--ae", "bob")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--sdr and --ae"),
    });
  });

  it("writes what goes back to the CRM, to the standard output or a file, and refuses a day that is none", async () => {
    const {status, stdout, stderr} = await onExport("--since", "2026-09-02");
    expect({status, stderr}).toEqual({status: 0, stderr: ""});
    expect(stdout.trim().split("\r\n").map((line) => line.split(",").slice(0, 4).join(","))).toEqual([
      "handoff_id,meeting_id,opportunity_id,meeting_at",
      "h2,,,2026-09-02T10:00:00Z",
      "h3,,,2026-09-03T10:00:00Z",
    ]); // prettier-ignore
    const file = join(folder, "back.csv");
    expect(await onExport("--since", "2026-09-02", "--out", file)).toMatchObject({status: 0, stdout: `2 handoffs in ${file}\n`});
    expect(readFileSync(file, "utf8")).toBe(stdout);
    expect(await onExport("--since", "soon")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"soon" is no day or time'),
    });
  });

  it("keeps two companies apart", async () => {
    mkdirSync(join(folder, "other"), {recursive: true});
    writeFileSync(join(folder, "other/handoffs.csv"), HANDOFFS.replaceAll("no_show", "held"));
    writeFileSync(join(folder, "other/baton.config.yaml"), CONFIG.replace("Small", "Other"));
    const other = ["--config", join(folder, "other/baton.config.yaml"), "--build-dir", join(folder, "other/build")];
    const words = ["--format", "json", "--metric", "show_rate", "--scope", "company", "--period", "all"];
    const rows = async (where: readonly string[]) =>
      JSON.parse((await baton("metrics", ...where, ...words)).stdout) as MetricRow[];
    expect((await rows(other))[0]).toMatchObject({scope_name: "Other Ltd", numerator: 3});
    expect((await rows(place()))[0]).toMatchObject({
      scope_name: "Small Ltd",
      numerator: 2,
    });
  });

  it("goes on past a bad cell and a bad row, and says so", async () => {
    write("handoffs.csv", `${HANDOFFS}h5,,bob,a5,2026-09-05T10:00:00Z,held\nh6,cid,bob,a6,2026-09-06T10:00:00Z,perhaps\n`);
    const {status, stdout} = await onCompany("data");
    expect(status).toBe(0);
    expect(stdout).toContain("5 rows read = 4 loaded + 0 merged + 1 rejected + 0 set aside");
    const health = JSON.parse(readFileSync(join(folder, "build/data/health.json"), "utf8"));
    expect(health.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({path: "handoffs.csv", column: "sdr_id", effect: "row", first_line: 5}),
        expect.objectContaining({
          path: "handoffs.csv",
          column: "meeting_status",
          effect: "cell",
          example: "perhaps",
          first_line: 6,
        }),
      ]),
    );
  });

  it("refuses a checklist's rule that names what is not there, with exit code 2, whatever the command", async () => {
    write("baton.config.yaml", `${CONFIG}qualification: [{criterion: size, rule: emploees > 5}]\n`);
    for (const command of ["data", "check", "metrics"])
      expect(await onCompany(command), command).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("did you mean employees?"),
      });
  });

  it("tells mistakes of the configuration, rules that do not work and names that no export has at once", async () => {
    write("people.csv", "person_id,name,role,team\nann,Ann Orr,sdr,North\n");
    write(
      "baton.config.yaml",
      `${CONFIG.replace("files: handoffs.csv", "files: [handoffs.csv, people.csv]")}min_n: none\nqualification: [{criterion: size, rule: emploees > 5}]\nteams: [5, {team: Nort}]\n`,
    );
    const {status, stdout, stderr} = await onCompany("check");
    expect(status).toBe(2);
    expect(stderr).toMatch(/3 mistakes\n +min_n +"none" is no number/);
    expect(stderr).toMatch(/qualification\[0\]\.rule +there is no "emploees"/);
    expect(stdout).toMatch(/teams\[1\]\.team +"Nort" is no team in the export of people.*\n.*did you mean North\?/);
    expect(stdout).toContain("the configuration holds 3 mistakes; what stands here is of the rest of it");
    expect((await onCompany("data")).stderr).toMatch(/min_n +"none"[^]*qualification\[0\]\.rule/);
  });
});
