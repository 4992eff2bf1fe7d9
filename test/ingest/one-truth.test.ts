import {describe, expect, test} from "vitest";
import {writeSettings} from "../../pipeline/run/settings.js";
import {runModels} from "../../pipeline/run/run.js";
import {parseConfig} from "../../pipeline/config.js";
import {counts, csv, ingestFiles, type Given} from "./given-files.js";

/** Ingests, runs the models, and reads the named columns of a staging table as lines. */
async function read(files: Record<string, string>, query: string, yaml?: string): Promise<{lines: string[]; given: Given}> {
  const given = await ingestFiles(files, yaml);
  await writeSettings(given.db, parseConfig("company: Test", "/test/baton.config.yaml"));
  await runModels(given.db);
  const rows = await given.db.rows(query);
  return {lines: rows.map((row) => Object.values(row).map((value) => value ?? "").join(" ")), given}; // prettier-ignore
}
const ACCOUNTS = "select account_id, name, industry from staging.stg_accounts order by account_id";

describe("one record in several exports", () => {
  test("is told field by field by the newest; an emptied field is an edit, an absent column is not", async () => {
    const {lines} = await read(
      {
        "2026-09-01/accounts.csv": csv("account_id,name,industry", "a1,Old,Retail", "a2,Two,Banking"),
        "2026-09-02/accounts.csv": csv("account_id,name", "a1,New"),
        "2026-09-03/accounts.csv": csv("account_id,name,industry", "a2,Two,"),
      },
      ACCOUNTS,
    );
    expect(lines).toEqual(["a1 New Retail", "a2 Two "]);
  });

  test("full and incremental exports stand side by side: an incremental one deletes nothing", async () => {
    const {lines} = await read(
      {
        "full-2026-09-01/accounts.csv": csv("account_id,name,industry", "a1,One,X", "a2,Two,X", "a3,Three,X"),
        "full-2026-09-08/accounts.csv": csv("account_id,name,industry", "a1,One,X", "a2,Two,X"),
        "daily-2026-09-05/accounts.csv": csv("account_id,name,industry", "a2,Zwei,X"),
        "daily-2026-09-09/accounts.csv": csv("account_id,name,industry", "a1,Uno,X"),
      },
      ACCOUNTS,
      `sources:\n  - {files: "full-*/*.csv", mode: full}\n  - {files: "daily-*/*.csv"}\n`,
    );
    expect(lines).toEqual(["a1 Uno X", "a2 Two X"]);
  });
});

describe("a record missing from a later full export", () => {
  const full = `sources:\n  - {files: "*/*.csv", mode: full}\n`;
  const accounts = (...rows: string[]) => csv("account_id,name,industry", ...rows);

  test("is deleted, and that is told", async () => {
    const files = {"2026-09-01/accounts.csv": accounts("a1,One,X", "a2,Two,X"), "2026-09-02/accounts.csv": accounts("a1,One,X")};
    const {lines, given} = await read(files, ACCOUNTS, full);
    expect(lines).toEqual(["a1 One X"]);
    expect(given.report.problems).toMatchObject([
      {where: "2026-09-02/accounts.csv", what: expect.stringContaining("1 record of accounts of earlier exports is missing")},
    ]);
    expect(given.report.files.map(counts)).toEqual([
      [2, 2, 0, 0, 0],
      [1, 1, 0, 0, 0],
    ]);
    expect((await read(files, ACCOUNTS)).lines).toEqual(["a1 One X", "a2 Two X"]);
  });

  test("is there again when a still later one has it", async () => {
    const files = {
      "2026-09-01/accounts.csv": accounts("a1,One,X", "a2,Two,X"),
      "2026-09-02/accounts.csv": accounts("a1,One,X"),
      "2026-09-03/accounts.csv": accounts("a1,One,X", "a2,Back,X"),
    };
    expect((await read(files, ACCOUNTS, full)).lines).toEqual(["a1 One X", "a2 Back X"]);
  });

  test("is not one whose row was rejected, nor one that stands in another part of the same export", async () => {
    const meetings = (...rows: string[]) => csv("meeting_id,sdr_id,meeting_at", ...rows);
    const files = {
      "2026-09-01/handoffs.csv": meetings("m1,s,2026-08-01 10:00", "m2,s,2026-08-02 10:00", "m3,s,2026-08-03 10:00"),
      "2026-09-02/handoffs-1.csv": meetings("m1,s,2026-08-01 10:00", "m2,s,soon"),
      "2026-09-02/handoffs-2.csv": meetings("m3,s,2026-08-03 10:00"),
    };
    const {lines} = await read(files, "select meeting_id from staging.stg_handoffs order by 1", full);
    expect(lines).toEqual(["m1", "m2", "m3"]);
  });

  test("cannot be told where no name dates the exports", async () => {
    const leads = (...rows: string[]) => csv("lead_id,created_at", ...rows);
    const {lines, given} = await read(
      {"x/leads.csv": leads("l1,2026-01-01", "l2,2026-01-02"), "y/leads.csv": leads("l1,2026-01-01")},
      "select lead_id from staging.stg_leads order by 1",
      full,
    );
    expect(lines).toEqual(["l1", "l2"]);
    expect(given.report.problems).toMatchObject([{where: "sources[0].mode"}]);
  });
});

