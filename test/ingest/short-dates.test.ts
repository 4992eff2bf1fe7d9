import {expect, test} from "vitest";
import {csv, ingestFiles} from "./given-files.js";

const read = async (created: readonly string[], yaml?: string) => {
  const rows = created.map((text, index) => `o${index + 1},a,${text}`);
  const {db, report} = await ingestFiles(
    {"opportunities.csv": csv("opportunity_id,account_id,created_at", ...rows)},
    `timezone: UTC\nsources:\n  - files: opportunities.csv\n${yaml ?? ""}`,
  );
  const found = await db.rows<{created_at: string | null}>("select created_at from raw.opportunities order by opportunity_id");
  const reasons = await db.rows<{reason: string}>("select distinct reason from raw.rejects where effect = 'cell'");
  return {
    days: found.map(({created_at}) => created_at?.slice(0, 10) ?? null),
    told: [...report.problems.map(({what}) => what), ...reasons.map(({reason}) => reason)],
  };
};

test("a year of two digits stands first where the last digits are no year, and that is told", async () => {
  expect(await read(["25-09-08", "25-12-31"])).toEqual({
    days: ["2025-09-08", "2025-12-31"],
    told: ["created_at has years of two digits, and is read with the year first"],
  });
  expect((await read(["26/09/08 14:30", "25/12/31 09:00"])).days).toEqual(["2026-09-08", "2025-12-31"]);
});

test("or where they are as far apart as days are", async () => {
  expect((await read(["26-09-18", "26-10-31", "25-10-20"])).days).toEqual(["2026-09-18", "2026-10-31", "2025-10-20"]);
});

test("days and months before the year are read as before, those of the year 20 among them", async () => {
  expect((await read(["18-09-26", "31-10-26", "20-10-26"])).days).toEqual(["2026-09-18", "2026-10-31", "2026-10-20"]);
  expect((await read(["20/09/26", "21/09/26", "19/09/26"])).days).toEqual(["2026-09-20", "2026-09-21", "2026-09-19"]);
  expect((await read(["09/18/26", "10/31/26"])).days).toEqual(["2026-09-18", "2026-10-31"]);
});

test("where nothing tells, the cells are blank, and say why; dates says it", async () => {
  const {days, told} = await read(["26-09-26", "25-10-27"]);
  expect(days).toEqual([null, null]);
  expect(told).toEqual(["may have its year first or last: say dates for this source, such as %y-%m-%d or day-first"]);
  expect((await read(["26-09-26", "25-10-27"], '    dates: "%y-%m-%d"\n')).days).toEqual(["2026-09-26", "2025-10-27"]);
  expect((await read(["26-09-26", "25-10-27"], "    dates: day-first\n")).days).toEqual(["2026-09-26", "2027-10-25"]);
});
