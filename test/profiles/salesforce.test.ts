import {describe, expect, test} from "vitest";
import {toSalesforceId18} from "../../pipeline/ingest/ids.js";
import {counts, csv, failure, ingestFiles} from "../ingest/given-files.js";

const values = (rows: object[]) => rows.map((row) => Object.values(row) as unknown[]);

describe("ids", () => {
  // The long forms are real ones, from the exports under real-inputs.
  test("15 characters become 18 by the case of their letters", () => {
    expect(toSalesforceId18("0015500000Xyy06")).toBe("0015500000Xyy06AAB");
    expect(toSalesforceId18("006x0000001YuG5")).toBe("006x0000001YuG5AAK");
    expect(toSalesforceId18("0055500000Xyy06AAB")).toBe("0055500000Xyy06AAB");
  });
  test("so a report and an API export name the same record, and ids that differ in case alone stay apart", async () => {
    const {db} = await ingestFiles({
      "Account.csv": csv("Id,Name,BillingCity", "0015500000Xyy06,Report,", "0015500000XyY06AAF,Other,"),
      "Contact.csv": csv(
        "Id,AccountId,LastName",
        "003000000000001,0015500000Xyy06AAB,Berg",
        "003000000000002,000000000000000AAA,Cole",
      ),
    });
    expect(values(await db.rows("select account_id from raw.accounts order by _line"))).toEqual([
      ["0015500000Xyy06AAB"],
      ["0015500000XyY06AAF"],
    ]);
    expect(values(await db.rows("select contact_id, account_id from raw.contacts order by _line"))).toEqual([
      ["003000000000001AAA", "0015500000Xyy06AAB"],
      ["003000000000002AAA", null],
    ]);
  });
});

describe("events are handoffs", () => {
  const header =
    "Id,WhoId,WhatId,AccountId,OwnerId,CreatedById,CreatedDate,StartDateTime,DurationInMinutes,IsDeleted,IsChild,First_Meeting_Held__c,No_Show__c,Associated_SDR__c,Pain_Primary__c";
  const event = (id: string, rest: string) =>
    `${id},003A,006A,001A,005AE,005X,2026-01-01T09:00:00.000Z,2026-01-05T10:00:00.000Z,30,${rest}`;
  test("custom fields tell the outcome and the SDR; copies for invitees and deleted events are set aside", async () => {
    const {db, file} = await ingestFiles({
      "Event.csv": csv(
        header,
        event("e1", "false,false,true,false,005SDR,slow"),
        event("e2", "false,false,false,true,,"),
        event("e3", "false,false,false,false,005SDR,"),
        event("e4", "false,true,true,false,005SDR,"),
        event("e5", "true,false,true,false,005SDR,"),
      ),
    });
    expect(counts(file())).toEqual([5, 3, 0, 0, 2]);
    expect(
      values(
        await db.rows(
          "select meeting_id, contact_id, opportunity_id, lead_id, sdr_id, ae_id, booked_at, meeting_at, duration_minutes, meeting_status, pain_primary from raw.handoffs order by _line",
        ),
      ),
    ).toEqual([
      ["e1", "003A", "006A", null, "005SDR", "005AE", "2026-01-01 09:00:00", "2026-01-05 10:00:00", "30", "held", "slow"],
      ["e2", "003A", "006A", null, "005X", "005AE", "2026-01-01 09:00:00", "2026-01-05 10:00:00", "30", "no_show", null],
      ["e3", "003A", "006A", null, "005SDR", "005AE", "2026-01-01 09:00:00", "2026-01-05 10:00:00", "30", null, null],
    ]);
  });
  test("snake case of a connector and capitals of the Data Loader are the same headers", async () => {
    for (const spelling of [
      (text: string) => text.toUpperCase(),
      (text: string) =>
        text
          .replace(/__c/g, "_c")
          .replace(/(?<=[a-z])([A-Z])/g, "_$1")
          .toLowerCase(),
    ]) {
      const {db} = await ingestFiles({"x.csv": csv(spelling(header), event("e1", "false,false,true,false,005SDR,slow"))});
      expect(values(await db.rows("select sdr_id, meeting_status, pain_primary from raw.handoffs"))).toEqual([
        ["005SDR", "held", "slow"],
      ]);
    }
  });
});

