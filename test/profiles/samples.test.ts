import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {PROFILE_NAMES} from "../../pipeline/config-schema.js";
import {counts, ingestFiles} from "../ingest/given-files.js";

const SAMPLES = join(import.meta.dirname, "../../sample-data/samples");
/** The sample files of a profile, alone or with a configuration that names it. */
const ingestSample = (profile: string, settings = "") => {
  const names = readdirSync(join(SAMPLES, profile)).sort();
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(SAMPLES, profile, name))]));
  return ingestFiles(files, `sources:\n${names.map((name) => `  - {files: ${name}${settings}}\n`).join("")}`);
};
const values = (rows: object[]) => rows.map((row) => Object.values(row) as unknown[]);

// The company itself is exported in these shapes.
const WHOLE = ["canonical", "salesforce", "hubspot", "google-forms"];

test("every profile has its sample", () => {
  expect([...new Set([...WHOLE, ...readdirSync(SAMPLES)])].sort()).toEqual([...PROFILE_NAMES].sort());
});

describe.each(readdirSync(SAMPLES))("%s", (profile) => {
  test("is recognised from its headers, or by its name, and every row is accounted for", async () => {
    for (const settings of ["", `, profile: ${profile}`]) {
      const {report, rejects} = await ingestSample(profile, settings);
      for (const file of report.files) {
        expect(file.profile.split("-")[0], file.path).toBe(profile.split("-")[0]);
        if (settings) expect(file.profile).toBe(profile);
        expect(counts(file)[0]).toBeGreaterThan(0);
      }
      expect(
        (await rejects()).filter((entry) => !["set_aside", "orphan", "told"].some((effect) => entry.endsWith(effect))),
      ).toEqual([]);
    }
  });
});

test("Outreach: sent e-mails, calls and finished tasks of their own are activities; a mailbox stands for its owner", async () => {
  const {db, report} = await ingestSample("outreach");
  expect(
    values(
      await db.rows("select activity_id, channel, direction, actor_id, contact_id, occurred_at from raw.activities order by 1"),
    ),
  ).toEqual([
    ["call-7001", "call", "out", "11", "301", "2026-03-04 13:00:00"],
    ["call-7002", "call", "in", "12", "302", "2026-03-04 14:20:00"],
    ["mailing-9001", "email", "out", "11", "301", "2026-03-02 08:15:00"],
    ["mailing-9002", "email", "out", "12", "302", "2026-03-03 09:00:00"],
    ["task-8001", "linkedin", "out", "11", "301", "2026-03-05 09:12:00"],
  ]);
  expect(values(await db.rows("select contact_id, name, email, phone, account_id from raw.contacts order by 1"))).toEqual([
    ["301", "Mara Lind", "mara.lind@northway.example.com", "555-0101", "501"],
    ["302", "Tom Adeyemi", "tom@brightfold.example.com", null, "502"],
  ]);
  expect(report.problems.filter(({what}) => what.includes("check the mapping"))).toHaveLength(report.files.length);
});

test("Salesloft: the same, and whoever sent it is the user", async () => {
  const {db, report} = await ingestSample("salesloft");
  expect(
    values(
      await db.rows("select activity_id, channel, actor_id, contact_id, occurred_at, outcome from raw.activities order by 1"),
    ),
  ).toEqual([
    ["call-5201", "call", "21", "41", "2026-03-04 13:00:00", "Connected, Meeting Booked"],
    ["call-5202", "call", "22", "42", "2026-03-04 14:20:00", "No Answer"],
    ["email-5101", "email", "21", "41", "2026-03-02 13:15:00", "sent"],
    ["task-5301", "linkedin", "21", "41", "2026-03-05 14:12:00", "completed"],
  ]);
  expect(values(await db.rows("select person_id, role, team from raw.people order by 1"))).toEqual([
    ["21", "sdr", "SDR EMEA"],
    ["22", "sdr", "SDR EMEA"],
  ]);
  expect(report.problems.some(({what}) => what.includes("check the mapping"))).toBe(true);
});

