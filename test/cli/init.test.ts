import {spawnSync} from "node:child_process";
import fs, {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {syncBuiltinESMExports} from "node:module";
import {join} from "node:path";
import {describe, expect, onTestFinished, test, vi} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {findFiles} from "../../pipeline/ingest/find.js";
import {checkMapping} from "../../pipeline/ingest/missing.js";
import {recogniseFile} from "../../pipeline/ingest/recognise.js";
import {scanFile} from "../../pipeline/ingest/scan.js";
import {sniffDialect} from "../../pipeline/ingest/sniff.js";
import type {FoundFile} from "../../pipeline/ingest/types.js";
import {openExport} from "../../pipeline/ingest/unpack.js";
import {init, type InitOptions} from "../../pipeline/init/index.js";
import {lookAtFolder} from "../../pipeline/init/look.js";
import {csv, makeFolder} from "../ingest/given-files.js";

const ROOT = join(import.meta.dirname, "../..");

const PEOPLE = csv(
  "Person ID,Full Name,Email Address,Role",
  "p1,Ada,ada@north-wind.example,sdr",
  "p2,Bo,bo@north-wind.example,ae",
);
const HANDOFFS = csv("handoff_id,sdr_id,ae_id,account_id,meeting_at", "h1,p1,p2,a1,2026-09-01T10:00:00Z");
const DEALS = csv("Deal number,Deal value,Deal stage,Closed on", "7,€12.50,Won,2026-03-02");

/** Runs `init` in a folder whose exports are given, and answers questions in turn. */
async function run(exports: Record<string, string | Buffer>, options: Partial<InitOptions> = {}, answers?: string[]) {
  const folder = makeFolder(Object.fromEntries(Object.entries(exports).map(([name, text]) => [`exports/${name}`, text])));
  const config = join(folder, "baton.config.yaml");
  const said: string[] = [];
  const asked: string[] = [];
  const act = () =>
    init({
      folder: join(folder, "exports"),
      config,
      flags: {},
      isYes: answers === undefined,
      isForced: false,
      ask: answers && (async (question) => (asked.push(question), answers.shift() ?? "")),
      say: (line) => void said.push(line),
      machineZone: "Europe/Berlin",
      schema: join(ROOT, "baton.schema.json"),
      ...options,
    });
  await act();
  const text = readFileSync(config, "utf8");
  return {text, config: parseConfig(text, config), said: said.join("\n"), asked, act, folder, path: config};
}

describe("what init writes", () => {
  test("is the folder as one source where every export in it is recognised, with what the exports tell of the company", async () => {
    const {config, text, said} = await run({"people.csv": PEOPLE, "handoffs.csv": HANDOFFS});
    expect(config).toMatchObject({company: "North Wind", timezone: "Europe/Berlin", currency: "USD", targets_confirmed: false});
    expect(config.sources.map(({files}) => files)).toEqual([["exports"]]);
    expect(text).toContain("# exports/people.csv: canonical / people: people");
    expect(said).toContain("npm run baton -- check --config");
    expect(said).toMatch(/^ +feedback +what AEs say/m);
    expect(said).not.toContain("no handoffs yet");
  });

  test("maps what can be told by the names of columns as guesses, and leaves what is no export out, with its name", async () => {
    const {config, text, said} = await run({
      "deals.csv": DEALS,
      "colours.csv": csv("colour,shape", "red,round"),
      "handoffs.csv": HANDOFFS,
    });
    expect(config.currency).toBe("EUR");
    expect(config.sources.map(({files, entity}) => [files[0], entity])).toEqual([
      ["exports/deals.csv", "opportunities"],
      ["exports/handoffs.csv", undefined],
    ]);
    expect(config.sources[0]!.columns).toMatchObject({opportunity_id: "Deal number", stage: "Deal stage"});
    expect(text).toContain("# not read, as it looks like no export: exports/colours.csv");
    expect(said).toContain("exports/colours.csv  looks like no export for Baton; not read");
  });

  test("names exports whose names change with the day by a pattern, so that tomorrow's is read too", async () => {
    const {config} = await run({
      "handoffs-2026-10-01.csv": HANDOFFS,
      "handoffs-2026-10-02.csv": HANDOFFS,
      "colours.csv": csv("colour,shape", "red,round"),
    });
    expect(config.sources.map(({files}) => files)).toEqual([["exports/handoffs-*.csv"]]);
  });

  test("shows what an export lacks as a block to complete, and says why a file cannot be read", async () => {
    const {config, text, said} = await run({
      "meetings.csv": csv("Rep,Closer,Prospect company,Colour", "ada,eve,Acme,red"),
      "empty.csv": "",
    });
    expect(config.sources).toEqual([]);
    expect(text).toMatch(/# not read, for want of meeting_at[^\n]*\n +# - files: "exports\/meetings.csv"[^]*# +meeting_at: ""/);
    expect(said).toMatch(/exports\/empty.csv {2}not read: is empty/);
    expect(said).toContain("no handoffs yet");
  });

  test("reads nothing by a guess that may be wrong where it matters: it stands there to be confirmed", async () => {
    const {config, text, said} = await run({
      "tickets.csv": csv("ticket,owner,closing_date", "t1,ada,2026-09-01"),
      "things.csv": csv("id,name,email", "1,Ada,ada@x.example"),
      "handoffs.csv": HANDOFFS,
    });
    expect(config.sources.map(({files}) => files[0])).toEqual(["exports/handoffs.csv"]);
    expect(text).toMatch(
      /# not read, as "id" may not be \w+_id: if it is so, take the marks away\n +# - files: "exports\/things.csv"/,
    );
    expect(said).toMatch(/exports\/things.csv {2}may hold \w+; not read until \w+_id is confirmed in the configuration/);
  });

  test("leaves out the objects of Salesforce of which nothing is used, and still reads the folder as one", async () => {
    const {config, text, said} = await run({
      "Account.csv": csv("Id,IsDeleted,Name,BillingCity,SystemModstamp", "001000000000001AAA,0,Acme,Lima,2026-01-01 00:00:00"),
      "Case.csv": csv(
        "Id,IsDeleted,AccountId,Status,ClosedDate,OwnerId,CreatedById",
        "500000000000001AAA,0,001A,New,2026-01-01,005A,005B",
      ),
      "Campaign.csv": csv("Id,Name,StartDate,OwnerId,SystemModstamp", "701000000000001AAA,Fair,2026-01-01,005A,2026-01-01"),
    });
    expect(config.sources.map(({files}) => files)).toEqual([["exports"]]);
    expect(text).toContain("# left out as they come: 2 objects of Salesforce of which nothing is used");
    expect(said).toContain("and 2 objects of Salesforce from which Baton reads nothing");
  });

  test("leaves it to the build how dates are written that the first rows leave open: the others may tell", async () => {
    const open = csv("activity_id,channel,occurred_at", "1,call,03/04/2026");
    const {config} = await run({"activities.csv": open});
    expect([config.sources[0]!.files, config.sources[0]!.dates]).toEqual([["exports"], undefined]);
  });

  test("finds tomorrow's exports by names of which only the digits change, and tells what is passed over", async () => {
    const {config, said} = await run({
      "report1757000000020.csv": PEOPLE,
      "tickets.csv": csv("ticket,owner", "t1,ada"),
      "pipeline.xlsx": "PK",
    });
    expect(config.sources.map(({files}) => files)).toEqual([["exports/report*.csv"]]);
    expect(said).toContain("not read: one file is no export and passed over: exports/pipeline.xlsx");
  });

  test("takes nothing for people that names somebody again and again, and no activity without its time", async () => {
    const {config, said} = await run({
      "meetings.csv": csv(
        "Topic,Host,Email,Start Time",
        "a,Tom,tom@x.example,09/01/2026 10:00",
        "b,Tom,tom@x.example,09/02/2026 10:00",
      ),
      "calls.csv": csv("call id,type,user,duration", "1,call,tom,30"),
    });
    expect(config.sources).toEqual([]);
    expect(said).not.toMatch(/guessed/);
  });

  test("reads a table that brings its own columns, too", async () => {
    const folder = makeFolder({});
    const db = await openDatabase();
    onTestFinished(() => db.close());
    await db.run(
      `copy (select 'p1' as person_id, 'ada@north-wind.example' as email) to '${folder}/people.parquet' (format parquet)`,
    );
    const {config, text} = await run({"people.parquet": readFileSync(join(folder, "people.parquet"))});
    expect([config.company, config.sources.map(({files}) => files)]).toEqual(["North Wind", [["exports"]]]);
    expect(text).toContain("# exports/people.parquet: canonical / people: people");
  });

  test("waits for exports in a folder that is empty", async () => {
    const {config, said} = await run({"notes.md": "nothing"});
    expect(config.sources.map(({files}) => files)).toEqual([["exports"]]);
    expect(said).toContain("holds no export yet");
    expect(said).toContain("npm run baton -- init --force");
  });
});

describe("what init asks", () => {
  test("an empty answer takes what was found, a wrong one is asked again, and a form's link is written down", async () => {
    const url = "https://forms.example.com/f?h={handoff_id}";
    const {config, asked} = await run({"people.csv": PEOPLE}, {}, ["", "Berlin", "Europe/Vienna", "CHF", url]);
    expect(config).toMatchObject({company: "North Wind", timezone: "Europe/Vienna", currency: "CHF", feedback: {form_url: url}});
    expect(asked[2]).toContain('"Berlin" is no time zone');
  });

  test("flags are not asked for, and a wrong one is refused by its name", async () => {
    const flags = {company: "A: #1", timezone: "Asia/Tokyo", currency: "JPY", language: "de"};
    const {config, asked} = await run({}, {flags, folder: ROOT + "/test/reference"}, [""]);
    expect([config.company, config.timezone, config.currency, config.language, asked]).toEqual([
      "A: #1",
      "Asia/Tokyo",
      "JPY",
      "de",
      [],
    ]);
    await expect(run({}, {flags: {...flags, currency: "yen"}, folder: ROOT + "/test/reference"})).rejects.toThrow(
      /^--currency: "yen" is no ISO 4217 code/,
    );
  });
});

test("a configuration that is there stays, unless told otherwise, and then is kept beside the new one", async () => {
  const {act, path, folder} = await run({"people.csv": PEOPLE});
  writeFileSync(path, "company: Mine # sample-data/\n");
  await expect(act()).rejects.toMatchObject({exitCode: 2, message: expect.stringContaining("is the sample company's")});
  expect(readFileSync(path, "utf8")).toContain("Mine");
  const again = {folder: join(folder, "exports"), config: path, flags: {}, isYes: true, isForced: true, machineZone: "UTC"};
  await init({...again, say: () => {}, schema: join(ROOT, "baton.schema.json")});
  expect(readFileSync(join(folder, "baton.config.old.yaml"), "utf8")).toContain("Mine");
  expect(readFileSync(path, "utf8")).toContain("North Wind");
});

test("each file is opened once", async () => {
  const opened = vi.spyOn(fs, "openSync");
  syncBuiltinESMExports();
  onTestFinished(() => (opened.mockRestore(), syncBuiltinESMExports()));
  const folder = makeFolder({"exports/people.csv": PEOPLE, "exports/deals.csv": DEALS, "exports/handoffs.csv": HANDOFFS});
  await lookAtFolder(folder, "exports");
  const names = opened.mock.calls.map(([path]) => String(path)).filter((path) => path.startsWith(folder));
  expect(names.map((path) => path.slice(folder.length + 9)).sort()).toEqual(["deals.csv", "handoffs.csv", "people.csv"]);
});

test("with nobody to ask, the command says which flags are missing and what --yes would take", () => {
  const folder = makeFolder({"exports/people.csv": PEOPLE});
  const call = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ["--import", join(ROOT, "node_modules/tsx/dist/loader.mjs"), join(ROOT, "pipeline/cli.ts"), "init", ...args],
      {
        cwd: folder,
        encoding: "utf8",
        input: "",
      },
    );
  const silent = call("--company", "Mine");
  expect(silent.status).toBe(2);
  expect(silent.stderr).toContain("nobody to ask here\n  → give --timezone ZONE, --currency CODE, or --yes");
  expect(existsSync(join(folder, "baton.config.yaml"))).toBe(false);
  expect(call("--yes")).toMatchObject({status: 0, stdout: expect.stringContaining("wrote baton.config.yaml")});
});

const REAL = join(ROOT, "../shared/real-inputs");
describe.runIf(existsSync(REAL))("exports that others wrote", () => {
  test.each(existsSync(REAL) ? readdirSync(REAL) : [])(
    "%s: the configuration is valid, and a build can tell every file it names",
    async (name) => {
      const out = makeFolder({});
      const config = join(out, "baton.config.yaml");
      const schema = join(ROOT, "baton.schema.json");
      const common = {flags: {}, isYes: true, isForced: false, say: () => {}, machineZone: "Europe/Berlin", schema};
      await init({folder: join(REAL, name), config, ...common});
      const written = parseConfig(readFileSync(config, "utf8"), config);
      const {files, stops} = findFiles(written);
      const isEmpty = /no file matches/.test(stops[0]?.title ?? "");
      expect(isEmpty ? [] : stops).toEqual([]);
      for (const file of files) expect([file.name, await findStop(file, written)]).toEqual([file.name, undefined]);
    },
  );
});

/** Why a build would stop at the file, as far as its header tells. */
async function findStop(file: FoundFile, config: ReturnType<typeof parseConfig>): Promise<string | undefined> {
  const opened = await openExport(file);
  try {
    const {headers} = sniffDialect(scanFile(opened.path, file.name), file.name, file.source);
    return checkMapping(file, recogniseFile(file, headers, config), headers).stop?.title;
  } finally {
    opened.close();
  }
}