test("tasks are activities of the kind their subtype says, once they are done", async () => {
  const {db, file} = await ingestFiles({
    "Task.csv": csv(
      "Id,WhoId,WhatId,OwnerId,TaskSubtype,Type,Status,ActivityDate,CompletedDateTime,CallType",
      "t1,003A,006A,005A,Call,,Completed,2026-01-05,2026-01-05T10:00:00Z,Outbound",
      "t2,00QA,,005A,Task,LinkedIn,Completed,2026-01-06,,",
      "t3,003A,,005A,Email,,Not Started,2026-01-07,,",
    ),
  });
  expect(counts(file())).toEqual([3, 2, 0, 0, 1]);
  expect(
    values(
      await db.rows(
        "select activity_id, contact_id, opportunity_id, actor_id, channel, direction, occurred_at from raw.activities order by _line",
      ),
    ),
  ).toEqual([
    ["t1", "003A", "006A", "005A", "call", "out", "2026-01-05 10:00:00"],
    ["t2", null, null, "005A", "linkedin", null, "2026-01-06 00:00:00"],
  ]);
});

test("a report: labels, local zone, currency column, footer, Windows-1252", async () => {
  const report = csv(
    '"Opportunity Name","Opportunity Owner","Stage","Amount Currency","Amount","Close Date","Created Date","Opportunity ID"',
    '"Müller – Q1","Ada Berg","Closed Won","EUR","$1,234,567","31/01/2026","05/01/2026","0065500000Xyy06"',
    '"Łódź","Ada Berg","Demo","EUR","","15/02/2026","06/01/2026","0065500000Xyy07"',
    "",
    '"Grand Totals (2 records)",""',
    '"Confidential Information - Do Not Distribute"',
    '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."',
  )
    .replace("Łódź", "Lodz")
    .replace("–", "\x96");
  const {db, file} = await ingestFiles(
    {"report1772582400000.csv": Buffer.from(report, "latin1")},
    "timezone: Europe/Berlin\nsources:\n  - files: '*.csv'",
  );
  expect(file()).toMatchObject({
    entity: "opportunities",
    encoding: "windows-1252",
    exported_at: "2026-03-04 00:00:00",
    exported_at_from: "name",
  });
  expect(counts(file())).toEqual([5, 2, 0, 0, 3]);
  expect(
    values(
      await db.rows(
        "select opportunity_id, name, owner_id, stage, amount, currency, created_at, closed_at, is_closed, is_won from raw.opportunities order by _line",
      ),
    ),
  ).toEqual([
    [
      "0065500000Xyy06AAB",
      "Müller – Q1",
      "Ada Berg",
      "Closed Won",
      "1234567.0",
      "EUR",
      "2026-01-04 23:00:00",
      "2026-01-30 23:00:00",
      "true",
      "true",
    ],
    [
      "0065500000Xyy07AAB",
      "Lodz",
      "Ada Berg",
      "Demo",
      null,
      "EUR",
      "2026-01-05 23:00:00",
      "2026-02-14 23:00:00",
      "false",
      "false",
    ],
  ]);
});

test("history of stages; a change of amount alone is no change of stage", async () => {
  const {db, file} = await ingestFiles({
    "OpportunityHistory.csv": csv(
      "Id,OpportunityId,CreatedById,CreatedDate,StageName,FromOpportunityStageName,Amount",
      "h1,006A,005A,2026-01-05 10:00:00,Demo,Lead,1",
      "h2,006A,005A,2026-01-06 10:00:00,Demo,Demo,2",
    ),
  });
  expect(counts(file())).toEqual([2, 1, 0, 0, 1]);
  expect(
    values(await db.rows("select opportunity_id, changed_at, from_stage, to_stage, changed_by from raw.stage_changes")),
  ).toEqual([["006A", "2026-01-05 10:00:00", "Lead", "Demo", "005A"]]);
});

test("field history names canonical columns", async () => {
  const {db} = await ingestFiles({
    "OpportunityFieldHistory.csv": csv(
      "Id,OpportunityId,Field,OldValue,NewValue,CreatedDate,CreatedById",
      "1,006A,StageName,Demo,Proposal,2026-01-05T10:00:00Z,005A",
    ),
    "EventHistory.csv": csv(
      "Id,EventId,Field,OldValue,NewValue,CreatedDate,CreatedById",
      "1,00UA,Pain_Primary__c,,slow,2026-01-05T10:00:00Z,005A",
    ),
  });
  expect(
    values(await db.rows("select entity, record_id, field, old_value, new_value from raw.field_changes order by entity")),
  ).toEqual([
    ["handoffs", "00UA", "pain_primary", null, "slow"],
    ["opportunities", "006A", "stage", "Demo", "Proposal"],
  ]);
});

