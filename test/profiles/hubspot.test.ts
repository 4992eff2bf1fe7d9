import {expect, test} from "vitest";
import {counts, csv, ingestFiles} from "../ingest/given-files.js";

const values = (rows: object[]) => rows.map((row) => Object.values(row) as unknown[]);

test("one activity file feeds handoffs with its meetings and activities with the rest", async () => {
  const {db, file} = await ingestFiles({
    "activities.csv": csv(
      "Activity ID,Activity Type,Activity Date,Activity Owner,Notes/Description,Call/Meeting Title/Subject,Call Outcome,Meeting Outcome,Task Status,Associated Contact Email",
      "a1,Meeting,2026-01-05,ada@example.com,Wants speed,Intro,,No Show,,kim@acme.example",
      "a2,Call,2026-01-04,ada@example.com,,Cold call,Connected,,,kim@acme.example",
      "a3,Task,2026-01-04,ada@example.com,,,,,Not Started,",
      "a4,Task,2026-01-04,ada@example.com,,,,,Completed,",
    ),
  });
  expect(counts(file(undefined, "handoffs"))).toEqual([4, 1, 0, 0, 3]);
  expect(counts(file(undefined, "activities"))).toEqual([4, 2, 0, 0, 2]);
  expect(
    values(
      await db.rows("select meeting_id, contact_id, sdr_id, ae_id, meeting_at, meeting_status, brief_text from raw.handoffs"),
    ),
  ).toEqual([["a1", "kim@acme.example", "ada@example.com", null, "2026-01-05 00:00:00", "no_show", "Wants speed"]]);
  expect(values(await db.rows("select activity_id, channel, outcome, subject from raw.activities order by _line"))).toEqual([
    ["a2", "call", "Connected", "Cold call"],
    ["a4", "other", "Completed", null],
  ]);
});

test("meetings by label: of several associated records the first; the owner is the AE where somebody else booked", async () => {
  const {db} = await ingestFiles({
    "meetings.csv": csv(
      "Record ID,Meeting outcome,Meeting start time,Create date,Activity assigned to,SDR owner,Associated Company IDs,Associated Contact IDs,Associated Deal IDs,Primary pain",
      "77,Completed,2026-01-05 10:00,2026-01-02 09:30,eve@example.com,ada@example.com,11;12,21; 22,,slow",
      "78,Cancelled,2026-01-06 10:00,2026-01-02 09:30,ada@example.com,,11,21,31,",
    ),
  });
  expect(
    values(
      await db.rows(
        "select meeting_id, account_id, contact_id, opportunity_id, sdr_id, ae_id, booked_at, meeting_at, meeting_status, pain_primary from raw.handoffs",
      ),
    ),
  ).toEqual([
    ["77", "11", "21", null, "ada@example.com", "eve@example.com", "2026-01-02 09:30:00", "2026-01-05 10:00:00", "held", "slow"],
  ]);
});

test.each([
  "Internal meeting notes",
  "Meeting notes",
  "Notes/Description",
  "Meeting description",
  "Handoff notes",
  "hs_internal_meeting_notes",
  "hs_meeting_body",
  "Interne Meeting-Notizen",
])("the brief of a meeting may stand under %s", async (header) => {
  const {db} = await ingestFiles({
    "meetings.csv": csv(
      `hs_object_id,hs_meeting_outcome,hs_meeting_start_time,hubspot_owner_id,${header}`,
      "1,COMPLETED,2026-01-05T10:00:00Z,7,<p>Budget: 40k</p>",
    ),
  });
  expect(values(await db.rows("select meeting_id, meeting_status, budget from raw.handoffs"))).toEqual([["1", "held", "40k"]]);
});

test("internal notes go before the description, which stands in where they are blank", async () => {
  const {db} = await ingestFiles({
    "meetings.csv": csv(
      "Record ID,Meeting outcome,Meeting start time,Activity assigned to,Meeting description,Internal meeting notes",
      "1,Completed,2026-01-05 10:00,eve@example.com,Budget: 40k,Budget: 50k",
      "2,Completed,2026-01-05 10:00,eve@example.com,Budget: 40k, ",
    ),
  });
  expect(values(await db.rows("select meeting_id, budget from raw.handoffs order by 1"))).toEqual([
    ["1", "50k"],
    ["2", "40k"],
  ]);
});

