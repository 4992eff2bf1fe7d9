import {describe, expect, test} from "vitest";
import {csv, failure, ingestFiles, counts} from "./given-files.js";

/** The converted cells of one canonical column. */
async function convert(entity: string, column: string, cells: readonly string[], yaml = ""): Promise<(string | null)[]> {
  const fixed: Record<string, [string, (n: number) => string]> = {
    activities: ["activity_id", (n) => `a${n}`],
    opportunities: ["opportunity_id", (n) => `o${n}`],
    handoffs: ["meeting_id,sdr_id,meeting_at", (n) => `m${n},s1,2026-01-05T10:00:00Z`],
    people: ["person_id", (n) => `p${n}`],
    feedback: ["feedback_id,submitted_at", (n) => `f${n},2026-01-05T10:00:00Z`],
  };
  const [header, values] = fixed[entity]!;
  const lines = cells.map((cell, n) => `${values(n)},"${cell}"`);
  const {db} = await ingestFiles(
    {[`${entity}.csv`]: csv(`${header},${column}`, ...lines)},
    `timezone: Europe/Berlin\nsources:\n  - files: ${entity}.csv\n    entity: ${entity}\n${yaml}`,
  );
  return (await db.rows<{value: string | null}>(`select ${column} as value from raw.${entity} order by _line`)).map(
    ({value}) => value,
  );
}

