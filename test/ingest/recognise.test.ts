import {describe, expect, test} from "vitest";
import {inspectAsRows, inspectFiles, template} from "../../pipeline/ingest/index.js";
import {csv, failure, ingestFiles, makeFolder} from "./given-files.js";
import {join} from "node:path";

describe("what stops a build", () => {
  test("all of it is said at once, file by file", async () => {
    const message = await failure(
      {
        "empty.csv": "",
        "strange.csv": csv("colour,shape", "red,round"),
        "deals.csv": csv("Deal ID,SDR owner email", "1,a@example.com"),
      },
      "sources:\n  - files: missing.csv\n  - files: 'nothing/*.csv'\n  - files: empty.csv\n  - files: strange.csv\n  - {files: deals.csv, profile: hubspot, entity: handoffs, columns: {sdr_id: SDR Owner}}",
    );
    expect(message).toContain("sources[0].files[0]: no such file: missing.csv");
    expect(message).toContain("sources[1].files[0]: no file matches: nothing/*.csv");
    expect(message).toContain("empty.csv: is empty");
    expect(message).toContain("strange.csv: cannot tell what it holds from its headers: colour, shape");
    expect(message).toContain("deals.csv: 2 required columns missing for hubspot / handoffs");
    expect(message).toMatch(/sdr_id +expected "SDR Owner"; closest header: "SDR owner email"/);
    expect(message).toMatch(/meeting_at +expected "Meeting Start Time"; no similar header/);
    expect(message).toContain("map them under sources[4].columns");
    expect(message).toContain("npm run baton -- inspect deals.csv");
  });
});

test("an optional column that the configuration maps to a header the file lacks is not called required", async () => {
  const message = await failure(
    {"firms.csv": csv("account_id,name", "1,a")},
    "sources:\n  - {files: firms.csv, entity: accounts, columns: {industry: Branch}}",
  );
  expect(message).toMatch(
    /^firms\.csv: 1 column that the configuration maps missing for canonical \/ accounts\n +industry +expected "Branch"/,
  );
});

describe("whose file it is", () => {
  test("LeadID and LeadSource in somebody's own table do not make it Salesforce's", async () => {
    expect(
      await failure({"Leads.csv": csv("LeadID,ContactID,LeadSource,LeadStatus,CreatedDate,Notes", "L1,C1,Web,New,2025-02-05,x")}),
    ).toContain("Leads.csv: cannot tell what it holds");
  });
  test("canonical columns in capitals, and beside columns without a name, are canonical", async () => {
    const {report} = await ingestFiles({
      "a.csv": csv("ACCOUNT_ID,NAME,EMPLOYEES", "1,Acme,5"),
      "b.csv": csv("account_id,name,,,", "2,Bold,,,"),
    });
    expect(report.files.map(({profile, columns}) => [profile, columns])).toEqual([
      ["canonical", ["account_id", "name", "employees"]],
      ["canonical", ["account_id", "name"]],
    ]);
  });
  test("a report's labels do", async () => {
    const {file} = await ingestFiles({"r.csv": csv("Lead ID,Lead Source,Lead Owner", "00Q000000000001AAA,Web,Ada")});
    expect([file().profile, file().entity, file().loaded]).toEqual(["salesforce", "leads", 1]);
  });
});

describe("headers written as words", () => {
  const kind = async (header: string) => {
    const blank = header.replace(/[^,]+/g, "1");
    const {report} = await ingestFiles({"x.csv": csv(header, blank)}).catch(() => ({report: undefined}));
    return report?.files.map(({profile, entity, columns}) => `${profile} ${entity} ${columns.join(" ")}`)[0];
  };
  test("are Baton's own columns where they explain more of the file than any system's labels", async () => {
    expect(await kind("Person ID,Full Name,Email Address,Role,Team,Manager,Start Date")).toBe(
      "canonical people person_id name email role team manager_id started_on",
    );
    const {file} = await ingestFiles({
      "x.csv": csv(
        "Handoff ID,Account ID,Account Name,SDR,AE Email,Meeting Date,Meeting Status",
        "h1,a1,Acme,p1,b@x.example,2026-03-02,held",
      ),
    });
    expect([file().profile, file().entity, file().columns]).toEqual([
      "canonical",
      "handoffs",
      ["handoff_id", "account_id", "sdr_id", "ae_id", "meeting_at", "meeting_status"],
    ]);
  });
  test("stay a system's where its labels explain as much", async () => {
    expect(await kind("Account ID,Account Name,Industry,Employees")).toMatch(/^salesforce accounts/);
    expect(await kind("Contact ID,Account Name,Title,Email")).toMatch(/^salesforce contacts/);
    expect(await kind("Record ID,Company name,Industry,City")).toMatch(/^hubspot accounts/);
  });
  test("give no column that the sheet has under its own name already", async () => {
    const {db} = await ingestFiles({"f.csv": csv("handoff_id,submitted_at,ae_email", "h1,2026-03-02,b@x.example")});
    expect(await db.rows("select ae_id, ae_email from raw.feedback")).toEqual([{ae_id: null, ae_email: "b@x.example"}]);
  });
});