test("users, leads and contact roles", async () => {
  const {db} = await ingestFiles({
    "User.csv": csv(
      "Id,Username,Name,Email,Title,ManagerId",
      "005A,a@x.example,Ada Berg,a@example.com,Senior SDR,005M",
      "005M,m@x.example,Mo Dahl,m@example.com,SDR Manager,",
      "005E,e@x.example,Eve Finn,e@example.com,Account Executive,005M",
      "005K,k@x.example,Kai Gold,k@example.com,Account Manager,005M",
    ),
    "Lead.csv": csv(
      "Id,Company,Status,LeadSource,OwnerId,CreatedDate,ConvertedDate,ConvertedAccountId,ConvertedContactId",
      "00QA,Acme,Converted,Web,005A,2026-01-01T08:00:00Z,2026-01-09,001A,003A",
    ),
    "OpportunityContactRole.csv": csv(
      "Id,OpportunityId,ContactId,Role",
      "00K1,006A,003A,Economic Decision Maker",
      "00K2,006A,003B,",
    ),
  });
  expect(values(await db.rows("select person_id, role, manager_id from raw.people order by _line"))).toEqual([
    ["005A", "sdr", "005M"],
    ["005M", "manager", null],
    ["005E", "ae", "005M"],
    ["005K", null, "005M"],
  ]);
  expect(
    values(await db.rows("select lead_id, sdr_id, source, created_at, qualified_at, account_id, contact_id from raw.leads")),
  ).toEqual([["00QA", "005A", "Web", "2026-01-01 08:00:00", "2026-01-09 00:00:00", "001A", "003A"]]);
  expect(values(await db.rows("select opportunity_id, contact_id, role from raw.stakeholders order by _line"))).toEqual([
    ["006A", "003A", "economic_buyer"],
    ["006A", "003B", "other"],
  ]);
});