describe("times become UTC", () => {
  test("a zone in the value counts; without one the configured zone does, summer time and all", async () => {
    expect(
      await convert("activities", "occurred_at", [
        "2026-07-01T12:00:00Z",
        "2026-07-01T12:00:00+02:00",
        "2026-07-01 12:00",
        "2026-01-05 12:00:00.250",
        "2026-07-01",
        "2026-07-01T12:00:00.000+0000",
      ]),
    ).toEqual([
      "2026-07-01 12:00:00",
      "2026-07-01 10:00:00",
      "2026-07-01 10:00:00",
      "2026-01-05 11:00:00",
      "2026-06-30 22:00:00",
      "2026-07-01 12:00:00",
    ]);
  });
  test("an offset from GMT or UTC may follow, as Google Forms writes it", async () => {
    expect(
      await convert("activities", "occurred_at", [
        "2026/01/02 3:04:05 PM GMT+1",
        "1/2/2026 3:04 AM GMT-3:30",
        "2026/07/02 3:04:05 PM UTC+05:30",
        "2026/07/02 3:04:05 PM",
      ]),
    ).toEqual(["2026-01-02 14:04:05", "2026-01-02 06:34:00", "2026-07-02 09:34:05", "2026-07-02 13:04:05"]);
  });
  test("a zone may follow minutes, and ISO 8601 has rarer spellings", async () => {
    expect(
      await convert("activities", "occurred_at", [
        "2026-07-01T12:00Z",
        "2026-07-01T12:00+02:00",
        "2026-07-01 12:00 -0500",
        "20260701T120000Z",
        "20260701T1200",
        "2026-07-01t12:00:00z",
      ]),
    ).toEqual([
      "2026-07-01 12:00:00",
      "2026-07-01 10:00:00",
      "2026-07-01 17:00:00",
      "2026-07-01 12:00:00",
      "2026-07-01 10:00:00",
      "2026-07-01 12:00:00",
    ]);
  });
  test("one day above 12 makes the whole column day-first", async () => {
    expect(await convert("activities", "occurred_at", ["03/04/2026 09:30", "25/04/2026 09:30"])).toEqual([
      "2026-04-03 07:30:00",
      "2026-04-25 07:30:00",
    ]);
  });
  test("and month-first the other way round, with halves of the day", async () => {
    expect(await convert("activities", "occurred_at", ["3/4/2026 3:18:36 pm", "4/25/2026 12:05 AM"])).toEqual([
      "2026-03-04 14:18:36",
      "2026-04-24 22:05:00",
    ]);
  });
  test("a comma behind the date, which has to be tidied away, changes nothing", async () => {
    const plain = ["4/25/2026 12:05 AM", "3/29/2026 02:30:00", "12/31/2026 23:59", "2/30/2026 10:00", "13/1/2026 10:00", "4/1/1826 10:00"]; // prettier-ignore
    const times = await convert("activities", "occurred_at", plain);
    expect(times).toEqual(await convert("activities", "occurred_at", plain.map((cell) => cell.replace(" ", ", ")))); // prettier-ignore
    expect(times).toEqual(["2026-04-24 22:05:00", expect.any(String), "2026-12-31 22:59:00", null, null, null]);
  });
  test("what the configuration says of dates goes before what the data suggests", async () => {
    expect(
      await convert("activities", "occurred_at", ["03/04/2026", "05/06/2026"], "    dates: day-first\n    timezone: UTC"),
    ).toEqual(["2026-04-03 00:00:00", "2026-06-05 00:00:00"]);
    expect(
      await convert("activities", "occurred_at", ["2026|05|06 07h08"], "    dates: '%Y|%m|%d %Hh%M'\n    timezone: UTC"),
    ).toEqual(["2026-05-06 07:08:00"]);
  });
  test("a trailing zone name is read: the form's EET is two hours ahead", async () => {
    expect(await convert("activities", "occurred_at", ["2026/03/04 3:18:36 pm EET", "2026/03/04 3:18:36 am PDT"])).toEqual([
      "2026-03-04 13:18:36",
      "2026-03-04 10:18:36",
    ]);
  });
  test("dots, month names, two-digit years and epoch milliseconds", async () => {
    expect(await convert("activities", "occurred_at", ["31.12.2026 23:59", "1.2.26"], "    timezone: UTC")).toEqual([
      "2026-12-31 23:59:00",
      "2026-02-01 00:00:00",
    ]);
    expect(
      await convert("activities", "occurred_at", ["4 Mar 2026", "March 5, 2026 at 10:00 AM", "06-Mar-26"], "    timezone: UTC"),
    ).toEqual(["2026-03-04 00:00:00", "2026-03-05 10:00:00", "2026-03-06 00:00:00"]);
    expect(await convert("activities", "occurred_at", ["1772582400000"], "    timezone: UTC")).toEqual(["2026-03-04 00:00:00"]);
  });
  test("a day in digits alone is that day, in the zone of the file; digits of any other length are none", async () => {
    expect(await convert("activities", "occurred_at", ["20260304", "1772582400", "44927"])).toEqual([
      "2026-03-03 23:00:00",
      "2026-03-04 00:00:00",
      null,
    ]);
    expect(
      await convert("people", "started_on", ["20210101", "1609459200", "1609459200000", "44927", "2021", "20211301"]),
    ).toEqual(["2021-01-01", "2021-01-01", "2021-01-01", null, null, null]);
  });
  test("no such day, no such year: the cell is null", async () => {
    expect(await convert("activities", "occurred_at", ["2026-02-30T10:00:00Z", "0026-02-03", "soon"])).toEqual([
      null,
      null,
      null,
    ]);
  });
  test("dates are days as written, whatever time and zone stand behind them", async () => {
    expect(
      await convert("people", "started_on", ["2026-03-01", "2026-03-01 00:00:00", "2026-03-01T23:30:00.000Z", "01.03.2026"]),
    ).toEqual(Array(4).fill("2026-03-01"));
  });
  test("a zone's name counts where it means one zone; a name of several is no time, and halves of the day may be Spanish or German", async () => {
    expect(
      await convert("activities", "occurred_at", [
        "8/25/2026 9:00 AM IST",
        "8/25/2026 9:00 AM ET",
        "12/1/2026 9:00 AM ET",
        "8/25/2026 9:00 AM SGT",
        "8/25/2026 3:48:53 p. m. CEST",
        "8/25/2026 3:48:53 nachm. MESZ",
      ]),
    ).toEqual([
      null,
      "2026-08-25 13:00:00",
      "2026-12-01 14:00:00",
      "2026-08-25 01:00:00",
      "2026-08-25 13:48:53",
      "2026-08-25 13:48:53",
    ]);
  });
  test("one slip of the pen does not turn a column round that the file's other columns settle", async () => {
    const rows = Array.from({length: 9}, (_, n) => `m${n},s1,8/${n + 16}/2026 9:00 AM,9/${n + 1}/2026 10:00 AM`);
    const {db, report} = await ingestFiles({
      "handoffs.csv": csv("meeting_id,sdr_id,booked_at,meeting_at", ...rows, "m9,s1,8/25/2026 9:00 AM,13/9/2026 10:00 AM"),
    });
    const [found] = await db.rows(
      "select count(*)::integer as n, min(meeting_at) as first, max(meeting_at) as last from raw.handoffs",
    );
    expect(found).toEqual({n: 9, first: "2026-09-01 10:00:00", last: "2026-09-09 10:00:00"});
    expect(report.files[0]).toMatchObject({rejected: 1});
    expect(await db.rows("select line, hint from raw.rejects where column_name = 'meeting_at'")).toEqual([
      {line: 11, hint: "the column is read as month-first: use ISO 8601, or set dates for this source"},
    ]);
  });
  test("a spreadsheet's number of a day is told as the day that it is", async () => {
    const {db} = await ingestFiles({"activities.csv": csv("activity_id,occurred_at", "1,46266.4166666667")});
    expect(await db.rows("select reason from raw.rejects")).toEqual([
      {reason: "is a spreadsheet's number for 2026-09-01 10:00: format the column as a date before it is saved as CSV"},
    ]);
  });
  test("columns that could be either are read as month-first, and the report says so", async () => {
    const {report} = await ingestFiles({"activities.csv": csv("activity_id,occurred_at", "1,03/04/2026", "2,05/06/2026")});
    expect(report.problems).toMatchObject([
      {
        where: "activities.csv",
        what: "occurred_at could be day-first or month-first; read as month-first",
        hint: "say which under sources[0].dates",
      },
    ]);
  });
});

