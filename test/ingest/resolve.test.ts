import {expect, test} from "vitest";
import {writeRejected} from "../../pipeline/publish/health/rejected.js";
import {csv, ingestFiles} from "./given-files.js";

const people = csv(
  "person_id,name,email",
  "p1,Ada Berg,ada@example.com",
  "p2,Ben Cole,ben@example.com",
  "p3,Ben Cole,cole@example.com",
);
const meetings = (...people: string[]) =>
  csv("meeting_id,sdr_id,meeting_at", ...people.map((person, n) => `m${n},${person},2026-01-05T10:00:00Z`));

test("people given by e-mail or by a name that only one has become their ids", async () => {
  const {db} = await ingestFiles({"people.csv": people, "handoffs.csv": meetings("p2", "ADA@example.com", "ada berg")});
  expect((await db.rows("select sdr_id from raw.handoffs order by _line")).map(({sdr_id}) => sdr_id)).toEqual(["p2", "p1", "p1"]);
});

test("a name that two have, or nobody, stays as it is and is listed", async () => {
  const {db, report} = await ingestFiles({"people.csv": people, "handoffs.csv": meetings("Ben Cole", "Zed", "Zed")});
  expect((await db.rows("select sdr_id from raw.handoffs order by _line")).map(({sdr_id}) => sdr_id)).toEqual([
    "Ben Cole",
    "Zed",
    "Zed",
  ]);
  expect(await db.rows("select path, line, column_name, value, reason, effect from raw.rejects order by line")).toEqual([
    {
      path: "handoffs.csv",
      line: 2,
      column_name: "sdr_id",
      value: "Ben Cole",
      reason: "goes by 2 records of people",
      effect: "orphan",
    },
    {
      path: "handoffs.csv",
      line: 3,
      column_name: "sdr_id",
      value: "Zed",
      reason: "is not in the export of people (2 rows, the first of them here)",
      effect: "orphan",
    },
  ]);
  expect(report.problems).toMatchObject([
    {where: "handoffs.sdr_id", what: "2 values are not in the export of people: Ben Cole, Zed; first in handoffs.csv:2"},
    {where: "people", what: '2 people go by the name "Ben Cole": p2, p3'},
  ]);
});

test("a person's name counts however a system writes it, unless it is that of several", async () => {
  const {db, report} = await ingestFiles({
    "people.csv": csv("person_id,name", "p1,Sara Díaz", "p2,Tom Berg", "p3,Tom Berg"),
    "handoffs.csv": meetings("Sara Diaz", '"Diaz, Sara"', "SARA DÍAZ (Deactivated User)", "Tom Berg (AE)"),
  });
  expect((await db.rows("select sdr_id from raw.handoffs order by _line")).map(({sdr_id}) => sdr_id)).toEqual([
    "p1",
    "p1",
    "p1",
    "Tom Berg (AE)",
  ]);
  expect(report.problems[0]).toMatchObject({what: expect.stringContaining("Tom Berg (AE)") as string});
});

test("without an export of people nobody is missed", async () => {
  const {report, rejects} = await ingestFiles({"handoffs.csv": meetings("ada@example.com")});
  expect(report.problems).toEqual([]);
  expect(await rejects()).toEqual([]);
});

test("accounts are found by domain or name, contacts by e-mail", async () => {
  const {db} = await ingestFiles({
    "accounts.csv": csv("account_id,name,website", "a1,Acme,https://www.acme.example/about", "a2,Bolt,bolt.example"),
    "contacts.csv": csv("contact_id,account_id,email", "c1,acme.example,Kim@acme.example", "c2,bolt,lee@bolt.example"),
    "handoffs.csv": csv(
      "meeting_id,sdr_id,meeting_at,contact_id,account_id",
      "m1,s1,2026-01-05T10:00:00Z,kim@acme.example,bolt.example",
    ),
  });
  expect(
    (await db.rows("select contact_id, account_id from raw.contacts order by _line")).map((row) => Object.values(row)),
  ).toEqual([
    ["c1", "a1"],
    ["c2", "a2"],
  ]);
  expect(await db.rows("select contact_id, account_id from raw.handoffs")).toEqual([{contact_id: "c1", account_id: "a2"}]);
});

