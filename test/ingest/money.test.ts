import {describe, expect, test} from "vitest";
import {csv, ingestFiles} from "./given-files.js";

describe("the currency of a file without a column for it", () => {
  const deals = csv("opportunity_id,amount", 'o1,"$1,234"', 'o2,"EUR 1,234.50"', "o3,CA$5", "o4,¥7", "o5,9");
  test("is the sign or code in the amount; a sign of several countries says nothing", async () => {
    const {db} = await ingestFiles({"deals.csv": deals});
    expect((await db.rows("select amount, currency from raw.opportunities order by _line")).map(Object.values)).toEqual([
      ["1234.0", "USD"],
      ["1234.5", "EUR"],
      ["5.0", "CAD"],
      ["7.0", null],
      ["9.0", null],
    ]);
  });
  test("is the company's own where that is a dollar, and the sign a bare one", async () => {
    const {db} = await ingestFiles({"deals.csv": deals}, "currency: AUD\nsources:\n  - files: deals.csv\n");
    expect(await db.rows("select currency from raw.opportunities where opportunity_id = 'o1'")).toEqual([{currency: null}]);
  });
  test("is not said to be blank where no amount shows any", async () => {
    const {file} = await ingestFiles({"deals.csv": csv("opportunity_id,amount", "o1,5")});
    expect(file().columns).toEqual(["opportunity_id", "amount"]);
  });
});

describe("points that stand before three digits", () => {
  test("part thousands where another column of the file has decimal commas", async () => {
    const {db} = await ingestFiles({"a.csv": csv("account_id;employees;annual_revenue", "1;1.200;5.000", "2;300;7")});
    expect(await db.rows("select annual_revenue from raw.accounts order by _line")).toEqual([
      {annual_revenue: "5000.0"},
      {annual_revenue: "7.0"},
    ]);
  });
  test("are read as decimals, and told, where nothing in the file settles it", async () => {
    const {db, report} = await ingestFiles({"a.csv": csv("opportunity_id,amount", "1,1.234", "2,25")});
    expect(await db.rows("select amount from raw.opportunities order by _line")).toEqual([{amount: "1.234"}, {amount: "25"}]);
    expect(report.problems).toEqual([
      {
        where: "a.csv",
        what: 'amount could be in thousands or have three decimals, such as "1.234"; read as decimals',
        hint: "say which under sources[0].decimal",
      },
    ]);
  });
  test("are decimals beside others that are", async () => {
    const {report} = await ingestFiles({"a.csv": csv("opportunity_id,amount", "1,1.234", "2,2.5")});
    expect(report.problems).toEqual([]);
  });
});