test("a file that a source names itself is that source's alone, whatever patterns others have", async () => {
  const {report} = await ingestFiles(
    {"exports/a.csv": csv("account_id,name", "1,Acme"), "exports/b.csv": csv("Firm,Label", "2,Bold")},
    "sources:\n  - files: exports/*.csv\n  - {files: exports/b.csv, entity: accounts, columns: {account_id: Firm, name: Label}}",
  );
  expect(report.files.map(({path, source_index, loaded}) => [path, source_index, loaded])).toEqual([
    ["exports/a.csv", 0, 1],
    ["exports/b.csv", 1, 1],
  ]);
});

test("where the configuration names an entity and says which rows are of it, the profile's own rule is off", async () => {
  const {db, file} = await ingestFiles(
    {
      "activities.csv": csv(
        "Activity ID,Activity Type,Activity Date,Activity Owner",
        "a1,Call,2026-01-05,ada",
        "a2,Meeting,2026-01-05,ada",
        "a3,Visit,2026-01-06,ada",
      ),
    },
    "sources:\n  - {files: activities.csv, profile: hubspot, entity: handoffs, where: '\"Activity Type\" in (''Meeting'', ''Visit'')'}",
  );
  expect([file().loaded, file().set_aside]).toEqual([2, 1]);
  expect(await db.rows("select meeting_id from raw.handoffs order by 1")).toEqual([{meeting_id: "a2"}, {meeting_id: "a3"}]);
});

describe("mapping", () => {
  test("headers are found whatever their case and punctuation, and the configuration's word goes first", async () => {
    const {db} = await ingestFiles(
      {"firms.csv": csv("Account-ID,NAME,Legal name", "1,a,A Ltd")},
      "sources:\n  - {files: firms.csv, entity: accounts, columns: {name: legal name}}",
    );
    expect(await db.rows("select account_id, name from raw.accounts")).toEqual([{account_id: "1", name: "A Ltd"}]);
  });
  test("a table of another system with an account_id in it is no canonical file", async () => {
    expect(await failure({"x.csv": csv("account_id,colour,shape,size", "1,2,3,4")})).toContain("cannot tell what it holds");
  });
  test("file names with brackets are names, not patterns", async () => {
    const {report} = await ingestFiles({"[new] accounts.csv": csv("account_id,name", "1,a")});
    expect(report.files.map(({path, loaded}) => [path, loaded])).toEqual([["[new] accounts.csv", 1]]);
  });
  test("a pattern finds its files in the order of their names", async () => {
    const {report} = await ingestFiles(
      {"b/accounts.csv": csv("account_id,name", "1,a"), "a/accounts.csv": csv("account_id,name", "1,a")},
      "sources:\n  - files: '*/accounts.csv'",
    );
    expect(report.files.map(({path}) => path)).toEqual(["a/accounts.csv", "b/accounts.csv"]);
  });
});

test("inspect names encoding, kind, origin and samples, and prints a source to paste", async () => {
  const folder = makeFolder({"deals.csv": csv("Record ID,Deal Stage,Amount,Flavour", "7,Closed Won,12.5,sweet")});
  const text = await inspectFiles([join(folder, "deals.csv")]);
  expect(text).toContain("utf-8, comma, header on line 1, 1 rows");
  expect(text).toContain("hubspot / Deals: opportunities");
  expect(text).toMatch(/opportunity_id +from "Record ID": 7/);
  expect(text).toContain('"Flavour" (sweet)');
  expect(text).toContain("    profile: hubspot\n    entity: opportunities");
});

