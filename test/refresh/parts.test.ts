import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it, onTestFinished} from "vitest";
import {describeComparison} from "../../pipeline/diff-builds.js";
import {openDatabase} from "../../pipeline/db.js";
import {UserError} from "../../pipeline/errors.js";
import {runBefore} from "../../pipeline/refresh/before.js";
import type {BuildRecord} from "../../pipeline/refresh/build-record.js";
import {describeDifference, judgeChange} from "../../pipeline/refresh/judge.js";
import {compareBuilds, findCause, findTooMuch, type Limits} from "../../pipeline/refresh/compare.js";
import {classify} from "../../pipeline/refresh/failure.js";
import type {ClosedNumber} from "../../pipeline/refresh/figures.js";
import {
  keepBuild,
  listKept,
  locatePlace,
  openAside,
  pruneBuilds,
  readServed,
  serveBuild,
  tidyPlace,
} from "../../pipeline/refresh/place.js";
import {sendWebhook} from "../../pipeline/refresh/webhook.js";
import {addWorkedHours, isWorkedBetween} from "../../pipeline/worked.js";

function givenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "baton-parts-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

const LIMITS: Limits = {min_rows: 50, rows_lost_share: 0.1, rows_gained_share: 1, rejected_share: 0.02, people_gone_share: 0.2, closed_numbers: 0, same_file: "refuse", ahead_hours: 24}; // prettier-ignore
const RECORD: BuildRecord = {
  number: 1, version: "abcdef0123456789", made_at: "", as_of: "", kind: "full", base: "", made_from: "", code: "c", definitions: "d", exports: "e", privacy: "p", moves_numbers: [],
  ledger: {rows_read: 0, loaded: 0, merged: 0, rejected: 0, set_aside: 0}, trees: 1, files: 1,
  figures: {rows: [], records: [], files: [], columns: [], values: [], people: [], teams: [], numbers: []},
}; // prettier-ignore
const rate = (period_start: string, numerator: number, denominator: number): ClosedNumber => ({
  metric: "show_rate", scope: "company", scope_id: "", period: "month", period_start, currency: "", numerator, denominator, value: numerator / denominator, lower: null, upper: null,
}); // prettier-ignore
const withFigures = (figures: Partial<BuildRecord["figures"]>, more: Partial<BuildRecord> = {}): BuildRecord => ({
  ...RECORD,
  ...more,
  figures: {...RECORD.figures, ...figures},
});
const rows = (entity: string, loaded: number, rejected = 0) => ({
  entity,
  source: "crm",
  read: loaded + rejected,
  loaded,
  rejected,
});
const records = (entity: string, count: number) => ({entity, source: "crm", records: count});
/** What a refresh stops for. */
const stopsFor = (a: BuildRecord, b: BuildRecord, limits = LIMITS) =>
  findTooMuch(
    compareBuilds(a, b, limits, () => true),
    limits,
  ).map(({kind, what}) => `${kind} ${what}`);