describe("an export of whole objects", () => {
  const ACCOUNT = csv("Id,IsDeleted,Name,BillingCity,SystemModstamp", "001000000000001AAA,0,Acme,Lima,2026-01-01 00:00:00");
  const told = (report: {problems: readonly {where: string; what: string}[]}) =>
    report.problems.map(({where, what}) => `${where}: ${what}`);
  test("leaves objects that nothing is read from out, and says so once for all of a folder", async () => {
    const {report} = await ingestFiles(
      {
        "all/Account.csv": ACCOUNT,
        "all/Campaign.csv": csv("Id,Name,StartDate,SystemModstamp", "701000000000001AAA,Fair,2026-01-01,2026-01-01 00:00:00"),
        // Their headers are those of an account and of a user; their ids are not.
        "all/Quote.csv": csv(
          "Id,IsDeleted,Name,BillingCity,SystemModstamp",
          "0Q0000000000001AAA,0,Offer,Lima,2026-01-01 00:00:00",
        ),
        "all/TenantSecurityLogin.csv": csv("Id,IsDeleted,Username,LoginCount", "7Te000000000001AAA,0,ada,3"),
      },
      "sources:\n  - files: all/*.csv",
    );
    expect(report.files.map(({path, entity}) => [path, entity])).toEqual([["all/Account.csv", "accounts"]]);
    expect(told(report).filter((line) => line.startsWith("all:"))).toEqual([
      "all: 3 files are left out, objects of Salesforce from which Baton reads nothing: Campaign.csv, Quote.csv, TenantSecurityLogin.csv",
    ]);
  });
  test("stops for one that a source names, and for one whose ids are those of a kind that is read", async () => {
    const campaign = csv("Id,Name,StartDate,SystemModstamp", "701000000000001AAA,Fair,2026-01-01,2026-01-01 00:00:00");
    expect(await failure({"Campaign.csv": campaign}, "sources:\n  - files: Campaign.csv")).toContain("cannot tell what it holds");
    const event = csv(
      "Id,OwnerId,CreatedById,CreatedDate,WhoId,DurationInMinutes,SystemModstamp",
      "00U000000000001AAA,005A,005B,2026-01-01,003A,30,2026-01-01",
    );
    expect(await failure({"a/Event.csv": event, "a/Account.csv": ACCOUNT}, "sources:\n  - files: a/*.csv")).toMatch(
      /Event.csv: 1 required column missing[^]*meeting_at +expected "StartDateTime"/,
    );
  });
  test("is told by standard fields, whatever custom ones are called", async () => {
    const {file} = await ingestFiles({
      "Account.csv": csv(
        "Id,IsDeleted,Name,BillingCity,Company__c,CurrencyIsoCode",
        "001000000000001AAA,0,Acme,Lima,x,PEN",
        "001000000000002AAA,1,Gone,Lima,x,PEN",
      ),
    });
    expect([file().profile, file().entity, ...counts(file())]).toEqual(["salesforce", "accounts", 2, 1, 0, 0, 1]);
  });
  test("is in UTC, also with a column that somebody added", async () => {
    const {db} = await ingestFiles({
      "Opportunity.csv": csv(
        "Id,AccountId,Name,StageName,CloseDate,CreatedDate,Days open",
        "006000000000001AAA,001A,X,Open,2026-02-24,2026-02-23 20:55:00,14",
      ),
    });
    expect(values(await db.rows("select created_at from raw.opportunities"))).toEqual([["2026-02-23 20:55:00"]]);
  });
  test("has a team in whichever of its fields is filled, and of an event of a whole day its date", async () => {
    const {db} = await ingestFiles({
      "User.csv": csv(
        "Id,Username,Name,Email,Division,Department",
        "005000000000001AAA,a@x.example,Ann,a@x.example,,EMEA SDR",
        "005000000000002AAA,b@x.example,Bo,b@x.example,North,Sales",
      ),
      "Event.csv": csv(
        "Id,OwnerId,CreatedById,ActivityDateTime,ActivityDate",
        "00U000000000001AAA,005A,005B,,2026-01-05",
        "00U000000000002AAA,005A,005B,2026-01-06 09:00:00,2026-01-06",
      ),
    });
    expect(values(await db.rows("select team from raw.people order by _line"))).toEqual([["EMEA SDR"], ["North"]]);
    expect(values(await db.rows("select meeting_at from raw.handoffs order by _line"))).toEqual([
      ["2026-01-05 00:00:00"],
      ["2026-01-06 09:00:00"],
    ]);
  });
  test("tells the channel of a task by its message or call, where it has no subtype", async () => {
    const {db} = await ingestFiles({
      "Task.csv": csv(
        "Id,OwnerId,WhoId,Status,Priority,ActivityDate,Type,EmailMessageId,CallType",
        "00T000000000001AAA,005A,003A,Completed,Normal,2026-01-05,,02s000000000001AAA,",
        "00T000000000002AAA,005A,003A,Completed,Normal,2026-01-05,,,Outbound",
        "00T000000000003AAA,005A,003A,Completed,Normal,2026-01-05,LinkedIn,,",
        "00T000000000004AAA,005A,003A,Completed,Normal,2026-01-05,,,",
      ),
    });
    expect(values(await db.rows("select channel from raw.activities order by _line"))).toEqual([
      ["email"],
      ["call"],
      ["linkedin"],
      [null],
    ]);
  });
  test("tasks alone, without their owner, are tasks", async () => {
    const tasks = csv(
      "Id,Subject,Status,Priority,WhoId,WhatId,ActivityDate",
      "00T000000000001AAA,x,Completed,Normal,003A,,2026-01-05",
    );
    const {report} = await ingestFiles({"Tasks.csv": tasks});
    expect(report.files.map(({kind, entity}) => [kind, entity])).toEqual([["Task", "activities"]]);
  });
});

test("totals below a report are no records; a record that is called Total is one", async () => {
  const {file} = await ingestFiles({
    "report.csv": csv(
      '"Opportunity Name","Stage","Close Date","Amount","Opportunity Owner"',
      '"A","Closed Won","31/08/2025","5,500.00","Dana"',
      '"Total","Open","07/09/2025","6,000.00","Dana"',
      '"B","Open","07/09/2025","6,000.00","Dana"',
      '"Total","","","17,500.00",""',
      '"Confidential Information - Do Not Distribute"',
    ),
  });
  expect(counts(file())).toEqual([5, 3, 0, 0, 2]);
});

