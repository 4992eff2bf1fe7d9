import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it, test} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {parseConfig, type Config} from "../../pipeline/config.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {checkCommitment, type CommitmentWish} from "../../pipeline/ingest/check-commitment.js";
import type {Commitment} from "../../pipeline/contract/commitment.js";
import {appendCommitment, findCommitmentsFile} from "../../pipeline/ingest/commit.js";
import {findNamed} from "../../pipeline/ingest/find.js";
import {makeFolder} from "./given-files.js";

const LINE: Commitment = {
  sdr_id: "ann",
  behaviour: "budget",
  agreed_on: "2026-10-01",
  review_on: null,
  note: null,
  status: "open",
};
const HEADER = "sdr_id,behaviour,agreed_on,review_on,note,status";

/** The file after a line was added to it. */
async function append(content: string | Buffer, line: Partial<Commitment> = {}, source = ""): Promise<Buffer> {
  const folder = makeFolder({"agreed.csv": content});
  const config = parseConfig(`sources:\n  - files: agreed.csv\n${source}`, join(folder, "baton.config.yaml"));
  const [file] = findNamed(join(folder, "agreed.csv"), config);
  try {
    await appendCommitment(config, file!, {...LINE, ...line});
  } finally {
    // Whatever became of it, nothing lies beside the file.
    expect(readdirSync(folder)).toEqual(["agreed.csv"]);
  }
  return readFileSync(join(folder, "agreed.csv"));
}

describe("a line is added the way the file is written", () => {
  it("in its order of columns, leaving what stands there byte for byte", async () => {
    const before = "status;note;agreed_on;Team;review_on;behaviour;sdr_id\r\ndone;x;2026-09-01;EMEA;;timeline;bob\r\n";
    const after = await append(before, {note: 'Ask; and say "why"', review_on: "2026-11-12"});
    expect(after.toString()).toBe(`${before}open;"Ask; and say ""why""";2026-10-01;;2026-11-12;budget;ann\r\n`);
  });
  it("also where the last line has no end, and the file holds a header alone", async () => {
    expect((await append(HEADER)).toString()).toBe(`${HEADER}\nann,budget,2026-10-01,,,open\n`);
  });
  it("in its encoding, byte order mark and all", async () => {
    const before = Buffer.from(`\ufeff${HEADER.replaceAll(",", "\t")}\r\n`, "utf16le");
    const after = await append(before, {note: "Prüfen – 予算"});
    expect(after.toString("utf16le")).toBe(`${before.toString("utf16le")}ann\tbudget\t2026-10-01\t\tPrüfen – 予算\topen\r\n`);
    const narrow = Buffer.from(`${HEADER}\nbob,budget,2026-09-01,,Gr\xfc\xdfe,open\n`, "latin1");
    expect((await append(narrow, {note: "Größe"})).toString("latin1")).toContain("ann,budget,2026-10-01,,Größe,open\n");
    await expect(append(narrow, {note: "予算"})).rejects.toThrow(
      "is written in windows-1252, which has no sign for part of the note",
    );
  });
  it("with days as the file writes them", async () => {
    const after = await append(`${HEADER}\nbob,budget,23.09.2026,,,open\n`, {review_on: "2026-11-02"});
    expect(after.toString()).toContain("\nann,budget,01.10.2026,02.11.2026,,open\n");
  });
  it("and refuses what the file has no column for", async () => {
    await expect(append("sdr_id,behaviour,agreed_on\nbob,budget,2026-09-01\n", {note: "x"})).rejects.toThrow(
      "has no column for note",
    );
    expect((await append("sdr_id,behaviour,agreed_on\nbob,budget,2026-09-01\n")).toString()).toMatch(
      /\nann,budget,2026-10-01\n$/,
    );
  });
  it("and refuses what a build would not read back as it was meant", async () => {
    const slashes = append(`${HEADER}\n`, {}, "    dates: '%d/%m/%Y'\n");
    await expect(slashes).rejects.toThrow(/a build would read the new line as no row, so nothing was written/);
  });
});

