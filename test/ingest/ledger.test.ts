import {describe, expect, test} from "vitest";
import {ENTITIES, ENTITY_NAMES} from "../../pipeline/contract/entities.js";
import {counts, csv, ingestFiles} from "./given-files.js";

describe("rows that cannot be loaded", () => {
  test("only a bad key or a bad required cell rejects a row; any other bad cell loads as null", async () => {
    const {db, file, rejects} = await ingestFiles({
      "handoffs.csv": csv(
        "meeting_id,sdr_id,meeting_at,booked_at,meeting_status",
        "m1,s1,2026-01-05T10:00:00Z,2026-01-01T10:00:00Z,held",
        "m2,,2026-01-05T10:00:00Z,,held",
        "m3,s1,someday,,held",
        "m4,s1,2026-01-05T10:00:00Z,yesterday,vanished",
      ),
    });
    expect(counts(file())).toEqual([4, 2, 0, 2, 0]);
    expect(
      (await db.rows("select meeting_id, booked_at, meeting_status, _line from raw.handoffs order by _line")).map((row) =>
        Object.values(row),
      ),
    ).toEqual([
      ["m1", "2026-01-01 10:00:00", "held", 2],
      ["m4", null, null, 5],
    ]);
    expect(await rejects()).toEqual([
      "3 | sdr_id |  | row",
      "4 | meeting_at | someday | row",
      "5 | booked_at | yesterday | cell",
      "5 | meeting_status | vanished | cell",
    ]);
  });
  test("a row without a key is rejected, and told what would be one", async () => {
    const {db, file} = await ingestFiles({
      "calls.csv": csv("call_id,url", ",a", "c1,b"),
      "stakeholders.csv": csv("handoff_id,name,role", "h1,Kim,champion", ",Lee,champion"),
    });
    expect(counts(file("calls.csv"))).toEqual([2, 1, 0, 1, 0]);
    expect(counts(file("stakeholders.csv"))).toEqual([2, 1, 0, 1, 0]);
    expect(
      (await db.rows<{reason: string}>("select reason from raw.rejects order by file_id")).map(({reason}) => reason),
    ).toEqual([
      "is blank, and a row cannot do without it",
      "has no key: handoff_id and contact_id, or opportunity_id and contact_id, or handoff_id and name, or opportunity_id and name must be filled",
    ]);
  });
  test("a stakeholder whose part is blank, or none of ours, takes part all the same", async () => {
    const {db, file} = await ingestFiles({
      "stakeholders.csv": csv("handoff_id,name,role", "h1,Kim,Budget Holder", "h1,Lee,", "h1,Max,Chief Sceptic", "h1,Max,"),
    });
    // Max's two rows are one.
    expect(counts(file("stakeholders.csv"))).toEqual([4, 3, 1, 0, 0]);
    expect(await db.rows("select name, role from raw.stakeholders order by name")).toEqual([
      {name: "Kim", role: "economic_buyer"},
      {name: "Lee", role: null},
      {name: "Max", role: null},
    ]);
    expect(await db.rows("select column_name, value, effect from raw.rejects where column_name is not null")).toEqual([
      {column_name: "role", value: "Chief Sceptic", effect: "cell"},
    ]);
  });
  test("an entry says what is wrong and how to mend it", async () => {
    const {db} = await ingestFiles({"activities.csv": csv("activity_id,channel", "1,fax")});
    expect(await db.rows("select path, entity, line, column_name, value, reason, hint, effect from raw.rejects")).toEqual([
      {
        path: "activities.csv",
        entity: "activities",
        line: 2,
        column_name: "channel",
        value: "fax",
        reason: "is none of email, call, linkedin, meeting, other",
        hint: "map it under values.channel",
        effect: "cell",
      },
    ]);
  });
  test("rows too long to be read count as rejected", async () => {
    const {file, rejects} = await ingestFiles({"accounts.csv": csv("account_id,name", "1,a", "2,b,c", "3,d")});
    expect(counts(file())).toEqual([3, 2, 0, 1, 0]);
    expect(await rejects()).toEqual(["3 |  | 2,b,c | row"]);
  });
});

