import {execFileSync, spawn, spawnSync} from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it, onTestFinished} from "vitest";
import {compareKept, describeComparison} from "../../pipeline/diff-builds.js";
import {UserError} from "../../pipeline/errors.js";
import {takeLock} from "../../pipeline/lock.js";
import {addForgotten} from "../../pipeline/privacy/forgotten.js";
import type {Progress} from "../../pipeline/progress.js";
import {forgetKept} from "../../pipeline/refresh/places.js";
import {noteFailure} from "../../pipeline/refresh-site.js";
import {rollBack} from "../../pipeline/rollback.js";
import {ROOT} from "../../pipeline/workspace.js";
import {openDisk} from "./disk.js";
import {killRefreshes} from "./kill.js";
import {givenPublished, handoffs, openCompany, PEOPLE, SETTINGS, type PublishedCompany} from "./given-published.js";

// One company whose first build is published; tests that change it take a copy.
let base: PublishedCompany;
let before: string;
beforeAll(async () => {
  base = await givenPublished(afterAll);
  const {error} = await base.refresh();
  if (error) throw error;
  before = base.hashServed();
});

/** One more meeting. */
const MORE = "h900,ann,bob,a900,2026-09-26T09:00:00Z,2026-09-28T09:00:00Z,held,50k\n";

/** Runs something the first time a file begins to be read. */
function whenRead(name: string, act: () => void): Progress {
  let isDone = false;
  return {
    begin() {},
    end() {},
    item(step, item) {
      if (isDone || step !== "ingest" || item.isDone || item.name !== name) return;
      isDone = true;
      act();
    },
  };
}

describe("a refresh", () => {
  it("publishes a whole site by one link, keeps it, and tells what it did beside it and in RevOps' tree", () => {
    expect(lstatSync(base.out).isSymbolicLink()).toBe(true);
    const status = base.status();
    expect(status).toMatchObject({
      state: "published",
      exit_code: 0,
      failure: null,
      guard: {state: "nothing to compare with"},
      ledger: {rows_read: 124, loaded: 124, rejected: 0},
      served: {number: 1},
    });
    expect(status.sources!.map(({entity, rows, exported_at}) => [entity, rows, exported_at])).toEqual([
      ["handoffs", 120, "2026-09-25T09:00:00Z"],
      ["people", 4, "2026-10-01T06:00:00Z"],
    ]);
    expect(JSON.parse(readFileSync(join(base.out, "revops/status.json"), "utf8"))).toEqual(status);
    expect(readdirSync(base.folder).sort()).toEqual([
      "build",
      "company",
      "published",
      "published.builds",
      "published.status.json",
    ]);
  });

  it("publishes nothing anew when nothing has changed, and says so", async () => {
    const {status} = await base.refresh();
    expect(status).toMatchObject({state: "unchanged", exit_code: 0, kept: [status.served!.build], ledger: {rows_read: 124}});
    expect(base.hashServed()).toBe(before);
  });

  it("does not begin while another is at work there, and leaves that one's status alone", async () => {
    const told = readFileSync(`${base.out}.status.json`, "utf8");
    const release = takeLock(`${base.out}.lock`);
    await expect(base.refresh()).rejects.toThrow("another build is at work here");
    release();
    expect(readFileSync(`${base.out}.status.json`, "utf8")).toBe(told);
  });

  it("notes one before it that was killed, and a mistake in the configuration that kept it from beginning", async () => {
    const company = base.copy(onTestFinished);
    writeFileSync(`${company.out}.status.json`, JSON.stringify({...company.status(), state: "running"}));
    const {status} = await company.refresh();
    expect(status.notes).toEqual([expect.stringMatching(/^the refresh that began at .* ended without a word/)]);
    await noteFailure(company.out, new UserError("baton.config.yaml: 1 mistake", 2));
    expect(company.status()).toMatchObject({state: "failed", exit_code: 2, failure: {kind: "config"}, served: {number: 1}});
    // Whoever asks whether the data are stale hears it though no refresh gets as far.
    const late = new Date("2031-01-01T00:00:00Z");
    await noteFailure(company.out, new UserError("baton.config.yaml: 1 mistake", 2), "handoffs", {now: late});
    expect(company.status()).toMatchObject({kind: "handoffs", served: {is_stale: true}, kept: [expect.any(String)]});
    expect(statSync(`${company.out}.status.json`).mode & 0o007).toBe(0);
    expect(company.hashServed()).toBe(before);
  });
});