test("the date of entering the current stage names no stage, and is no change of it", async () => {
  const {db} = await ingestFiles({
    "deals.csv": csv(
      "Record ID,Deal Name,Deal Stage,Date entered current stage,hs_v2_date_entered_current_stage,Date entered 'Demo'",
      "1,A,Demo,2026-01-03 10:00,2026-01-03 10:00,2026-01-03 10:00",
    ),
  });
  expect(values(await db.rows("select to_stage from raw.stage_changes"))).toEqual([["Demo"]]);
});

test("dates of entering a stage become stage changes, whatever quotes stand around the stage", async () => {
  const {db, file} = await ingestFiles({
    "deals.csv": csv(
      `Record ID,Deal Name,Deal Stage,Create Date,"Date entered ""Demo (Sales Pipeline)""",Date entered “Closed Won”,Date entered 'Lead'`,
      "1,A,Closed Won,2026-01-01,2026-01-03 10:00,2026-02-01 09:00,",
      "2,B,Demo,2026-01-01,2026-01-04 10:00,,2026-01-01 08:00",
    ),
  });
  expect(counts(file(undefined, "opportunities"))).toEqual([2, 2, 0, 0, 0]);
  expect(counts(file(undefined, "stage_changes"))).toEqual([4, 4, 0, 0, 0]);
  expect(
    values(await db.rows("select opportunity_id, to_stage, changed_at, _line from raw.stage_changes order by 1, 3")),
  ).toEqual([
    ["1", "Demo", "2026-01-03 10:00:00", 2],
    ["1", "Closed Won", "2026-02-01 09:00:00", 2],
    ["2", "Lead", "2026-01-01 08:00:00", 3],
    ["2", "Demo", "2026-01-04 10:00:00", 3],
  ]);
  expect(values(await db.rows("select is_closed, is_won from raw.opportunities order by opportunity_id"))).toEqual([
    ["true", "true"],
    ["false", "false"],
  ]);
});

test("contacts and companies find each other by domain, deals by id", async () => {
  const {db} = await ingestFiles({
    "companies.csv": csv(
      "Record ID,Company name,Company Domain Name,Number of Employees,State/Region",
      "11,Acme,acme.example,250,Ohio",
    ),
    "contacts.csv": csv(
      "Record ID,First Name,Last Name,Email,Job Title,Associated Company Domain",
      "21,Kim,Lund,kim@acme.example,CTO,acme.example",
    ),
    "deals.csv": csv(
      "Deal ID,Deal Name,Deal Stage,Associated Company Domain,Deal Owner",
      "31,A,Closed Lost,acme.example,ada@example.com",
    ),
  });
  expect(values(await db.rows("select contact_id, name, title, account_id from raw.contacts"))).toEqual([
    ["21", "Kim Lund", "CTO", "11"],
  ]);
  expect(values(await db.rows("select opportunity_id, account_id, is_closed, is_won from raw.opportunities"))).toEqual([
    ["31", "11", "true", "false"],
  ]);
});

test("property history gives stage changes for the stage and field history for the rest", async () => {
  const {db, file} = await ingestFiles({
    "history.csv": csv(
      "Object type,Record ID,Property,Old value,New value,Timestamp",
      "Deal,1,dealstage,Lead,Demo,2026-01-05 10:00",
      "Meeting,7,Pain primary,,slow,2026-01-06 10:00",
    ),
  });
  expect(counts(file(undefined, "field_changes"))).toEqual([2, 1, 0, 0, 1]);
  expect(values(await db.rows("select opportunity_id, from_stage, to_stage from raw.stage_changes"))).toEqual([
    ["1", "Lead", "Demo"],
  ]);
  expect(values(await db.rows("select entity, record_id, field, new_value from raw.field_changes"))).toEqual([
    ["handoffs", "7", "pain_primary", "slow"],
  ]);
});

test("property history of meetings is the history of the brief: its fields by label, its note taken apart", async () => {
  const {db} = await ingestFiles({
    "history.csv": csv(
      "Object type,Record ID,Property,Old value,New value,Timestamp",
      "Meeting,7,Primary pain,,slow,2026-01-06 10:00",
      "Meeting,7,hs_internal_meeting_notes,,<p>Budget: 40k</p>,2026-01-07 10:00",
    ),
  });
  expect(
    values(
      await db.rows(
        "select field, new_value from raw.field_changes where field in ('pain_primary', 'budget') and new_value is not null order by 1",
      ),
    ),
  ).toEqual([
    ["budget", "40k"],
    ["pain_primary", "slow"],
  ]);
});