describe("a key that stands twice in a file", () => {
  const file = csv("account_id,name", "1,old", "2,b", "1,new", "2,b");
  test("the later line wins", async () => {
    const {db} = await ingestFiles({"accounts.csv": file});
    expect(
      (await db.rows("select account_id, name, _line from raw.accounts order by 1")).map((row) => Object.values(row)),
    ).toEqual([
      ["1", "new", 4],
      ["2", "b", 5],
    ]);
  });
  test("the earlier one is merged, with an entry of its own when it says something else, and one for all that say the same", async () => {
    const given = await ingestFiles({"accounts.csv": file});
    expect(counts(given.file())).toEqual([4, 2, 2, 0, 0]);
    expect(await given.rejects()).toEqual(["2 |  | 1 | duplicate", "3 |  |  | duplicate"]);
  });
  test("the first wholly filled key counts: meetings of one handoff stay apart", async () => {
    const {file: ledger} = await ingestFiles({
      "handoffs.csv": csv(
        "meeting_id,handoff_id,sdr_id,meeting_at",
        ",h1,s1,2026-01-05T10:00:00Z",
        ",h1,s1,2026-01-08T10:00:00Z",
        ",h1,s1,2026-01-08T10:00:00Z",
        "m1,h1,s1,2026-01-08T10:00:00Z",
      ),
    });
    expect(counts(ledger())).toEqual([4, 3, 1, 0, 0]);
  });
  test("the same record in two exports stays twice", async () => {
    const {db} = await ingestFiles({
      "2026-01-01/accounts.csv": csv("account_id,name", "1,old"),
      "2026-02-01/accounts.csv": csv("account_id,name", "1,new"),
    });
    expect(
      (await db.rows("select name, _file_id, _exported_at from raw.accounts order by _file_id")).map((row) => Object.values(row)),
    ).toEqual([
      ["old", 1, "2026-01-01 00:00:00"],
      ["new", 2, "2026-02-01 00:00:00"],
    ]);
  });
});

describe("rows that are no records", () => {
  test("a header repeated with the byte order mark of a file put behind another is set aside", async () => {
    const {file} = await ingestFiles({"a.csv": "\ufeffaccount_id,name\n1,x\n\ufeffaccount_id,name\n2,y\n"});
    expect(counts(file())).toEqual([3, 2, 0, 0, 1]);
  });
  test("blank rows, repeated headers and the configuration's where are set aside", async () => {
    const {file, db} = await ingestFiles(
      {
        "accounts.csv": csv(
          "account_id,name,type",
          "1,a,Customer",
          ",,",
          "account_id,name,type",
          "2,b,Competitor",
          "3,c,Customer",
        ),
      },
      `sources:\n  - files: accounts.csv\n    where: type = 'Customer'`,
    );
    expect(counts(file())).toEqual([5, 2, 0, 0, 3]);
    expect((await db.rows<{reason: string}>("select reason from raw.rejects order by line")).map(({reason}) => reason)).toEqual([
      "blank row: 1 row",
      "header repeated: 1 row",
      "left out by the configuration's where: 1 row",
    ]);
  });
});

describe("when a file was exported", () => {
  const activities = csv("activity_id,occurred_at", "1,2026-03-01T10:00:00Z", "2,2026-03-05T10:00:00Z");
  const exported = async (files: Record<string, string>, yaml?: string) => {
    const {report} = await ingestFiles(files, yaml);
    return report.files.map(({exported_at, exported_at_from}) => [exported_at, exported_at_from]);
  };
  test("the configuration says", async () => {
    expect(
      await exported(
        {"a-2026-01-01.csv": activities},
        `sources:\n  - {files: a-2026-01-01.csv, exported_at: "2026-10-01T06:00:00+02:00"}`,
      ),
    ).toEqual([["2026-10-01 04:00:00", "configuration"]]);
  });
  test("else the name of file or folder", async () => {
    expect(await exported({"report1772582400000.csv": activities})).toEqual([["2026-03-04 00:00:00", "name"]]);
    expect(await exported({"2026-04-01_0630/activities.csv": activities})).toEqual([["2026-04-01 06:30:00", "name"]]);
    expect(await exported({"20260402.csv": activities})).toEqual([["2026-04-02 00:00:00", "name"]]);
  });
  test("else its newest past event, and never the coming meeting", async () => {
    expect(await exported({"activities.csv": activities})).toEqual([["2026-03-05 10:00:00", "newest event"]]);
    expect(
      await exported({
        "handoffs.csv": csv("meeting_id,sdr_id,meeting_at,booked_at", "m1,s1,2026-12-24T10:00:00Z,2026-03-01T10:00:00Z"),
      }),
    ).toEqual([["2026-03-01 10:00:00", "newest event"]]);
  });
  test("a file without past events was exported with the others of its source", async () => {
    const yaml = "sources:\n  - files: '*.csv'\n";
    expect(await exported({"accounts.csv": csv("account_id,name", "1,a"), "activities.csv": activities}, yaml)).toEqual([
      ["2026-03-05 10:00:00", "other exports"],
      ["2026-03-05 10:00:00", "newest event"],
    ]);
  });
});

test("every entity has its table, with every canonical column, also without a source", async () => {
  const {db} = await ingestFiles({}, "sources: []");
  for (const entity of ENTITY_NAMES) {
    const rows = await db.rows<{column_name: string}>(`select column_name from (describe raw.${entity})`);
    expect(rows.map(({column_name}) => column_name)).toEqual([
      ...ENTITIES[entity].columns.map(({name}) => name),
      "_file_id",
      "_source",
      "_line",
      "_exported_at",
    ]);
  }
});

test("the columns that a file supplies are listed", async () => {
  const {db} = await ingestFiles({"accounts.csv": csv("name,account_id,planet", "a,1,Mars")});
  expect(await db.rows("select * from raw.file_columns order by column_name")).toEqual([
    {file_id: 1, entity: "accounts", column_name: "account_id"},
    {file_id: 1, entity: "accounts", column_name: "name"},
  ]);
});
