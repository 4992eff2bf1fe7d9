import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, onTestFinished, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {ingest, inspectFiles} from "../../pipeline/ingest/index.js";
import {init} from "../../pipeline/init/index.js";
import {csv, makeFolder} from "./given-files.js";

/** What `init` makes of one export, and what is read by the configuration that it writes. */
async function read(...lines: string[]) {
  const folder = makeFolder({"exports/x.csv": csv(...lines)});
  const config = join(folder, "baton.config.yaml");
  const said: string[] = [];
  await init({
    folder: join(folder, "exports"),
    config,
    flags: {},
    isYes: true,
    isForced: false,
    say: (line) => void said.push(line),
    machineZone: "Europe/Berlin",
    schema: "baton.schema.json",
  });
  const text = readFileSync(config, "utf8");
  const db = await openDatabase();
  onTestFinished(() => db.close());
  const parsed = parseConfig(text, config);
  if (parsed.sources.length > 0) await ingest(db, parsed);
  const rows = async (sql: string) => (await db.rows(sql)).map((row) => Object.values(row) as unknown[]);
  return {text, said: said[0]!.trim(), entity: parsed.sources[0]?.entity, rows, path: join(folder, "exports/x.csv")};
}

const CALLS = "select contact_id, actor_id, channel, direction, occurred_at, outcome from raw.activities order by _line";