describe("too much change", () => {
  it("is a share of the records gone, or more than were there; never a few rows, and never what is new", () => {
    const before = withFigures({records: [records("handoffs", 1000)]});
    const after = (count: number) => withFigures({records: [records("handoffs", count)]});
    expect(stopsFor(before, after(0))).toEqual(["rows handoffs", "rows source crm"]);
    expect(stopsFor(before, after(899))).toEqual(["rows handoffs", "rows source crm"]);
    expect(stopsFor(before, after(900))).toEqual([]);
    expect(stopsFor(before, after(2001))).toEqual(["rows handoffs", "rows source crm"]);
    expect(stopsFor(before, after(2000))).toEqual([]);
    expect(stopsFor(withFigures({records: [records("calls", 49)]}), withFigures({}))).toEqual([]);
    expect(stopsFor(withFigures({}), after(1000))).toEqual([]);
  });
  it("is a greater share of rejected rows, where more than a few are", () => {
    const before = withFigures({rows: [rows("feedback", 1000, 10)]});
    expect(stopsFor(before, withFigures({rows: [rows("feedback", 950, 70)]}))).toEqual(["rejects feedback"]);
    expect(stopsFor(before, withFigures({rows: [rows("feedback", 1000, 20)]}))).toEqual([]);
  });
  it("is a fifth of the people gone, and not one or two", () => {
    const people = (n: number) => withFigures({people: Array.from({length: n}, (_, index) => `p${index}`)});
    expect(stopsFor(people(20), people(15))).toEqual(["people SDRs and AEs, 5 of them gone"]);
    expect(stopsFor(people(20), people(16))).toEqual([]);
    expect(stopsFor(people(3), people(1))).toEqual([]);
  });
  it("is no export more that holds the same records, and the last export of its kind that is gone, by its name", () => {
    const file = (path: string) => ({path, entity: "handoffs", hash: path, exported_at: null, rows: 500});
    const before = withFigures({rows: [rows("handoffs", 500)], records: [records("handoffs", 500)], files: [file("h-01.csv")]});
    const kept = withFigures({rows: [rows("handoffs", 1001)], records: [records("handoffs", 501)], files: [file("h-01.csv"), file("h-02.csv")]}); // prettier-ignore
    expect(stopsFor(before, kept)).toEqual([]);
    expect(stopsFor(kept, withFigures({records: [records("handoffs", 501)], files: [file("h-02.csv")]}))).toEqual([]);
    expect(stopsFor(before, withFigures({records: [records("handoffs", 500)]}))).toEqual([
      "file h-01.csv is gone, and with it the last export of handoffs",
    ]);
    // A build that was recorded by an earlier version says nothing of records.
    const {records: _, ...old} = before.figures;
    expect(stopsFor({...before, figures: old as typeof before.figures}, withFigures({files: [file("h-01.csv")]}))).toEqual([]);
  });
  it("is an export dated more than a day ahead of the clock, once; of several with one date the first is named", () => {
    const file = (path: string, exported_at: string) => ({path, entity: "handoffs", hash: path, exported_at, rows: 5});
    const made_at = "2026-10-01T04:30:00Z";
    const after = withFigures({files: [file("a.csv", "2026-10-02T04:00:00Z"), file("b.csv", "2027-10-01T04:30:00Z"), file("c.csv", "2027-10-01T04:30:00Z")]}, {made_at}); // prettier-ignore
    const [found, ...others] = compareBuilds(withFigures({}), after, LIMITS, () => true);
    expect(others).toEqual([]);
    expect(describeDifference(found!)).toBe(
      "date: b.csv and 1 more, dated 2027-10-01T04:30:00Z: hours ahead of the clock 0 → 8,760; npm run baton -- check names the row or the name that dates it",
    );
    expect(stopsFor(withFigures({}), after)).toHaveLength(1);
    expect(stopsFor(after, after)).toEqual([]);
    expect(stopsFor(withFigures({}), after, {...LIMITS, ahead_hours: 9000})).toEqual([]);
  });
  it("is teams that nobody is in any more, and never one of several", () => {
    const teams = (...names: string[]) => withFigures({teams: names});
    expect(stopsFor(teams("North", "South"), teams())).toEqual(["team teams with somebody in them, 2 of them gone"]);
    expect(stopsFor(teams("North", "South", "West"), teams("South", "West"))).toEqual([]);
    expect(stopsFor(teams("North"), teams("Nord"))).toEqual([]);
  });
  it("is a number of a closed period that moved by more than its noise; a late entry is told and is none", () => {
    const before = withFigures({numbers: [rate("2026-08-01", 150, 200), rate("2026-07-01", 3, 4)]});
    const late = withFigures({numbers: [rate("2026-08-01", 151, 202), rate("2026-07-01", 2, 4)]});
    expect(compareBuilds(before, late, LIMITS, () => true)).toHaveLength(2);
    expect(stopsFor(before, late)).toEqual([]);
    const moved = withFigures({numbers: [rate("2026-08-01", 110, 200), rate("2026-07-01", 3, 4)]});
    expect(stopsFor(before, moved)).toEqual(["number show_rate company month 2026-08-01"]);
    expect(stopsFor(before, moved, {...LIMITS, closed_numbers: 1})).toEqual([]);
  });
  it("is a metric that had several closed numbers and has none, told once", () => {
    const before = withFigures({numbers: ["2026-06-01", "2026-07-01", "2026-08-01"].map((month) => rate(month, 150, 200))});
    const gone = compareBuilds(before, withFigures({}), LIMITS, () => true);
    expect(gone).toMatchObject([{kind: "metric", before: 3, after: 0, is_beyond: true}]);
    expect(describeDifference(gone[0]!)).toBe("metric: Meeting show rate, closed numbers 3 → 0");
    // However many numbers may move.
    expect(stopsFor(before, withFigures({}), {...LIMITS, closed_numbers: 9})).toEqual(["metric show_rate, closed numbers"]);
    // A late entry can open one or two again.
    expect(stopsFor(withFigures({numbers: [rate("2026-08-01", 150, 200)]}), withFigures({}))).toEqual([]);
  });
  it("is a column that many rows filled and the newest export lacks, and no whole kind of export that is gone", () => {
    const column = (name: string, is_filled = true) =>
      ({entity: "handoffs", source: "crm", column: name, files: 2, is_filled}) as const;
    const before = withFigures({columns: [column("next_steps"), column("stage"), column("notes", false)]});
    const gone = compareBuilds(before, withFigures({columns: [column("stage")]}), LIMITS, () => true);
    const hint = "; its header may be another now: npm run baton -- check names those that nothing is read from";
    expect(gone.map(describeDifference)).toEqual([
      `column: handoffs.next_steps of source crm, newest exports that have it 2 → 0${hint}`,
      `column: handoffs.notes of source crm, newest exports that have it 2 → 0${hint}`,
    ]);
    expect(findTooMuch(gone, LIMITS)).toHaveLength(1);
    // Of a note one export may name more parts than another.
    expect(stopsFor(before, withFigures({columns: [column("brief_text"), column("stage")]}))).toEqual([]);
    // That the rows are gone is told as that.
    expect(stopsFor(before, withFigures({}))).toEqual([]);
    // A build that was recorded by an earlier version says nothing of columns.
    const {columns: _, ...old} = RECORD.figures;
    expect(stopsFor({...RECORD, figures: old as typeof RECORD.figures}, before)).toEqual([]);
  });
  it("is yesterday's file under today's name, where a day that is worked lies between", () => {
    const file = (path: string, exported_at: string) => ({path, entity: "handoffs", hash: "same", exported_at, rows: 500});
    const before = withFigures({files: [file("h-01.csv", "2026-10-01T04:00:00Z")]});
    const after = withFigures({files: [file("h-02.csv", "2026-10-02T04:00:00Z")]});
    expect(stopsFor(before, after)).toEqual(["file h-02.csv holds what h-01.csv held"]);
    expect(
      findTooMuch(
        compareBuilds(before, after, LIMITS, () => false),
        LIMITS,
      ),
    ).toEqual([]);
    expect(stopsFor(before, after, {...LIMITS, same_file: "off"})).toEqual([]);
  });
  it("is told apart by what changed: exports, settings, Baton's own code, or more than one of them", () => {
    expect(findCause(RECORD, {...RECORD, exports: "x"})).toBe("data");
    expect(findCause(RECORD, {...RECORD, definitions: "x"})).toBe("definitions");
    expect(findCause(RECORD, {...RECORD, code: "x"})).toBe("code");
    expect(findCause(RECORD, {...RECORD, code: "x", definitions: "x"})).toBe("definitions and code");
    expect(findCause(RECORD, {...RECORD, code: "x", exports: "x"})).toBe("data and the rest");
    const moved = compareBuilds(withFigures({numbers: [rate("2026-08-01", 150, 200)]}), withFigures({numbers: [rate("2026-08-01", 110, 200)]}, {definitions: "x"}), LIMITS, () => true); // prettier-ignore
    expect(moved).toMatchObject([{kind: "number", cause: "definitions", is_beyond: true}]);
  });
});

