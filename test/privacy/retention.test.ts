import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {buildData} from "../../pipeline/build.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import type {HealthData} from "../../pipeline/contract/datasets.js";
import {locateWorkspace} from "../../pipeline/workspace.js";
import {givenCompany, readTable, type Company} from "../builds/given-company.js";

const LONG = "Sales rekeys every order of Petra Klöver by hand into two systems and loses a day a week";
const EXPORTS = {
  "people.csv": `person_id,name,email,role,manager_id,started_on,ended_on
ann,Ann Orr,ann@example.com,sdr,mia,2020-01-01,
bob,Bob Ray,bob@example.com,ae,mia,2020-01-01,
gus,Gus Long,gus@example.com,sdr,mia,2020-01-01,2023-06-30
hal,Hal Still,hal@example.com,ae,mia,2020-01-01,
mia,Mia Lead,mia@example.com,manager,,2019-01-01,
`,
  "contacts.csv": `contact_id,account_id,name,email,phone,title
c1,a1,Petra Klöver,petra@buyer.test,+49 30 1234567,CFO
c2,a2,Paul Petersen,paul@buyer.test,,CTO
c3,a3,Nina Never,nina@buyer.test,,CEO
c4,a1,Rita Return,rita@buyer.test,,COO
`,
  "handoffs.csv": `handoff_id,sdr_id,ae_id,account_id,contact_id,meeting_at,booked_at,meeting_status,pain_primary,budget,champion,key_moments
h1,gus,hal,a1,c1,2023-03-01T10:00:00Z,2023-02-20T10:00:00Z,held,${LONG},40000 EUR set aside by Petra,Petra Klöver,Petra Klöver called back in March
h2,gus,hal,a2,petra@buyer.test,2023-03-02T10:00:00Z,2023-02-21T10:00:00Z,no_show,tbd,Not disclosed by Petra,her boss,improvement
h3,ann,bob,a2,c2,2026-09-03T10:00:00Z,2026-08-22T10:00:00Z,held,Quotes take 5 days,40000 EUR,Paul Petersen,Paul called on 3 May
h4,ann,bob,a1,c4,2023-04-03T10:00:00Z,2023-03-22T10:00:00Z,held,Old words of Rita,none,Rita,Rita wrote
h5,ann,bob,a1,rita@buyer.test,2026-09-04T10:00:00Z,2026-08-23T10:00:00Z,held,New words,20000 EUR,Rita Return,met on 4 May
`,
  "feedback.csv": `feedback_id,handoff_id,ae_email,submitted_at,quality_score,missing,helpful
f1,h1,hal@example.com,2023-03-01T12:00:00Z,7,Petra had no budget at all,Gus knew her
f2,h3,bob@example.com,2026-09-03T12:00:00Z,8,No timeline given,all else
`,
  "stakeholders.csv": `handoff_id,name,role
h1,Olga Older,champion
h3,Kim Lee,technical_buyer
`,
  "activities.csv": `activity_id,contact_id,actor_id,channel,occurred_at,subject
t1,c1,gus,email,2023-02-19T09:00:00Z,Hello Petra
t2,c2,ann,email,2026-08-19T09:00:00Z,Hello Paul
t3,c1,gus,fax,2023-02-19T09:00:00Z,Fax for Petra
`,
};
const SECRETS = [
  "Petra",
  "petra@",
  "1234567",
  "Gus",
  "gus@",
  "Hal Still",
  "hal@",
  "Olga",
  "rekeys",
  "Nina",
  "Old words",
  "had no budget",
];

function given(retention: string | null = null, day = "2026-10-05"): Company {
  const company = givenCompany(afterAll);
  for (const [name, text] of Object.entries(EXPORTS)) company.write(name, text);
  configure(company, retention, day);
  return company;
}
const configure = (company: Company, retention: string | null, day: string) =>
  company.write("baton.config.yaml", `company: Small Ltd\nas_of: "${day}T00:00:00Z"\nsources:\n  - files: "*.csv"\n${retention === null ? "" : `retention_months: ${retention}\n`}`); // prettier-ignore

async function look<T>(company: Company, act: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(company.workspace.warehouse, {readOnly: true});
  return act(db).finally(() => db.close());
}
const build = (company: Company) => buildData(company.config(), company.workspace);
const rows = (company: Company, query: string) => look(company, (db) => db.rows(query));

function findBytes(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"}).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return [];
    const bytes = readFileSync(path);
    return texts.filter((text) => bytes.includes(text)).map((text) => `${name}: ${text}`);
  });
}

