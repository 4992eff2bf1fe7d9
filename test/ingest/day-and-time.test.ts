import {expect, test} from "vitest";
import {guessEntity} from "../../pipeline/ingest/guess.js";
import {csv, failure, ingestFiles} from "./given-files.js";

const at = "select meeting_at from raw.handoffs order by _line";
const times = async (files: Record<string, string>, yaml: string) => {
  const {db, report} = await ingestFiles(files, `timezone: Europe/Berlin\n${yaml}`);
  const rows = await db.rows<{meeting_at: string | null}>(at);
  return {times: rows.map(({meeting_at}) => meeting_at), told: report.problems};
};

test("a day and its time, in columns that are called alike, are one instant", async () => {
  const file = csv(
    "Handoff ID,SDR,AE,Account,Meeting Date,Meeting Time",
    "h1,Sue,Ada,Acme,2026-09-08,14:30",
    "h2,Sue,Ada,Bolt,2026-09-09,2:30 PM",
    "h3,Sue,Ada,Corp,2026-09-10 00:00:00,9:00",
    "h4,Sue,Ada,Dust,2026-09-11,",
    "h5,Sue,Ada,Echo,2026-09-12,2026-09-12 08:00:00",
    "h6,Sue,Ada,Fern,2026-09-13,9am",
    "h7,Sue,Ada,Gold,2026-09-14,10:00 AM EST",
    "h8,Sue,Ada,Hill,2026-09-15,TBD",
    "h9,Sue,Ada,Iris,2026-09-16,10:00 AM - 10:30 AM",
  );
  const found = await times({"meetings.csv": file}, "sources:\n  - files: meetings.csv\n");
  expect(found.times).toEqual([
    "2026-09-08 12:30:00",
    "2026-09-09 12:30:00",
    "2026-09-10 07:00:00",
    "2026-09-10 22:00:00",
    "2026-09-12 06:00:00",
    "2026-09-13 07:00:00",
    "2026-09-14 15:00:00",
    "2026-09-14 22:00:00",
    "2026-09-16 08:00:00",
  ]);
});

const DEMOS = {
  "demos.csv": csv(
    "Booked by,Closer,Company,Date of demo,Start time",
    "Sue,Ada,Acme,08.09.2026,14.30 Uhr",
    "Sue,Ada,Bolt,19.09.2026,09:00",
    "Sue,Ada,Corp,20.09.2026,9am",
    "Sue,Ada,Dust,21.09.2026,tbd",
  ),
};
const map = (meeting: string) =>
  `sources:\n  - files: demos.csv\n    entity: handoffs\n    columns: {sdr_id: Booked by, ae_id: Closer, account_id: Company, meeting_at: ${meeting}}\n`;

test("the configuration joins two; days that are read alone are told where another column has times", async () => {
  expect((await times(DEMOS, map("Date of demo + Start time"))).times).toEqual([
    "2026-09-08 12:30:00",
    "2026-09-19 07:00:00",
    "2026-09-20 07:00:00",
    "2026-09-20 22:00:00",
  ]);
  const {told} = await times(DEMOS, map("Date of demo"));
  expect(told).toEqual([
    {
      where: "demos.csv",
      what: 'meeting_at is read from "Date of demo", which has days alone, as of midnight; nothing is read from "Start time", with times of day',
      hint: 'where they belong together, join them: sources[0].columns.meeting_at: "Date of demo + Start time"',
    },
  ]);
  expect(await failure(DEMOS, map("Date of demo + Start"))).toContain('expected "Date of demo + Start"');
});

test("the join is guessed from names and values", () => {
  const candidates = [
    {header: "Booked by", samples: ["Sue"]},
    {header: "Closer", samples: ["Ada"]},
    {header: "Company", samples: ["Acme"]},
    {header: "Meeting Date", samples: ["2026-09-08"]},
    {header: "End time", samples: ["15:00"]},
    {header: "Start time", samples: ["14:30"]},
  ];
  expect(guessEntity(candidates).columns.get("meeting_at")).toBe("Meeting Date + Start time");
});