test("Gong: ids of twenty digits stay texts, lengths are seconds however written, shares of talking may be percent", async () => {
  const {db} = await ingestSample("gong");
  expect(
    values(
      await db.rows(
        "select call_id, person_id, started_at, duration_seconds, talk_ratio::double, score from raw.calls order by started_at",
      ),
    ),
  ).toEqual([
    ["7782342274025937895", "234599484848423", "2026-03-10 13:02:00", "1200", 0.45, null],
    ["12345678901234567890", "234599484848424", "2026-03-11 09:00:30", "95", 0.615, null],
    ["3345678901234567001", "ada.obi@tarnwell.example.com", "2026-03-17 14:00:00", "2530", null, "3.5"],
  ]);
});

test("Typeform: markup in questions, a second line of headers, answers not sent off, times in UTC whatever the company's zone", async () => {
  const {db, file} = await ingestSample("typeform", ", timezone: UTC");
  expect(counts(file())).toEqual([4, 2, 0, 0, 2]);
  expect(
    values(
      await db.rows(
        "select feedback_id, submitted_at, handoff_id, showed_up, qualification_accuracy, most_valuable_context, will_advance, quality_score, missing from raw.feedback order by 2",
      ),
    ),
  ).toEqual([
    ["k3f9x2", "2026-03-10 15:03:40", "h00001", "yes", "full", "pain_points", "yes", "9", null],
    ["p8w1z7", "2026-03-11 10:02:05", "h00002", "no", "not", null, "no", "3", "Who decides"],
  ]);
});

test("Microsoft Forms: who answered is nobody where the form is anonymous, and its number is no handoff's", async () => {
  const {db, report} = await ingestSample("microsoft-forms", ", timezone: UTC");
  const columns = "feedback_id, submitted_at, handoff_id, ae_id, ae_email, showed_up, most_valuable_context, quality_score";
  expect(values(await db.rows(`select ${columns} from raw.feedback order by 2`))).toEqual([
    ["1 3/18/26 10:01:02", "2026-03-18 10:03:02", "h00001", "Eve Holt", "eve.holt@tarnwell.example.com", "yes", "pain_points;timeline", "8"],
    ["2 3/19/26 9:00:00", "2026-03-19 09:01:30", "h00002", null, null, "no", null, "3"],
  ]); // prettier-ignore
  expect(report.problems).toEqual([]);
});

test("SurveyMonkey: the second line of headers is told and no answer; choices have a column each", async () => {
  const {db, file} = await ingestSample("surveymonkey", ", timezone: UTC");
  expect(counts(file())).toEqual([3, 2, 0, 0, 1]);
  expect(await db.rows("select line, reason from raw.rejects where effect = 'set_aside'")).toEqual([
    {line: 2, reason: "second line of headers: 1 row"},
  ]);
  const columns = "feedback_id, submitted_at, handoff_id, ae_id, showed_up, most_valuable_context, missing, quality_score";
  expect(values(await db.rows(`select ${columns} from raw.feedback order by 2`))).toEqual([
    ["118000000001", "2026-03-18 10:03:02", "h00001", "Eve Holt", "yes", "pain_points;timeline", "Budget", "8"],
    ["118000000002", "2026-03-19 09:01:30", "h00002", "Eve Holt", "no", null, null, "3"],
  ]);
});

test("SurveyMonkey: the second line is none of a survey that is mapped by hand either", async () => {
  const survey =
    "Respondent ID,Collector ID,End Date,Who are you?,How was it?\n,,,Open-Ended Response,Response\n1,2,2026-03-18 10:03:02,Eve,8\n";
  const {file} = await ingestFiles(
    {"survey.csv": survey},
    "sources:\n  - files: survey.csv\n    entity: feedback\n    columns: {feedback_id: Respondent ID, submitted_at: End Date, ae_id: Who are you?, quality_score: How was it?}\n",
  );
  expect(counts(file())).toEqual([2, 1, 0, 0, 1]);
});