test("inspect of a file nobody knows guesses from names and values, and says what it lacks", async () => {
  const folder = makeFolder({
    "x.csv": csv("Rep,Closer,Prospect company,Meeting when,Colour", "ada,eve,Acme,2026-03-02 10:00,red"),
    "y.csv": csv("Deal number,Deal value,Deal stage,Closed on", "7,12.5,Won,2026-03-02"),
  });
  const text = await inspectFiles([join(folder, "x.csv"), join(folder, "y.csv")]);
  expect(text).toContain("nothing that its headers tell");
  expect(text).toMatch(
    /entity: handoffs\n +columns:(\n.*)*\n +sdr_id: "Rep" +# a guess(\n.*)*\n +meeting_at: "Meeting when" +# a guess/,
  );
  expect(text).toMatch(
    /entity: opportunities\n +columns:(\n.*)*\n +stage: "Deal stage" +# a guess(\n.*)*\n +amount: "Deal value" +# a guess/,
  );
});

test("inspect of what is no export says so, and prints no block to paste", async () => {
  const folder = makeFolder({"x.csv": csv("Colour,Shape,Size", "red,round,5")});
  const text = await inspectFiles([join(folder, "x.csv")]);
  expect(text).toContain("looks like no export for Baton");
  expect(text).not.toContain("sources:\n");
});

test("inspect as data says of each file and entity how it reads, what became of its rows, and why", async () => {
  const folder = makeFolder({
    "activities.csv": csv("activity_id;occurred_at;channel", "1;2026-03-02;pigeon", ";2026-03-02;call"),
  });
  const [row] = (await inspectAsRows([join(folder, "activities.csv")])) as Record<string, unknown>[];
  expect(row).toMatchObject({
    encoding: "utf-8",
    delimiter: ";",
    quote: '"',
    header_line: 1,
    entity: "activities",
    profile: "canonical",
  });
  expect(row).toMatchObject({rows_read: 2, loaded: 1, merged: 0, rejected: 1, set_aside: 0});
  expect(row!.problems).toMatchObject([
    {effect: "row", line: 3, column: "activity_id", reason: "is blank, and a row cannot do without it"},
    {effect: "cell", line: 2, column: "channel", value: "pigeon"},
  ]);
});

test("inspect goes on after a file that cannot be read, and tells each such file", async () => {
  const folder = makeFolder({"empty.csv": "", "page.csv": "<html>", "accounts.csv": csv("account_id,name", "1,Acme")});
  const paths = ["empty.csv", "gone.csv", "accounts.csv", "page.csv"].map((name) => join(folder, name));
  const told: string[] = [];
  const text = await inspectFiles(paths, undefined, ({message}) => void told.push(message));
  expect(text).toContain("canonical / accounts: accounts");
  expect(told).toEqual([
    expect.stringMatching(/empty\.csv: is empty/),
    expect.stringMatching(/gone\.csv: no such file/),
    expect.stringMatching(/page\.csv: is a web page/),
  ]);
  expect(await inspectAsRows(paths)).toMatchObject([
    {entity: null, rows_read: 0, problems: [{effect: "stop", reason: expect.stringMatching(/is empty/)}]},
    {entity: null, problems: [{effect: "stop"}]},
    {entity: "accounts", rows_read: 1, loaded: 1},
    {entity: null, problems: [{effect: "stop", hint: "export it again"}]},
  ]);
});

test("dates that a file leaves open stand in the ledger with their first line, and what is usual where the company is", async () => {
  const {db} = await ingestFiles(
    {"a.csv": csv("activity_id,occurred_at", "1,2026-08-10", "2,08/10/2026", "3,09/10/2026")},
    "timezone: Europe/Berlin\nsources:\n  - files: a.csv",
  );
  expect(await db.rows("select line::integer as line, column_name, value, reason, hint, effect from raw.rejects")).toEqual([
    {
      line: 3,
      column_name: "occurred_at",
      value: "08/10/2026",
      reason: "could be day-first or month-first; read as month-first (2 rows, the first of them here)",
      hint: "say which under sources[0].dates; in Europe/Berlin most write the day first",
      effect: "note",
    },
  ]);
});

test("inspect says which dates the file leaves open, and offers the setting", async () => {
  const folder = makeFolder({"a.csv": csv("activity_id,occurred_at", "1,03/04/2026")});
  const text = await inspectFiles([join(folder, "a.csv")]);
  expect(text).toContain("occurred_at could be day-first or month-first; read as month-first");
  expect(text).toMatch(/\n +dates: month-first +# or day-first/);
});

test("the template is the canonical header line", () => {
  expect(template("stage_changes")).toBe("opportunity_id,changed_at,from_stage,to_stage,changed_by\n");
});