describe("kept builds", () => {
  let company: PublishedCompany;
  beforeAll(async () => {
    company = base.copy(afterAll);
    company.write("handoffs.csv", handoffs(120, MORE));
    const {error} = await company.refresh({now: () => new Date("1999-01-01T00:00:00Z")});
    if (error) throw error;
  });

  it("are in order whatever the clock says, and share on disk what they have in common", () => {
    const status = company.status();
    expect(status).toMatchObject({state: "published", started_at: "1999-01-01T00:00:00Z", guard: {state: "passed"}});
    expect(status.kept.map((name) => name.slice(0, 6))).toEqual(["000001", "000002"]);
    expect(company.hashServed()).not.toBe(before);
    const [first, second] = status.kept.map((build) => join(`${company.out}.builds`, build));
    const files = (readdirSync(second!, {recursive: true}) as string[]).filter((path) => existsSync(join(first!, path)) && statSync(join(second!, path)).isFile() && !path.endsWith("status.json")); // prettier-ignore
    const isOne = (path: string) => statSync(join(first!, path)).ino === statSync(join(second!, path)).ino;
    const isSame = (path: string) => readFileSync(join(first!, path)).equals(readFileSync(join(second!, path)));
    expect(files.filter((path) => isSame(path) && statSync(join(first!, path)).size > 0 && !isOne(path))).toEqual([]);
    expect(files.filter(isSame).length).toBeGreaterThan(20);
    expect(files.filter((path) => !isSame(path)).length).toBeGreaterThan(5);
  });

  it("are compared: rows, and the numbers of closed periods that moved, with what can have moved them", () => {
    const comparison = compareKept(company.config(), {out: company.out});
    expect(comparison).toMatchObject({cause: "data", moves_numbers: [], people_gone: [], people_new: []});
    expect(comparison.differences).toContainEqual({kind: "rows", what: "handoffs", before: 120, after: 121, is_beyond: false, cause: "data"}); // prettier-ignore
    expect(comparison.differences.filter(({kind, is_beyond}) => kind === "number" && is_beyond)).toEqual([]);
    expect(describeComparison(comparison, "UTC")).toContain("settings and code are the same, so no number moved by definition");
  });

  it("come back whole, and what was taken back is not published again by itself", async () => {
    const later = company.hashServed();
    const {from, to} = await rollBack(company.config(), {out: company.out});
    expect([from!.number, to.number]).toEqual([2, 1]);
    expect(company.hashServed()).toBe(before);
    expect(company.status()).toMatchObject({
      served: {number: 1},
      notes: expect.arrayContaining([expect.stringContaining("rolled back to 000001-")]) as unknown,
    });
    expect((await company.refresh()).status.state).toBe("unchanged");
    expect(company.hashServed()).toBe(before);
    await rollBack(company.config(), {out: company.out, wanted: "2"});
    expect(company.hashServed()).toBe(later);
    await expect(rollBack(company.config(), {out: company.out, wanted: "77"})).rejects.toThrow("kept are 000001-");
  });

  it("bring nobody back who is to be forgotten: they go, and one that stays is refused", async () => {
    const copy = company.copy(onTestFinished);
    // The places are noted by their full names.
    writeFileSync(join(copy.workspace.folder, "published.json"), JSON.stringify([copy.out]));
    addForgotten(copy.config().path, {kind: "person", ids: ["ann"], names: ["Ann Orr"], records: []}, "2026-10-01");
    await expect(rollBack(copy.config(), {out: copy.out})).rejects.toThrow("put on the list of who is to be forgotten");
    const mails = join(copy.workspace.folder, "digest");
    mkdirSync(mails);
    writeFileSync(join(mails, "ann-orr.html"), "Dear Ann");
    expect(forgetKept(copy.workspace)).toEqual({removed: 1, served: [copy.out]});
    expect(existsSync(mails)).toBe(false);
    const builds = readdirSync(`${copy.out}.builds`).filter((name) => name.startsWith("0"));
    expect(builds.sort()).toEqual([basename(copy), `${basename(copy)}.json`]);
    const {status} = await copy.refresh({isAccepted: true});
    expect(status.kept).toHaveLength(1);
    expect(JSON.stringify(readdirSync(`${copy.out}.builds`, {recursive: true}))).not.toContain("ann-orr");
  });
});