describe("what is agreed is checked first", () => {
  let folder: string;
  let db: Database;
  let config: Config;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "baton-commit-"));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write(
      "people.csv",
      "person_id,name,email,role,ended_on\nann,Ann Ode,ann@x.example.com,sdr,\ncid,Cid Ode,cid@x.example.com,sdr,2026-03-31\nbob,Bob Ae,bob@x.example.com,ae,\nd1,Dee Ode,,sdr,\nd2,Dee Ode,,sdr,\n",
    );
    write(
      "handoffs.csv",
      "handoff_id,sdr_id,ae_id,account_id,meeting_at,meeting_status\nh1,ann,bob,a1,2026-09-01T10:00:00Z,held\n",
    );
    write("commitments.csv", `${HEADER}\nann@x.example.com,Budget in the brief,2026-09-07,,,open\n`);
    config = parseConfig(
      'as_of: "2026-10-01T22:30:00Z"\ntimezone: Europe/Berlin\nsources:\n  - files: "*.csv"\n    exported_at: "2026-10-01T22:30:00Z"\n',
      join(folder, "baton.config.yaml"),
    );
    db = await openDatabase();
    await fillWarehouse(db, config);
  });
  afterAll(() => {
    db.close();
    rmSync(folder, {recursive: true, force: true});
  });
  const check = (wish: Partial<CommitmentWish> = {}) => checkCommitment(db, config, {sdr: "ann", behaviour: "timeline", ...wish});

  test.each(["ann", "ANN@x.example.com", "ann ode", "ann-ode"])("%s is Ann", async (sdr) => {
    expect((await check({sdr})).line).toEqual({...LINE, behaviour: "timeline", agreed_on: "2026-10-02"});
  });
  it("the day is the data's own in the company's zone, and is said to be", async () => {
    expect(await check()).toMatchObject({today: "2026-10-02", isDayOfData: true});
    expect(await check({agreedOn: "2026-09-30"})).toMatchObject({line: {agreed_on: "2026-09-30"}, isDayOfData: false});
  });
  it("nobody of that name, or two of them, is told", async () => {
    await expect(check({sdr: "Ann Odd"})).rejects.toThrow(/no SDR "Ann Odd"; did you mean Ann Ode\?\n.*ann \(Ann Ode\)/);
    await expect(check({sdr: "Dee Ode"})).rejects.toThrow("name one by id: d1, d2");
    await expect(check({sdr: "bob"})).rejects.toThrow('no SDR "bob"');
  });
  it("all that is wrong is told at once", async () => {
    const wrong = check({sdr: "cid", behaviour: "timelime", agreedOn: "2026-02-30", status: "later", note: "=1+1"});
    await expect(wrong).rejects.toThrow(/did you mean timeline\?[^]*2026-02-30[^]*use one of: open, done, dismissed[^]*formula/);
    await expect(check({behaviour: "be nicer"})).rejects.toThrow(/name one of: company, /);
    await expect(check({reviewOn: "2026-10-02"})).rejects.toThrow("2026-10-02 is not after 2026-10-02, the day of the agreement");
    await expect(check({sdr: "cid"})).rejects.toThrow("Cid Ode left on 2026-03-31");
    await expect(check({sdr: "cid", agreedOn: "2026-03-01"})).resolves.toBeDefined();
  });
  it("the same thing twice on a day is refused, whatever it is called", async () => {
    await expect(check({behaviour: "budget", agreedOn: "2026-09-07"})).rejects.toThrow(
      "agreed already: Ann Ode, budget, 2026-09-07 (commitments.csv:2)",
    );
    await expect(check({behaviour: "budget", agreedOn: "2026-09-08"})).resolves.toBeDefined();
  });
  it("the file is the one that holds commitments; another has to be named, and none is told", async () => {
    expect((await findCommitmentsFile(db, config)).name).toBe("commitments.csv");
    await expect(findCommitmentsFile(db, {...config, sources: []})).rejects.toThrow(
      /no source holds commitments\n.*header line sdr_id,behaviour/,
    );
    const people = await findCommitmentsFile(db, config, join(folder, "people.csv"));
    await expect(appendCommitment(config, people, LINE)).rejects.toThrow("people.csv: holds no commitments");
  });
});