test("meetings that their own AEs booked are told, since nobody handed them over", async () => {
  const events = (count: number, owner: string) =>
    Array.from({length: count}, (_, at) =>
      `00U00000000000${at}AAA,${owner}${at},005B,2026-01-05T10:00:00Z`.replace("005B0", "005B"),
    );
  const own = Array.from({length: 5}, (_, at) => `00U00000000001${at}AAA,005B,005B,2026-01-05T10:00:00Z`);
  const header = "Id,OwnerId,CreatedById,StartDateTime";
  const problems = async (lines: string[]) =>
    (await ingestFiles({"Event.csv": csv(header, ...lines)})).report.problems.map(({what}) => what);
  expect(await problems([...events(3, "005A"), ...own])).toContain(
    "5 of 8 meetings have one person as SDR and AE, and count as handoffs all the same",
  );
  expect((await problems([...events(3, "005A"), ...own.slice(1)])).filter((what) => what.includes("one person"))).toEqual([]);
});

test("who exports by labels is told a label, and a query's Owner.Name is the owner", async () => {
  const report = csv("Assigned,Priority,Status,Date,Call Type,Activity Number", "Ada,Normal,Completed,1/5/2026,Outbound,1");
  const message = await failure(
    {"tasks.csv": report},
    "sources:\n  - {files: tasks.csv, profile: salesforce, entity: activities}",
  );
  expect(message).toMatch(/activity_id +expected "Activity ID"/);
  const {db} = await ingestFiles({"o.csv": csv("Id,Name,StageName,Amount,Owner.Name", "006000000000001AAA,X,Open,5,Ada Berg")});
  expect(values(await db.rows("select owner_id from raw.opportunities"))).toEqual([["Ada Berg"]]);
});

test("a report's deal is won by its stage's words, however they are put together", async () => {
  const stages = [
    "Closed Won",
    "Closed - Won",
    "Closed/Won",
    "07 - Closed Won",
    "Closed Won - Signed",
    "Won",
    "Closed Lost",
    "Lost",
    "Discovery",
  ];
  const {db} = await ingestFiles({
    "report.csv": csv(
      "Opportunity ID,Opportunity Name,Stage,Amount",
      ...stages.map((stage, n) => `0065g00000AbCd${n},D,${stage},1`),
    ),
  });
  expect(values(await db.rows("select is_closed, is_won from raw.opportunities order by _line"))).toEqual(
    stages.map((_, n) => [String(n < 8), String(n < 6)]),
  );
});

test("a day without a time is the company's day, in exports whose instants are in UTC too; an event of a whole day has its date", async () => {
  const {db} = await ingestFiles(
    {
      "Opportunity.csv": csv(
        "Id,StageName,IsWon,CreatedDate,CloseDate",
        "0065g00000AbCdE,Closed Won,true,2026-09-01T10:00:00.000Z,2026-10-01",
      ),
      "Event.csv": csv(
        "Id,WhatId,IsAllDayEvent,ActivityDate,StartDateTime,OwnerId,CreatedById",
        "00U000000000001,0065g00000AbCdE,true,2026-09-01,2026-09-01T00:00:00.000Z,005A,005B",
        "00U000000000002,0065g00000AbCdE,false,2026-09-01,2026-09-01T15:00:00.000Z,005A,005B",
      ),
    },
    'timezone: America/New_York\nsources:\n  - files: "*.csv"\n',
  );
  expect(values(await db.rows("select created_at, closed_at from raw.opportunities"))).toEqual([
    ["2026-09-01 10:00:00", "2026-10-01 04:00:00"],
  ]);
  expect(values(await db.rows("select meeting_at from raw.handoffs order by _line"))).toEqual([
    ["2026-09-01 04:00:00"],
    ["2026-09-01 15:00:00"],
  ]);
});

test("reports of a custom type name the object before a label, and what of a person stands there behind it", async () => {
  const {db} = await ingestFiles({
    "report.csv": csv(
      "Opportunity: Opportunity Name,Opportunity: Opportunity ID,Account Name: Account Name,Stage,Amount,Opportunity Owner: Full Name,SDR: Full Name",
      "Alpha,0065g00000AbCdE,Acme,Closed Won,12,Tom Berg,Sara Diaz",
    ),
  });
  expect(values(await db.rows("select name, account_id, stage, owner_id, sdr_id from raw.opportunities"))).toEqual([
    ["Alpha", "Acme", "Closed Won", "Tom Berg", "Sara Diaz"],
  ]);
});

test("the lines below a German report are no records", async () => {
  const {file} = await ingestFiles({
    "report.csv": csv(
      "Opportunity ID,Opportunity Name,Stage",
      "0065g00000AbCdE,A,Demo",
      "",
      "Gesamtsummen (1 Datensatz),,",
      "Vertrauliche Informationen - Nicht weitergeben,,",
    ),
  });
  expect(counts(file())).toEqual([3, 1, 0, 0, 2]);
});
