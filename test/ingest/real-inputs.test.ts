import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {describe, expect, onTestFinished, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {ingest, type IngestReport} from "../../pipeline/ingest/index.js";
import {toSalesforceId18} from "../../pipeline/ingest/ids.js";
import {counts} from "./given-files.js";

const ROOT = join(import.meta.dirname, "../../../shared/real-inputs");
const isThere = existsSync(ROOT);
if (!isThere) test.skip(`${ROOT} is not there`, () => {});

/** The rows of a file by papaparse alone. */
const parse = (path: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(ROOT, path), "utf8"), {header: true, skipEmptyLines: true}).data;

async function ingestReal(files: string[]): Promise<{db: Database; report: IngestReport}> {
  const db = await openDatabase();
  onTestFinished(() => db.close());
  // Records of years ago are compared with their files as they stand.
  const yaml = `retention_months: 0\nsources:\n${files.map((file) => `  - files: ${JSON.stringify(file)}\n`).join("")}`;
  return {db, report: await ingest(db, parseConfig(yaml, join(ROOT, "baton.config.yaml")))};
}

const count = (rows: Record<string, string>[], column: string, value: string) =>
  rows.filter((row) => row[column] === value).length;

describe.runIf(isThere)("HubSpot with dummy labels", () => {
  const folder = "hubspot_dummy_labels";
  test("every meeting is a handoff with its outcome, everything else that was done an activity", async () => {
    const {db, report} = await ingestReal([`${folder}/*.csv`]);
    for (const file of report.files) counts(file);
    const rows = parse(`${folder}/hubspot_activities.csv`);
    const meetings = rows.filter((row) => row["Activity Type"] === "Meeting");
    const found = await db.rows<{status: string | null; n: number}>(
      "select meeting_status as status, count(*) as n from raw.handoffs group by all",
    );
    const of = (status: string | null) => found.find((row) => row.status === status)?.n;
    expect(of("held")).toBe(count(meetings, "Meeting Outcome", "Completed"));
    expect(of("no_show")).toBe(count(meetings, "Meeting Outcome", "No Show"));
    expect(of("canceled")).toBe(count(meetings, "Meeting Outcome", "Cancelled"));
    expect(of("rescheduled")).toBe(count(meetings, "Meeting Outcome", "Rescheduled"));
    const done = rows.filter(
      (row) =>
        row["Activity Type"] !== "Meeting" &&
        !["Not Started", "In Progress", "Waiting", "Deferred"].includes(row["Task Status"]!),
    );
    expect((await db.rows<{n: number}>("select count(*) as n from raw.activities"))[0]!.n).toBe(done.length);
  });
  test("contacts find their companies by domain, activities their contacts by e-mail", async () => {
    const {db} = await ingestReal([`${folder}/*.csv`]);
    const ids = new Map(parse(`${folder}/hubspot_companies.csv`).map((row) => [row["Company Domain Name"]!, row["Company ID"]!]));
    const expected = parse(`${folder}/hubspot_contacts.csv`).map((row) => [
      row["Contact ID"],
      ids.get(row["Associated Company Domain"]!) ?? null,
    ]);
    expect(
      (await db.rows("select contact_id, account_id from raw.contacts order by _line")).map((row) => Object.values(row)),
    ).toEqual(expected);
    const contacts = new Map(parse(`${folder}/hubspot_contacts.csv`).map((row) => [row["Email"]!, row["Contact ID"]!]));
    const meetings = parse(`${folder}/hubspot_activities.csv`).filter((row) => row["Activity Type"] === "Meeting");
    expect((await db.rows("select contact_id from raw.handoffs order by _line")).map((row) => Object.values(row)[0])).toEqual(
      meetings.map((row) => contacts.get(row["Associated Contact Email"]!)),
    );
  });
  test("won deals are won", async () => {
    const {db} = await ingestReal([`${folder}/hubspot_deals.csv`]);
    const deals = parse(`${folder}/hubspot_deals.csv`);
    const [row] = await db.rows<{won: number; closed: number; amount: number}>(
      "select count(*) filter (is_won = 'true') as won, count(*) filter (is_closed = 'true') as closed, sum(amount::double) as amount from raw.opportunities",
    );
    expect(row!.won).toBe(count(deals, "Deal Stage", "Closed Won"));
    expect(row!.closed).toBe(count(deals, "Deal Stage", "Closed Won") + count(deals, "Deal Stage", "Closed Lost"));
    expect(row!.amount).toBeCloseTo(
      deals.reduce((sum, deal) => sum + Number(deal["Amount"]), 0),
      4,
    );
  });
});

describe.runIf(isThere)("Salesforce", () => {
  const seeds = "salesforce_fivetran_seeds";
  test("a connector's tables are recognised by their headers", async () => {
    const {report} = await ingestReal([`${seeds}/sf_{user,account,contact,lead,opportunity,event,task}_data.csv`]);
    const kinds = Object.fromEntries(report.files.map((file) => [file.path.replace(/.*sf_|_data.csv/g, ""), file.entity]));
    expect(kinds).toEqual({
      account: "accounts",
      contact: "contacts",
      event: "handoffs",
      lead: "leads",
      opportunity: "opportunities",
      task: "activities",
      user: "people",
    });
    for (const file of report.files) {
      const rows = parse(file.path);
      const aside = rows.filter(
        (row) => row["is_deleted"]?.toLowerCase() === "true" || row["_fivetran_active"]?.toLowerCase() === "false",
      ).length;
      expect(counts(file), file.path).toEqual([rows.length, rows.length - aside, 0, 0, aside]);
    }
  });
  test("Data Loader: capitals, eighteen-character ids, UTC", async () => {
    const path = "salesforce_dataloader/status_success0413060133.csv";
    const {db} = await ingestReal([path]);
    const expected = parse(path).map((row) => [
      row["ID"],
      row["STAGENAME"],
      row["AMOUNT"] ? Number(row["AMOUNT"]) : null,
      row["ISWON"],
      row["CREATEDDATE"]!.slice(0, 19).replace("T", " "),
    ]);
    const rows = await db.rows(
      "select opportunity_id, stage, amount::double, is_won, created_at from raw.opportunities order by _line",
    );
    expect(rows.map((row) => Object.values(row))).toEqual(expected);
  });
  test("the checksum of every id in the samples is the one we compute", () => {
    for (const name of readdirSync(join(ROOT, "salesforce_dataloader")).filter((file) => /^status_.*csv$/.test(file))) {
      for (const row of parse(`salesforce_dataloader/${name}`)) expect(toSalesforceId18(row["ID"]!.slice(0, 15))).toBe(row["ID"]);
    }
  });
});

describe.runIf(isThere)("files of all kinds", () => {
  test("another survey from the same form tool is refused, not taken for feedback", async () => {
    await expect(ingestReal(["survey_gforms_ratings/responses.csv"])).rejects.toThrow("cannot tell what it holds");
  });
});
