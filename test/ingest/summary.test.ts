import {expect, test} from "vitest";
import {csv, ingestFiles} from "./given-files.js";

test("what did not arrive as it stands in the files is told by file, line, column and value, one of a kind, lost rows first", async () => {
  const {report} = await ingestFiles({
    "handoffs.csv": csv(
      "handoff_id,sdr_id,meeting_at,meeting_status",
      "h1,s,2026-03-02T10:00,held",
      "h2,s,2026-03-03T10:00,perhaps",
      "h3,s,someday,held",
      "h4,s,whenever,held",
      "h1,s,2026-03-02T10:00,no_show",
    ),
  });
  expect(report.rejects.map(({where, what}) => `${where} ${what}`)).toEqual([
    'handoffs.csv:4 meeting_at "someday" is no time; the row is left out (lines 4 and 5)',
    expect.stringMatching(/^handoffs\.csv:2 "h1 .*" same key as another line, which says something else and wins; left out$/),
    'handoffs.csv:3 meeting_status "perhaps" is none of scheduled, held, no_show, rescheduled, canceled; loaded as blank',
  ]);
  expect(report.rejects[2]!.hint).toBe("map it under values.meeting_status");
});

test("files that arrive as they stand leave nothing to tell", async () => {
  const {report} = await ingestFiles({"accounts.csv": csv("account_id,name", "a1,Acme")});
  expect(report.rejects).toEqual([]);
});

test("a column under sources that no entity has is the configuration's mistake, a column that a file lacks is the file's", async () => {
  const files = {"accounts.csv": csv("account_id,name", "a1,Acme")};
  const source = (lines: string) => `sources:\n  - {files: accounts.csv, entity: accounts, columns: {${lines}}}`;
  await expect(ingestFiles(files, source("nmae: name"))).rejects.toMatchObject({exitCode: 2});
  await expect(ingestFiles(files, source("name: Title"))).rejects.toMatchObject({exitCode: 1});
});

test("of several of a kind the first three lines are named and the others counted; what is repeated word for word is told too", async () => {
  const days = ["2026-03-02", "a", "b", "c", "d", "e", "2026-03-09", "2026-03-09"];
  const {report} = await ingestFiles({
    "activities.csv": csv("activity_id,occurred_at", ...days.map((day, index) => `${Math.min(index, 6)},${day}`)),
  });
  expect(report.rejects.map(({where, what}) => `${where} ${what}`)).toEqual([
    "activities.csv:8 says the same as another line, word for word; left out",
    'activities.csv:3 occurred_at "a" is no time; loaded as blank (lines 3, 4, 5 and 2 more)',
  ]);
});