test("an orphan loads", async () => {
  const {db, rejects} = await ingestFiles({
    "accounts.csv": csv("account_id,name", "a1,Acme"),
    "contacts.csv": csv("contact_id,account_id", "c1,a9"),
  });
  expect(await db.rows("select account_id from raw.contacts")).toEqual([{account_id: "a9"}]);
  expect(await rejects()).toEqual(["2 | account_id | a9 | orphan"]);
});

test("feedback may name the meeting instead of the handoff", async () => {
  const {rejects} = await ingestFiles({
    "handoffs.csv": meetings("p1"),
    "feedback.csv": csv("feedback_id,submitted_at,handoff_id", "f1,2026-01-06T10:00:00Z,m0"),
  });
  expect(await rejects()).toEqual([]);
});

test("what others name and was rejected is told to be rejected, at which line and why, with that row to mend", async () => {
  const {db, report} = await ingestFiles({
    "handoffs.csv": csv(
      "handoff_id,meeting_id,sdr_id,meeting_at",
      "h1,m1,p1,2026-01-05T10:00:00Z",
      "h2,m2,p1,",
      "h3,,p1,",
      "h2,m2,p1,soon",
    ),
    "feedback.csv": csv(
      "feedback_id,submitted_at,handoff_id",
      "f2,2026-01-06T10:00:00Z,h2",
      "f3,2026-01-06T10:00:00Z,h3",
      "f4,2026-01-06T10:00:00Z,m2",
      "f9,2026-01-06T10:00:00Z,h9",
    ),
  });
  const blank = "meeting_at is blank, and a row cannot do without it";
  const mend = "mend that row where the record is kept, and export again";
  expect(await db.rows("select value, reason, hint from raw.rejects where effect = 'orphan' order by line")).toEqual([
    {value: "h2", reason: `was rejected from the export of handoffs, at handoffs.csv:3: ${blank}`, hint: mend},
    {value: "h3", reason: `was rejected from the export of handoffs, at handoffs.csv:4: ${blank}`, hint: mend},
    {value: "m2", reason: `was rejected from the export of handoffs, at handoffs.csv:3: ${blank}`, hint: mend},
    {
      value: "h9",
      reason: "is not in the export of handoffs",
      hint: "export handoffs with every record that others name, archived ones too",
    },
  ]);
  expect(report.problems.filter(({where}) => where === "feedback.handoff_id")).toMatchObject([
    {what: "1 value is not in the export of handoffs: h9; first in feedback.csv:5"},
    {what: "3 values were rejected from the export of handoffs: h2, h3, m2; first in feedback.csv:2"},
  ]);
});

test("of very many rejected records it is told that they were, not of each", async () => {
  const ids = Array.from({length: 21}, (_, index) => `h${index}`);
  const {db} = await ingestFiles({
    "handoffs.csv": csv("handoff_id,sdr_id,meeting_at", "h,p1,2026-01-05T10:00:00Z", ...ids.map((id) => `${id},p1,`)),
    "feedback.csv": csv("feedback_id,submitted_at,handoff_id", ...ids.map((id) => `f-${id},2026-01-06T10:00:00Z,${id}`)),
  });
  expect(await db.rows("select distinct reason, hint from raw.rejects where effect = 'orphan'")).toEqual([
    {reason: "was rejected from the export of handoffs", hint: "mend the rejected rows of handoffs, and export again"},
  ]);
});

test("a rejected row is told by its record's id where it has one, and pseudonymised not at all", async () => {
  const {db} = await ingestFiles({
    "handoffs.csv": csv(
      "handoff_id,meeting_id,sdr_id,meeting_at",
      "h1,m1,p1,2026-01-05T10:00:00Z",
      "h2,m2,p1,",
      "h3,,p1,",
      ",,p1,",
    ),
  });
  const read = (pseudonymise: boolean) => db.rows(`select line, record from (${writeRejected({pseudonymise})}) order by line`);
  expect(await read(false)).toEqual([{line: 3, record: "m2 (h2)"}, {line: 4, record: "h3"}]); // prettier-ignore
  expect(await read(true)).toEqual([]);
});