test("HubSpot: a brief that is one note of a meeting, in HTML; the description where there are no internal notes", async () => {
  const {db} = await ingestSample("hubspot");
  const columns =
    "pain_primary, pain_secondary, current_solution, limitations, timeline, timeline_reason, budget, champion, economic_buyer, next_steps, focus_area, brief_unplaced";
  expect(values(await db.rows(`select meeting_id, ae_id, sdr_id, ${columns} from raw.handoffs order by 1`))).toEqual([
    [
      "7001", "Eve Holt", "Ada Obi", "Renewals slip because nobody owns the dates", "Finance learns of churn from the bank",
      "One spreadsheet per region", "No reminders & no history", "Decision in June", "because the fiscal year ends", "not disclosed",
      "Mara Lind, Head of Operations", null, "Mara sends the list of contracts", "who owns a renewal today", null,
    ],
    ["7002", "Eve Holt", "Ada Obi", null, null, null, null, "TBD", null, "40k", null, null, null, null, null],
    ["7003", "Eve Holt", "Ben Roth", null, null, null, null, null, null, null, null, null, null, null, null],
  ]); // prettier-ignore
});

test("HubSpot forms: the AE is who filled it in", async () => {
  const {db} = await ingestSample("hubspot-forms");
  expect(
    values(await db.rows("select handoff_id, ae_email, showed_up, most_valuable_context, helpful from raw.feedback order by 1")),
  ).toEqual([
    ["h00001", "eve.holt@tarnwell.example.com", "yes", "pain_points;timeline", "The brief"],
    ["h00002", "eve.holt@tarnwell.example.com", "no", null, null],
  ]);
});

test("the weekly export: Windows-1252, NUL bytes, 0 and 1, the id of nothing, no currency, deleted rows, invitee copies", async () => {
  const {db, file} = await ingestSample("salesforce-weekly");
  expect(file("Opportunity.csv").encoding).toBe("windows-1252");
  expect(
    values(
      await db.rows(
        "select opportunity_id, account_id, name, stage, is_won, currency, created_at from raw.opportunities order by 1",
      ),
    ),
  ).toEqual([
    ["006000000000001AAA", "001000000000001AAA", "Northway – contracts", "Négociation", "false", "EUR", "2026-03-11 20:44:05"],
    ["006000000000002AAA", null, "Brightfold", "Gagnée", "true", null, "2026-02-07 20:44:05"],
  ]);
  expect(values(await db.rows("select meeting_id, sdr_id, ae_id, meeting_at from raw.handoffs"))).toEqual([
    ["00U000000000001AAA", "005000000000001AAA", "005000000000002AAA", "2026-03-10 13:00:00"],
  ]);
  // A change of the amount alone is no change of stage.
  expect(values(await db.rows("select changed_at, from_stage, to_stage from raw.stage_changes order by 1"))).toEqual([
    ["2026-03-11 20:44:05", null, "Qualification"],
    ["2026-03-20 10:00:00", "Qualification", "Négociation"],
  ]);
});

test("field history: every tracked field under its canonical name, and stages as stage changes too", async () => {
  const {db} = await ingestSample("salesforce-history");
  expect(
    values(await db.rows("select entity, record_id, field, new_value from raw.field_changes order by 1, changed_at, 3")),
  ).toEqual([
    ["leads", "00Q000000000001EAA", "sdr_id", "005000000000002AAA"],
    ["opportunities", "006000000000001AAA", "stage", "Negotiation"],
    ["opportunities", "006000000000001AAA", "amount", "14000.0"],
    ["opportunities", "006000000000001AAA", "pain_primary", "Slow renewals"],
  ]);
  expect(values(await db.rows("select opportunity_id, from_stage, to_stage, changed_at from raw.stage_changes"))).toEqual([
    ["006000000000001AAA", "Qualification", "Negotiation", "2026-03-20 10:00:00"],
  ]);
});