const basename = ({out}: PublishedCompany) => realpathSync(out).split("/").at(-1)!;

describe("the quick pass over handoffs", () => {
  const json = ({out}: PublishedCompany, path: string) => JSON.parse(readFileSync(join(out, "revops/_file/data", path), "utf8")) as Record<string, unknown>; // prettier-ignore
  const AHEAD = "h901,ann,bob,a901,2026-09-28T09:00:00Z,2026-10-02T09:00:00Z,scheduled,\n";

  it("brings coming meetings and briefs up to date; numbers and records stay of one moment, and the manifest tells both", async () => {
    const company = base.copy(onTestFinished);
    const numbers = readFileSync(join(company.out, "revops/_file/data/company.json"), "utf8");
    company.write("handoffs.csv", handoffs(120, MORE + AHEAD));
    company.write("people.csv", PEOPLE);
    const {status} = await company.refresh({kind: "handoffs"});
    expect(status).toMatchObject({state: "published", kind: "handoffs", notes: [], served: {kind: "handoffs", number: 2}});
    expect(json(company, "coming/sdr/ann-orr.json")).toMatchObject({meetings: [{handoff_id: "h901"}]});
    expect(json(company, "sdr/ann-orr.json")).toMatchObject({coming: [{handoff_id: "h901"}]});
    expect(json(company, "manifest.json")).toMatchObject({as_of: "2026-10-01T06:00:00Z", handoffs_as_of: "2026-10-01T06:00:00Z"});
    expect(readFileSync(join(company.out, "revops/_file/data/company.json"), "utf8")).toBe(numbers);
    expect((await company.refresh({kind: "handoffs"})).status.state).toBe("unchanged");
    // At night all is of one moment again.
    expect((await company.refresh()).status).toMatchObject({state: "published", kind: "full"});
    expect(json(company, "manifest.json")).toMatchObject({handoffs_as_of: null, ledger: {rows_read: 126}});
  });

  it("builds everything where a handoff has changed hands: what the last build says of it is not its SDR's of before to see", async () => {
    const company = base.copy(onTestFinished);
    company.write("handoffs.csv", handoffs().replace("h117,ann", "h117,cid"));
    const {status} = await company.refresh({kind: "handoffs"});
    expect(status).toMatchObject({state: "published", kind: "full", notes: [expect.stringContaining("everything was built")]});
  });
});

describe("the change guard", () => {
  let company: PublishedCompany;
  beforeAll(() => {
    company = base.copy(afterAll);
  });

  it("refuses an export that lost its rows, with exit code 3, serves the last site and keeps the figures for diff", async () => {
    company.write("handoffs.csv", handoffs(20));
    const {status, error} = await company.refresh();
    expect(status).toMatchObject({state: "refused", exit_code: 3, failure: {kind: "guard"}, guard: {state: "refused"}});
    expect(status.guard!.beyond).toEqual(["rows: handoffs 120 → 20", "rows: source handoffs*.csv 120 → 20"]);
    expect(error!.message).toMatch(/rows: handoffs 120 → 20[\s\S]*refresh --accept; the last site is served/);
    expect(company.hashServed()).toBe(before);
    expect(compareKept(company.config(), {out: company.out}).b.build).toBe("refused");
  });

  it("publishes it with a notice where the configuration says so, and once when it is accepted", async () => {
    const copy = company.copy(onTestFinished);
    const {status} = await company.refresh({isAccepted: true});
    expect(status).toMatchObject({state: "published", guard: {state: "accepted", beyond: {length: 2}}, served: {number: 2}});
    expect(existsSync(join(`${company.out}.builds`, "refused.json"))).toBe(false);
    copy.write("baton.config.yaml", `${SETTINGS}guard: {beyond: notice}\n`);
    expect((await copy.refresh()).status).toMatchObject({state: "published", exit_code: 0, guard: {state: "noticed"}});
  });

  it("refuses yesterday's file under today's name", async () => {
    const copy = base.copy(onTestFinished);
    copy.write("handoffs-2026-09-29.csv", handoffs());
    const {status} = await copy.refresh();
    expect(status.guard!.beyond).toContain("file: handoffs-2026-09-29.csv holds what handoffs.csv held; the export may not have run: fetch it again"); // prettier-ignore
    expect(copy.hashServed()).toBe(before);
  });
});