it("a comparison tells what records say otherwise before the numbers that follow; a refresh does not stop for it alone", () => {
  const build = {build: "000001-a", as_of: "2026-10-01T04:00:00Z", made_at: ""};
  const status = (value: string, count: number) =>
    ({entity: "handoffs", column: "meeting_status", value, records: count}) as const;
  const before = withFigures({values: [status("held", 150), status("no_show", 50)]});
  const after = withFigures({values: [status("held", 20), status("no_show", 180)]});
  expect(stopsFor(before, after)).toEqual([]);
  const differences = compareBuilds(before, after, LIMITS, () => true);
  const text = describeComparison({a: build, b: build, cause: "data", moves_numbers: [], differences, people_gone: [], people_new: []}, "UTC"); // prettier-ignore
  expect(text).toMatch(/values that more or fewer records have.*: 2\n\n.*\n.*\nhandoffs\.meeting_status "held" +150 +20\n/);
  // A build that was recorded by an earlier version says nothing of values.
  const {values: _, ...old} = RECORD.figures;
  expect(stopsFor({...RECORD, figures: old as typeof RECORD.figures}, after)).toEqual([]);
});

it("a refusal tells a metric that moved in many periods once, and what records say otherwise", () => {
  const months = ["2026-06-01", "2026-07-01", "2026-08-01"];
  const value = (held: number) => ({entity: "handoffs", column: "meeting_status", value: "held", records: held}) as const;
  const other = (count: number) => ({...value(count), value: "no_show"}) as const;
  const before = withFigures({numbers: months.map((month) => rate(month, 150, 200)), values: [value(450), other(150)]});
  const after = withFigures({numbers: months.map((month, n) => rate(month, 100 - n, 200)), values: [value(297), other(303)]});
  const settings = {timezone: "UTC", business_hours: {days: [], start: "", end: ""}, holidays: [], guard: {...LIMITS, beyond: "refuse"}}; // prettier-ignore
  const {refusal} = judgeChange({refused: join(givenFolder(), "refused.json")}, settings as unknown as Parameters<typeof judgeChange>[1], after, {...before, name: "000001-a", as_of: "2026-10-01T04:00:00Z"}, false); // prettier-ignore
  expect(refusal).toContain(
    "number: Meeting show rate company month 2026-08-01 75.0 % → 49.0 %, and in 2 more of its periods\n  value: handoffs.meeting_status",
  );
});