describe("numbers", () => {
  test("bare numbers stay as they are", async () => {
    expect(await convert("opportunities", "amount", ["1200", "1200.50", "-3", "1e3"])).toEqual([
      "1200",
      "1200.50",
      "-3",
      "1000.0",
    ]);
  });
  test("a comma before two last digits is a decimal comma, and no thousands of India", async () => {
    expect(await convert("opportunities", "amount", ["950,00", "499,99"])).toEqual(["950.0", "499.99"]);
    expect(await convert("opportunities", "amount", ["12.500", "950,00", "1.200"])).toEqual(["12500.0", "950.0", "1200.0"]);
    expect(await convert("opportunities", "amount", ["12,34,567", "1,00,000.50", "1,234,567"])).toEqual([
      "1234567.0",
      "100000.5",
      "1234567.0",
    ]);
  });
  test("of ten may stand behind a rating", async () => {
    expect(await convert("feedback", "quality_score", ["8/10", "7 out of 10", "9 von 10", "8/5", "11/10"])).toEqual([
      "8.0",
      "7.0",
      "9.0",
      null,
      null,
    ]);
  });
  test("ratings of which none is above five are read as they stand, and that is told", async () => {
    const rate = async (most: number) =>
      (await ingestFiles({"feedback.csv": csv("feedback_id,submitted_at,quality_score", ...Array.from({length: 10}, (_, n) => `f${n},2026-01-05T10:00:00Z,${(n % most) + 1}`))})).report.problems; // prettier-ignore
    expect(await rate(6)).toEqual([]);
    expect(await rate(5)).toEqual([
      {
        where: "feedback.csv",
        what: "quality_score: none of 10 ratings is above 5, of 10 that there are; read as they stand",
        hint: `where the form asks for 1 to 5, double them: sources[0].sql.quality_score: '2 * "quality_score"::integer'`,
      },
    ]);
  });
  test("currency signs and thousands come off", async () => {
    expect(await convert("opportunities", "amount", ["$1,234,567", "USD 1,200.50", "(300)", "€ 5"])).toEqual([
      "1234567.0",
      "1200.5",
      "-300.0",
      "5.0",
    ]);
  });
  test("a decimal comma anywhere in the column makes it the column's", async () => {
    expect(await convert("opportunities", "amount", ["1.234,50", "1.500", "12,5"])).toEqual(["1234.5", "1500.0", "12.5"]);
  });
  test("not a number, infinite, out of bounds: null", async () => {
    expect(await convert("feedback", "quality_score", ["11", "0", "NaN", "inf", "8_0", "eight", "10"])).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      "10",
    ]);
  });
  test("a whole number may carry .0, not .5", async () => {
    expect(await convert("handoffs", "committee_size", ["4.0", "4.5", "4"])).toEqual(["4", null, "4"]);
  });
});