describe("Salesforce", () => {
  const accounts = (...rows: string[]) => csv("Id,IsDeleted,MasterRecordId,Name,Industry,NumberOfEmployees", ...rows);
  const [A, B, C] = ["001A000000aaaaa", "001A000000bbbbb", "001A000000ccccc"];

  test("an account that a later export says was deleted is gone; one that only an older says so is there", async () => {
    const {lines, given} = await read(
      {
        "2026-09-01/Account.csv": accounts(`${A},0,,Acme,X,1`, `${B},1,,Bolt,X,1`),
        "2026-09-02/Account.csv": accounts(`${A},1,,Acme,X,1`, `${B},0,,Bolt,X,1`),
      },
      "select name from staging.stg_accounts order by name",
    );
    expect(lines).toEqual(["Bolt"]);
    expect(given.report.files.map(counts)).toEqual([
      [2, 1, 0, 0, 1],
      [2, 1, 0, 0, 1],
    ]);
  });

  test("what belonged to a merged account belongs to the one it was merged into, over several merges", async () => {
    const {lines} = await read(
      {
        "Account.csv": accounts(`${A},1,${B},Acme,X,1`, `${B},1,${C},Bolt,X,1`, `${C},0,,Corp,X,1`),
        "Contact.csv": csv("Id,AccountId,FirstName,LastName", `003A000000aaaaa,${A},Ada,Berg`),
      },
      `select contacts.name, accounts.name from staging.stg_contacts as contacts
       inner join staging.stg_accounts as accounts using (account_id)`,
    );
    expect(lines).toEqual(["Ada Berg Corp"]);
  });

  test("a meeting with a lead is with the contact, account and opportunity that the lead became", async () => {
    const {lines} = await read(
      {
        "Lead.csv": csv(
          "Id,IsConverted,ConvertedAccountId,ConvertedContactId,ConvertedOpportunityId,Company,Status",
          "00QA000000aaaaa,1,001A000000aaaaa,003A000000aaaaa,006A000000aaaaa,Acme,Closed",
        ),
        "Event.csv": csv(
          "Id,OwnerId,CreatedById,WhoId,WhatId,StartDateTime,IsChild",
          "00UA000000aaaaa,005A000000aaaaa,005A000000bbbbb,00QA000000aaaaa,,2026-09-01T10:00:00Z,false",
          "00UA000000bbbbb,005A000000ccccc,005A000000bbbbb,00QA000000aaaaa,,2026-09-01T10:00:00Z,true",
        ),
      },
      "select left(account_id, 15), left(contact_id, 15), left(opportunity_id, 15), slot_count from marts.handoffs",
    );
    expect(lines).toEqual(["001A000000aaaaa 003A000000aaaaa 006A000000aaaaa 1"]);
  });
});

test("HubSpot names the merged ones on the record that stayed", async () => {
  const {lines} = await read(
    {
      "2026-09-01 companies.csv": csv("Record ID,Company name,Company owner", "11,Acme,Ada", "12,Acme Inc,Ada"),
      "2026-09-02 companies.csv": csv("Record ID,Company name,Company owner,Merged object IDs", "11,Acme,Ada,12;13"),
    },
    "select account_id, name from staging.stg_accounts order by 1",
  );
  expect(lines).toEqual(["11 Acme"]);
});

describe("people", () => {
  const meetings = csv("meeting_id,sdr_id,meeting_at", "m1,Ada Berg,2026-08-01 10:00", "m2,u7,2026-08-02 10:00");

  test("are found under a former name, and the renaming is told", async () => {
    const {lines, given} = await read(
      {
        "2026-09-01/people.csv": csv("person_id,name", "p1,Ada Berg"),
        "2026-09-02/people.csv": csv("person_id,name", "p1,Ada Cole"),
        "handoffs.csv": meetings,
      },
      "select sdr_id from staging.stg_handoffs where meeting_id = 'm1'",
    );
    expect(lines).toEqual(["p1"]);
    expect(given.report.problems).toContainEqual(
      expect.objectContaining({what: expect.stringContaining('p1 is now called "Ada Cole", before "Ada Berg"')}),
    );
  });

  test("whom two systems know under two ids but one e-mail are one; two of one system with it are a collision", async () => {
    const files = {
      "crm.csv": csv("person_id,name,email,role", "p1,Ada Berg,ada@example.com,sdr"),
      "dialer.csv": csv("person_id,name,email", "u7,A. Berg,Ada@example.com"),
      "handoffs.csv": meetings,
    };
    const {lines, given} = await read(files, "select person_id, role from marts.people");
    expect(lines).toEqual(["p1 sdr"]);
    expect(given.report.problems).toContainEqual(
      expect.objectContaining({what: expect.stringContaining("u7 of one source and p1 of another are one person")}),
    );
    const collision = await read(
      {
        "crm.csv": csv("person_id,name,email", "p1,Ada Berg,ada@example.com", "u7,A. Berg,ada@example.com"),
        "handoffs.csv": meetings,
      },
      "select sdr_id from staging.stg_handoffs order by meeting_id",
    );
    expect(collision.lines).toEqual(["p1", "u7"]);
    expect(collision.given.report.problems).toContainEqual(
      expect.objectContaining({what: '2 people go by the e-mail "ada@example.com": p1, u7'}),
    );
  });
});