describe("whom nothing has touched for 24 months", () => {
  let company: Company;
  beforeAll(async () => {
    company = given();
    await build(company);
  });

  test("is in no byte of warehouse, rejects, cache or datasets", () => {
    expect(findBytes(company.workspace.folder, SECRETS)).toEqual([]);
  });

  test("is told by the same pseudonym wherever they stood, by whatever they were named", async () => {
    const [petra] = (await rows(company, "select contact_id, name, email, phone, title from raw.contacts where title = 'CFO'")) as Record<string, string>[]; // prettier-ignore
    expect(petra).toMatchObject({contact_id: expect.stringMatching(/^former-[0-9a-f]{12}$/) as string, name: expect.stringMatching(/^Former contact [0-9a-f]{6}$/) as string, email: expect.stringMatching(/@former\.invalid$/) as string, phone: "Withheld"}); // prettier-ignore
    // h2 named her by her address.
    expect(await rows(company, "select handoff_id from raw.handoffs where contact_id in (select contact_id from raw.contacts where title = 'CFO') order by 1")).toEqual([{handoff_id: "h1"}, {handoff_id: "h2"}]); // prettier-ignore
    expect(await rows(company, "select name, role from marts.people where person_id like 'former-%' order by role")).toEqual([
      {name: expect.stringMatching(/^Former AE [0-9a-f]{6}$/) as string, role: "ae"},
      {name: expect.stringMatching(/^Former SDR [0-9a-f]{6}$/) as string, role: "sdr"},
    ]);
    // An answer that names its author by the address alone is still the AE's.
    expect(await rows(company, "select count(*)::integer as n from marts.unmatched_feedback")).toEqual([{n: 0}]);
    // Whoever leads somebody who is here is here, and who came back has all of the past.
    expect(await rows(company, "select name from marts.people where person_id = 'mia'")).toEqual([{name: "Mia Lead"}]);
    expect(await rows(company, "select handoff_id, contact_name, contact_id from marts.handoffs where contact_id = 'c4' order by 1")).toEqual([
      {handoff_id: "h4", contact_name: "Rita Return", contact_id: "c4"},
      {handoff_id: "h5", contact_name: "Rita Return", contact_id: "c4"},
    ]); // prettier-ignore
  });

  test("leaves what was written before as filled, specific, not told or missing as it was, and comments under their themes", async () => {
    const kept = given("null");
    await build(kept);
    for (const query of [
      "select handoff_id, field, state, is_vague from marts.brief_fields order by all",
      "select handoff_id, theme from marts.comment_themes order by all",
      "select handoff_id, checklist, position, state from marts.criteria order by all",
      "select metric, scope, period, period_start, numerator, denominator, in_flight, value from marts.metrics where scope in ('company', 'source') order by all",
      "select path, entity, rows_read, loaded, merged, rejected, set_aside from raw.files order by all",
      "select path, entity, line, column_name, reason, effect from raw.rejects order by all",
      "select metric, scope, period, period_start, numerator, denominator, sum(in_flight) as flying, count(*) as n from marts.metrics where scope in ('sdr', 'ae', 'pair') group by all order by all",
    ])
      expect(await rows(company, query), query).toEqual(await rows(kept, query));
    expect(findBytes(kept.workspace.folder, ["Petra"])).not.toEqual([]);
  });

  test("is counted for data health, and no page shows what stands for a text", async () => {
    const health = JSON.parse(readFileSync(join(company.workspace.data, "health.json"), "utf8")) as HealthData;
    expect(health.withheld).toEqual({people: 2, prospects: 2, texts: 16, held_from: "2024-10-01"});
    expect(findBytes(company.workspace.data, ["Withheld", "various other things"])).toEqual([]);
    expect(findBytes(company.workspace.data, ["(no longer held)"])).not.toEqual([]);
  });
});

describe("builds that go on from each other", () => {
  const TABLES = ["raw.people", "raw.contacts", "raw.handoffs", "raw.feedback", "raw.stakeholders", "raw.activities", "raw.rejects", "marts.metrics", "marts.brief_fields", "marts.comment_themes"]; // prettier-ignore
  const state = async (company: Company) => Promise.all(TABLES.map((table) => readTable(company.workspace, table)));
  /** The same exports and salt, built from nothing. */
  async function fresh(company: Company): Promise<string[]> {
    const other = {...company, workspace: locateWorkspace(join(company.folder, `fresh-${Math.random()}`))};
    await build(other);
    return state(other);
  }
  let company: Company;
  beforeAll(async () => {
    company = given(null, "2025-02-10");
    await build(company);
  });

  test("hold in February of 2025 who was last touched in March of 2023", () => {
    expect(findBytes(company.workspace.folder, ["Petra Klöver"])).not.toEqual([]);
  });

  test("let go with the first build of April who was touched in March, out of unchanged exports too", async () => {
    configure(company, null, "2025-04-01");
    await build(company);
    expect(findBytes(company.workspace.folder, ["Petra", "rekeys", "had no budget", "Gus Long"])).toEqual([]);
    expect(await state(company)).toEqual(await fresh(company));
  });

  test("have somebody back with all of the past when a new export names them again, by their address too", async () => {
    company.write("more.csv", "activity_id,contact_id,actor_id,channel,occurred_at,subject\nt9,petra@buyer.test,ann,email,2025-03-30T09:00:00Z,Hello again\n"); // prettier-ignore
    await build(company);
    expect(await rows(company, "select distinct contact_id, contact_name from marts.handoffs where handoff_id in ('h1', 'h2')")).toEqual([{contact_id: "c1", contact_name: "Petra Klöver"}]); // prettier-ignore
    // What was written about her before is gone all the same.
    expect(findBytes(company.workspace.folder, ["rekeys", "had no budget"])).toEqual([]);
    expect(await state(company)).toEqual(await fresh(company));
  });

  test("hold everything again when the configuration keeps it", async () => {
    configure(company, "0", "2025-04-01");
    await build(company);
    expect(await rows(company, "select pain_primary from raw.handoffs where handoff_id = 'h1'")).toEqual([{pain_primary: LONG}]);
  });
});