describe("closed vocabularies", () => {
  test("spellings of a status, without regard to case, hyphen or underscore", async () => {
    expect(await convert("handoffs", "meeting_status", ["Completed", "No Show", "no-show", "CANCELLED", "held", ""])).toEqual([
      "held",
      "no_show",
      "no_show",
      "canceled",
      "held",
      null,
    ]);
  });
  test("the configuration's values go before the common ones", async () => {
    expect(
      await convert(
        "handoffs",
        "meeting_status",
        ["Completed", "stattgefunden"],
        "    values: {meeting_status: {completed: scheduled, Stattgefunden: held}}",
      ),
    ).toEqual(["scheduled", "held"]);
  });
  test("values of an open column are mapped too, and others stay", async () => {
    expect(await convert("handoffs", "source", ["Web", "partner"], "    values: {source: {web: inbound}}")).toEqual([
      "inbound",
      "partner",
    ]);
  });
  test("truth in several languages", async () => {
    expect(await convert("opportunities", "is_won", ["TRUE", "0", "Ja", "no", "perhaps"])).toEqual([
      "true",
      "false",
      "true",
      "false",
      null,
    ]);
  });
  test("of several choices the known ones stay, and the cell gets an entry", async () => {
    const {db, rejects} = await ingestFiles({
      "feedback.csv": csv(
        "feedback_id,submitted_at,most_valuable_context",
        '1,2026-01-05,"Pain points, Timeline"',
        "2,2026-01-05,stakeholder_map;the weather",
      ),
    });
    expect(
      (await db.rows("select most_valuable_context as v from raw.feedback order by _line")).map((row) => Object.values(row)[0]),
    ).toEqual(["pain_points;timeline", "stakeholder_map"]);
    expect(await rejects()).toEqual(["3 | most_valuable_context | stakeholder_map;the weather | cell"]);
  });
});

test("blanks around a cell are no part of it, and a blank cell is null", async () => {
  expect(await convert("handoffs", "budget", ["  50k ", "   ", "\u00a0\u3000x\u00a0"])).toEqual(["50k", null, "x"]);
});

test("a SQL expression may give a column, over the file's own headers", async () => {
  const {db, file} = await ingestFiles(
    {"deals.csv": csv("Deal No,Phase", "1,Won", "2,Lost")},
    `sources:\n  - files: deals.csv\n    entity: opportunities\n    columns: {opportunity_id: Deal No, stage: Phase}\n    sql: {is_won: "Phase = 'Won'"}`,
  );
  expect(counts(file())).toEqual([2, 2, 0, 0, 0]);
  expect(
    (await db.rows("select opportunity_id, is_won from raw.opportunities order by 1")).map((row) => Object.values(row)),
  ).toEqual([
    ["1", "true"],
    ["2", "false"],
  ]);
});

test("a required column that no header gives stops the build", async () => {
  expect(
    await failure({"deals.csv": csv("seller,when", "a,b")}, "sources:\n  - files: deals.csv\n    entity: handoffs"),
  ).toContain("deals.csv: 2 required columns missing for canonical / handoffs");
});
