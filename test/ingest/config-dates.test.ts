import {expect, it} from "vitest";
import {reportConfigDates} from "../../pipeline/ingest/config-dates.js";
import {ingestFiles} from "./given-files.js";

const handoffs = (booked: string) =>
  `handoff_id,sdr_id,ae_id,account_id,booked_at,meeting_at,meeting_status\nh1,ann,bob,a1,2026-09-01T10:00:00Z,2026-09-02T10:00:00Z,held\nh2,ann,bob,a2,${booked},2031-01-01T10:00:00Z,scheduled\n`;
const tell = async (name: string, text: string, source = "") => {
  const {report, db} = await ingestFiles({[name]: text}, `sources:\n  - {files: "*.csv"${source}}\n`);
  // What is written follows from the exports alone, whatever the clock says.
  expect(await db.rows("from raw.rejects where contains(reason, 'clock')")).toEqual([]);
  return report.problems
    .filter(({what}) => what.includes("ahead of the clock"))
    .map(({where, what, hint}) => `${where}: ${what}; ${hint}`);
};

it("an export ahead of the clock is told, with what dates it; meetings to come are none", async () => {
  expect(await tell("handoffs.csv", handoffs("2026-09-02T10:00:00Z"))).toEqual([]);
  expect((await tell("handoffs.csv", handoffs("2099-09-02T10:00:00Z")))[0]).toMatch(
    /^handoffs\.csv: is dated [\d,]+ days ahead of the clock, 2099-09-02 10:00, by column booked_at, line 3; .*correct the date where the record is kept/,
  );
  expect((await tell("handoffs-2099-01-01.csv", handoffs("2026-09-02T10:00:00Z")))[0]).toContain("by its name");
  expect((await tell("handoffs.csv", handoffs("2026-09-02T10:00:00Z"), ', exported_at: "2099-01-01"'))[0]).toContain(
    "by exported_at",
  );
});

it("days and moments of the configuration far from the data are told", () => {
  const report = {exported_at: "2026-10-01 06:00:00"} as Parameters<typeof reportConfigDates>[1][number];
  const settings = {timezone: "UTC", holidays: ["2026-12-25", "2062-12-25"], routing: [], as_of: undefined};
  const look = (more: object) => reportConfigDates({...settings, ...more}, [report]);
  expect(look({}).map(({where}) => where)).toEqual(["holidays[1]"]);
  expect(look({holidays: [], as_of: "2026-09-01"})[0]!.what).toMatch(/^lies 30 days before the newest export/);
  expect(look({holidays: [], as_of: "2026-10-01"})).toEqual([]);
});
