import {readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {afterAll, beforeAll, expect, it} from "vitest";
import {type Cells} from "../reference/read.js";
import {describeReal, openReal, readLedger, readReal, readSums, type Real} from "./real-input.js";

const NAME = "salesforce_dataloader";

describeReal(NAME, "exports of Salesforce's Data Loader", () => {
  const deals = readReal(NAME, "opportunityData.csv");
  const bytes = readFileSync(join(import.meta.dirname, "../../../shared/real-inputs", NAME, "accountData.csv"));
  const accounts = Papa.parse<Cells>(bytes.toString("latin1"), {header: true, skipEmptyLines: "greedy"}).data;
  const won = deals.filter((deal) => deal.ISWON === "true");
  let real: Real;

  beforeAll(async () => {
    real = await openReal(NAME);
  });
  afterAll(() => real.db.close());

  it("recognises upper-case API names and loads every row", async () => {
    expect(await readLedger(real.db)).toEqual([
      `accountData.csv accounts: ${accounts.length} = ${accounts.length} + 0 + 0 + 0`,
      `opportunityData.csv opportunities: ${deals.length} = ${deals.length} + 0 + 0 + 0`,
    ]);
  });

  it("reads accents, and numbers in scientific notation", async () => {
    const rows = await real.db.rows<{id: string; name: string; revenue: number | null; employees: number | null}>(
      "select account_id as id, name, annual_revenue as revenue, employees from staging.stg_accounts order by id",
    );
    const number = (text: string | undefined) => (text ? Number(text) : null);
    expect(rows).toEqual(
      accounts
        .map((row) => ({
          id: row.ID,
          name: row.NAME!.trim(),
          revenue: number(row.ANNUALREVENUE),
          employees: number(row.NUMBEROFEMPLOYEES),
        }))
        .sort((a, b) => (a.id! < b.id! ? -1 : 1)),
    );
  });

  it("takes times in UTC whatever zone the company is in, and dates the export by the newest of them", async () => {
    const newest = deals
      .map((deal) => deal.CREATEDDATE!)
      .sort()
      .at(-1)!;
    const [settings] = await real.db.rows<{as_of: string}>("select as_of::text as as_of from config.settings");
    expect(settings!.as_of).toBe(newest.slice(0, 19).replace("T", " "));
    expect(real.config.timezone).toBe("America/Los_Angeles");
  });

  it("adds up amounts created and won", () => {
    const sum = (rows: Cells[]) => rows.reduce((total, deal) => total + Number(deal.AMOUNT || 0), 0);
    expect(readSums(real.metrics, "pipeline_created", "company", "all")[" "]!.numerator).toBe(sum(deals));
    expect(readSums(real.metrics, "pipeline_won", "company", "all")[" "]!.numerator).toBe(sum(won));
    expect(readSums(real.metrics, "pipeline_won", "ae", "month")).toEqual({
      [`${deals[0]!.OWNERID} 2005-11-01`]: {
        numerator: sum(won),
        denominator: won.filter((deal) => deal.AMOUNT).length,
        in_flight: 0,
      },
    });
    expect(new Set(won.map((deal) => deal.CLOSEDATE!.slice(0, 7)))).toEqual(new Set(["2005-11"]));
  });

  it("judges no win rate a day after the deals were created", () => {
    expect(readSums(real.metrics, "opportunity_to_win_rate", "company", "all")).toEqual({
      " ": {numerator: 0, denominator: 0, in_flight: deals.length},
    });
  });

  it("flags the accounts of deals that the accounts file does not hold", async () => {
    const known = new Set(accounts.map((row) => row.ID));
    const orphans = [...new Set(deals.map((deal) => deal.ACCOUNTID!))].filter((id) => !known.has(id)).sort();
    const rows = await real.db.rows<{value: string}>("select value from raw.rejects where effect = 'orphan' order by value");
    expect(rows.map(({value}) => value)).toEqual(orphans);
  });
});
