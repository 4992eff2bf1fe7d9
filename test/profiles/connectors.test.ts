import {describe, expect, test} from "vitest";
import {counts, csv, ingestFiles} from "../ingest/given-files.js";

const values = (rows: object[]) => rows.map((row) => Object.values(row) as unknown[]);
const BERLIN = (name: string) => `timezone: Europe/Berlin\nsources:\n  - files: ${name}\n`;

describe("HubSpot's deals by property names", () => {
  const read = async (...lines: string[]) => {
    const {db, file} = await ingestFiles({"d.csv": csv(...lines)}, BERLIN("d.csv"));
    const rows = await db.rows("select opportunity_id, name, stage, owner_id, amount, closed_at, is_won from raw.opportunities");
    return {profile: file().profile, rows: values(rows), db, file};
  };
  const deal = ["7", "Acme", "closedwon", "51", "12", "2026-08-30 10:00:00", "true"];

  test.each([
    ["Fivetran", "deal_id,_fivetran_synced,property_dealname,deal_pipeline_stage_id,owner_id,property_amount,property_closedate"],
    ["Airbyte", "id,properties_dealname,properties_dealstage,properties_hubspot_owner_id,properties_amount,properties_closedate"],
    ["points", "id,properties.dealname,properties.dealstage,properties.hubspot_owner_id,properties.amount,properties.closedate"],
    [
      "Stitch",
      "dealid,property_dealname__value,property_dealstage__value,property_hubspot_owner_id__value,property_amount__value__double,property_closedate__value",
    ],
    [
      "Stitch's older tables",
      "dealid,properties__dealname__value,properties__dealstage__value,properties__hubspot_owner_id__value,properties__amount__value,properties__closedate__value",
    ],
    ["the API", "hs_object_id,dealname,dealstage,hubspot_owner_id,amount,closedate"],
    ["the API with an id", "id,dealname,dealstage,hubspot_owner_id,amount,closedate"],
  ])("as %s writes them are told and read, in UTC", async (name, header) => {
    const sync = header.includes("_fivetran_synced") ? "2026-09-01 03:15:52.123," : "";
    const time = name.startsWith("the API with") ? "2026-08-30T10:00:00Z" : "2026-08-30 10:00:00";
    const {profile, rows} = await read(
      name === "the API" ? `${header},hs_lastmodifieddate` : header,
      `7,${sync}Acme,closedwon,51,12,${time}${name === "the API" ? "," : ""}`,
    );
    expect([profile, rows]).toEqual(["hubspot", [deal]]);
  });

  test("a value that Stitch has put beside the others because of its type is read with them", async () => {
    const {rows, file} = await read(
      "dealid,property_dealname__value,property_dealstage__value,property_amount__value,property_amount__value__double,property_amount__timestamp",
      "1,Acme,demo,5,,2026-01-01 10:00:00",
      "2,Bold,demo,,7.5,2026-01-01 10:00:00",
    );
    expect(rows.map((row) => row[4])).toEqual(["5", "7.5"]);
    expect(file().unread).toEqual(["property_amount__timestamp"]);
  });

  test("what is archived is deleted; of a list of companies the first is the deal's; stages entered are told by their names", async () => {
    const {db, file} = await read(
      "id,archived,companies,properties_dealname,properties_dealstage,properties_hs_v2_date_entered_demo",
      '1,false,"[""301"",""302""]",Acme,demo,2026-03-02T10:00:00.000Z',
      "2,true,[],Gone,demo,2026-03-02T10:00:00.000Z",
      "3,false,[],Bold,demo,",
    );
    expect(values(await db.rows("select opportunity_id, account_id from raw.opportunities order by 1"))).toEqual([
      ["1", "301"],
      ["3", null],
    ]);
    expect(counts(file(undefined, "opportunities"))).toEqual([3, 2, 0, 0, 1]);
    expect(values(await db.rows("select opportunity_id, to_stage, changed_at from raw.stage_changes"))).toEqual([
      ["1", "demo", "2026-03-02 10:00:00"],
    ]);
  });
});