test("calls and e-mails by their own exports", async () => {
  const {db} = await ingestFiles({
    "calls.csv": csv(
      "Record ID,Call outcome,Call direction,Activity date,Activity assigned to",
      "1,Connected,OUTBOUND,2026-01-05 10:00,ada@example.com",
    ),
    "emails.csv": csv(
      "Record ID,Email subject,Email direction,Activity date,Activity assigned to",
      "2,Hello,INCOMING_EMAIL,2026-01-05 11:00,ada@example.com",
    ),
  });
  expect(values(await db.rows("select activity_id, channel, direction, actor_id from raw.activities order by 1"))).toEqual([
    ["1", "call", "out", "ada@example.com"],
    ["2", "email", "in", "ada@example.com"],
  ]);
});

test("tables of a connector: property names with their prefix", async () => {
  const {db} = await ingestFiles({
    "deal_data.csv": csv(
      "deal_id,is_deleted,deal_pipeline_stage_id,owner_id,property_dealname,property_amount,property_createdate",
      "9,false,s1,44,Acme,12,2026-01-04 12:48:22",
    ),
  });
  expect(
    values(await db.rows("select opportunity_id, name, stage, owner_id, amount, created_at from raw.opportunities")),
  ).toEqual([["9", "Acme", "s1", "44", "12", "2026-01-04 12:48:22"]]);
});

test("of a connector's tables, deleted records and former versions are set aside, and told", async () => {
  const {db, file, rejects} = await ingestFiles({
    "deal_data.csv": csv(
      "deal_id,_fivetran_active,_fivetran_deleted,property_dealname",
      "1,true,false,now",
      "1,false,false,before",
      "2,true,true,gone",
    ),
  });
  expect(counts(file())).toEqual([3, 1, 0, 0, 2]);
  expect(values(await db.rows("select opportunity_id, name from raw.opportunities"))).toEqual([["1", "now"]]);
  expect((await rejects()).map((entry) => entry.split(" | ")[0])).toEqual(["3", "4"]);
});

test("a connector's table of the stages a deal has been in is its stage history, former stages included", async () => {
  const {db} = await ingestFiles({
    "deal_stage_data.csv": csv(
      "_fivetran_start,deal_id,_fivetran_active,date_entered,value",
      "2026-01-02 10:00:00,7,false,2026-01-02 10:00:00,demo",
      "2026-01-05 10:00:00,7,true,2026-01-05 10:00:00,won",
    ),
  });
  expect(values(await db.rows("select opportunity_id, to_stage, changed_at from raw.stage_changes order by 3"))).toEqual([
    ["7", "demo", "2026-01-02 10:00:00"],
    ["7", "won", "2026-01-05 10:00:00"],
  ]);
});

test.each([
  [
    "German",
    `Datensatz-ID;Deal-Name;Deal-Phase;Betrag;Erstellungsdatum;Abschlussdatum;"Eingabedatum „Demo (Vertrieb)“"`,
    "7;Nord;Abgeschlossen und gewonnen;1.234,50;01.03.2026;31.03.2026;05.03.2026 10:00",
  ],
  [
    "French",
    `ID de fiche d'informations;Nom de la transaction;Phase de la transaction;Montant;Date de création;Date de fermeture;Date d'entrée dans « Demo (Ventes) »`,
    "7;Nord;Fermé gagné;1 234,50;01/03/2026;31/03/2026;05/03/2026 10:00",
  ],
  [
    "Spanish",
    `ID de registro;Nombre del negocio;Etapa del negocio;Importe;Fecha de creación;Fecha de cierre;Fecha de entrada en 'Demo (Ventas)'`,
    "7;Nord;Cierre ganado;1.234,50;01/03/2026;31/03/2026;05/03/2026 10:00",
  ],
])("%s headers, numbers and dates are read like English ones", async (_, headers, row) => {
  const {db, file} = await ingestFiles({"export.csv": csv(headers, row)});
  expect([file().profile, file().entity]).toEqual(["hubspot", "opportunities"]);
  expect(
    values(await db.rows("select opportunity_id, name, amount, is_won, created_at, closed_at from raw.opportunities")),
  ).toEqual([["7", "Nord", "1234.5", "true", "2026-03-01 00:00:00", "2026-03-31 00:00:00"]]);
  expect(values(await db.rows("select opportunity_id, to_stage, changed_at from raw.stage_changes"))).toEqual([
    ["7", "Demo", "2026-03-05 10:00:00"],
  ]);
});