describe("call logs", () => {
  test("Aircall: the time in UTC of its two, the other side by the direction, an id made of what tells calls apart", async () => {
    const {said, rows} = await read(
      "line,date (TZ offset incl.),time (TZ offset incl.),number timezone,datetime (UTC),direction,from,to,answered,user,duration (total)",
      "DE,2026-09-08,10:00:05,Europe/Berlin,2026-09-08 08:00:05,outbound,49301,49302,Yes,Ada Diaz,65",
      "DE,2026-09-08,11:00:05,Europe/Berlin,2026-09-08 09:00:05,inbound,49303,49301,No,Ada Diaz,20",
    );
    expect(said).toContain("activities, guessed from the names of its columns (a call log): look through them");
    expect(await rows(CALLS)).toEqual([
      ["49302", "Ada Diaz", "call", "out", "2026-09-08 08:00:05", "Yes"],
      ["49303", "Ada Diaz", "call", "in", "2026-09-08 09:00:05", "No"],
    ]);
  });

  test.each([
    [
      "Aircall's API",
      "id,direction,status,started_at,duration,raw_digits,user_id,user_name,user_email",
      "812,outbound,done,1788861605,65,+4930222,77,Ada Diaz,ada@x.example",
      ["+4930222", "ada@x.example", "call", "out", "2026-09-08 10:00:05", "done"],
    ],
    [
      "Dialpad",
      "call_id,date_started,date_ended,direction,email,external_number,internal_number,name,target_kind,talk_duration",
      "512,2026-09-08 08:00:05.12,2026-09-08 08:01:05,outbound,ada@x.example,+4930222,+4930111,Ada,user,1.0",
      ["+4930222", "ada@x.example", "call", "out", "2026-09-08 06:00:05", null],
    ],
    [
      "RingCentral",
      "Session Id,From Name,From Number,To Name,To Number,Result,Call Length,Call Start Time,Call Direction",
      "7,Ada Diaz,+4930111,Kim Lee,+4930222,Call connected,00:01:05,09/28/2026 10:00:05 AM,Inbound",
      ["Ada Diaz", "Kim Lee", "call", "in", "2026-09-28 08:00:05", "Call connected"],
    ],
    [
      "Zoom Phone",
      "Call ID,Direction,Caller Name,Caller Number,Callee Name,Callee Number,Start Time,End Time,Duration,Result",
      "7,Outbound,Ada Diaz,+4930111,Kim Lee,+4930222,2026-09-08 10:00:05,2026-09-08 10:01:05,00:01:05,Call connected",
      ["Kim Lee", "Ada Diaz", "call", "out", "2026-09-08 08:00:05", "Call connected"],
    ],
    [
      "JustCall, a day and a time of day",
      "Call ID,Contact Name,Contact Number,Agent Name,Agent Email,Call Date,Call Time,Direction,Type,Call Duration,Disposition",
      "9,Kim Lee,+4930222,Ada Diaz,ada@x.example,2026-09-08,10:00:05,Outgoing,Answered,00:01:05,Interested",
      ["Kim Lee", "ada@x.example", "call", "out", "2026-09-08 08:00:05", "Interested"],
    ],
    [
      "a dialer without directions",
      "Call Start,Rep Name,Rep Email,Prospect Name,Prospect Company,Phone Number,Disposition,Talk Time (seconds)",
      "2026-09-08 10:00:05,Ada Diaz,ada@x.example,Kim Lee,Acme,+4930222,Meeting Booked,65",
      ["Kim Lee", "ada@x.example", "call", null, "2026-09-08 08:00:05", "Meeting Booked"],
    ],
  ])("%s", async (_, header, row, call) => {
    const {rows} = await read(header, row);
    expect(await rows(CALLS)).toEqual([call]);
  });

  test("without who called it is not read, and a weekday before the date is left away", async () => {
    const {text, said} = await read(
      "Direction,Type,Phone Number,Name,Date,Time,Action,Action Result,Duration",
      "Outgoing,Voice,(030) 222-1111,Kim Lee,Tue 09/08/2026,10:00 AM,VoIP Call,Call connected,0:01:05",
    );
    expect(said).toContain("seems to hold activities, without actor_id; not read until those are named");
    expect(text).toMatch(/# +occurred_at: 'regexp_replace\("Date"[^\n]+\|\| "Time"'/);
  });

  test("inspect offers the same block", async () => {
    const {path} = await read(
      "Call ID,Direction,Start Time,Duration,From,To,User Email",
      "1,in,2026-09-08 10:00,5,1,2,a@x.example",
    );
    expect(await inspectFiles([path])).toMatch(
      /entity: activities\n +columns:(\n.*)*\n +sql:(\n.*)*\n +channel: "'call'" +# a guess/,
    );
  });
});

describe("recorded calls", () => {
  const recorded = "select call_id, person_id, started_at, duration_seconds from raw.calls";
  test.each([
    [
      "lengths in minutes by their header",
      "Recording ID,Meeting Title,Date,Start Time,Duration (minutes),Owner Email,Participants,Link",
      "c1,Intro,2026-09-08,10:00 AM,30,eve@x.example,Kim,https://x.example",
      ["c1", "eve@x.example", "2026-09-08 08:00:00", "1800.0"],
    ],
    [
      "no length where nothing says the unit",
      "Meeting UUID,Subject,Start Time,Duration,Organizer Email,Attendees,Meeting URL",
      "m1,Intro,2026-09-08T10:00:00Z,30,eve@x.example,kim@acme.example,https://x.example",
      ["m1", "eve@x.example", "2026-09-08 10:00:00", null],
    ],
    [
      "Fireflies",
      "id,title,date,duration,organizer_email,host_email,participants,transcript_url",
      'f1,Intro,1788861605000,30.5,eve@x.example,eve@x.example,"kim@acme.example,eve@x.example",https://x.example',
      ["f1", "eve@x.example", "2026-09-08 10:00:05", "1830.0"],
    ],
    [
      "Gong's lengths in words",
      "Call ID,Call Title,Call Date,Duration,Host,Call URL",
      "77,Intro,2026-09-08 10:00,1h 5m 15s,Eve,https://x.example",
      ["77", "Eve", "2026-09-08 08:00:00", "3915"],
    ],
  ])("%s", async (_, header, row, call) => {
    const {rows} = await read(header, row);
    expect(await rows(recorded)).toEqual([call]);
  });
});

describe("campaign tools", () => {
  test("Apollo's contacts are contacts, by its own ids", async () => {
    const {entity, rows} = await read(
      "First Name,Last Name,Title,Company,Email,Email Status,Seniority,Contact Owner,Work Direct Phone,Stage,Last Contacted,Account Owner,# Employees,Apollo Contact Id,Apollo Account Id",
      "Kim,Lee,CFO,Acme,kim@acme.example,Verified,C suite,ada@x.example,555,Cold,2026-09-01,ada@x.example,500,64a,64b",
    );
    expect(entity).toBe("contacts");
    expect(await rows("select contact_id, account_id, name, email, phone from raw.contacts")).toEqual([
      ["64a", "64b", "Kim Lee", "kim@acme.example", "555"],
    ]);
  });

  test("a list without ids goes by e-mail addresses, which stay the contacts' own", async () => {
    const {rows} = await read(
      "Email,First Name,Last Name,Company,Title,Campaign,Status",
      "kim@acme.example,Kim,Lee,Acme,CFO,Autumn,Active",
    );
    expect(await rows("select contact_id, email from raw.contacts")).toEqual([["kim@acme.example", "kim@acme.example"]]);
  });

  test("e-mails sent", async () => {
    const {rows} = await read(
      "To Name,To Email,From Name,From Email,Subject,Sequence,Status,Sent At,Opened",
      "Kim Lee,kim@acme.example,Ada,ada@x.example,Hello,Autumn,delivered,2026-09-08T10:00:00Z,2",
    );
    expect(await rows(CALLS)).toEqual([
      ["kim@acme.example", "ada@x.example", "email", "out", "2026-09-08 10:00:00", "delivered"],
    ]);
  });

  test("of what a tool noted, openings are nobody's touch and answers come in", async () => {
    const line = (id: string, type: string, hour: number) =>
      `${id},${type},2026-09-08T1${hour}:00:00.000Z,kim@acme.example,Acme,Autumn,ada@x.example`;
    const {rows} = await read(
      "_id,type,createdAt,leadEmail,leadCompanyName,campaignName,sendUserEmail",
      line("a", "emailsSent", 0),
      line("b", "emailsOpened", 1),
      line("c", "emailsReplied", 2),
      line("d", "linkedinSent", 3),
    );
    expect((await rows(CALLS)).map(([, , channel, direction]) => [channel, direction])).toEqual([
      ["email", "out"],
      ["email", "in"],
      ["linkedin", "out"],
    ]);
  });

  test("a task counts when it was done, and not when it is due", async () => {
    const {rows} = await read(
      "Task Id,Type,Due Date,Completed At,Status,Contact Email,Owner",
      "1,Call,2026-09-01,2026-09-08T10:00:00Z,completed,kim@acme.example,Ada",
      "2,Call,2026-09-02,,scheduled,kim@acme.example,Ada",
    );
    expect(await rows(CALLS)).toEqual([["kim@acme.example", "Ada", "call", "out", "2026-09-08 10:00:00", "completed"]]);
  });

  test("activities with their kind and owner are no meetings", async () => {
    const {entity, rows} = await read(
      "Activity Type,Activity Date,Owner,Owner Email,Contact,Contact Email,Account,Subject,Result",
      "Email,2026-09-08 10:00:00,Ada,ada@x.example,Kim Lee,kim@acme.example,Acme,Hi,Sent",
    );
    expect(entity).toBe("activities");
    expect(await rows(CALLS)).toEqual([["kim@acme.example", "ada@x.example", "email", null, "2026-09-08 08:00:00", "Sent"]]);
  });
});

describe("bookings", () => {
  const meetings = "select sdr_id, ae_id, contact_id, booked_at, meeting_at, meeting_status from raw.handoffs order by _line";
  test("Calendly: who scheduled for the invitee is the SDR, the user is the AE, and two columns say what became of it", async () => {
    const {rows} = await read(
      "User Name,User Email,Invitee Name,Invitee Email,Event Type Name,Start Date & Time,End Date & Time,Event Created Date & Time,Canceled,Canceled By,Invitee Scheduled By,Marked as No-Show",
      "Eve,eve@x.example,Kim,kim@acme.example,Demo,2026-09-08 10:00 am,2026-09-08 10:30 am,2026-09-01 09:00 am,false,,ada@x.example,false",
      "Eve,eve@x.example,Bo,bo@acme.example,Demo,2026-09-28 02:00 pm,2026-09-28 02:30 pm,2026-09-01 09:00 am,true,,ada@x.example,false",
      "Eve,eve@x.example,Cy,cy@acme.example,Demo,2026-09-29 02:00 pm,2026-09-29 02:30 pm,2026-09-01 09:00 am,false,,ada@x.example,true",
    );
    expect(await rows(meetings)).toEqual([
      ["ada@x.example", "eve@x.example", "kim@acme.example", "2026-09-01 07:00:00", "2026-09-08 08:00:00", null],
      ["ada@x.example", "eve@x.example", "bo@acme.example", "2026-09-01 07:00:00", "2026-09-28 12:00:00", "canceled"],
      ["ada@x.example", "eve@x.example", "cy@acme.example", "2026-09-01 07:00:00", "2026-09-29 12:00:00", "no_show"],
    ]);
  });

  test("Chili Piper: booker and assignee", async () => {
    const {rows} = await read(
      "Meeting ID,Meeting Type,Queue,Booker,Booker Email,Assignee,Assignee Email,Guest Email,Booked At,Meeting Start,Meeting End,Status,CRM Event ID",
      "m1,Demo,Q,Ada,ada@x.example,Eve,eve@x.example,kim@acme.example,2026-09-01T09:00:00Z,2026-09-08T10:00:00Z,2026-09-08T10:30:00Z,No Show,1",
      "m2,Demo,Q,Ada,ada@x.example,Eve,eve@x.example,bo@acme.example,2026-09-01T09:00:00Z,2026-09-08T12:00:00Z,2026-09-08T12:30:00Z,Active,2",
    );
    expect((await rows(meetings)).map(([sdr, ae, , , at, status]) => [sdr, ae, at, status])).toEqual([
      ["ada@x.example", "eve@x.example", "2026-09-08 10:00:00", "no_show"],
      ["ada@x.example", "eve@x.example", "2026-09-08 12:00:00", "scheduled"],
    ]);
  });

  test("RevenueHero's words are those of a sheet: the AE is whom it is assigned to", async () => {
    const {rows} = await read(
      "Prospect Name,Prospect Email,Company,Meeting Type,Meeting Time,Booked At,Booked By,Assigned To,Meeting Status,Source",
      "Kim,kim@acme.example,Acme,Demo,2026-09-08T10:00:00Z,2026-09-01T09:00:00Z,ada@x.example,eve@x.example,Rescheduled,Web",
    );
    expect(await rows(meetings)).toEqual([
      ["ada@x.example", "eve@x.example", "kim@acme.example", "2026-09-01 09:00:00", "2026-09-08 10:00:00", "rescheduled"],
    ]);
  });

  test.each([
    [
      "Subject,Start Date,Start Time,End Date,End Time,Location,Creator,Organizer,Attendees,Status",
      "Intro,2026-09-08,10:00,2026-09-08,10:30,Zoom,ada@x.example,eve@x.example,kim@acme.example,confirmed",
      "sdr_id, ae_id are confirmed",
    ],
    [
      "Title,Start,End,Creator,Guests",
      "Intro,2026-09-08 10:00,2026-09-08 10:30,ada@x.example,kim@acme.example",
      "sdr_id is confirmed",
    ],
  ])("a calendar's creator may be anybody: it is not read until somebody says so", async (header, row, confirmed) => {
    const {said, entity} = await read(header, row);
    expect(said).toContain(`may hold handoffs; not read until ${confirmed} in the configuration`);
    expect(entity).toBeUndefined();
  });
});

test("under a header that says UTC a time is in UTC, wherever the company is", async () => {
  const {rows} = await read(
    "activity_id,channel,Occurred at (UTC)",
    "1,call,2026-09-08 10:00:00",
    "2,call,2026-09-08",
    "3,call,2026-09-08T10:00:00+02:00",
  );
  expect((await rows("select occurred_at from raw.activities order by _line")).flat()).toEqual([
    "2026-09-08 10:00:00",
    "2026-09-07 22:00:00",
    "2026-09-08 08:00:00",
  ]);
});