it("a comparison lists what reads otherwise, and counts what moved below what is written", () => {
  const build = {build: "000001-a", as_of: "2026-10-01T04:00:00Z", made_at: ""};
  const numbers = [rate("2026-08-01", 1500, 2000), rate("2026-07-01", 1500, 2000), rate("2026-06-01", 1, 2)];
  const later = [rate("2026-08-01", 1501, 2001), rate("2026-07-01", 1501, 2001), rate("2026-06-01", 2, 3)];
  const differences = compareBuilds(withFigures({numbers}), withFigures({numbers: later}), LIMITS, () => true);
  const text = describeComparison({a: build, b: build, cause: "data", moves_numbers: [], differences, people_gone: [], people_new: []}, "UTC"); // prettier-ignore
  expect(text).toContain("numbers of closed periods that moved, by no more than noise: 3");
  expect(text).toMatch(/2026-06-01 +50\.0 % +66\.7 %\n2 that read the same, as rounded$/);
  expect(text).not.toContain("75.0 %");
});

describe("commands before a refresh", () => {
  const run = async (run: string, timeout_minutes = 1) => {
    const cwd = givenFolder();
    let heard = "";
    const ended = await runBefore([{run, timeout_minutes}], {cwd, tell: (text) => (heard += text), grace: 100}).catch((error: Error) => error); // prettier-ignore
    return {ended, heard, cwd};
  };
  it("run in the configuration's folder, and what they say is told as it comes", async () => {
    const {ended, heard, cwd} = await run("echo fetched > export.csv; echo done");
    expect(ended).toMatchObject([{number: 1, exit_code: 0, is_timed_out: false, is_left_running: false}]);
    expect(heard).toBe("done\n");
    expect(readFileSync(join(cwd, "export.csv"), "utf8")).toBe("fetched\n");
  });
  it("that take too long are ended with all that they have started", async () => {
    const {ended, cwd} = await run("(while true; do echo x >> beat; sleep 0.05; done) & echo $! > child; wait", 0.01);
    expect((ended as Error).message).toContain("took more than 0.01 minutes and was ended");
    const child = Number(readFileSync(join(cwd, "child"), "utf8"));
    await expect.poll(() => isAlive(child)).toBe(false);
  });
  it("leave nothing behind that goes on writing", async () => {
    const {ended, cwd} = await run("sleep 60 & echo $! > child");
    expect(ended).toMatchObject([{exit_code: 0}]);
    await expect.poll(() => isAlive(Number(readFileSync(join(cwd, "child"), "utf8")))).toBe(false);
  });
});