test.each([
  ["accounts", "hs_object_id,name,domain,numberofemployees", "301,Acme,acme.example,5", "account_id"],
  ["contacts", "hs_object_id,email,firstname,lastname,lifecyclestage", "301,kim@acme.example,Kim,Lee,lead", "contact_id"],
  ["handoffs", "hs_object_id,hs_meeting_start_time,hubspot_owner_id", "301,2026-03-02T10:00:00Z,51", "meeting_id"],
  [
    "activities",
    "hs_object_id,hs_call_direction,hs_timestamp,hubspot_owner_id",
    "301,OUTBOUND,2026-03-02T10:00:00Z,51",
    "activity_id",
  ],
  ["accounts", "id,properties_name,properties_domain", "301,Acme,acme.example", "account_id"],
  ["people", "id,email,firstName,lastName,userId,archived", "301,eve@x.example,Eve,Ott,77,true", "person_id"],
  [
    "activities",
    "engagement_id,_fivetran_deleted,property_hs_timestamp,type",
    "301,false,2026-03-02 10:00:00,CALL",
    "activity_id",
  ],
])("%s of HubSpot's API go by the id that others name them by: %s", async (entity, header, row, key) => {
  const {db, file} = await ingestFiles({"x.csv": csv(header, row)});
  expect([file().profile, file().entity]).toEqual(["hubspot", entity]);
  expect(values(await db.rows(`select ${key} from raw.${entity}`))).toEqual([["301"]]);
});

test("an outcome of a call that every HubSpot account has is told by its name, and any other as it stands", async () => {
  const {db} = await ingestFiles({
    "calls.csv": csv(
      "hs_object_id,hs_call_disposition,hs_timestamp,hubspot_owner_id",
      "1,f240bbac-87c9-4f6e-bf70-924b57d47db7,2026-03-02T10:00:00Z,51",
      "2,own-one,2026-03-02T10:00:00Z,51",
    ),
  });
  expect(values(await db.rows("select outcome from raw.activities order by activity_id"))).toEqual([["Connected"], ["own-one"]]);
});

describe("a record of which either the CRM or the connector says that it is deleted", () => {
  test.each([
    [
      "hubspot",
      "deal_id,property_dealname,is_deleted,_fivetran_deleted",
      ["1,a,false,false", "2,b,true,false", "3,c,false,true"],
    ],
    [
      "salesforce",
      "id,stage_name,amount,close_date,is_deleted,_fivetran_deleted",
      ["1,Demo,1,2026-03-02,false,false", "2,Demo,1,2026-03-02,true,false", "3,Demo,1,2026-03-02,false,true"],
    ],
    [
      "salesforce",
      "id,stagename,amount,closedate,isdeleted,_sdc_deleted_at,_sdc_sequence,systemmodstamp",
      [
        "1,Demo,1,2026-03-02,false,,1,2026-03-02 10:00:00",
        "2,Demo,1,2026-03-02,true,,1,2026-03-02 10:00:00",
        "3,Demo,1,2026-03-02,false,2026-03-03 10:00:00,1,2026-03-02 10:00:00",
      ],
    ],
    [
      "salesforce",
      "_airbyte_raw_id,Id,StageName,Amount,CloseDate,IsDeleted,SystemModstamp",
      ["a,1,Demo,1,2026-03-02,false,2026-03-02T10:00:00.000+0000", "b,2,Demo,1,2026-03-02,true,2026-03-02T10:00:00.000+0000"],
    ],
  ])("is set aside, and told: %s, %s", async (profile, header, rows) => {
    const {db, file} = await ingestFiles({"x.csv": csv(header, ...rows)});
    expect(file().profile).toBe(profile);
    expect(counts(file())).toEqual([rows.length, 1, 0, 0, rows.length - 1]);
    expect(values(await db.rows("select opportunity_id from raw.opportunities"))).toHaveLength(1);
    const [told] = await db.rows("select count(*)::integer as n from raw.marks where kind = 'deleted'");
    expect(told).toEqual({n: rows.length - 1});
  });
});

test("records that were merged in HubSpot are followed from a connector's table, too", async () => {
  const {db} = await ingestFiles({
    "contact.csv": csv("id,property_firstname,property_lastname,property_hs_merged_object_ids", "9,Kim,Lee,7;8"),
  });
  expect(values(await db.rows("select record_key, target from raw.marks where kind = 'merged' order by 1"))).toHaveLength(2);
});