describe("bad input leaves the last site served and says why:", () => {
  it("a source that is gone, or whose every row is", async () => {
    const company = base.copy(onTestFinished);
    company.write("handoffs.csv", handoffs(0));
    expect((await company.refresh()).status).toMatchObject({exit_code: expect.any(Number), failure: {kind: expect.stringMatching(/guard|export/)}}); // prettier-ignore
    unlinkSync(join(company.folder, "company/handoffs.csv"));
    const {status, error} = await company.refresh();
    expect(status).toMatchObject({state: "failed", exit_code: 1, failure: {kind: "source_missing", step: "ingest"}});
    expect(error!.message).toContain("no file matches: handoffs*.csv");
    expect(company.hashServed()).toBe(before);
  });

  it("an export that vanishes while it is read; one that is still being written is read again", async () => {
    const company = base.copy(onTestFinished);
    const path = join(company.folder, "company/handoffs.csv");
    company.write("handoffs.csv", handoffs(120, MORE));
    const gone = await company.refresh({progress: whenRead("handoffs.csv", () => unlinkSync(path))});
    expect(gone.status).toMatchObject({state: "failed", failure: {kind: "source_missing"}});
    expect(company.hashServed()).toBe(before);
    company.write("handoffs.csv", handoffs(110));
    const {status} = await company.refresh({progress: whenRead("handoffs.csv", () => writeFileSync(path, handoffs(120, MORE)))});
    expect(status).toMatchObject({state: "published", notes: ["exports changed while they were read; read again"], ledger: {rows_read: 125}}); // prettier-ignore
  });

  it("a full disk, and one that is read-only; with room again the next one publishes", async () => {
    const disk = openDisk(200);
    onTestFinished(() => disk.close());
    execFileSync("cp", ["-a", `${base.folder}/.`, disk.folder]);
    const company = openCompany(disk.folder);
    company.write("handoffs.csv", handoffs(120, MORE));
    disk.setReadOnly(true);
    const {status, error} = await company.refresh();
    disk.setReadOnly(false);
    expect(status).toMatchObject({state: "failed", failure: {kind: "not_writable"}});
    expect(error!.message).toMatch(/^a folder cannot be written to: [\s\S]*→ let this user write there/);
    const prefix = disk.fill(3e6);
    const words = [...prefix, process.execPath, "--import", "tsx", join(ROOT, "pipeline/cli.ts"), "refresh", "--quiet", "--config", join(company.folder, "company/baton.config.yaml"), "--build-dir", company.workspace.folder, "--out", company.out]; // prettier-ignore
    const {stderr, status: code} = spawnSync(words[0]!, words.slice(1), {cwd: ROOT, encoding: "utf8"});
    expect(code).toBe(1);
    expect(stderr).toMatch(/^the disk is full: [\s\S]*→ make room/m);
    expect(company.hashServed()).toBe(before);
    expect(company.status()).toMatchObject({state: "failed", failure: {kind: "disk_full"}});
    disk.free();
    expect((await company.refresh()).status).toMatchObject({state: "published", notes: []});
  });

  it("a warehouse that another program holds open", async () => {
    const company = base.copy(onTestFinished);
    const code = `import {DuckDBInstance} from "@duckdb/node-api"; await DuckDBInstance.create(${JSON.stringify(company.workspace.warehouse)}); console.log("open"); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ["--input-type=module", "-e", code], {cwd: ROOT, stdio: ["ignore", "pipe", "inherit"]});
    onTestFinished(() => void other.kill("SIGKILL"));
    await new Promise((done) => other.stdout.once("data", done));
    const {status, error} = await company.refresh();
    expect(status).toMatchObject({state: "failed", failure: {kind: "warehouse_locked"}});
    expect(error!.message).toContain("→ end the program that has warehouse.duckdb open for writing");
    expect(company.hashServed()).toBe(before);
  });

  it("a command before it that fails", async () => {
    const company = base.copy(onTestFinished);
    company.write(
      "baton.config.yaml",
      `${SETTINGS}refresh: {before: ["true", "echo no such host >&2; exit 7", "touch never"]}\n`,
    );
    let heard = "";
    const {status, error} = await company.refresh({tell: (text) => (heard += text)});
    expect(status).toMatchObject({state: "failed", failure: {kind: "command"}, commands: [{number: 1, exit_code: 0}, {number: 2, exit_code: 7}]}); // prettier-ignore
    expect(error!.message).toMatch(/refresh\.before\[1\]: .*: ended with code 7\n {2}no such host\n/);
    expect(heard).toBe("no such host\n");
    expect(existsSync(join(company.folder, "company/never"))).toBe(false);
    expect(company.hashServed()).toBe(before);
  });
});

describe("a webhook", () => {
  const listen = async (answer: (body: string, send: (status: number) => void) => void): Promise<string> => {
    const server: Server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => answer(body, (status) => response.writeHead(status).end()));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void (server.closeAllConnections(), server.close()));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  };
  const failing = (url: string, more = "") => {
    const company = base.copy(onTestFinished);
    company.write("Ann Orr.csv", "no,such,thing\nAnn Orr,bob@example.com,1\n");
    company.write("baton.config.yaml", `${SETTINGS}  - {files: "Ann Orr.csv"}\nrefresh: {before: ["true Bob Ray"], webhook: {url: "${url}"${more}}}\n`); // prettier-ignore
    return company;
  };

  it("is told of a failure without a name, a path or a message", async () => {
    const heard: string[] = [];
    const company = failing(await listen((body, send) => (heard.push(body), send(200))));
    const {status, error} = await company.refresh();
    expect(error!.message).toContain("Ann Orr.csv");
    expect(status.webhook).toEqual({state: "sent", attempts: 1, why: ""});
    const payload = JSON.parse(heard[0]!) as {text: string; blocks: unknown[]};
    expect(payload.text).toMatch(
      /^Baton: The refresh failed; the last good site is still served\.\nWhy: an export cannot be used\./,
    );
    expect(payload.blocks).toHaveLength(2);
    expect(heard[0]).not.toMatch(/Ann|Orr|Bob|Ray|\.csv|example\.com|Tiny|\/tmp/);
  });

  it("is told of a lock that keeps every refresh out for longer than a build takes; the status says whose it is", async () => {
    const heard: string[] = [];
    const company = failing(await listen((body, send) => (heard.push(body), send(200))));
    const hold = (hours: number) =>
      writeFileSync(`${company.out}.lock`, JSON.stringify({pid: 7, host: "elsewhere", born: "1", since: new Date(Date.now() - hours * 3_600_000).toISOString()})); // prettier-ignore
    hold(1);
    await expect(company.refresh()).rejects.toThrow("process 7 on elsewhere");
    expect(heard).toEqual([]);
    hold(7);
    const {status, error} = await company.refresh();
    expect(error).toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/process 7 on elsewhere, since .*7 h ago\)[^]*unlock elsewhere/),
    });
    expect(status).toMatchObject({state: "failed", exit_code: 1, failure: {kind: "lock_left"}, webhook: {state: "sent"}});
    expect(company.status()).toMatchObject({failure: {kind: "lock_left"}, served: {number: 1}});
    expect(heard[0]).toMatch(/a lock that another machine has left/);
    expect(heard[0]).not.toContain("elsewhere");
    expect(company.hashServed()).toBe(before);
  });

  it("that hangs holds nothing up: status and site are there before, and the place is free", async () => {
    let seen = "";
    let isFree = false;
    const company = failing(
      await listen(() => {
        seen ||= company.status().state;
        isFree ||= !existsSync(`${company.out}.lock`);
      }),
      ", timeout_seconds: 0.2, attempts: 1",
    );
    const {status} = await company.refresh();
    expect([seen, isFree]).toEqual(["failed", true]);
    expect(status.webhook).toEqual({state: "failed", attempts: 1, why: "no answer within 0.2 s"});
    expect(company.status().webhook).toEqual(status.webhook);
    expect(company.hashServed()).toBe(before);
  });
});

it("a folder of somebody else's is never replaced", async () => {
  const company = base.copy(onTestFinished);
  unlinkSync(company.out);
  rmSync(`${company.out}.builds`, {recursive: true});
  writeFileSync(company.out, "mine");
  await expect(company.refresh()).rejects.toThrow("not a folder of published trees");
  expect(readFileSync(company.out, "utf8")).toBe("mine");
});

describe("killed at any moment", () => {
  it("a refresh loses nothing: the old site is served or the new one, whole, and the next heals", async () => {
    const killed = await killRefreshes(base, {times: 10, seed: 8});
    expect(killed.filter(({served}) => served === "BROKEN")).toEqual([]);
    expect(killed.filter(({killedAfter}) => killedAfter !== null)).toHaveLength(10);
  });
});
