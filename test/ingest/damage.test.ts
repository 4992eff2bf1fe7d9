import {expect, test} from "vitest";
import {counts, csv, ingestFiles} from "./given-files.js";

const reasons = async (db: {rows<T extends object>(sql: string): Promise<T[]>}) =>
  (
    await db.rows<{line: number; column_name: string; effect: string; reason: string}>(
      "select line, column_name, effect, reason from raw.rejects order by line, column_name",
    )
  ).map(({line, column_name, effect, reason}) => `${line} ${column_name} ${effect}: ${reason}`);

test("an id in scientific notation has lost its digits: as a key it costs the row, as a reference the cell", async () => {
  const {db, file} = await ingestFiles({
    "activities.csv": csv(
      "activity_id,contact_id,occurred_at",
      "4.81101E+10,1,2026-03-02",
      '"4,81101E+10",1,2026-03-02',
      "48110100001,2.0371E+10,2026-03-02",
      "9E+5,2,2026-03-02",
    ),
  });
  expect(counts(file())).toEqual([4, 2, 0, 2, 0]);
  expect((await db.rows("select activity_id, contact_id from raw.activities order by _line")).map(Object.values)).toEqual([
    ["48110100001", null],
    ["9E+5", "2"],
  ]);
  expect(await reasons(db)).toEqual([
    expect.stringMatching(/^2 activity_id row: has lost its digits/),
    expect.stringMatching(/^3 activity_id row: has lost its digits/),
    expect.stringMatching(/^4 contact_id cell: has lost its digits/),
  ]);
});

test("a range that a spreadsheet turned into a date is told as such, and a range left whole as a range", async () => {
  const {db} = await ingestFiles({
    "accounts.csv": csv(
      "account_id,employees,segment",
      "1,01-May,01-May",
      "2,Nov-50,11-50",
      "3,11-50,SMB",
      "4,120,5. Jan",
      "5,1000+,",
    ),
  });
  expect((await db.rows("select employees, segment from raw.accounts order by _line")).map(Object.values)).toEqual([
    [null, null],
    [null, "11-50"],
    [null, "SMB"],
    ["120", null],
    [null, null],
  ]);
  expect(await reasons(db)).toEqual([
    "2 employees cell: was a range such as 1-5 before a spreadsheet made a date of it",
    "2 segment cell: was a range such as 1-5 before a spreadsheet made a date of it",
    "3 employees cell: was a range such as 1-5 before a spreadsheet made a date of it",
    "4 employees cell: is a range, and the column wants one number",
    "5 segment cell: was a range such as 1-5 before a spreadsheet made a date of it",
    "6 employees cell: is a range, and the column wants one number",
  ]);
});

test("currencies as sign, as ISO code, before or behind; percent; decimal commas", async () => {
  const read = async (...cells: string[]) => {
    const {db} = await ingestFiles({
      "opportunities.csv": csv("opportunity_id,amount", ...cells.map((cell, n) => `o${n},"${cell}"`)),
    });
    return (await db.rows<{v: number}>("select amount::double as v from raw.opportunities order by _line")).map(({v}) => v);
  };
  expect(await read("US$1,200.50", "EUR 1,200.50", "1,200.50 EUR", "€1,200.50", "1,200.50 €", "-$3", "R$ 7", "57%")).toEqual([
    1200.5, 1200.5, 1200.5, 1200.5, 1200.5, -3, 7, 0.57,
  ]);
  expect(await read("1.200,50 €", "CHF 1'200,50", "1 200,50 kr", "57,5 %")).toEqual([1200.5, 1200.5, 1200.5, 0.575]);
});