test.each([
  [
    "German",
    "Datensatz-ID,Meeting-Ergebnis,Startzeit des Meetings,Aktivität zugewiesen an,Aktivität erstellt von",
    "Nicht erschienen",
  ],
  [
    "French",
    "ID de fiche d'informations,Résultat de la réunion,Heure de début de la réunion,Activité attribuée à,Activité créée par",
    "Absent",
  ],
  [
    "Spanish",
    "ID de registro,Resultado de la reunión,Hora de inicio de la reunión,Actividad asignada a,Actividad creada por",
    "No se presentó",
  ],
])("meetings in %s: outcome, start, who booked and who takes it", async (_, headers, outcome) => {
  const {db} = await ingestFiles({"m.csv": csv(headers, `9,${outcome},2026-03-05 10:00,Eve Holt,Ada Obi`)});
  expect(values(await db.rows("select meeting_id, meeting_status, meeting_at, ae_id, sdr_id from raw.handoffs"))).toEqual([
    ["9", "no_show", "2026-03-05 10:00:00", "Eve Holt", "Ada Obi"],
  ]);
});

test("an export with associated records has the company's id, and properties may have the API's prefix", async () => {
  const {db} = await ingestFiles({
    "contacts.csv": csv(
      "Record ID - Contact,First Name,Last Name,Email,Company Name,Record ID - Company",
      "11,Ada,Berg,ada@acme.example,,501",
    ),
    "deals.csv": csv("id,properties_dealname,properties.dealstage,properties_createdate,Deal ID", "1,Big,open,2026-01-01,1"),
  });
  expect(await db.rows("select contact_id, account_id from raw.contacts")).toEqual([{contact_id: "11", account_id: "501"}]);
  expect(await db.rows("select opportunity_id, name, stage from raw.opportunities")).toEqual([
    {opportunity_id: "1", name: "Big", stage: "open"},
  ]);
});

test("a deal is won by its stage's words, however they are put together, and by the standard pipeline's own name", async () => {
  const stages = [
    "closedwon",
    "Closed - Won",
    "7 - Closed Won",
    "Won",
    "closedlost",
    "Closed Lost",
    "Abgeschlossen und gewonnen",
    "Demo",
    "Wonder demo",
  ];
  const {db} = await ingestFiles({
    "deals.csv": csv("Record ID,Deal Name,Deal Stage", ...stages.map((stage, n) => `${n},D,${stage}`)),
  });
  expect(values(await db.rows("select stage, is_closed, is_won from raw.opportunities order by _line"))).toEqual(
    stages.map((stage, n) => [stage, String(n < 7), String(n < 4 || n === 6)]),
  );
});

test("the primary company is the one of its own column", async () => {
  const {db} = await ingestFiles({
    "meetings.csv": csv(
      "Record ID,Meeting outcome,Meeting start time,Activity assigned to,Associated Company IDs,Associated Company IDs (Primary)",
      "1,Completed,2026-01-05 10:00,ada@example.com,900;901,901",
      "2,Completed,2026-01-05 10:00,ada@example.com,900;901,",
    ),
    "deals.csv": csv("Record ID,Deal Name,Deal Stage,Associated Company IDs (Primary)", "7,D,Demo,901"),
  });
  expect(values(await db.rows("select account_id from raw.handoffs order by _line"))).toEqual([["901"], ["900"]]);
  expect(values(await db.rows("select account_id from raw.opportunities"))).toEqual([["901"]]);
});

test.each([
  ["Pipedrive", "Deal - ID,Deal - Title,Deal - Value,Deal - Owner,Deal - Stage,Deal - Status"],
  ["Zoho", "Record Id,Deal Owner,Amount,Deal Name,Closing Date,Account Name,Stage"],
  ["Close", "id,lead_id,lead_name,value,status_type,date_won"],
])("exports of %s are not taken for its own", async (_, header) => {
  await expect(ingestFiles({"deals.csv": csv(header, header.replace(/[^,]+/g, "1"))})).rejects.toThrow(
    /cannot tell what it holds|required column missing for canonical/,
  );
});