describe.skipIf(spawnSync("setsid", ["true"]).status !== 0)(
  "commands before a refresh that put something into a session of its own",
  () => {
    const run = async (command: string, timeout_minutes = 1) => {
      const cwd = givenFolder();
      const ended = await runBefore([{run: command, timeout_minutes}], {cwd, tell: () => {}, grace: 50}).catch(
        (error: Error) => error,
      );
      onTestFinished(() => void process.kill(Number(readFileSync(join(cwd, "child"), "utf8"))));
      return ended;
    };
    const AWAY = "setsid sh -c 'echo $$ > child; exec sleep 60' & while [ ! -s child ]; do sleep 0.05; done";

    it("are told of: it can still write, and is not ended from here", async () => {
      expect(await run(AWAY)).toMatchObject([{exit_code: 0, is_left_running: true}]);
      const late = (await run(`${AWAY}; sleep 60`, 0.02)) as Error;
      expect(late.message).toMatch(/was ended; something that it started in a session of its own .* still runs/);
    });
  },
);

/** One that has ended and is not yet buried counts as ended. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

describe("the kind of a failure", () => {
  it("is known of a full disk, a folder that may not be written to, and what the database says", async () => {
    const failing = (code: string) => new Error("copy", {cause: Object.assign(new Error(`${code}: write`), {code})});
    expect([failing("ENOSPC"), failing("EDQUOT"), failing("EROFS"), failing("EACCES")].map((error) => classify(error))).toEqual([
      "disk_full", "disk_full", "not_writable", "not_writable",
    ]); // prettier-ignore
    const db = await openDatabase();
    onTestFinished(() => db.close());
    await db.run("set memory_limit = '10MB'; set temp_directory = ''");
    const error: unknown = await db.run("create table t as select range as a, repeat('x', 100) as b from range(3000000)").catch((cause: unknown) => cause); // prettier-ignore
    expect(classify(error)).toBe("out_of_memory");
  });
  it("is the step's where the message does not say, and a bug where nobody expected it", () => {
    expect(classify(new UserError("3 checks failed"), "checks")).toBe("check");
    expect(classify(new UserError("bad header"), "ingest")).toBe("export");
    expect(classify(new UserError("a.csv: no such file: a.csv"), "ingest")).toBe("source_missing");
    expect(classify(new UserError("min_n", 2), "")).toBe("config");
    expect(classify(new TypeError("x is not a function"), "models")).toBe("bug");
  });
});

describe("the place of published builds", () => {
  const given = () => {
    const place = locatePlace(join(givenFolder(), "published"));
    const make = (number: number) => {
      const aside = openAside(place);
      mkdirSync(aside);
      writeFileSync(join(aside, "index.html"), String(number));
      const {name} = keepBuild(place, aside, {...RECORD, number, privacy: number < 3 ? "old" : "new"});
      serveBuild(place, name);
      return name;
    };
    return {place, make};
  };
  it("keeps the newest, and never lets the served one go", () => {
    const {place, make} = given();
    const names = [1, 2, 3, 4].map(make);
    serveBuild(place, names[0]!);
    pruneBuilds(place, 2, () => false);
    expect(listKept(place).map(({number}) => number)).toEqual([1, 4]);
    expect(readFileSync(join(place.out, "index.html"), "utf8")).toBe("1");
    serveBuild(place, names[3]!);
    pruneBuilds(place, 9, ({privacy}) => privacy === "old");
    expect(listKept(place).map(({number}) => number)).toEqual([4]);
  });
  it("takes over a folder of an earlier version, and gives it back when it was killed in between", () => {
    const {place, make} = given();
    mkdirSync(place.out, {recursive: true});
    writeFileSync(join(place.out, ".baton-published"), "");
    const name = make(1);
    expect(readServed(place)).toBe(name);
    expect(readdirSync(place.builds).sort()).toEqual([name, `${name}.json`]);
    rmSync(place.out);
    mkdirSync(join(place.builds, "old"));
    tidyPlace(place);
    expect(existsSync(place.out)).toBe(true);
  });
  it("is tidied of what killed runs left: half builds, records without a build, links that were not put into place", () => {
    const {place, make} = given();
    const name = make(1);
    mkdirSync(join(place.builds, "next-4711"));
    mkdirSync(join(place.builds, "000002-abcdef01"));
    writeFileSync(join(place.builds, "000003-abcdef01.json"), JSON.stringify(RECORD));
    writeFileSync(`${place.out}.status.json.next-4711`, "{");
    writeFileSync(`${place.out}.next-4711`, "");
    tidyPlace(place);
    expect(readdirSync(place.builds).sort()).toEqual([name, `${name}.json`]);
    expect(readdirSync(join(place.out, ".."))).toEqual(["published", "published.builds"]);
  });
});

it("a webhook that is not there is tried again, and then let be", async () => {
  const settings = {url: "http://127.0.0.1:9/", timeout_seconds: 1, attempts: 3};
  expect(await sendWebhook({}, settings, 1)).toEqual({
    state: "failed",
    attempts: 3,
    why: expect.stringMatching(/^could not be reached.*PrivateNetwork/),
  });
});

describe("hours of days that are worked", () => {
  const calendar = {
    timezone: "Europe/Berlin",
    business_hours: {days: ["mon", "tue", "wed", "thu", "fri"]},
    holidays: ["2026-10-05"],
  };
  it("pass over a weekend and a holiday", () => {
    expect(addWorkedHours(calendar, "2026-10-01T04:00:00Z", 36)).toBe("2026-10-02T16:00:00Z");
    // From Friday 18:00 in Berlin: six hours, then Tuesday, then six hours of Wednesday.
    expect(addWorkedHours(calendar, "2026-10-02T16:00:00Z", 36)).toBe("2026-10-07T04:00:00Z");
    // To the minute: part of an hour counts as such, also the rest of a Friday.
    expect(addWorkedHours(calendar, "2026-10-01T04:20:00Z", 1.5)).toBe("2026-10-01T05:50:00Z");
    expect(addWorkedHours(calendar, "2026-10-02T21:50:00Z", 0.5)).toBe("2026-10-05T22:20:00Z");
    expect(addWorkedHours({...calendar, business_hours: {days: []}}, "2026-10-02T16:00:00Z", 1)).toBeNull();
  });
  it("lie between two exports, or do not", () => {
    expect(isWorkedBetween(calendar, "2026-10-01T04:00:00Z", "2026-10-02T04:00:00Z")).toBe(true);
    expect(isWorkedBetween(calendar, "2026-10-03T04:00:00Z", "2026-10-05T04:00:00Z")).toBe(false);
  });
});
